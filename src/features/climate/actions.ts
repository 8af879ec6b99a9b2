// Reading the climate figures: reckoned from counts by the rules, never summed from stored rows.
import type { Input, Output } from '../../core/endpoint.ts'
import { dayOf, isDay, type Day } from '../../core/dates.ts'
import { done, refuse, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import { unitExists } from '../organisations/store.ts'
import type { api } from './api.ts'
import { dataQualityOf, lineOf, type AvoidedFigure } from './rules/device-impact.ts'
import { roundedClaim } from './rules/display.ts'
import { factors202611, isDeviceCategory } from './rules/factors/2026-11.ts'
import type { FleetFigure } from './rules/fleet-impact.ts'
import { avoided, type Impact } from './rules/impact.ts'
import { defaultParameters, impactMethod } from './rules/parameters.ts'
import { spansOf } from './rules/spans.ts'
import { summaryOf, totalOf } from './rules/summary.ts'
import * as store from './store.ts'
import { climateTexts } from './texts.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function climateSummary(
  ctx: ActionContext,
  { query }: In<'climateSummary'>,
): Out<'climateSummary'> {
  const period = { from: query.from ?? null, to: query.to ?? null }
  const wrong = wrongDay(period)
  if (wrong) return refuse('day-not-valid', { field: wrong })
  const spans = spansOf(period.from, period.to)
  if (query.unitId && !(await unitExists(ctx.tx, query.unitId)))
    return refuse('unit-not-found', { unitId: query.unitId })
  const counts = query.unitId
    ? await store.unitCountsOf(ctx.tx, ctx.organisationId, query.unitId, spans)
    : await store.countsOf(ctx.tx, ctx.organisationId, spans)
  const summary = summaryOf(counts, period.to ?? dayOf(ctx.now))
  const { total, legacy } = summary
  return done({
    ...period,
    count: summary.count,
    failed: summary.failed,
    withoutFactor: summary.withoutFactor,
    method: impactMethod,
    factorVersion: factors202611.version,
    notices: [...factors202611.notices],
    byDisplacement: summary.byDisplacement,
    categories: summary.categories.map(({ figure, ...category }) => ({
      ...category,
      figure: figure && shown(figure),
      ivlComparableKg: figure?.ivlComparable ?? null,
    })),
    profiles: {
      own: total && {
        ...shown(total),
        byDataQuality: byQuality(total),
        carbonCoverage: total.carbonCoverage,
        sensitivity: largestFirst(total.sensitivity),
        equivalents: summary.equivalents,
      },
      ivlComparable: total && { kg: total.ivlComparable },
      legacy: { kg: legacy.kg, ...legacy.diploma, notCounted: summary.legacyNotCounted },
    },
  })
}

/**
 * What was avoided in each of several years, each from the first day of a month to the end of
 * another: read once, since they overlap. @returns kg CO₂e, null when nothing can be reckoned
 */
export async function avoidedByYear(
  ctx: ActionContext,
  years: readonly { readonly from: Day; readonly to: Day }[],
): Promise<{ readonly count: number; readonly figure: AvoidedFigure | null }[]> {
  const days = years.flatMap(({ from, to }) => [from, to]).toSorted()
  if (days.length === 0) return []
  const rows = await store.countsByMonth(ctx.tx, ctx.organisationId, days[0]!, days.at(-1)!)
  return years.map(({ from, to }) => {
    const within = rows.filter(({ month }) => month >= from && month <= to)
    const { count, figure } = totalOf(within, dayOf(ctx.now))
    return { count, figure: count > 0 ? figure : null }
  })
}

/** The declared shape also lets through days such as 31 February. */
const wrongDay = (period: { from: string | null; to: string | null }) =>
  (['from', 'to'] as const).find((end) => period[end] !== null && !isDay(period[end]))

const shown = (figure: AvoidedFigure) => ({
  net: figure.net,
  low: figure.low,
  high: figure.high,
  supplier: figure.supplier,
  buyer: figure.buyer,
  perSecondLifeYear: figure.perSecondLifeYear,
  driver: figure.driver,
  claim: figure.claim,
})

const byQuality = (figure: FleetFigure) =>
  ([1, 2, 3, 4] as const).map((dataQuality) => ({
    dataQuality,
    netKg: figure.byDataQuality[dataQuality],
  }))

export async function deviceClimate(
  ctx: ActionContext,
  { params }: In<'deviceClimate'>,
): Out<'deviceClimate'> {
  if (!(await store.deviceExists(ctx.tx, params.deviceId)))
    return refuse('device-not-found', { deviceId: params.deviceId })
  const rows = await store.livesOf(ctx.tx, params.deviceId)
  const code = whyNone(rows)
  return done({
    deviceId: params.deviceId,
    why: code && { code, title: climateTexts[code][ctx.language] },
    notices: [...factors202611.notices],
    lives: rows.map(({ at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      claim:
        row.netKg === null || row.lowKg === null || row.highKg === null
          ? null
          : roundedClaim(row.netKg, row.lowKg, row.highKg),
      dataQuality:
        row.netKg !== null && isDeviceCategory(row.category) ? dataQualityOf(row.category) : null,
      sensitivity: sensitivityOf(row),
    })),
  })
}

function whyNone(rows: readonly store.LifeRow[]): 'notYet' | 'noFactor' | 'gotNoUser' | null {
  if (rows.length === 0) return 'notYet'
  const reused = rows.filter((row) => row.kind !== 'failed')
  if (reused.length === 0) return 'gotNoUser'
  return reused.some((row) => row.netKg !== null) ? null : 'noFactor'
}

/** Only with the factors that the row was reckoned with; others would not explain its figure. */
function sensitivityOf(row: Omit<store.LifeRow, 'at'>) {
  if (row.netKg === null || row.factorVersion !== factors202611.version) return []
  if (!isDeviceCategory(row.category)) return []
  const line = lineOf(
    { kind: row.category, displacement: row.displacement, transportKm: { road: row.transportKm } },
    row.kind === 'failed' ? 0 : 1,
    1,
  )
  if (!line.ok) return []
  return largestFirst(avoided([line.value], defaultParameters).sensitivity)
}

const largestFirst = (sensitivity: Impact['sensitivity']) =>
  [...sensitivity]
    .map(([driver, deviation]) => ({ driver, ...deviation }))
    .sort((a, b) => Math.max(b.plusKg, b.minusKg) - Math.max(a.plusKg, a.minusKg))
