import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { deviceCategories, factors202611 } from './factors/2026-11.ts'
import { equivalences } from './factors/equivalences-2026-11.ts'
import { boaviztaNotice } from './factors/factor-set.ts'
import { defaultParameters } from './parameters.ts'

const shared =
  process.env.OMLOPP_SHARED ?? new URL('../../../../../shared', import.meta.url).pathname
const reference = `${shared}/reference`
const rowsOf = (name: string) =>
  parse<Record<string, string>>(readFileSync(`${reference}/${name}`, 'utf8'), { columns: true })
const number = (text: string | undefined) => (text === '' ? null : Number(text))

describe.skipIf(!existsSync(`${reference}/impact-factors.csv`))(
  'the committed factors (reference beside the repository)',
  () => {
    it('are the rows of impact-factors.csv, value for value', () => {
      const rows = rowsOf('impact-factors.csv')
      const devices = rows.filter((row) => !row.category!.startsWith('part_'))
      const parts = rows.filter((row) => row.category!.startsWith('part_'))
      expect([devices.length, parts.length]).toEqual([27, 12])
      expect(factors202611.devices).toEqual(
        Object.fromEntries(devices.map((row) => [row.category, deviceOf(row)])),
      )
      expect(factors202611.parts).toEqual(
        Object.fromEntries(parts.map((row) => [row.category!.slice('part_'.length), shareOf(row)])),
      )
    })

    it('leave out the use in kilograms, since kWh (to a tenth) and grid give it', () => {
      for (const row of rowsOf('impact-factors.csv')) {
        if (row.kg_co2e_use_per_year === '') continue
        const kg = Number(row.kwh_per_year) * defaultParameters.gridFactor.central
        expect(Math.abs(kg - Number(row.kg_co2e_use_per_year)), row.category).toBeLessThan(0.0081)
      }
    })

    it('have the equivalences of equivalences.csv, value for value', () => {
      expect(equivalences).toEqual(
        Object.fromEntries(
          rowsOf('equivalences.csv').map(({ name, value, unit, source, year }) => [
            name,
            { value: number(value), unit, source, year: number(year) },
          ]),
        ),
      )
    })
  },
)

describe('every factor', () => {
  it('lies within its interval and names source, year and licence', () => {
    expect(deviceCategories).toHaveLength(27)
    const all = [...Object.values(factors202611.devices), ...Object.values(factors202611.parts)]
    for (const factor of all) {
      expect(factor.lowKg).toBeLessThanOrEqual(factor.productionKg)
      expect(factor.highKg).toBeGreaterThanOrEqual(factor.productionKg)
      for (const text of [factor.source, factor.sourceYear, factor.licence])
        expect(text).not.toBe('')
    }
  })

  it('under ODbL comes with the notice that its licence asks for', () => {
    const open = Object.values(factors202611.devices).filter((factor) =>
      factor.licence.startsWith('ODbL'),
    )
    expect(open).toHaveLength(16)
    expect(factors202611.notices).toContain(boaviztaNotice)
    expect(boaviztaNotice).toBe(
      'Contains information from Boavizta environmental-footprint-data, ODbL 1.0',
    )
  })
})

const shareOf = (row: Record<string, string>) => ({
  productionKg: number(row.kg_co2e_production_median),
  lowKg: number(row.interval_low),
  highKg: number(row.interval_high),
  massKg: number(row.mass_kg),
  intervalBasis: row.interval_basis,
  secondSource: row.second_source_kg_co2e_production,
  source: row.source,
  sourceYear: row.source_year,
  licence: row.licence_note,
})

const deviceOf = (row: Record<string, string>) => ({
  ...shareOf(row),
  p5Kg: number(row.p5),
  p95Kg: number(row.p95),
  productionMeanKg: number(row.kg_co2e_production_mean),
  embodiedMedianKg: number(row.kg_co2e_embodied_median),
  distributionKg: number(row.kg_co2e_transport),
  endOfLifeKg: number(row.kg_co2e_eol),
  kwhPerYear: number(row.kwh_per_year),
  firstUseYears: number(row.lifetime_years_first_use),
  secondUseYears: number(row.lifetime_years_second_use),
  records: number(row.n_records),
  lifetimeBasis: row.lifetime_basis,
  weee: row.weee_category,
})
