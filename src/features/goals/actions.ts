// The circle and its figures, from counts that the listener keeps.
import { addDays, dayOf, type Day } from '../../core/dates.ts'
import type { Input, Output } from '../../core/endpoint.ts'
import { done, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import type { DeviceStatus } from '../devices/rules/status.ts'
import { climateSummary } from '../climate/actions.ts'
import { circleStations, type api } from './api.ts'
import { percent, promisedDays, twelveMonths, type FigureName, type FlowStep } from './rules.ts'
import * as store from './store.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>
type Station = (typeof circleStations)[number]

/** The step that brings a device to each station. */
const arrivals: Partial<Record<Station, FlowStep>> = {
  handedOut: 'handedOut',
  handedIn: 'handedIn',
  sent: 'sent',
  received: 'received',
  erased: 'erased',
  graded: 'graded',
  pool: 'pooled',
}

export async function getCircle(ctx: ActionContext, { query }: In<'getCircle'>): Out<'getCircle'> {
  const today = dayOf(ctx.now)
  const from = addDays(today, query.period === 'month' ? -30 : -365)
  const standing = await store.standing(ctx.tx, today)
  const limits = Object.entries(promisedDays).map(([status, days]) => ({
    status,
    before: addDays(today, -days),
  }))
  const stuck = await store.stuck(ctx.tx, limits)
  const flows = await store.flows(ctx.tx, from)
  const week = await store.flows(ctx.tx, addDays(today, -7))
  const open = await store.openQuestions(ctx.tx)
  const counts = countsOf(standing)
  const stuckAt = new Map<Station, number>([
    ...stuck.map((row) => [row.status as Station, row.count] as const),
    ['due', counts.late],
  ])
  return done({
    asOf: ctx.now.toISOString(),
    from,
    total: counts.total,
    stations: circleStations.map((id) => ({
      id,
      count: counts.at(id),
      week: arrivals[id] ? moved(week, arrivals[id]) : null,
      stuck: stuckAt.get(id) ?? 0,
    })),
    flows,
    needsMet: { met: moved(flows, 'secondLife'), of: moved(flows, 'handedOut') },
    openDiscrepancies: open.discrepancies,
    awaitingReview: open.reviews,
  })
}

const moved = (flows: readonly { step: FlowStep; count: number }[], step: FlowStep): number =>
  flows.find((flow) => flow.step === step)?.count ?? 0

const gone: readonly DeviceStatus[] = ['sold', 'donated', 'parts', 'recycled', 'destroyed']

/** What is due stands under "due" and not under "in use" too: each device stands at one place. */
function countsOf(rows: Awaited<ReturnType<typeof store.standing>>) {
  const of = (status: string) => rows.find((row) => row.status === status)
  const due = (of('inUse')?.due ?? 0) + (of('handedOut')?.due ?? 0)
  return {
    total: rows
      .filter((row) => !gone.includes(row.status))
      .reduce((sum, row) => sum + row.count, 0),
    late: (of('inUse')?.late ?? 0) + (of('handedOut')?.late ?? 0),
    at: (station: Station): number => {
      const row = of(station)
      if (station === 'due') return due
      if (station === 'inUse' || station === 'handedOut') return row ? row.count - row.due : 0
      return row?.count ?? 0
    },
  }
}

export async function getFigures(ctx: ActionContext): Out<'getFigures'> {
  const today = dayOf(ctx.now)
  const months = twelveMonths(today)
  const from = months[0]!
  const goals = new Map((await store.targets(ctx.tx)).map((row) => [row.figure, row.value]))
  const common = { low: null, high: null, months }
  const rates = [
    await returnRate(ctx, from, today, months),
    await reuseRate(ctx, from, months),
    await daysToErasure(ctx, from, months),
    await idleShare(ctx, today, months),
    ...(await avoidedTonnes(ctx, today, months)),
  ]
  return done({
    items: rates.map((rate) => ({ ...common, goal: goals.get(rate.figure) ?? null, ...rate })),
  })
}

/** Of the calendar year so far; only for those who may see climate. */
async function avoidedTonnes(ctx: ActionContext, today: Day, months: Day[]): Promise<Rate[]> {
  if (!ctx.permissions.has('climate.see')) return []
  const summary = await climateSummary(ctx, { query: { from: `${today.slice(0, 4)}-01-01` } })
  if (!summary.ok) return []
  const { count, profiles } = summary.value
  const tonnes = (kg: number) => Math.round(kg / 100) / 10
  const known = count > 0 ? profiles.own : null
  return [
    {
      figure: 'avoidedTonnes',
      value: known ? tonnes(known.net) : null,
      low: known ? tonnes(known.low) : null,
      high: known ? tonnes(known.high) : null,
      course: months.map(() => null),
      basis: count,
    },
  ]
}

interface Rate {
  readonly figure: FigureName
  readonly value: number | null
  readonly low?: number | null
  readonly high?: number | null
  readonly course: (number | null)[]
  readonly basis: number
}

/** Home within thirty days after the last day of the period of use, of all that had one. */
async function returnRate(ctx: ActionContext, from: Day, today: Day, months: Day[]): Promise<Rate> {
  const rows = await store.returned(ctx.tx, from, today)
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + pick(row), 0)
  const due = sum((row) => row.due)
  return {
    figure: 'returnRate',
    value: percent(
      sum((row) => row.home),
      due,
    ),
    course: months.map((month) =>
      share(
        rows.find((row) => row.month === month),
        'home',
        'due',
      ),
    ),
    basis: due,
  }
}

