// The counts that steps keep, beside the same counted by hand from the tables.
import { expect } from 'vitest'
import type { Database } from '../../src/database/connect.ts'

const kept = `
  SELECT organisation_id::text AS organisation, facet, status, kind, data_state, grade, own, kept,
    day::text, sum(count)::int AS count
  FROM devices.tallied GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(count) <> 0`

const counted = `
  SELECT organisation_id::text AS organisation, 'standing' AS facet, status, kind, data_state,
    grade, owner_id = organisation_id AS own,
    custodian_id IS NOT NULL AND custodian_id = organisation_id AS kept,
    NULL AS day, count(*)::int AS count
  FROM devices.listing GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
  UNION ALL
  SELECT organisation_id::text, 'since', status, NULL, NULL, NULL, owner_id = organisation_id,
    custodian_id IS NOT NULL AND custodian_id = organisation_id,
    to_char(status_since AT TIME ZONE 'UTC', 'YYYY-MM-DD'), count(*)
  FROM devices.listing
  WHERE status NOT IN ('ordered', 'handedOut', 'inUse', 'sold', 'donated', 'parts', 'recycled',
    'destroyed', 'missing', 'stolen')
  GROUP BY 1, 3, 7, 8, 9
  UNION ALL
  SELECT organisation_id::text, 'ends', status, NULL, NULL, NULL, NULL, NULL, ends_on::text, count(*)
  FROM devices.listing WHERE status IN ('inUse', 'handedOut') AND ends_on IS NOT NULL
  GROUP BY 1, 3, 9
  UNION ALL
  SELECT organisation_id::text, 'due', NULL, NULL, NULL, NULL, NULL, NULL, due_on::text, count(*)
  FROM custody.hand_out WHERE due_on IS NOT NULL GROUP BY 1, 9
  UNION ALL
  SELECT organisation_id::text, 'home', NULL, NULL, NULL, NULL, NULL, NULL, due_on::text, count(*)
  FROM custody.hand_out WHERE date_trunc('day', ended_at, 'UTC') <= (due_on + 30)::timestamptz
  GROUP BY 1, 9`

/** @returns how many different counts there are, so that a test can say it compared something */
export async function expectCounted({ pool }: Database): Promise<number> {
  const inOrder = async (sql: string) =>
    (await pool.query<Record<string, unknown>>(sql)).rows.map((row) => JSON.stringify(row)).sort()
  const [have, want] = [await inOrder(kept), await inOrder(counted)]
  expect(have).toEqual(want)
  return want.length
}
