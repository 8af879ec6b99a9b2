// Invented facts of the demo's catalogue.
import type { Input } from '../../core/endpoint.ts'
import type { comparisonsApi } from '../../features/catalogue/api/comparisons.ts'
import type { modelsApi } from '../../features/catalogue/api/models.ts'
import type { servicesApi } from '../../features/catalogue/api/services.ts'
import type { PriceParts } from '../../features/catalogue/rules/price.ts'
import type {
  LabelScheme,
  RequirementKey,
  RequirementValue,
} from '../../features/catalogue/rules/requirements.ts'
import type { ModelName } from './names.ts'

const rows = {
  laptop: [
    ['Dell', 'Latitude 5450', 1_189_000, 16, 512, 'Windows 11'],
    ['Lenovo', 'ThinkPad T14 G5', 1_249_000, 16, 512, 'Windows 11'],
    ['Lenovo', 'ThinkPad X1 Carbon G12', 1_990_000, 32, 1024, 'Windows 11'],
    ['HP', 'EliteBook 840 G11', 1_299_000, 16, 512, 'Windows 11'],
    ['HP', 'ProBook 445 G11', 899_000, 16, 256, 'Windows 11'],
    ['Apple', 'MacBook Air M3', 1_349_000, 16, 512, 'macOS'],
  ],
  smartphone: [
    ['Samsung', 'Galaxy XCover 7', 399_000, 6, 128, 'Android'],
    ['Apple', 'iPhone 16e', 699_000, 8, 128, 'iOS'],
    ['Fairphone', 'Fairphone 5', 649_000, 8, 256, 'Android'],
  ],
  tablet: [['Samsung', 'Galaxy Tab Active5', 549_000, 6, 128, 'Android']],
  monitor: [
    ['Dell', 'P2425H', 259_000],
    ['EIZO', 'FlexScan EV2485', 589_000],
  ],
}

const named = ([maker, model, priceOre, memoryGb, storageGb, osName]: readonly (
  string | number
)[]) =>
  ({
    ...{ maker, model, priceOre, serial: '' },
    ...(memoryGb ? { ramMb: Number(memoryGb) * 1024, storageGb, osName } : {}),
  }) as ModelName

/** In the catalogue because they are offered or were bought by hand; none is in the waves. */
export const moreModels: Readonly<Record<string, readonly ModelName[]>> = Object.fromEntries(
  Object.entries(rows).map(([kind, list]) => [kind, list.map(named)]),
)

interface Knowledge {
  readonly maker: string
  readonly specs?: Partial<Input<typeof modelsApi.createModel>['body']>
  /** Null: somebody asked, and it is unknown. Left out: nobody has asked. */
  readonly values: Partial<Record<RequirementKey, RequirementValue | null>>
  readonly labels?: readonly {
    readonly scheme: LabelScheme
    readonly level: string
    readonly number: string
    /** From today; negative has expired. */
    readonly validMonths: number | null
  }[]
}

const footprint = (footprintKg: number) => ({
  footprintKg,
  footprintSource: 'Exempel: tillverkarens klimatdeklaration',
})

