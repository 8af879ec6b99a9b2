import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { Proposal, Wish } from '../rules/proposals.ts'

export interface RunRow {
  id: Uuid
  number: string
  state: 'waiting' | 'done' | 'accepted'
  needIds: Uuid[]
  carbonPriceOre: number
  madeAt: Date
  doneAt: Date | null
  totalOre: number | null
  met: number | null
  candidates: number | null
  seconds: number | null
  /** The organisation's own price list that it valued by. */
  priceListId: Uuid | null
  priceListName: string | null
  version: number
}

const RUN = `SELECT r.id, r.number, r.state, r.need_ids AS "needIds",
    r.carbon_price_ore AS "carbonPriceOre", r.made_at AS "madeAt", r.done_at AS "doneAt",
    r.total_ore AS "totalOre", r.met, r.candidates, r.seconds,
    r.price_list_id AS "priceListId", p.name AS "priceListName", r.version
  FROM ordering.match_run r LEFT JOIN resale.price_list p ON p.id = r.price_list_id`

export const runBy = (tx: Tx, id: Uuid) => tx.maybe<RunRow>(`${RUN} WHERE r.id = $1`, [id])

export const lockRun = (tx: Tx, id: Uuid) =>
  tx.maybe<RunRow>(`${RUN} WHERE r.id = $1 FOR UPDATE OF r`, [id])

export const runs = (tx: Tx, after: readonly [string, Uuid] | null, limit: number) =>
  tx.rows<RunRow & { place: string }>(
    `SELECT r.*, r."madeAt"::text AS place FROM (${RUN}
     WHERE $1::timestamptz IS NULL OR (r.made_at, r.id) < ($1, $2::uuid)
     ORDER BY r.made_at DESC, r.id DESC LIMIT $3) r`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  )

export const insertRun = (
  tx: Tx,
  row: {
    id: Uuid
    organisationId: OrganisationId
    number: string
    needIds: readonly Uuid[]
    carbonPriceOre: number
    at: Date
    by: PersonId
  },
) =>
  tx.run(
    `INSERT INTO ordering.match_run (id, organisation_id, number, state, need_ids,
       carbon_price_ore, made_at, made_by)
     VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7)`,
    [row.id, row.organisationId, row.number, row.needIds, row.carbonPriceOre, row.at, row.by],
  )

export const changeRun = (tx: Tx, id: Uuid, state: 'waiting' | 'accepted') =>
  tx.run('UPDATE ordering.match_run SET state = $2, version = version + 1 WHERE id = $1', [
    id,
    state,
  ])

export const endRun = (
  tx: Tx,
  id: Uuid,
  found: {
    doneAt: Date
    totalOre: number
    met: number
    candidates: number
    seconds: number
    priceListId: Uuid | null
  },
) =>
  tx.run(
    `UPDATE ordering.match_run SET state = 'done', done_at = $2, total_ore = $3, met = $4,
       candidates = $5, seconds = $6, price_list_id = $7, version = version + 1
     WHERE id = $1`,
    [
      id,
      found.doneAt,
      found.totalOre,
      found.met,
      found.candidates,
      found.seconds,
      found.priceListId,
    ],
  )

export const wishesOf = (tx: Tx, runId: Uuid) =>
  tx.rows<{ needId: Uuid; deviceId: DeviceId; wish: Wish['wish'] }>(
    `SELECT need_id AS "needId", device_id AS "deviceId", wish FROM ordering.match_wish
     WHERE run_id = $1 ORDER BY need_id, device_id`,
    [runId],
  )

/** A need has at most one pinned device: pinning another takes the first back. */
export async function saveWish(
  tx: Tx,
  organisationId: OrganisationId,
  runId: Uuid,
  { needId, deviceId, wish }: { needId: Uuid; deviceId: DeviceId; wish: Wish['wish'] | null },
) {
  await tx.run(
    `DELETE FROM ordering.match_wish WHERE run_id = $1 AND need_id = $2
       AND (device_id = $3 OR ($4 = 'pinned' AND wish = 'pinned'))`,
    [runId, needId, deviceId, wish],
  )
  if (wish)
    await tx.run(
      `INSERT INTO ordering.match_wish (run_id, need_id, device_id, organisation_id, wish)
       VALUES ($1, $2, $3, $4, $5)`,
      [runId, needId, deviceId, organisationId, wish],
    )
}

export interface ProposalRow {
  needId: Uuid
  deviceId: DeviceId | null
  cost: Proposal['cost']
  nextDeviceId: DeviceId | null
  nextCostOre: number | null
  keptAway: Proposal['keptAway']
}

export const proposalsOf = (tx: Tx, runId: Uuid) =>
  tx.rows<ProposalRow>(
    `SELECT need_id AS "needId", device_id AS "deviceId", cost, next_device_id AS "nextDeviceId",
       next_cost_ore AS "nextCostOre", kept_away AS "keptAway"
     FROM ordering.match_proposal WHERE run_id = $1`,
    [runId],
  )

export async function saveProposals(
  tx: Tx,
  organisationId: OrganisationId,
  runId: Uuid,
  proposals: readonly Proposal[],
) {
  await tx.run('DELETE FROM ordering.match_proposal WHERE run_id = $1', [runId])
  await tx.run(
    `INSERT INTO ordering.match_proposal (run_id, organisation_id, need_id, device_id, cost,
       next_device_id, next_cost_ore, kept_away)
     SELECT $1, $2, p.* FROM jsonb_to_recordset($3::jsonb) AS p ("needId" uuid, "deviceId" uuid,
       cost jsonb, "nextDeviceId" uuid, "nextCostOre" bigint, "keptAway" jsonb)`,
    [runId, organisationId, JSON.stringify(proposals)],
  )
}

/** Needs that wait for a device: of approved orders, not reserved and not bought. */
export const waitingNeeds = async (tx: Tx, orderId: Uuid | null): Promise<Uuid[]> =>
  (
    await tx.rows<{ id: Uuid }>(
      `SELECT n.id FROM ordering.need n JOIN ordering.order o ON o.id = n.order_id
       WHERE n.organisation_id = organisations.current_id() AND n.state = 'open'
         AND o.state IN ('approved', 'partlyDelivered') AND ($1::uuid IS NULL OR o.id = $1)
       ORDER BY n.needed_from_on, n.id LIMIT 10000`,
      [orderId],
    )
  ).map((row) => row.id)

export const orderNumbers = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<{ id: Uuid; number: string }>(
    'SELECT id, number FROM ordering.order WHERE id = ANY ($1)',
    [ids],
  )

/** Runs that a crash cut off, of every organisation. */
export const openRuns = (tx: Tx) =>
  tx.rows<{ id: Uuid; organisationId: OrganisationId }>(
    `SELECT id, organisation_id AS "organisationId" FROM ordering.match_run
     WHERE state = 'waiting'`,
  )
