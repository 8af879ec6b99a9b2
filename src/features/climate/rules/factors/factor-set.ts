// What a version of the factors holds. A figure names the version it was counted with, so that a
// series is never mixed and an old figure can be counted again.

/** One kind of device. Null means that no source was found, never that the value is nought. */
export interface DeviceFactor {
  /** Median of production, cradle to gate, kg CO2e. */
  readonly productionKg: number
  /** The interval the method varies production over: percentiles widened to the second sources. */
  readonly lowKg: number
  readonly highKg: number
  /** Filled only where they are real percentiles between models. */
  readonly p5Kg: number | null
  readonly p95Kg: number | null
  readonly productionMeanKg: number | null
  readonly embodiedMedianKg: number | null
  readonly distributionKg: number
  readonly endOfLifeKg: number
  readonly kwhPerYear: number | null
  readonly massKg: number | null
  readonly firstUseYears: number
  readonly secondUseYears: number
  readonly records: number | null
  readonly intervalBasis: string
  readonly lifetimeBasis: string
  readonly weee: string
  readonly secondSource: string
  readonly source: string
  readonly sourceYear: string
  readonly licence: string
}

/** A new spare part put into a device before its second life. */
export interface PartFactor {
  readonly productionKg: number
  readonly lowKg: number
  readonly highKg: number
  readonly massKg: number
  readonly intervalBasis: string
  readonly secondSource: string
  readonly source: string
  readonly sourceYear: string
  readonly licence: string
}

export interface FactorSet<Device extends string = string, Part extends string = string> {
  readonly version: string
  readonly devices: Readonly<Record<Device, DeviceFactor>>
  readonly parts: Readonly<Record<Part, PartFactor>>
  /** Notices that must stand wherever the factors, or figures from them, are shown or shipped. */
  readonly notices: readonly string[]
}

/** Asked for by the licence of the category statistics (ODbL 1.0, section 4.3). */
export const boaviztaNotice =
  'Contains information from Boavizta environmental-footprint-data, ODbL 1.0'
