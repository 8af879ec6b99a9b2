import type { Day } from '../../core/dates.ts'
import type { DeviceId, OrganisationId } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DeviceStatus } from '../devices/rules/status.ts'
import type { FigureName, FlowStep } from './rules.ts'

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

export const standing = (tx: Tx, today: Day) =>
  tx.rows<{ status: DeviceStatus; count: number; due: number; late: number }>(
    `SELECT status, count(*) AS count,
       count(*) FILTER (WHERE ends_on <= $1::date + 90) AS due,
       count(*) FILTER (WHERE ends_on < $1::date) AS late
     FROM devices.listing WHERE organisation_id = organisations.current_id() GROUP BY status`,
    [today],
  )

/** Devices that have stood at a station since before the given moment. */
export const stuck = (tx: Tx, limits: readonly { status: string; before: Date }[]) =>
  tx.rows<{ status: DeviceStatus; count: number }>(
    `SELECT l.status, count(*) AS count
     FROM unnest($1::text[], $2::timestamptz[]) AS w (status, before)
     JOIN devices.listing l ON l.organisation_id = organisations.current_id()
       AND l.status = w.status AND l.status_since < w.before
     GROUP BY l.status`,
    [limits.map((limit) => limit.status), limits.map((limit) => limit.before)],
  )

/** Hand-outs whose last day lies in each month, and how many came home within thirty days of it. */
export const returned = (tx: Tx, from: Day, today: Day) =>
  tx.rows<{ month: Day; due: number; home: number }>(
    `SELECT date_trunc('month', ends_on)::date AS month, count(*) AS due,
       count(*) FILTER (WHERE ended_at < (ends_on + 31)::timestamptz) AS home
     FROM custody.hand_out
     WHERE organisation_id = organisations.current_id()
       AND ends_on >= $1 AND ends_on < $2::date - 30 GROUP BY 1`,
    [from, today],
  )

/** Median days from hand-in to proven erasure, of those proven in each month and in all. */
export const exposures = (tx: Tx, from: Day) =>
  tx.rows<{ month: Day | null; days: number; count: number }>(
    `SELECT date_trunc('month', proven_at)::date AS month, count(*) AS count,
       percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM proven_at - ended_at) / 86400) AS days
     FROM goals.exposure
     WHERE organisation_id = organisations.current_id() AND proven_at >= $1
     GROUP BY GROUPING SETS ((1), ())`,
    [from],
  )

export const targets = (tx: Tx) =>
  tx.rows<{ figure: FigureName; value: number }>('SELECT figure, value FROM goals.target')

export const setTarget = (
  tx: Tx,
  organisationId: OrganisationId,
  figure: FigureName,
  value: number,
  on: Day,
) =>
  tx.run(
    `INSERT INTO goals.target (organisation_id, figure, value, decided_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organisation_id, figure) DO UPDATE SET value = excluded.value,
       decided_on = excluded.decided_on`,
    [organisationId, figure, value, on],
  )

export const idle = (tx: Tx, before: Date) =>
  tx.one<{ idle: number; owned: number }>(
    `SELECT count(*) FILTER (WHERE status IN ('inStock', 'pool', 'handedIn') AND status_since < $1
         AND custodian_id = owner_id) AS idle, count(*) AS owned
     FROM devices.listing
     WHERE organisation_id = organisations.current_id() AND owner_id = organisations.current_id()
       AND status NOT IN ('sold', 'donated', 'parts', 'recycled', 'destroyed')`,
    [before],
  )

/** What waits for a person: discrepancies to close and erasures to review. */
export const openQuestions = (tx: Tx) =>
  tx.one<{ discrepancies: number; reviews: number }>(
    `SELECT (SELECT count(*) FROM returns.discrepancy WHERE closed_at IS NULL) AS discrepancies,
       (SELECT count(*) FROM erasure.result WHERE state = 'awaitingReview') AS reviews`,
  )
