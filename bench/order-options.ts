// What the order form asks for at each change: what is held, what of the pool fits, and services.
import type { Database } from '../src/database/connect.ts'
import { orderOptions } from '../src/features/ordering/actions/options.ts'
import type { Filled } from './fill.ts'
import { contextOf } from './hand-out.ts'
import { ms, percentile, timed, times, type Row } from './row.ts'

const asked = [
  { kind: 'laptop' },
  { kind: 'laptop', leastMemoryGb: 16, leastGrade: 'B' },
  { kind: 'monitor', leastScreenInches: 24 },
  { kind: 'smartphone', osFamily: 'android' },
] as const

export async function orderOptionsRow(
  database: Database,
  filled: Filled,
  runs: number,
): Promise<Row> {
  const { rows } = await database.pool.query<{ pool: number; unit: string }>(
    `SELECT count(*) FILTER (WHERE status = 'pool')::int AS pool, min(unit_id::text) AS unit
     FROM devices.listing WHERE organisation_id = $1`,
    [filled.organisationId],
  )
  const { pool, unit } = rows[0]!
  const now = new Date()
  const ours = await timed(runs, (run) =>
    database.forOrganisation(filled.organisationId, (tx) =>
      orderOptions(contextOf(tx, filled, now), {
        query: { ...asked[run % asked.length]!, unitId: unit },
      }),
    ),
  )
  const bare = await timed(Math.ceil(runs / 10), (run) =>
    database.pool.query(
      `SELECT count(*) FROM devices.listing
       WHERE organisation_id = $1 AND status = 'pool' AND kind = $2`,
      [filled.organisationId, asked[run % asked.length]!.kind],
    ),
  )
  const worst = percentile(ours, 0.95)
  return {
    what: `order form at ${filled.devices.toLocaleString('en')} devices, ${pool.toLocaleString('en')} in the pool`,
    measured: `p50 ${ms(percentile(ours, 0.5))}, p95 ${ms(worst)}`,
    bare: `the pool of the kind counted: p50 ${ms(percentile(bare, 0.5))}`,
    ratio: times(percentile(ours, 0.5) / percentile(bare, 0.5)),
    target: 'p95 under 100 ms',
    met: worst < 100,
  }
}
