// Worked cases as JSON, with the symbols of the method as keys: what `omlopp impact` reads and prints.
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import { legacyEquivalentsOf, roundAsDiploma } from './equivalences.ts'
import { avoided, type Impact, type ImpactLine } from './impact.ts'
import { completeLine } from './lines.ts'
import {
  checkRange,
  defaultParameters,
  displacements,
  impactMethod,
  type Displacement,
  type ImpactParameters,
  type Range,
} from './parameters.ts'
import { reader, under, type JsonObject, type Limits, type Reader } from './reader.ts'

export interface AvoidedOutput {
  readonly avoided_embodied: number
  readonly avoided_use: number
  readonly induced_use: number
  readonly burden_refurb: number
  readonly net: number
  readonly net_low: number
  readonly net_high: number
  readonly sensitivity: Readonly<Record<string, { readonly plus: number; readonly minus: number }>>
  readonly per_second_life_year: number | null
  readonly supplier_share: number
  readonly buyer_share: number
  readonly ivl_style: number
}
export interface EquivalenceOutput {
  readonly kg: number
  readonly fridge_years: number
  readonly laps: number
  readonly apartment_years: number
  readonly fridge_years_rounded: number
  readonly laps_rounded: number
  readonly apartments_rounded: number
}
export type CaseOutput = AvoidedOutput | EquivalenceOutput
export type ImpactOutput = CaseOutput | { readonly [caseId: string]: CaseOutput }

/**
 * Takes a file of cases, one case (`inputs` and perhaps `kind`), or the inputs of one case alone.
 * @returns one object per case id, or the one object; refused with the place of what is wrong
 */
export function runImpactInput(json: unknown): Result<ImpactOutput> {
  const read = reader()
  const top = read.object(json, '')
  const method = read.text(top, 'method', '')
  if (method !== undefined && method !== impactMethod)
    read.fail('unknown-method', 'method', { method })
  const refusal = read.refusal()
  if (refusal) return refusal
  if (top.cases === undefined) return runCase(top, '', top.displacement)
  const cases = read.list(top.cases, 'cases')
  const outputs: [string, CaseOutput][] = []
  for (const [index, each] of cases.entries()) {
    const field = under('cases', index)
    const one = read.object(each, field)
    const id = read.text(one, 'id', field)
    if (id === undefined) read.fail('value-missing', under(field, 'id'))
    else if (outputs.some(([earlier]) => earlier === id))
      read.fail('duplicate-case', under(field, 'id'), { id })
    const wrong = read.refusal()
    if (wrong) return wrong
    const output = runCase(one, field, top.displacement)
    if (!output.ok) return output
    outputs.push([id!, output.value])
  }
  return read.refusal() ?? done(Object.fromEntries(outputs))
}

function runCase(one: JsonObject, field: string, displacement: unknown): Result<CaseOutput> {
  const read = reader()
  const bare = one.inputs === undefined
  const place = bare ? field : under(field, 'inputs')
  const inputs = bare ? one : read.object(one.inputs, place)
  const kind = read.text(one, 'kind', field) ?? ('kg' in inputs ? 'equivalence' : 'avoided')
  const refusal = read.refusal()
  if (refusal) return refusal
  if (kind === 'equivalence') return runEquivalence(read, inputs, place)
  if (kind === 'avoided') return runAvoided(read, inputs, place, displacement)
  return refuse('unknown-kind', { field: under(field, 'kind'), kind })
}

function runEquivalence(
  read: Reader,
  inputs: JsonObject,
  place: string,
): Result<EquivalenceOutput> {
  const kg = read.number(inputs, 'kg', place, { min: 0 })
  if (kg === undefined) read.fail('value-missing', under(place, 'kg'))
  const refusal = read.refusal()
  if (refusal) return refusal
  const exact = legacyEquivalentsOf(kg!)
  const whole = roundAsDiploma(exact)
  return done({
    kg: kg!,
    fridge_years: printed(exact.fridgeYears),
    laps: printed(exact.laps),
    apartment_years: printed(exact.apartmentYears),
    fridge_years_rounded: whole.fridgeYears,
    laps_rounded: whole.laps,
    apartments_rounded: whole.apartmentYears,
  })
}

