// The front page and the climate summary of a large register.
import type { Database } from '../src/database/connect.ts'
import { climateSummary } from '../src/features/climate/actions.ts'
import { getCircle, getFigures } from '../src/features/goals/actions.ts'
import type { Result } from '../src/core/result.ts'
import type { ActionContext } from '../src/database/context.ts'
import type { Filled } from './fill.ts'
import { contextOf } from './hand-out.ts'
import { ms, percentile, timed, times, type Row } from './row.ts'

export async function reportRows(database: Database, filled: Filled, runs: number): Promise<Row[]> {
  await addReuse(database, filled)
  await addYears(database, filled)
  const own = `organisation_id = '${filled.organisationId}'`
  const count = filled.devices.toLocaleString('en')
  const reports: [string, (ctx: ActionContext) => Promise<Result<unknown>>, string][] = [
    [
      `climate of ${count} second lives`,
      (ctx) => climateSummary(ctx, { query: {} }),
      `SELECT category, kind, displacement, sum(count) FROM climate.reuse_count
       WHERE ${own} AND scope_id = organisation_id AND span = 'month' GROUP BY 1, 2, 3`,
    ],
    [
      `the circle of ${count}`,
      (ctx) => getCircle(ctx, { query: {} }),
      `SELECT status, count(*), count(*) FILTER (WHERE ends_on < now()) FROM devices.listing
       WHERE ${own} GROUP BY 1`,
    ],
    [
      `the figures of ${count}`,
      (ctx) => getFigures(ctx),
      `SELECT count(*) FROM devices.listing WHERE ${own} AND status <> 'sold'`,
    ],
  ]
  const rows: Row[] = []
  for (const [what, report, bare] of reports) {
    const action = await timed(runs, async () => {
      const result = await database.forOrganisation(filled.organisationId, (tx) =>
        report(contextOf(tx, filled, new Date())),
      )
      if (!result.ok) throw new Error(result.code)
    })
    const direct = await timed(runs, () => database.pool.query(bare))
    const p95 = percentile(action, 0.95)
    rows.push({
      what,
      measured: `p50 ${ms(percentile(action, 0.5))}, p95 ${ms(p95)}`,
      bare: `p50 ${ms(percentile(direct, 0.5))}, p95 ${ms(percentile(direct, 0.95))}`,
      ratio: times(percentile(action, 0.5) / percentile(direct, 0.5)),
      target: 'p95 under 100 ms',
      met: p95 < 100,
    })
  }
  return rows
}

/** As many second lives as devices, over nine years, in the counts that the listener keeps. */
async function addReuse({ pool }: Database, { organisationId, devices }: Filled) {
  await pool.query(
    `INSERT INTO climate.reuse_count (organisation_id, scope_id, span, on_day, category, kind,
       displacement, count)
     SELECT $1::uuid, $1::uuid, span, CASE span WHEN 'day' THEN day ELSE date_trunc('month', day)::date END,
       category, kind, displacement, sum(part)
     FROM (SELECT date '2017-01-01' + n AS day, ceil($2::numeric / 3285 / 36)::int AS part
       FROM generate_series(0, 3284) n) d,
       unnest(ARRAY['day', 'month']) span,
       unnest(ARRAY['laptop', 'desktop', 'monitor', 'smartphone', 'tablet', 'printer']) category,
       unnest(ARRAY['sold', 'redeployed']) kind,
       unnest(ARRAY['documented', 'market', 'unknown']) displacement
     GROUP BY 3, 4, 5, 6, 7`,
    [organisationId, devices],
  )
  await pool.query('VACUUM ANALYZE climate.reuse_count')
}

/**
 * Nine years of what the listeners and the hand-outs count, as ten million entries leave it: every
 * step on every day, last days with what came home in time, and exposures of up to three weeks.
 */
async function addYears({ pool }: Database, { organisationId, devices }: Filled) {
  await pool.query(
    `INSERT INTO goals.flow (organisation_id, day, step, count)
     SELECT $1::uuid, current_date - n, step, ceil($2::numeric * 10 / 3285 / 15)
     FROM generate_series(0, 3284) n, unnest(ARRAY['boughtNew', 'boughtReused', 'handedOut',
       'secondLife', 'handedIn', 'sent', 'received', 'erased', 'graded', 'pooled', 'sold', 'donated',
       'parts', 'recycled', 'lost']) step`,
    [organisationId, devices],
  )
  await pool.query(
    `INSERT INTO devices.tally (organisation_id, facet, day, count)
     SELECT $1::uuid, facet, current_date + 1400 - n, ceil($2::numeric / 1400)
     FROM generate_series(0, 4684) n, unnest(ARRAY['due', 'home']) facet
     ON CONFLICT DO NOTHING`,
    [organisationId, devices],
  )
  await pool.query(
    `INSERT INTO goals.exposure_count (organisation_id, month, hours, count)
     SELECT $1::uuid, (date_trunc('month', current_date) - make_interval(months => m))::date, h,
       ceil($2::numeric / 108 / 500)
     FROM generate_series(0, 107) m, generate_series(1, 500) h`,
    [organisationId, devices],
  )
  await pool.query('VACUUM ANALYZE goals.flow, goals.exposure_count, devices.tally')
}
