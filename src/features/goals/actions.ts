// The circle and its figures, from counts that the listener keeps.
import { addDays, dayOf, type Day } from '../../core/dates.ts'
import type { Input, Output } from '../../core/endpoint.ts'
import { done, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import { avoidedByYear } from '../climate/actions.ts'
import { seesAll } from '../ordering/actions/shown.ts'
import { deviceStations, type api } from './api.ts'
import {
  courseMonths,
  goneStatuses,
  IDLE_DAYS,
  percent,
  promisedDays,
  sumOfYear,
  yearTo,
  type FigureName,
  type FlowStep,
} from './rules.ts'
import * as store from './store.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>
type Station = (typeof deviceStations)[number]

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
  const limits = Object.entries(promisedDays).map(([status, days]) => ({
    status,
    before: addDays(today, -days),
  }))
  const [standing, stuck, flows, week, open, needs, goals] = await Promise.all([
    store.standing(ctx.tx, today),
    store.stuck(ctx.tx, limits),
    store.flows(ctx.tx, from),
    store.flows(ctx.tx, addDays(today, -7)),
    store.openQuestions(ctx.tx),
    needsOf(ctx, today),
    goalsOf(ctx),
  ])
  const counts = countsOf(standing)
  const stuckAt = new Map<Station, number>([
    ...stuck.map((row) => [row.status as Station, row.count] as const),
    ['due', counts.late],
  ])
  return done({
    asOf: ctx.now.toISOString(),
    from,
    total: counts.total,
    stations: [
      ...needs.stations,
      ...deviceStations.map((id) => ({
        id,
        count: counts.at(id),
        week: arrivals[id] ? moved(week, arrivals[id]) : null,
        stuck: stuckAt.get(id) ?? 0,
      })),
    ],
    flows,
    needsMet: { met: moved(flows, 'secondLife'), of: moved(flows, 'handedOut') },
    goal: goals.get('ownCircle') ?? null,
    openDiscrepancies: open.discrepancies,
    awaitingReview: open.reviews,
    awaitingApproval: needs.awaitingApproval,
  })
}

/** Where needs stand, for who orders; what waits for an approver's decision, for who approves. */
async function needsOf(ctx: ActionContext, today: Day) {
  if (!ctx.permissions.has('ordering.order')) return { stations: [], awaitingApproval: null }
  const ordererId = seesAll(ctx) ? null : ctx.actorId
  const approves = ctx.permissions.has('ordering.approve')
  const [unmet, week, awaitingApproval] = await Promise.all([
    store.unmetNeeds(ctx.tx, ordererId, today),
    store.needsSince(ctx.tx, ordererId, addDays(today, -7)),
    approves ? store.awaitingApproval(ctx.tx, ctx.actorId) : null,
  ])
  const stations = (['need', 'ordered'] as const).map((id) => {
    const row = unmet.find((one) => one.station === id)
    return { id, count: row?.count ?? 0, week: week[id], stuck: row?.late ?? 0 }
  })
  return { stations, awaitingApproval }
}

const moved = (flows: readonly { step: FlowStep; count: number }[], step: FlowStep): number =>
  flows.find((flow) => flow.step === step)?.count ?? 0