function runAvoided(
  read: Reader,
  inputs: JsonObject,
  place: string,
  displacement: unknown,
): Result<AvoidedOutput> {
  const parameters = readParameters(read, inputs, place, displacement)
  if (inputs.lines === undefined) read.fail('value-missing', under(place, 'lines'))
  const rows = inputs.lines === undefined ? [] : read.list(inputs.lines, under(place, 'lines'))
  const lines: ImpactLine[] = []
  for (const [index, row] of rows.entries()) {
    const line = readLine(read, row, under(under(place, 'lines'), index))
    if (!line.ok) return line
    lines.push(line.value)
  }
  if (rows.length === 0) read.fail('no-lines', under(place, 'lines'))
  return read.refusal() ?? done(outputOf(avoided(lines, parameters)))
}

const atLeast0: Limits = { min: 0 }
const above0: Limits = { above: 0 }
const count: Limits = { min: 0, whole: true, max: 1e9 }

/** Key in the file, name in `KnownLine`, limits. */
const lineFields = [
  ['n_reused', 'reused', count],
  ['n_handled', 'handled', count],
  ['P', 'productionKg', atLeast0],
  ['P_low', 'productionLowKg', atLeast0],
  ['P_high', 'productionHighKg', atLeast0],
  ['T', 'distributionKg', atLeast0],
  ['W', 'endOfLifeKg', atLeast0],
  ['u_old', 'oldKwhPerYear', atLeast0],
  ['u_new', 'newKwhPerYear', atLeast0],
  ['mass', 'massKg', atLeast0],
  ['L1', 'firstUseYears', above0],
  ['L2', 'secondUseYears', above0],
  ['parts', 'partsKg', atLeast0],
  ['road_km', 'roadKm', atLeast0],
  ['air_km', 'airKm', atLeast0],
] as const
type LineName = (typeof lineFields)[number][1]
const lineKeys: readonly string[] = ['category', 'evidence', ...lineFields.map(([key]) => key)]

function readLine(read: Reader, row: unknown, place: string): Result<ImpactLine> {
  const line = read.object(row, place, lineKeys)
  const category = read.text(line, 'category', place)
  if (category === undefined) read.fail('value-missing', under(place, 'category'))
  // Without evidence the cautious class is taken, never one to one.
  const evidence = read.text(line, 'evidence', place) ?? 'unknown'
  if (!isDisplacement(evidence))
    read.fail('unknown-evidence', under(place, 'evidence'), { evidence })
  const values: Partial<Record<LineName, number>> = {}
  for (const [key, name, limits] of lineFields) {
    const value = read.number(line, key, place, limits)
    if (value !== undefined) values[name] = value
  }
  if (values.reused === undefined) read.fail('value-missing', under(place, 'n_reused'))
  const refusal = read.refusal()
  if (refusal) return refusal
  const complete = completeLine({
    ...values,
    category: category!,
    reused: values.reused!,
    displacement: evidence as Displacement,
  })
  return complete.ok ? complete : inFile(complete, place)
}

const isDisplacement = (text: string): text is Displacement =>
  (displacements as readonly string[]).includes(text)

/** Points at the key in the file in place of the name in the code. */
function inFile(refusal: Refusal, place: string): Refusal {
  const { field = '', ...details } = refusal.details
  const key = lineFields.find(([, name]) => name === field)?.[0] ?? field
  return refuse(refusal.code, { ...details, field: under(place, key) })
}

