import type { Day } from '../../core/dates.ts'
import type { DeviceId, OrganisationId, PersonId } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DeviceStatus } from '../devices/rules/status.ts'
import {
  goneStatuses,
  IDLE_DAYS,
  idleStatuses,
  yearTo,
  type FlowStep,
  type GoalName,
} from './rules.ts'

export interface CountedStep {
  readonly party: OrganisationId
  readonly day: Day
  readonly step: FlowStep
}

export async function countSteps(tx: Tx, steps: readonly CountedStep[]) {
  if (steps.length === 0) return
  const sums = new Map<string, CountedStep & { count: number }>()
  for (const step of steps) {
    const key = `${step.party} ${step.day} ${step.step}`
    const sum = sums.get(key)
    if (sum) sum.count++
    else sums.set(key, { ...step, count: 1 })
  }
  const rows = [...sums.values()]
  await tx.run('SELECT goals.count_steps($1, $2, $3, $4)', [
    rows.map((row) => row.party),
    rows.map((row) => row.day),
    rows.map((row) => row.step),
    rows.map((row) => row.count),
  ])
}

export interface Moment {
  readonly party: OrganisationId
  readonly deviceId: DeviceId
  readonly at: Date
}

export async function beginExposure(tx: Tx, rows: readonly Moment[]) {
  if (rows.length === 0) return
  await tx.run('SELECT goals.begin_exposure($1, $2, $3)', [
    rows.map((row) => row.party),
    rows.map((row) => row.deviceId),
    rows.map((row) => row.at),
  ])
}

export async function endExposure(tx: Tx, rows: readonly Moment[]) {
  if (rows.length === 0) return
  await tx.run('SELECT goals.end_exposure($1, $2)', [
    rows.map((row) => row.deviceId),
    rows.map((row) => row.at),
  ])
}

export const flows = (tx: Tx, from: Day) =>
  tx.rows<{ step: FlowStep; count: number }>(
    `SELECT step, sum(count) AS count FROM goals.flow
     WHERE organisation_id = organisations.current_id() AND day >= $1 GROUP BY step`,
    [from],
  )

export const monthlyFlows = (tx: Tx, from: Day) =>
  tx.rows<{ month: Day; step: FlowStep; count: number }>(
    `SELECT date_trunc('month', day)::date AS month, step, sum(count) AS count FROM goals.flow
     WHERE organisation_id = organisations.current_id() AND day >= $1 GROUP BY 1, 2`,
    [from],
  )

/** Of each status: all, those due within ninety days, and those past their last day. */
export const standing = (tx: Tx, today: Day) =>
  tx.rows<{ status: DeviceStatus; count: number; due: number; late: number }>(
    `SELECT status,
       coalesce(sum(count) FILTER (WHERE facet = 'standing'), 0) AS count,
       coalesce(sum(count) FILTER (WHERE facet = 'ends' AND day <= $1::date + 90), 0) AS due,
       coalesce(sum(count) FILTER (WHERE facet = 'ends' AND day < $1::date), 0) AS late
     FROM devices.tallied
     WHERE organisation_id = organisations.current_id() AND facet IN ('standing', 'ends')
     GROUP BY status`,
    [today],
  )

/** Devices that have stood at a station since before the given day. */
export const stuck = (tx: Tx, limits: readonly { status: string; before: Day }[]) =>
  tx.rows<{ status: DeviceStatus; count: number }>(
    `SELECT t.status, sum(t.count) AS count
     FROM unnest($1::text[], $2::date[]) AS w (status, before)
     JOIN devices.tallied t ON t.organisation_id = organisations.current_id()
       AND t.facet = 'since' AND t.status = w.status AND t.day < w.before
     GROUP BY t.status`,
    [limits.map((limit) => limit.status), limits.map((limit) => limit.before)],
  )

/** Hand-outs whose last day lies in each month, and how many came home within thirty days of it. */
export const returned = (tx: Tx, from: Day, today: Day) =>
  tx.rows<{ month: Day; due: number; home: number }>(
    `SELECT date_trunc('month', day::timestamp)::date AS month,
       coalesce(sum(count) FILTER (WHERE facet = 'due'), 0) AS due,
       coalesce(sum(count) FILTER (WHERE facet = 'home'), 0) AS home
     FROM devices.tallied
     WHERE organisation_id = organisations.current_id() AND facet IN ('due', 'home')
       AND day >= $1 AND day < $2::date - 30 GROUP BY 1`,
    [from, today],
  )

/** Median days from hand-in to proven erasure, of those proven in the year that ends with each month. */
export const exposures = (tx: Tx, months: readonly Day[]) =>
  tx.rows<{ month: Day; days: number; count: number }>(
    `WITH counted AS (
       SELECT y.month, c.hours, sum(c.count) AS count
       FROM unnest($1::date[], $2::date[]) AS y (month, first)
       JOIN goals.exposure_count c ON c.organisation_id = organisations.current_id()
         AND c.month BETWEEN y.first AND y.month
       GROUP BY y.month, c.hours
     ), ranked AS (
       SELECT month, hours, sum(count) OVER (PARTITION BY month ORDER BY hours) AS up_to,
         sum(count) OVER (PARTITION BY month) AS whole
       FROM counted
     )
     SELECT month, max(whole) AS count,
       -- Of an even number the median lies half-way between the two in the middle.
       (min(hours) FILTER (WHERE up_to * 2 >= whole)
         + min(hours) FILTER (WHERE up_to * 2 > whole)) / 48.0 AS days
     FROM ranked GROUP BY month`,
    [months, months.map(yearTo)],
  )

