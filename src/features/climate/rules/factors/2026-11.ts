// Factors of November 2026, one row per kind of device and per spare part, kg CO2e (GWP100).
// The category statistics are computed from Boavizta's table of makers' own footprints; the notice
// of its licence follows the set. Each row names its source, year and licence.
import { boaviztaNotice, type DeviceFactor, type FactorSet, type PartFactor } from './factor-set.ts'

const BOAVIZTA = 'Boavizta environmental-footprint-data, boavizta-data-us.csv @61323eb'
const ADEME = 'ADEME/ARCEP 2025 via incubateur-ademe/impactco2 numerique.ts @8076a48'
const IVL =
  'IVL/Inrego component model 2020, as tabulated in TomBurdge/Carbon-benefit-IT-Refurbishment device-emissions-and-weights.csv @85c2db7'

const ODBL = 'ODbL 1.0 (contents DbCL 1.0); statistics computed by us'
const ADEME_LICENCE =
  'fact; Impact CO2 code MIT, ADEME data Licence Ouverte (check before bulk reuse)'
const IVL_LICENCE =
  'fact; IVL model published as open and free to use; the repository that tabulates it is GPL-3.0'
const PRESS = 'fact quoted in press'

const PERCENTILES = 'p5-p95 between models, widened to the second sources'
const FACTOR_2 = 'assumed factor 2 each way'
const BOTH_ASSUMED = 'first use assumed; second life assumed 0.6 x first'
const ADEME_LIFE = 'ADEME 2025 default; second life assumed 0.6 x first'

// Categories of Directive 2012/19/EU, annex III.
const SCREENS = '2 screens (>100 cm2)'
const SMALL_IT = '6 small IT (<=50 cm)'
const SMALL_OR_LARGE = '6 small IT (<=50 cm) else 4'
const LARGE_OR_SMALL = '4 large (>50 cm) else 6'