/** Key in the file, name in `ImpactParameters`, limits. */
const ranges = [
  ['ef', 'gridFactor', atLeast0],
  ['b_proc', 'refurbishKg', atLeast0],
  ['lam', 'secondUseFactor', above0],
] as const
const singles = [
  ['k_pack', 'packagingFactor', atLeast0],
  ['road_km', 'roadKm', atLeast0],
  ['air_km', 'airKm', atLeast0],
  ['ef_road', 'roadKgPerTonneKm', atLeast0],
  ['ef_air', 'airKgPerTonneKm', atLeast0],
  ['alpha', 'supplierShare', { min: 0, max: 1 }],
] as const
const parameterKeys: readonly string[] = [
  ...ranges.flatMap(([key]) => [key, `${key}_low`, `${key}_high`]),
  ...singles.map(([key]) => key),
]

function readParameters(
  read: Reader,
  inputs: JsonObject,
  inputsPlace: string,
  displacement: unknown,
): ImpactParameters {
  const place = under(inputsPlace, 'parameters')
  const from = read.object(inputs.parameters ?? {}, place, parameterKeys)
  const given: { -readonly [K in keyof ImpactParameters]?: ImpactParameters[K] } = {}
  for (const [key, name, limits] of ranges) {
    const usual = defaultParameters[name]
    given[name] = {
      central: read.number(from, key, place, limits) ?? usual.central,
      low: read.number(from, `${key}_low`, place, limits) ?? usual.low,
      high: read.number(from, `${key}_high`, place, limits) ?? usual.high,
    }
    checkOrder(read, given[name], under(place, key))
  }
  for (const [key, name, limits] of singles)
    given[name] = read.number(from, key, place, limits) ?? defaultParameters[name]
  return { ...defaultParameters, ...given, displacement: readDisplacement(read, displacement) }
}

/** A file may state its own displacement; what it leaves out is the method's. */
function readDisplacement(read: Reader, given: unknown): ImpactParameters['displacement'] {
  const usual = defaultParameters.displacement
  if (given === undefined) return usual
  const from = read.object(given, 'displacement', displacements)
  const classOf = (name: Displacement): Range => {
    if (from[name] === undefined) return usual[name]
    const place = under('displacement', name)
    const one = read.object(from[name], place, ['central', 'low', 'high'])
    const share: Limits = { min: 0, max: 1 }
    const range = {
      central: read.number(one, 'central', place, share) ?? usual[name].central,
      low: read.number(one, 'low', place, share) ?? usual[name].low,
      high: read.number(one, 'high', place, share) ?? usual[name].high,
    }
    checkOrder(read, range, place)
    return range
  }
  return {
    documented: classOf('documented'),
    market: classOf('market'),
    unknown: classOf('unknown'),
  }
}

function checkOrder(read: Reader, range: Range, field: string): void {
  const refusal = checkRange(range, field)
  if (refusal) read.fail(refusal.code, field, { ...range })
}

const outputOf = (impact: Impact): AvoidedOutput => ({
  avoided_embodied: printed(impact.avoidedEmbodiedKg),
  avoided_use: printed(impact.avoidedUseKg),
  induced_use: printed(impact.inducedUseKg),
  burden_refurb: printed(impact.burdenKg),
  net: printed(impact.netKg),
  net_low: printed(impact.lowKg),
  net_high: printed(impact.highKg),
  sensitivity: Object.fromEntries(
    [...impact.sensitivity].map(([driver, { plusKg, minusKg }]) => [
      driver,
      { plus: printed(plusKg), minus: printed(minusKg) },
    ]),
  ),
  per_second_life_year:
    impact.perSecondLifeYearKg === null ? null : printed(impact.perSecondLifeYearKg),
  supplier_share: printed(impact.supplierKg),
  buyer_share: printed(impact.buyerKg),
  ivl_style: printed(impact.ivlComparableKg),
})

/** Milligrams, halves away from nought: enough to compare programs by. Never minus nought. */
const printed = (kg: number): number => (Math.sign(kg) * Math.round(Math.abs(kg) * 1e6)) / 1e6 + 0
