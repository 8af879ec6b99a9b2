// The whole life of a device (for the inventory), and what a longer first life avoids. Neither is
// ever added to the avoided emissions of reuse.
import { transportKg } from './impact.ts'
import type { Displacement, ImpactParameters } from './parameters.ts'

export interface Embodied {
  readonly productionKg: number
  readonly distributionKg: number
  readonly endOfLifeKg: number
}

/** One holder's use: the first life needs no refurbishing, each later one does. */
export interface Life {
  readonly years: number
  readonly kwhPerYear: number
  readonly partsKg?: number
  /** Refurbishing and freight before this life. */
  readonly refurbished: boolean
}

export interface LifeCycle {
  readonly totalKg: number
  readonly years: number
  /** Null for a device that has not been used. */
  readonly perYearKg: number | null
}

/** `F = P + T + W + EF u years + sum(b + tr + parts per life)`. */
export function lifeCycle(
  device: Embodied & { readonly massKg: number },
  lives: readonly Life[],
  parameters: ImpactParameters,
): LifeCycle {
  const handling = parameters.refurbishKg.central + transportKg(device, parameters)
  let totalKg = device.productionKg + device.distributionKg + device.endOfLifeKg
  let years = 0
  for (const life of lives) {
    totalKg += parameters.gridFactor.central * life.kwhPerYear * life.years
    totalKg += (life.refurbished ? handling : 0) + (life.partsKg ?? 0)
    years += life.years
  }
  return { totalKg, years, perYearKg: years > 0 ? totalKg / years : null }
}

export interface LifeExtension extends Embodied {
  /** Years beyond the planned ones, in the same hands. */
  readonly extraYears: number
  readonly firstUseYears: number
  readonly displacement: Displacement
  readonly oldKwhPerYear: number
  readonly newKwhPerYear: number
  readonly partsKg: number
}

/** `d (D/L1) E + d D u_new EF - D u_old EF - parts`. */
export function avoidedByExtension(device: LifeExtension, parameters: ImpactParameters): number {
  const share = parameters.displacement[device.displacement].central
  const grid = parameters.gridFactor.central
  const embodied = device.productionKg + device.distributionKg + device.endOfLifeKg
  return (
    share * (device.extraYears / device.firstUseYears) * embodied +
    share * device.extraYears * device.newKwhPerYear * grid -
    device.extraYears * device.oldKwhPerYear * grid -
    device.partsKg
  )
}
