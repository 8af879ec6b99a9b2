// What the order form asks for at each change: what is held, what of the pool fits, what partners
// have, and services. Beside it the same of the pool and no more, asked of the engine by hand.
import type { Database } from '../src/database/connect.ts'
import { orderOptions } from '../src/features/ordering/actions/options.ts'
import { contradictionOf, type Specification } from '../src/features/ordering/rules/needs.ts'
import type { Filled } from './fill.ts'
import { contextOf } from './hand-out.ts'
import { ms, percentile, timed, times, type Row } from './row.ts'

type Query = Parameters<typeof orderOptions>[1]['query']

const kinds = ['laptop', 'desktop', 'monitor', 'smartphone', 'tablet'] as const
const from = <T>(list: readonly T[], at: number): T => list[at % list.length]!
/** A few in ten thousand, or none, have as much: what is scarce is looked for all the way. */
const SCARCE = { leastMemoryGb: 32, leastStorageGb: 1000 }

/** Each another need; a part of them cannot be met by any, and a part by very few. */
function needs(count: number, filled: Filled, units: readonly string[]): Query[] {
  const all: Query[] = []
  for (let at = 0; all.length < count; at++) {
    const kind = from(kinds, at)
    const least: Specification = {
      kind,
      leastMemoryGb: from([null, 8, 16, 32, 64, 128], at >> 1),
      leastStorageGb: from([null, 256, 512, 1000, 4000], at * 3),
      leastScreenInches: from([null, 14, 15.5, 24], at >> 2),
      osFamily: from([null, 'windows', 'linux', 'android', 'macos'], at * 7),
      leastGrade: from([null, 'B', 'A', 'C'], at >> 1),
    }
    const wanted: Specification = at % 10 === 3 ? { ...least, ...SCARCE } : least
    if (contradictionOf(wanted)) continue
    const place = `01900000-0004-7000-8000-${(100_000 + (at % 40)).toString(16).padStart(12, '0')}`
    const asked = Object.entries(wanted).filter(([, value]) => value !== null)
    all.push({
      ...(Object.fromEntries(asked) as { kind: Specification['kind'] }),
      ...(at % 3 === 0 && { placeId: place }),
      ...(at % 2 === 0 ? { unitId: from(units, at) } : { holderId: filled.personId }),
    })
  }
  return all
}

export async function orderOptionsRow(
  database: Database,
  filled: Filled,
  runs: number,
): Promise<Row> {
  const own = [filled.organisationId]
  const { rows } = await database.pool.query<{ pool: number; units: string[] }>(
    `SELECT count(*) FILTER (WHERE status = 'pool')::int AS pool,
       (array_agg(DISTINCT unit_id::text) FILTER (WHERE unit_id IS NOT NULL))[1:50] AS units
     FROM devices.listing WHERE organisation_id = $1`,
    own,
  )
  const { pool, units } = rows[0]!
  const now = new Date()
  const asked = needs(runs + 5, filled, units)
  const found = { none: 0, few: 0 }
  const ours = await timed(runs, async (run) => {
    const result = await database.forOrganisation(filled.organisationId, (tx) =>
      orderOptions(contextOf(tx, filled, now), { query: asked[run]! }),
    )
    if (!result.ok) throw new Error(result.code)
    if (result.value.poolCount === 0) found.none++
    else if (result.value.poolCount < 12) found.few++
  })
  const bare = await timed(runs, (run) =>
    database.pool.query(
      `SELECT device_id FROM devices.listing
       WHERE organisation_id = $1 AND status = 'pool' AND kind = $2
         AND ($3::int IS NULL OR memory_gb >= $3)
       ORDER BY grade DESC NULLS LAST, device_id LIMIT 500`,
      [...own, asked[run]!.kind, asked[run]!.leastMemoryGb ?? null],
    ),
  )
  const worst = percentile(ours, 0.95)
  return {
    what: `order form at ${filled.devices.toLocaleString('en')} devices, ${pool.toLocaleString('en')} in the pool: ${runs} different needs, ${found.none} that nothing meets and ${found.few} that fewer than 12 do`,
    measured: `p50 ${ms(percentile(ours, 0.5))}, p95 ${ms(worst)}`,
    bare: `the pool of the kind by memory: p50 ${ms(percentile(bare, 0.5))}, p95 ${ms(percentile(bare, 0.95))}`,
    ratio: times(percentile(ours, 0.5) / percentile(bare, 0.5)),
    target: 'p95 under 100 ms',
    met: worst < 100,
  }
}