export const targets = (tx: Tx) =>
  tx.rows<{ figure: GoalName; value: number }>('SELECT figure, value FROM goals.target')

export const setTarget = (
  tx: Tx,
  organisationId: OrganisationId,
  figure: GoalName,
  value: number,
  on: Day,
) =>
  tx.run(
    `INSERT INTO goals.target (organisation_id, figure, value, decided_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organisation_id, figure) DO UPDATE SET value = excluded.value,
       decided_on = excluded.decided_on`,
    [organisationId, figure, value, on],
  )

export const idle = (tx: Tx, before: Day) =>
  tx.one<{ idle: number; owned: number }>(
    `SELECT coalesce(sum(count) FILTER (WHERE facet = 'since' AND kept AND day < $1
         AND status = ANY ($2)), 0) AS idle,
       coalesce(sum(count) FILTER (WHERE facet = 'standing'
         AND status NOT IN ('sold', 'donated', 'parts', 'recycled', 'destroyed')), 0) AS owned
     FROM devices.tallied
     WHERE organisation_id = organisations.current_id() AND own AND facet IN ('standing', 'since')`,
    [before, idleStatuses],
  )

export const idleByMonth = (tx: Tx, from: Day) =>
  tx.rows<{ month: Day; idle: number; owned: number }>(
    `SELECT month, idle, owned FROM goals.idle_month
     WHERE organisation_id = organisations.current_id() AND month >= $1`,
    [from],
  )

/**
 * As the owner of the tables, of every organisation at once: what stands idle on a day, kept for its
 * month. It reads the register itself, so that a measurement asks for nothing counted before it.
 */
export const measureIdle = (tx: Tx, on: Day) =>
  tx.run(
    `INSERT INTO goals.idle_month (organisation_id, month, idle, owned)
     SELECT organisation_id, date_trunc('month', $1::date)::date,
       count(*) FILTER (WHERE custodian_id = organisation_id AND status = ANY ($2)
         AND (status_since AT TIME ZONE 'UTC')::date < $1::date - $3::integer),
       count(*) FILTER (WHERE status <> ALL ($4))
     FROM devices.listing WHERE owner_id = organisation_id GROUP BY organisation_id
     ON CONFLICT (organisation_id, month) DO UPDATE SET idle = excluded.idle, owned = excluded.owned`,
    [on, idleStatuses, IDLE_DAYS, goneStatuses],
  )

/** Needs that are not met yet: asked for, and decided and on their way; late when their day has passed. */
export const unmetNeeds = (tx: Tx, ordererId: PersonId | null, today: Day) =>
  tx.rows<{ station: 'need' | 'ordered'; count: number; late: number }>(
    `SELECT CASE WHEN o.state = 'submitted' OR n.state = 'open' THEN 'need' ELSE 'ordered' END
         AS station,
       count(*) AS count, count(*) FILTER (WHERE n.needed_from_on < $2) AS late
     FROM ordering.need n JOIN ordering.order o ON o.id = n.order_id
     WHERE n.organisation_id = organisations.current_id()
       AND n.state IN ('open', 'held', 'reserved', 'onOrder')
       AND o.state IN ('submitted', 'approved', 'partlyDelivered')
       AND ($1::uuid IS NULL OR o.orderer_id = $1)
     GROUP BY 1`,
    [ordererId, today],
  )

/** How many needs were asked for, and how many approved, since a day. */
export const needsSince = (tx: Tx, ordererId: PersonId | null, from: Day) =>
  tx.one<{ need: number; ordered: number }>(
    `SELECT
       (SELECT count(*) FROM ordering.order o JOIN ordering.need n ON n.order_id = o.id
        WHERE o.organisation_id = organisations.current_id() AND o.submitted_at >= $2
          AND ($1::uuid IS NULL OR o.orderer_id = $1)) AS need,
       (SELECT count(*) FROM ordering.order o JOIN ordering.need n ON n.order_id = o.id
        WHERE o.organisation_id = organisations.current_id() AND o.decided_at >= $2
          AND o.state IN ('approved', 'partlyDelivered', 'delivered')
          AND ($1::uuid IS NULL OR o.orderer_id = $1)) AS ordered`,
    [ordererId, from],
  )

/** Orders that the person may decide, with what they cost a month and once. */
export const awaitingApproval = (tx: Tx, approverId: PersonId) =>
  tx.one<{ orders: number; monthOre: number; purchaseOre: number }>(
    `SELECT count(DISTINCT o.id) AS orders, coalesce(sum(n.price_ore), 0)::bigint AS "monthOre",
       coalesce(sum(n.purchase_ore) FILTER (WHERE n.way = 'shop'), 0)::bigint AS "purchaseOre"
     FROM ordering.order o JOIN ordering.need n ON n.order_id = o.id AND n.state <> 'withdrawn'
     WHERE o.organisation_id = organisations.current_id() AND o.state = 'submitted'
       AND o.orderer_id <> $1`,
    [approverId],
  )

/** What waits for a person: discrepancies to close and erasures to review. */
export const openQuestions = (tx: Tx) =>
  tx.one<{ discrepancies: number; reviews: number }>(
    `SELECT (SELECT count(*) FROM returns.discrepancy WHERE closed_at IS NULL) AS discrepancies,
       (SELECT count(*) FROM erasure.result WHERE state = 'awaitingReview') AS reviews`,
  )

/** As the owner of the tables: what the listener has counted, to be counted anew. */
export const forgetAll = (tx: Tx) =>
  tx.run('TRUNCATE goals.flow, goals.exposure, goals.exposure_count')
