// Words for what the catalogue counts and compares.
import type { CriterionKey } from '../rules/criteria.ts'
import type { Verdict } from '../rules/offers.ts'
import type { PriceLine, Rounding } from '../rules/price.ts'
import type { LabelScheme, OsFamily } from '../rules/requirements.ts'
import type { ServiceContent, ServiceFamily } from '../rules/services.ts'

interface Words {
  readonly sv: string
  readonly en: string
}

export const criterionTexts: Record<CriterionKey, Words> = {
  memoryGb: { sv: 'Arbetsminne', en: 'Memory' },
  storageGb: { sv: 'Lagring', en: 'Storage' },
  screenInches: { sv: 'Skärmstorlek', en: 'Screen size' },
  osFamily: { sv: 'Operativsystem', en: 'Operating system' },
  warrantyMonths: { sv: 'Garanti', en: 'Warranty' },
  recycledContentPercent: { sv: 'Återvunnen råvara', en: 'Recycled content' },
  renewableContentPercent: { sv: 'Förnybar råvara', en: 'Renewable content' },
  memoryUpgrade: { sv: 'Arbetsminnet kan bytas', en: 'Memory can be replaced' },
  storageUpgrade: { sv: 'Lagringen kan bytas', en: 'Storage can be replaced' },
  batteryReplacement: { sv: 'Batteriet kan bytas', en: 'Battery can be replaced' },
  osSupportUntilOn: { sv: 'Systemet får uppdateringar till', en: 'System updates until' },
  sparePartsUntilOn: { sv: 'Reservdelar finns till', en: 'Spare parts until' },
  packaging: { sv: 'Förpackning', en: 'Packaging' },
  transport: { sv: 'Transport', en: 'Transport' },
  takeBack: { sv: 'Återtagande', en: 'Take-back' },
  tcoCertified: { sv: 'TCO Certified, generation', en: 'TCO Certified, generation' },
  epeat: { sv: 'EPEAT', en: 'EPEAT' },
  euEnergyLabel: { sv: 'EU:s energimärkning', en: 'EU energy label' },
  euRepairability: { sv: 'EU:s reparerbarhetsklass', en: 'EU repairability class' },
}

/** Ordered and unordered words that a requirement may be answered with. */
export const valueTexts: Readonly<Record<string, Words>> = {
  no: { sv: 'Nej', en: 'No' },
  withTools: { sv: 'Ja, med verktyg', en: 'Yes, with tools' },
  withoutTools: { sv: 'Ja, utan verktyg', en: 'Yes, without tools' },
  plastic: { sv: 'Plast', en: 'Plastic' },
  somePlastic: { sv: 'Delvis plast', en: 'Some plastic' },
  plasticFree: { sv: 'Utan plast', en: 'Plastic-free' },
  air: { sv: 'Flyg', en: 'By air' },
  mixed: { sv: 'Flyg och båt', en: 'By air and sea' },
  seaOrRail: { sv: 'Båt eller tåg', en: 'By sea or rail' },
  none: { sv: 'Inget', en: 'None' },
  charged: { sv: 'Mot betalning', en: 'For a fee' },
  free: { sv: 'Utan kostnad', en: 'Free of charge' },
  bought: { sv: 'Leverantören köper tillbaka', en: 'The supplier buys back' },
  bronze: { sv: 'Brons', en: 'Bronze' },
  silver: { sv: 'Silver', en: 'Silver' },
  gold: { sv: 'Guld', en: 'Gold' },
}

export const osTexts: Record<OsFamily, Words> = {
  windows: { sv: 'Windows', en: 'Windows' },
  macos: { sv: 'macOS', en: 'macOS' },
  chromeos: { sv: 'ChromeOS', en: 'ChromeOS' },
  linux: { sv: 'Linux', en: 'Linux' },
  ios: { sv: 'iOS', en: 'iOS' },
  ipados: { sv: 'iPadOS', en: 'iPadOS' },
  android: { sv: 'Android', en: 'Android' },
}

export const schemeTexts: Record<LabelScheme, Words> = {
  tcoCertified: { sv: 'TCO Certified', en: 'TCO Certified' },
  epeat: criterionTexts.epeat,
  euEnergyLabel: criterionTexts.euEnergyLabel,
  euRepairability: criterionTexts.euRepairability,
}

export const verdictTexts: Record<Verdict, Words> = {
  met: { sv: 'Uppfyllt', en: 'Met' },
  notMet: { sv: 'Inte uppfyllt', en: 'Not met' },
  unknown: { sv: 'Okänt', en: 'Unknown' },
}

export const familyTexts: Record<ServiceFamily, Words> = {
  computer: { sv: 'Dator som tjänst', en: 'Computer as a service' },
  phone: { sv: 'Telefon som tjänst', en: 'Phone as a service' },
  tablet: { sv: 'Surfplatta som tjänst', en: 'Tablet as a service' },
  screen: { sv: 'Skärm som tjänst', en: 'Screen as a service' },
  other: { sv: 'Annan tjänst', en: 'Other service' },
}

export const contentTexts: Record<ServiceContent, Words> = {
  device: { sv: 'Utrustningen', en: 'The device' },
  accessories: { sv: 'Tillbehör', en: 'Accessories' },
  setUp: { sv: 'Installation och utlämning', en: 'Set-up and hand-out' },
  support: { sv: 'Support', en: 'Support' },
  replacementDevice: { sv: 'Låneutrustning vid fel', en: 'A replacement when it fails' },
  repairs: { sv: 'Reparationer', en: 'Repairs' },
  insurance: { sv: 'Försäkring', en: 'Insurance' },
  return: { sv: 'Retur', en: 'Return' },
  erasure: { sv: 'Radering med intyg', en: 'Erasure with certificate' },
  climateReport: { sv: 'Klimatredovisning', en: 'Climate report' },
}

export const lineTexts: Record<PriceLine, Words> = {
  depreciation: { sv: 'Värdeminskning', en: 'Depreciation' },
  finance: { sv: 'Finansiering', en: 'Finance' },
  support: { sv: 'Support', en: 'Support' },
  handling: { sv: 'Radering och hantering', en: 'Erasure and handling' },
  rounding: { sv: 'Avrundning till hela kronor', en: 'Rounding to whole kronor' },
}

export const roundingTexts: Record<Rounding, Words> = {
  expectedResidual: { sv: 'Väntat restvärde', en: 'Expected residual value' },
  depreciation: lineTexts.depreciation,
  finance: lineTexts.finance,
  handling: lineTexts.handling,
  price: { sv: 'Priset', en: 'The price' },
}

const nameOf = (details: Readonly<Record<string, unknown>>, language: 'sv' | 'en'): string =>
  criterionTexts[details['requirement'] as CriterionKey][language].toLowerCase()
type Details = Parameters<typeof nameOf>[0]

/** With the requirement that stops the choice; the API says the same in `details`. */
export const choiceWords = {
  'requirement-unmet': {
    sv: (d: Details) => `Kan inte väljas: kravet på ${nameOf(d, 'sv')} är inte uppfyllt.`,
    en: (d: Details) => `Cannot be chosen: the requirement on ${nameOf(d, 'en')} is not met.`,
  },
  'requirement-unknown': {
    sv: (d: Details) =>
      `Kan inte väljas: det är okänt om kravet på ${nameOf(d, 'sv')} är uppfyllt.`,
    en: (d: Details) =>
      `Cannot be chosen: whether the requirement on ${nameOf(d, 'en')} is met is unknown.`,
  },
} as const
