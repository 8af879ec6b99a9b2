// What a mass of CO2e corresponds to. Help for the eye, shown with factor and year, never measured.
import { equivalences, type Equivalence } from './factors/equivalences-2026-11.ts'

export interface Equivalents {
  readonly carKm: number
  readonly laps: number
  readonly fridgeYears: number
  /** The factors behind them, to be printed beside. */
  readonly car: Equivalence
  readonly fridge: Equivalence
}

const lapKm = equivalences.earth_circumference.value

/** Car kilometres first: its factor is the tailpipe's and does not move with the grid. */
export function equivalentsOf(kg: number): Equivalents {
  const car = equivalences.car_fleet_sweden_recommended
  const fridge = equivalences.fridge_year_recommended
  const carKm = kg / car.value
  return { carKm, laps: carKm / lapKm, fridgeYears: kg / fridge.value, car, fridge }
}

export interface LegacyEquivalents {
  readonly fridgeYears: number
  readonly laps: number
  readonly apartmentYears: number
}

/** Comparable with the climate diplomas of 2016 and after; only behind a switch that says so. */
export const legacyEquivalentsOf = (kg: number): LegacyEquivalents => ({
  fridgeYears: (kg * equivalences.fridges_per_tonne_inrego_legacy.value) / 1000,
  laps: kg / (equivalences.car_inrego_legacy.value * lapKm),
  apartmentYears: kg / equivalences.apartment_heat_year_inrego_legacy.value,
})

/** The diploma prints whole refrigerators, laps and apartments, to the nearest. */
export const roundAsDiploma = (exact: LegacyEquivalents): LegacyEquivalents => ({
  fridgeYears: Math.round(exact.fridgeYears),
  laps: Math.round(exact.laps),
  apartmentYears: Math.round(exact.apartmentYears),
})