// prettier-ignore
const devices = {
  laptop: {
    productionKg: 238.6, lowKg: 116.5, highKg: 360.2, p5Kg: 116.5, p95Kg: 360.2, productionMeanKg: 235.6, embodiedMedianKg: 241.7,
    distributionKg: 1.2, endOfLifeKg: 1.7, kwhPerYear: 18, massKg: 1.65, firstUseYears: 5, secondUseYears: 3, records: 233,
    intervalBasis: PERCENTILES, lifetimeBasis: 'ADEME 2022: 5 years first, 3 years second', weee: SCREENS,
    source: BOAVIZTA, sourceYear: '2015-2023', secondSource: 'IVL 280; ADEME 170', licence: ODBL,
  },
  mobile_workstation: {
    productionKg: 324.8, lowKg: 244.5, highKg: 436.5, p5Kg: 244.5, p95Kg: 436.5, productionMeanKg: 333.4, embodiedMedianKg: 347.5,
    distributionKg: 1.5, endOfLifeKg: 1.7, kwhPerYear: 26.9, massKg: 2.31, firstUseYears: 5, secondUseYears: 3, records: 28,
    intervalBasis: PERCENTILES, lifetimeBasis: 'as ADEME computers (assumed)', weee: SCREENS,
    source: BOAVIZTA, sourceYear: '2017-2022', secondSource: 'IVL (14in+) 300', licence: ODBL,
  },
  desktop: {
    productionKg: 212.5, lowKg: 146.8, highKg: 460, p5Kg: 146.8, p95Kg: 302.5, productionMeanKg: 217.2, embodiedMedianKg: 272.1,
    distributionKg: 4.3, endOfLifeKg: 9.5, kwhPerYear: 70.9, massKg: 5.24, firstUseYears: 5, secondUseYears: 3, records: 67,
    intervalBasis: PERCENTILES, lifetimeBasis: 'ADEME 2022: 5 years first, 3 years second', weee: SMALL_OR_LARGE,
    source: BOAVIZTA, sourceYear: '2015-2023', secondSource: 'IVL 460; ADEME 203 (office)', licence: ODBL,
  },
  workstation: {
    productionKg: 316.9, lowKg: 196, highKg: 730, p5Kg: 196, p95Kg: 718.9, productionMeanKg: 418.8, embodiedMedianKg: 343.3,
    distributionKg: 7.7, endOfLifeKg: 15.7, kwhPerYear: 137.5, massKg: 9.2, firstUseYears: 5, secondUseYears: 3, records: 24,
    intervalBasis: PERCENTILES, lifetimeBasis: 'as ADEME computers (assumed)', weee: SMALL_OR_LARGE,
    source: BOAVIZTA, sourceYear: '2018-2022', secondSource: 'IVL (tower) 730', licence: ODBL,
  },
  all_in_one: {
    productionKg: 256.3, lowKg: 196.5, highKg: 460, p5Kg: 196.5, p95Kg: 435.1, productionMeanKg: 289.2, embodiedMedianKg: 389.2,
    distributionKg: 4.4, endOfLifeKg: 10.4, kwhPerYear: 77.2, massKg: 9.42, firstUseYears: 5, secondUseYears: 3, records: 29,
    intervalBasis: PERCENTILES, lifetimeBasis: 'as ADEME computers (assumed)', weee: SCREENS,
    source: BOAVIZTA, sourceYear: '2015-2022', secondSource: 'IVL 460', licence: ODBL,
  },
  thin_client: {
    productionKg: 45.5, lowKg: 41, highKg: 290, p5Kg: 41, p95Kg: 117.5, productionMeanKg: 62.8, embodiedMedianKg: 47.7,
    distributionKg: 1.6, endOfLifeKg: 3.5, kwhPerYear: 41, massKg: 0.97, firstUseYears: 5, secondUseYears: 3, records: 16,
    intervalBasis: PERCENTILES, lifetimeBasis: 'as ADEME computers (assumed)', weee: SMALL_IT,
    source: BOAVIZTA, sourceYear: '2018-2022', secondSource: 'IVL (USDT desktop) 290', licence: ODBL,
  },
  monitor: {
    productionKg: 333.3, lowKg: 64.6, highKg: 523.9, p5Kg: 157.6, p95Kg: 523.9, productionMeanKg: 355.8, embodiedMedianKg: 357.4,
    distributionKg: 5.6, endOfLifeKg: 8.9, kwhPerYear: 40.9, massKg: 5.73, firstUseYears: 6, secondUseYears: 3.6, records: 185,
    intervalBasis: PERCENTILES, lifetimeBasis: 'PCF median 6 and ADEME 6; second life assumed 0.6 x first', weee: SCREENS,
    source: BOAVIZTA, sourceYear: '2015-2022', secondSource: 'IVL 510; ADEME 64.6', licence: ODBL,
  },
  large_display: {
    productionKg: 451, lowKg: 250.7, highKg: 911.8, p5Kg: 250.7, p95Kg: 911.8, productionMeanKg: 542.9, embodiedMedianKg: 553.8,
    distributionKg: 7.5, endOfLifeKg: 10.7, kwhPerYear: 105.8, massKg: 14.18, firstUseYears: 6, secondUseYears: 3.6, records: 19,
    intervalBasis: PERCENTILES, lifetimeBasis: 'PCF median 6 and ADEME 6; second life assumed 0.6 x first', weee: SCREENS,
    source: `${BOAVIZTA} (monitors above 33 inch)`, sourceYear: '2018-2022', secondSource: 'IVL (33in+) 600; ADEME (television) 325', licence: ODBL,
  },
  smartphone: {
    productionKg: 53, lowKg: 16.8, highKg: 77, p5Kg: 16.8, p95Kg: 76.5, productionMeanKg: 53.5, embodiedMedianKg: 55.5,
    distributionKg: 0.5, endOfLifeKg: 0.5, kwhPerYear: 7, massKg: 0.17, firstUseYears: 3, secondUseYears: 2, records: 49,
    intervalBasis: PERCENTILES, lifetimeBasis: 'ADEME 2022: 3 years first, 2 years second', weee: SMALL_IT,
    source: BOAVIZTA, sourceYear: '2017-2022', secondSource: 'IVL 55; ADEME 77', licence: ODBL,
  },
  tablet: {
    productionKg: 79, lowKg: 31.8, highKg: 127, p5Kg: 31.8, p95Kg: 127, productionMeanKg: 76.5, embodiedMedianKg: 80,
    distributionKg: 0.7, endOfLifeKg: 0.85, kwhPerYear: 14.8, massKg: 0.73, firstUseYears: 3, secondUseYears: 2, records: 20,
    intervalBasis: PERCENTILES, lifetimeBasis: 'ADEME 2022: 3 years first, 2 years second', weee: SCREENS,
    source: BOAVIZTA, sourceYear: '2018-2022', secondSource: 'IVL 117; ADEME 80.5', licence: ODBL,
  },
  server: {
    productionKg: 1215.4, lowKg: 608.5, highKg: 3660, p5Kg: 608.5, p95Kg: 1723.6, productionMeanKg: 1230.7, embodiedMedianKg: 1278,
    distributionKg: 13, endOfLifeKg: 10.32, kwhPerYear: 1528.6, massKg: 22.23, firstUseYears: 4, secondUseYears: 2.4, records: 48,
    intervalBasis: PERCENTILES, lifetimeBasis: 'PCF median 4; second life assumed 0.6 x first', weee: LARGE_OR_SMALL,
    source: BOAVIZTA, sourceYear: '2019-2021', secondSource: 'IVL 2579; ADEME (BoaviztAPI factors) 3660', licence: ODBL,
  },
  printer: {
    productionKg: 130, lowKg: 85, highKg: 774.9, p5Kg: 85, p95Kg: 774.9, productionMeanKg: 237.2, embodiedMedianKg: 130,
    distributionKg: 0, endOfLifeKg: 0, kwhPerYear: 19.2, massKg: 26, firstUseYears: 5, secondUseYears: 3, records: 11,
    intervalBasis: 'p5-p95 between models, widened to the second sources of embodied = total x (1 - use ratio), holds transport and end of life', lifetimeBasis: 'PCF median 5; second life assumed 0.6 x first', weee: LARGE_OR_SMALL,
    source: `${BOAVIZTA}; mass: IVL`, sourceYear: '2017-2020', secondSource: 'IVL (desk) 170', licence: ODBL,
  },
  router: {
    productionKg: 16, lowKg: 9, highKg: 60.8, p5Kg: null, p95Kg: null, productionMeanKg: 17.3, embodiedMedianKg: 19,
    distributionKg: 0.7, endOfLifeKg: 0.1, kwhPerYear: 36.5, massKg: 0.38, firstUseYears: 5, secondUseYears: 3, records: 4,
    intervalBasis: 'range between sources, not percentiles', lifetimeBasis: ADEME_LIFE, weee: SMALL_IT,
    source: `${BOAVIZTA} (n=4, one maker; range from IVL small network 9 to ADEME box 60.8)`, sourceYear: '2019-2022', secondSource: 'IVL (small network) 9; ADEME (box) 60.8', licence: ODBL,
  },
  speaker: {
    productionKg: 28.1, lowKg: 14.1, highKg: 60.6, p5Kg: 14.1, p95Kg: 60.6, productionMeanKg: 34.3, embodiedMedianKg: 35.4,
    distributionKg: 0.3, endOfLifeKg: 0.7, kwhPerYear: 14.5, massKg: 0.33, firstUseYears: 5, secondUseYears: 3, records: 7,
    intervalBasis: PERCENTILES, lifetimeBasis: ADEME_LIFE, weee: '5 small equipment or 6',
    source: `${BOAVIZTA} (smart speakers)`, sourceYear: '2016-2023', secondSource: 'ADEME 19.5', licence: ODBL,
  },
  webcam: {
    productionKg: 30.6, lowKg: 9.8, highKg: 47.1, p5Kg: null, p95Kg: null, productionMeanKg: 29.5, embodiedMedianKg: null,
    distributionKg: 0, endOfLifeKg: 0, kwhPerYear: null, massKg: 0.15, firstUseYears: 5, secondUseYears: 3, records: 4,
    intervalBasis: 'min-max of proxy', lifetimeBasis: BOTH_ASSUMED, weee: SMALL_IT,
    source: `${BOAVIZTA} (proxy: 4 network cameras); mass assumed`, sourceYear: '2021', secondSource: '', licence: ODBL,
  },
  feature_phone: {
    productionKg: 23.3, lowKg: 11.7, highKg: 46.6, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0, endOfLifeKg: 0.1, kwhPerYear: 0, massKg: 0.1, firstUseYears: 2.5, secondUseYears: 1.5, records: null,
    intervalBasis: FACTOR_2, lifetimeBasis: ADEME_LIFE, weee: SMALL_IT,
    source: `${ADEME}; mass assumed`, sourceYear: '2025', secondSource: '', licence: ADEME_LICENCE,
  },
  switch: {
    productionKg: 200, lowKg: 9, highKg: 780, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 3.2, endOfLifeKg: 1.9, kwhPerYear: null, massKg: 5.9, firstUseYears: 5, secondUseYears: 3, records: null,
    intervalBasis: 'range between IVL sub-categories, not percentiles', lifetimeBasis: BOTH_ASSUMED, weee: LARGE_OR_SMALL,
    source: `${IVL} (rack mounted); lifetime assumed`, sourceYear: '2020', secondSource: '', licence: IVL_LICENCE,
  },
  access_point: {
    productionKg: 9, lowKg: 4.5, highKg: 60.8, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0.7, endOfLifeKg: 0.1, kwhPerYear: null, massKg: 0.5, firstUseYears: 5, secondUseYears: 3, records: null,
    intervalBasis: 'half of IVL small to ADEME box', lifetimeBasis: BOTH_ASSUMED, weee: SMALL_IT,
    source: `${IVL} (small network equipment); lifetime assumed`, sourceYear: '2020', secondSource: 'ADEME (box) 60.8', licence: IVL_LICENCE,
  },
  headset: {
    productionKg: 10, lowKg: 3, highKg: 20, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0, endOfLifeKg: 0, kwhPerYear: null, massKg: 0.2, firstUseYears: 3, secondUseYears: 1.8, records: null,
    intervalBasis: 'assumed', lifetimeBasis: BOTH_ASSUMED, weee: SMALL_IT,
    source: 'Second Hand Effect 2020 (Subito/IVL), headphones, saving per item used as proxy; mass and lifetime assumed', sourceYear: '2020', secondSource: '', licence: PRESS,
  },
  dock: {
    productionKg: 8, lowKg: 4, highKg: 16, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0.4, endOfLifeKg: 0.1, kwhPerYear: null, massKg: 0.8, firstUseYears: 5, secondUseYears: 3, records: null,
    intervalBasis: FACTOR_2, lifetimeBasis: BOTH_ASSUMED, weee: SMALL_IT,
    source: `${IVL}; lifetime assumed`, sourceYear: '2020', secondSource: '', licence: IVL_LICENCE,
  },
  keyboard: {
    productionKg: 3, lowKg: 1.5, highKg: 22, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0.4, endOfLifeKg: 0, kwhPerYear: null, massKg: 0.8, firstUseYears: 5, secondUseYears: 3, records: null,
    intervalBasis: 'half of IVL to Logitech label', lifetimeBasis: BOTH_ASSUMED, weee: SMALL_IT,
    source: `${IVL}; upper: Logitech G213 carbon label 22.0 (whole life, 2 years)`, sourceYear: '2020', secondSource: '', licence: IVL_LICENCE,
  },
  mouse: {
    productionKg: 8.2, lowKg: 4, highKg: 8.8, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0, endOfLifeKg: 0, kwhPerYear: null, massKg: 0.1, firstUseYears: 5, secondUseYears: 3, records: 6,
    intervalBasis: 'assumed low; highest label', lifetimeBasis: BOTH_ASSUMED, weee: SMALL_IT,
    source: 'Logitech carbon impact labels 2021, six mice, whole life incl. 2 years use (upper bound for production); mass and lifetime assumed', sourceYear: '2021', secondSource: '', licence: PRESS,
  },
  projector: {
    productionKg: 39.2, lowKg: 20, highKg: 78.4, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 1.32, endOfLifeKg: 3.26, kwhPerYear: 50, massKg: 2, firstUseYears: 8, secondUseYears: 4.8, records: null,
    intervalBasis: 'IVL to twice ADEME', lifetimeBasis: ADEME_LIFE, weee: '5 small equipment or 4',
    source: `${ADEME}; low: IVL 20; mass IVL`, sourceYear: '2025', secondSource: 'IVL 20', licence: ADEME_LICENCE,
  },
  television: {
    productionKg: 325, lowKg: 162.5, highKg: 650, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 3.26, endOfLifeKg: 11.9, kwhPerYear: 97.5, massKg: null, firstUseYears: 8, secondUseYears: 4.8, records: null,
    intervalBasis: FACTOR_2, lifetimeBasis: ADEME_LIFE, weee: SCREENS,
    source: ADEME, sourceYear: '2025', secondSource: '', licence: ADEME_LICENCE,
  },
  vr_headset: {
    productionKg: 70.3, lowKg: 35.2, highKg: 140.7, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0.38, endOfLifeKg: 1.68, kwhPerYear: 1, massKg: null, firstUseYears: 5, secondUseYears: 3, records: null,
    intervalBasis: FACTOR_2, lifetimeBasis: ADEME_LIFE, weee: '5 small equipment',
    source: ADEME, sourceYear: '2025', secondSource: '', licence: ADEME_LICENCE,
  },
  smartwatch: {
    productionKg: 24.5, lowKg: 24.4, highKg: 43.1, p5Kg: null, p95Kg: null, productionMeanKg: 30.7, embodiedMedianKg: 28.2,
    distributionKg: 0, endOfLifeKg: 0, kwhPerYear: null, massKg: 0.05, firstUseYears: 3.5, secondUseYears: 2.1, records: 3,
    intervalBasis: 'min-max', lifetimeBasis: 'PCF 3.5; second life assumed 0.6 x first', weee: SMALL_IT,
    source: `${BOAVIZTA} (3 models, one maker); mass assumed`, sourceYear: '2022', secondSource: '', licence: ODBL,
  },
  external_hdd: {
    productionKg: 11.5, lowKg: 5.8, highKg: 23, p5Kg: null, p95Kg: null, productionMeanKg: null, embodiedMedianKg: null,
    distributionKg: 0.11, endOfLifeKg: 0.29, kwhPerYear: 4, massKg: 0.2, firstUseYears: 5, secondUseYears: 3, records: null,
    intervalBasis: FACTOR_2, lifetimeBasis: ADEME_LIFE, weee: SMALL_IT,
    source: `${ADEME}; mass assumed`, sourceYear: '2025', secondSource: '', licence: ADEME_LICENCE,
  },
} satisfies Record<string, DeviceFactor>