/** Reused (sold, donated, begun a second life inside) of all that got an outcome. */
async function reuseRate(ctx: ActionContext, from: Day, months: Day[]): Promise<Rate> {
  const rows = await store.monthlyFlows(ctx.tx, from)
  const of = (month: Day | null, steps: readonly FlowStep[]) =>
    rows
      .filter((row) => (month === null || row.month === month) && steps.includes(row.step))
      .reduce((total, row) => total + row.count, 0)
  const reused: FlowStep[] = ['sold', 'donated', 'secondLife']
  const ended: FlowStep[] = [...reused, 'parts', 'recycled']
  return {
    figure: 'reuseRate',
    value: percent(of(null, reused), of(null, ended)),
    course: months.map((month) =>
      share({ part: of(month, reused), whole: of(month, ended) }, 'part', 'whole'),
    ),
    basis: of(null, ended),
  }
}

async function daysToErasure(ctx: ActionContext, from: Day, months: Day[]): Promise<Rate> {
  const rows = await store.exposures(ctx.tx, from)
  const whole = rows.find((row) => row.month === null)
  const days = (row: (typeof rows)[number] | undefined) =>
    row && row.count > 0 ? Math.round(row.days * 10) / 10 : null
  return {
    figure: 'daysToErasure',
    value: days(whole),
    course: months.map((month) => days(rows.find((row) => row.month === month))),
    basis: whole?.count ?? 0,
  }
}

/** Owned, standing in the own keeping for more than ninety days, of all owned and in circulation. */
async function idleShare(ctx: ActionContext, today: Day, months: Day[]): Promise<Rate> {
  const { idle, owned } = await store.idle(ctx.tx, addDays(today, -90))
  // Only the present is known of this figure; its course begins when it has been asked for monthly.
  return {
    figure: 'idleShare',
    value: percent(idle, owned),
    course: months.map(() => null),
    basis: owned,
  }
}

/** A month of two devices goes from nothing to all: it is no course, and is left out of it. */
const LEAST_OF_MONTH = 8

function share<Row extends object>(
  row: Row | undefined,
  part: keyof Row,
  whole: keyof Row,
): number | null {
  const of = Number(row?.[whole] ?? 0)
  return row && of >= LEAST_OF_MONTH ? Math.round((Number(row[part]) / of) * 1000) / 10 : null
}

export async function setGoal(ctx: ActionContext, { params, body }: In<'setGoal'>): Out<'setGoal'> {
  await store.setTarget(ctx.tx, ctx.organisationId, params.figure, body.value, dayOf(ctx.now))
  return done({ figure: params.figure, value: body.value })
}
