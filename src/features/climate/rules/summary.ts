// A summary out of counts by category: the three profiles of the same second lives, side by side.
import type { Day } from '../../../core/dates.ts'
import { groupBy } from '../../../core/group.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { dataQualityOf } from './device-impact.ts'
import { equivalentsOf } from './equivalences.ts'
import { factors202611, isDeviceCategory, type DeviceCategory } from './factors/2026-11.ts'
import { avoidedForFleet, type FleetFigure, type FleetLine } from './fleet-impact.ts'
import { legacyFigure, legacyKgPerUnit, type LegacyKind } from './inrego-legacy.ts'
import { displacements, type Displacement } from './parameters.ts'
import { isLegacy, type ReuseKind } from './reuse.ts'

export interface ReuseCount {
  readonly category: DeviceKind
  readonly kind: ReuseKind
  readonly displacement: Displacement
  readonly count: number
}

/**
 * The second lives of all and what they avoided, without what a report has beside it.
 * @param counts of one category, kind and displacement in any number of parts, as of several months
 */
export function totalOf(counts: readonly ReuseCount[], on: Day) {
  const alike = groupBy(counts, (each) => `${each.category} ${each.kind} ${each.displacement}`)
  const merged = [...alike.values()].map((each) => ({
    ...each[0]!,
    count: sum(each.map(({ count }) => count)),
  }))
  const reckoned = [...groupBy(merged, ({ category }) => category)]
    .map(([category, each]) => linesOf(category, each, on))
    .filter((lines) => figureOfLines(lines) !== null)
  return {
    count: sum(merged.filter(({ kind }) => kind !== 'failed').map(({ count }) => count)),
    figure: figureOfLines(reckoned.flat()),
  }
}

/** `on` is the last day of the report. */
export function summaryOf(counts: readonly ReuseCount[], on: Day) {
  const byCategory = groupBy(counts, ({ category }) => category)
  const categories = [...byCategory].map(([category, each]) => categoryOf(category, each, on))
  const counted = categories.filter((each) => each.figure !== null)
  const total = figureOfLines(
    counted.flatMap(({ category }) => linesOf(category, byCategory.get(category)!, on)),
  )
  const legacyCounts: Partial<Record<LegacyKind, number>> = {}
  for (const { category, count } of categories)
    if (isLegacy(category)) legacyCounts[category] = count
  return {
    count: sum(categories.map((each) => each.count)),
    failed: sum(categories.map((each) => each.failed)),
    withoutFactor: sum(categories.map((each) => (each.figure ? 0 : each.count))),
    byDisplacement: displacements
      .map((displacement) => ({
        displacement,
        count: sum(
          counts
            .filter((each) => each.displacement === displacement && each.kind !== 'failed')
            .map((each) => each.count),
        ),
      }))
      .filter((each) => each.count > 0),
    categories,
    total,
    equivalents: total && total.net > 0 ? equivalentsOf(total.net) : null,
    legacy: legacyFigure(legacyCounts),
    legacyNotCounted: sum(categories.map((each) => (each.legacyKg === null ? each.count : 0))),
  }
}

function categoryOf(category: DeviceKind, counts: readonly ReuseCount[], on: Day) {
  const of = (kind: ReuseKind) =>
    sum(counts.filter((each) => each.kind === kind).map((each) => each.count))
  const reused = { sold: of('sold'), redeployed: of('redeployed'), donated: of('donated') }
  const count = reused.sold + reused.redeployed + reused.donated
  const known = isDeviceCategory(category)
  const figure = known ? figureOfLines(linesOf(category, counts, on)) : null
  const factor = known && figure ? factors202611.devices[category] : null
  return {
    category,
    count,
    ...reused,
    failed: of('failed'),
    figure,
    legacyKg: isLegacy(category) ? count * legacyKgPerUnit[category] : null,
    dataQuality: known && figure ? dataQualityOf(category) : null,
    source: factor?.source ?? null,
    sourceYear: factor?.sourceYear ?? null,
    licence: factor?.licence ?? null,
  }
}

function linesOf(category: DeviceKind, counts: readonly ReuseCount[], on: Day): FleetLine[] {
  if (!isDeviceCategory(category)) return []
  return counts.map((each) => lineOfCount(category, each, on))
}

const lineOfCount = (category: DeviceCategory, each: ReuseCount, on: Day): FleetLine => ({
  kind: category,
  displacement: each.displacement,
  secondLives: {
    kind: each.kind === 'failed' ? 'sold' : each.kind,
    count: each.kind === 'failed' ? 0 : each.count,
    on,
    // Each was asked for its need when it was recorded.
    ...(each.displacement === 'documented' ? { need: 'recorded' } : {}),
  },
  failed: each.kind === 'failed' ? each.count : 0,
})

/** Null when there is nothing to reckon, or the factors lack what the method asks for. */
function figureOfLines(lines: readonly FleetLine[]): FleetFigure | null {
  const figure = avoidedForFleet(lines)
  return figure.ok ? figure.value : null
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