const part = (
  productionKg: number,
  lowKg: number,
  highKg: number,
  massKg: number,
  secondSource = '',
): PartFactor => ({
  productionKg,
  lowKg,
  highKg,
  massKg,
  secondSource,
  intervalBasis: FACTOR_2,
  source: IVL,
  sourceYear: '2020',
  licence: IVL_LICENCE,
})

const parts = {
  ssd: part(93, 46.5, 186, 0.1, 'ADEME 135'),
  hdd: part(70, 35, 140, 0.8),
  ram_module: part(5, 2.5, 10, 0.05),
  cpu: part(50, 25, 100, 0.05),
  laptop_battery: part(8, 4, 16, 0.3),
  laptop_screen: part(60, 30, 120, 0.1),
  tablet_screen: part(32, 16, 64, 0.2),
  smartphone_screen: part(14, 7, 28, 0.1),
  keyboard: part(3, 1.5, 6, 0.8),
  laptop_power_adapter: part(3, 1.5, 6, 0.2, 'ADEME 3.51'),
  phone_charger: part(1, 0.3, 2, 0.1, 'ADEME 0.35'),
  network_card: part(2, 1, 4, 0.2),
} satisfies Record<string, PartFactor>

export type DeviceCategory = keyof typeof devices
export type PartCategory = keyof typeof parts

export const factors202611: FactorSet<DeviceCategory, PartCategory> = {
  version: 'omlopp-factors/2026-11',
  devices,
  parts,
  notices: [boaviztaNotice],
}

export const deviceCategories = Object.keys(devices) as readonly DeviceCategory[]

export const isDeviceCategory = (text: string): text is DeviceCategory =>
  Object.hasOwn(devices, text)