/** What is due stands under "due" and not under "in use" too: each device stands at one place. */
function countsOf(rows: Awaited<ReturnType<typeof store.standing>>) {
  const of = (status: string) => rows.find((row) => row.status === status)
  const due = (of('inUse')?.due ?? 0) + (of('handedOut')?.due ?? 0)
  return {
    total: rows
      .filter((row) => !goneStatuses.includes(row.status))
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
  const months = courseMonths(today)
  const common = { low: null, high: null, months }
  const [goals, avoided, ...rates] = await Promise.all([
    goalsOf(ctx),
    avoidedTonnes(ctx, months),
    returnRate(ctx, today, months),
    reuseRate(ctx, months),
    daysToErasure(ctx, months),
    idleShare(ctx, today, months),
  ])
  return done({
    items: [...rates, ...avoided].map((rate) => ({
      ...common,
      goal: goals.get(rate.figure) ?? null,
      ...rate,
    })),
  })
}

const goalsOf = async (ctx: ActionContext) =>
  new Map((await store.targets(ctx.tx)).map((row) => [row.figure, row.value]))

/** In tonnes, of the profile omlopp-impact/1; only for those who may see climate. */
async function avoidedTonnes(ctx: ActionContext, months: Day[]): Promise<Rate[]> {
  if (!ctx.permissions.has('climate.see')) return []
  const years = months.map((month) => ({ from: yearTo(month), to: month }))
  const each = await avoidedByYear(ctx, years)
  const last = each.at(-1)!
  const tonnes = (kg: number | undefined) => (kg === undefined ? null : Math.round(kg / 100) / 10)
  return [
    {
      figure: 'avoidedTonnes',
      value: tonnes(last.figure?.net),
      low: tonnes(last.figure?.low),
      high: tonnes(last.figure?.high),
      course: each.map(({ figure }) => tonnes(figure?.net)),
      basis: last.count,
    },
  ]
}

interface Rate {
  readonly figure: FigureName
  readonly value: number | null
  readonly low?: number | null
  readonly high?: number | null
  /** The same figure as it stood at the end of each month: the last is the value itself. */
  readonly course: (number | null)[]
  readonly basis: number
}

/** A share of each year that ends with a month; the value is the share of the last. */
const rateOf = (
  figure: FigureName,
  months: readonly Day[],
  partOf: (month: Day) => number,
  wholeOf: (month: Day) => number,
): Rate => {
  const course = months.map((month) => percent(partOf(month), wholeOf(month)))
  return { figure, value: course.at(-1) ?? null, course, basis: wholeOf(months.at(-1)!) }
}

/** Home within thirty days after the last day of the period of use, of all that had one. */
async function returnRate(ctx: ActionContext, today: Day, months: Day[]): Promise<Rate> {
  const rows = await store.returned(ctx.tx, yearTo(months[0]!), today)
  return rateOf(
    'returnRate',
    months,
    (month) => sumOfYear(rows, month, (row) => row.home),
    (month) => sumOfYear(rows, month, (row) => row.due),
  )
}

/** Reused (sold, donated, begun a second life inside) of all that got an outcome. */
async function reuseRate(ctx: ActionContext, months: Day[]): Promise<Rate> {
  const rows = await store.monthlyFlows(ctx.tx, yearTo(months[0]!))
  const of = (month: Day, steps: readonly FlowStep[]) =>
    sumOfYear(rows, month, (row) => (steps.includes(row.step) ? row.count : 0))
  const reused: FlowStep[] = ['sold', 'donated', 'secondLife']
  const ended: FlowStep[] = [...reused, 'parts', 'recycled']
  return rateOf(
    'reuseRate',
    months,
    (month) => of(month, reused),
    (month) => of(month, ended),
  )
}

/** The median, in days with one decimal. */
async function daysToErasure(ctx: ActionContext, months: Day[]): Promise<Rate> {
  const rows = await store.exposures(ctx.tx, months)
  const at = (month: Day) => rows.find((row) => row.month === month)
  const days = (month: Day) => {
    const row = at(month)
    return row && row.count > 0 ? Math.round(row.days * 10) / 10 : null
  }
  const last = months.at(-1)!
  return {
    figure: 'daysToErasure',
    value: days(last),
    course: months.map(days),
    basis: at(last)?.count ?? 0,
  }
}

/** Owned, standing in the own keeping for more than ninety days, of all owned and in circulation. */
async function idleShare(ctx: ActionContext, today: Day, months: Day[]): Promise<Rate> {
  const [{ idle, owned }, measured] = await Promise.all([
    store.idle(ctx.tx, addDays(today, -IDLE_DAYS)),
    store.idleByMonth(ctx.tx, months[0]!),
  ])
  const value = percent(idle, owned)
  const course = months.slice(0, -1).map((month) => {
    const row = measured.find((one) => one.month === month)
    return row ? percent(row.idle, row.owned) : null
  })
  return { figure: 'idleShare', value, course: [...course, value], basis: owned }
}

export async function setGoal(ctx: ActionContext, { params, body }: In<'setGoal'>): Out<'setGoal'> {
  await store.setTarget(ctx.tx, ctx.organisationId, params.figure, body.value, dayOf(ctx.now))
  return done({ figure: params.figure, value: body.value })
}