export const knowledge: Readonly<Record<string, Knowledge>> = {
  'Latitude 5450': {
    maker: 'Dell',
    specs: { cpu: 'Intel Core Ultra 5 125U', cpuCores: 12, screenInches: 14, ...footprint(231) },
    values: {
      ...{ recycledContentPercent: 32, renewableContentPercent: null, memoryUpgrade: 'withTools' },
      ...{ storageUpgrade: 'withTools', batteryReplacement: 'withTools', takeBack: 'free' },
      ...{ osSupportUntilOn: '2033-10-11', sparePartsUntilOn: '2031-12-31' },
      ...{ packaging: 'plasticFree', transport: 'mixed' },
    },
    labels: [
      { scheme: 'tcoCertified', level: '10', number: 'EX-TCO-10-2201', validMonths: 19 },
      { scheme: 'epeat', level: 'gold', number: 'EX-EPEAT-88120', validMonths: 9 },
    ],
  },
  'ThinkPad T14 G5': {
    maker: 'Lenovo',
    specs: { cpu: 'AMD Ryzen 5 PRO 8540U', cpuCores: 6, screenInches: 14, ...footprint(246) },
    values: {
      ...{ recycledContentPercent: 24, memoryUpgrade: 'withTools', storageUpgrade: 'withTools' },
      ...{ batteryReplacement: 'withTools', osSupportUntilOn: '2033-10-11' },
      ...{ sparePartsUntilOn: '2030-06-30', packaging: 'plasticFree', transport: 'air' },
      ...{ takeBack: 'charged' },
    },
    labels: [
      { scheme: 'tcoCertified', level: '9', number: 'EX-TCO-9-1874', validMonths: -2 },
      { scheme: 'epeat', level: 'gold', number: 'EX-EPEAT-87002', validMonths: 14 },
    ],
  },
  'EliteBook 840 G11': {
    maker: 'HP',
    specs: { cpu: 'Intel Core Ultra 5 125U', cpuCores: 12, screenInches: 14, ...footprint(258) },
    values: {
      ...{ recycledContentPercent: null, memoryUpgrade: 'withTools', storageUpgrade: 'withTools' },
      ...{ osSupportUntilOn: '2033-10-11', sparePartsUntilOn: null, packaging: 'somePlastic' },
    },
    labels: [{ scheme: 'epeat', level: 'silver', number: 'EX-EPEAT-86431', validMonths: 5 }],
  },
  'MacBook Air M3': {
    maker: 'Apple',
    specs: { cpu: 'Apple M3', cpuCores: 8, screenInches: 13.6, ...footprint(135) },
    values: {
      ...{ recycledContentPercent: 50, memoryUpgrade: 'no', storageUpgrade: 'no' },
      ...{ batteryReplacement: 'withTools', packaging: 'plasticFree', osSupportUntilOn: null },
    },
  },
  'ThinkPad T14 G2': {
    maker: 'Lenovo',
    specs: { cpu: 'AMD Ryzen 5 PRO 4650U', cpuCores: 6, screenInches: 14, ...footprint(312) },
    values: {
      ...{ memoryUpgrade: 'withTools', storageUpgrade: 'withTools', takeBack: 'none' },
      ...{ osSupportUntilOn: '2031-10-14', sparePartsUntilOn: '2027-03-31' },
    },
    labels: [{ scheme: 'tcoCertified', level: '9', number: 'EX-TCO-9-0412', validMonths: -14 }],
  },
  'Galaxy XCover 7': {
    maker: 'Samsung',
    specs: { screenInches: 6.6 },
    values: {
      ...{ batteryReplacement: 'withoutTools', osSupportUntilOn: '2031-01-31' },
      ...{ sparePartsUntilOn: '2033-01-31', recycledContentPercent: 18 },
    },
    labels: [
      { scheme: 'euEnergyLabel', level: 'B', number: 'EX-EPREL-2280113', validMonths: null },
      { scheme: 'euRepairability', level: 'A', number: 'EX-EPREL-2280113', validMonths: null },
    ],
  },
  'Fairphone 5': {
    maker: 'Fairphone',
    specs: { screenInches: 6.5 },
    values: {
      ...{ recycledContentPercent: 44, batteryReplacement: 'withoutTools', takeBack: 'bought' },
      ...{ osSupportUntilOn: '2031-08-31', sparePartsUntilOn: '2033-08-31' },
    },
  },
  P2425H: {
    maker: 'Dell',
    specs: { screenInches: 23.8 },
    values: { recycledContentPercent: 85, packaging: 'plasticFree', sparePartsUntilOn: null },
    labels: [{ scheme: 'tcoCertified', level: '10', number: 'EX-TCO-10-3310', validMonths: 22 }],
  },
}

type NewService = Input<typeof servicesApi.createService>['body']
interface DemoService extends NewService {
  readonly parts: PriceParts
  readonly dearer?: Partial<PriceParts>
  readonly copyAs?: string
}

const computer = {
  ...({ family: 'computer', kind: 'laptop', leastScreenInches: 13 } as const),
  ...{ leastCores: null, leastProcessorYear: 2021 },
} as const
const all: NewService['includes'] = [
  ...(['device', 'setUp', 'support', 'replacementDevice', 'repairs'] as const),
  ...(['return', 'erasure', 'climateReport'] as const),
]
const partsOf = (
  kronor: number,
  residual: number,
  months: number,
  support: number,
): PriceParts => ({
  ...{ purchaseOre: kronor * 100, residualOre: residual * 100, returnBasisPoints: 9_600, months },
  ...{ interestBasisPoints: 310, supportOre: support * 100, handlingOre: 42_000 },
  roundTo: 'krona',
})
const plain = {
  ...{ leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null, osFamily: null },
  ...{ leastCores: null, leastProcessorYear: null },
}

export const serviceList: readonly DemoService[] = [
  {
    ...computer,
    ...{ name: 'Dator som tjänst Bas', termMonths: 48, includes: all, osFamily: 'windows' },
    ...{ leastMemoryGb: 8, leastStorageGb: 256 },
    description: 'Bärbar dator för dokument, möten och webb.',
    parts: partsOf(8_690, 1_450, 48, 59),
    dearer: { purchaseOre: 899_000, supportOre: 6_200 },
  },
  {
    ...computer,
    ...{ name: 'Dator som tjänst Kraft', termMonths: 36, includes: all, osFamily: 'windows' },
    ...{ leastMemoryGb: 16, leastStorageGb: 512 },
    description: 'Bärbar dator för den som ritar, räknar eller utvecklar.',
    parts: partsOf(11_490, 2_900, 36, 65),
    dearer: { purchaseOre: 1_189_000 },
  },
  {
    ...plain,
    ...{ name: 'Telefon som tjänst', family: 'phone', kind: 'smartphone', termMonths: 30 },
    ...{ includes: ['device', 'setUp', 'support', 'return', 'erasure'] },
    description: 'Telefon med fodral. Kommer hem, raderas och används igen.',
    parts: partsOf(3_990, 700, 30, 35),
    copyAs: 'Telefon som tjänst, år tio',
  },
  {
    ...plain,
    ...{ name: 'Surfplatta som tjänst', family: 'tablet', kind: 'tablet', termMonths: 36 },
    ...{ includes: ['device', 'accessories', 'support', 'return', 'erasure'] },
    description: 'Tålig surfplatta för hemtjänst och förskola.',
    parts: partsOf(5_490, 900, 36, 39),
  },
  {
    ...plain,
    ...{ name: 'Skärm som tjänst', family: 'screen', kind: 'monitor', termMonths: 66 },
    ...{ includes: ['device', 'repairs', 'return'], leastScreenInches: 23 },
    description: null,
    parts: { ...partsOf(2_590, 350, 66, 5), handlingOre: 9_000 },
  },
]

type NewComparison = Omit<Input<typeof comparisonsApi.createComparison>['body'], 'serviceId'>
type NewOffer = Omit<Input<typeof comparisonsApi.addOffer>['body'], 'modelId'>
interface DemoNeed extends NewComparison {
  readonly daysAgo: number
  readonly offers: readonly (NewOffer & { readonly model?: string })[]
  readonly choose?: { readonly supplier: string; readonly reason: string }
}
type Criteria = NewComparison['requirements']
const must = (key: Criteria[number]['key'], least: RequirementValue) => ({
  ...{ key, least, compulsory: true, weight: 0 },
})
const good = (key: Criteria[number]['key'], least: RequirementValue, weight: number) => ({
  ...{ key, least, compulsory: false, weight },
})
const document = 'Exempel: anbudet i diariet'

export const needs: readonly DemoNeed[] = [
  {
    ...{ title: 'Telefoner till hemtjänsten', kind: 'smartphone', deviceCount: 140, daysAgo: 96 },
    requirements: [
      must('batteryReplacement', 'withTools'),
      must('osSupportUntilOn', '2030-12-31'),
      good('recycledContentPercent', 20, 30),
      good('takeBack', 'bought', 40),
      good('euRepairability', 'B', 30),
    ],
    offers: [
      {
        ...{ supplier: 'Fjärd Mobil', product: 'Fairphone 5', model: 'Fairphone Fairphone 5' },
        ...{ monthPriceOre: 23_900, document, stated: [] },
      },
      {
        ...{ supplier: 'Nordtele', product: 'Galaxy XCover 7', model: 'Samsung Galaxy XCover 7' },
        ...{ monthPriceOre: 17_400, document, stated: [] },
      },
    ],
    choose: {
      supplier: 'Fjärd Mobil',
      reason: 'Högst poäng. Återköpet är avtalat och räknat i priset.',
    },
  },
  {
    ...{ title: 'Bärbara datorer till skolorna', kind: 'laptop', deviceCount: 600, daysAgo: 9 },
    requirements: [
      must('memoryGb', 16),
      must('osSupportUntilOn', '2031-12-31'),
      must('sparePartsUntilOn', '2030-01-01'),
      good('recycledContentPercent', 30, 20),
      good('batteryReplacement', 'withTools', 15),
      good('packaging', 'plasticFree', 10),
      good('takeBack', 'free', 25),
      good('tcoCertified', '9', 20),
      good('warrantyMonths', 36, 10),
    ],
    offers: [
      {
        ...{ supplier: 'Omtag AB', product: 'Latitude 5450', model: 'Dell Latitude 5450' },
        ...{ monthPriceOre: 34_900, document, stated: [{ key: 'warrantyMonths', value: 36 }] },
      },
      {
        ...{ supplier: 'Vidar IT', product: 'ThinkPad T14 G5', model: 'Lenovo ThinkPad T14 G5' },
        ...{ monthPriceOre: 32_700, document, stated: [{ key: 'warrantyMonths', value: 36 }] },
      },
      {
        ...{ supplier: 'Kontorsgruppen', product: 'EliteBook 840 G11' },
        ...{ model: 'HP EliteBook 840 G11', monthPriceOre: 29_900, document },
        stated: [
          { key: 'warrantyMonths', value: 12 },
          { key: 'takeBack', value: 'free' },
        ],
      },
    ],
  },
]
