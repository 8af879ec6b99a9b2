// Hand-outs one at a time, through the action and its transaction, against the bare SQL that a
// hand-out needs: the same rows locked, changed and written, by hand, with nothing decided, nothing
// checked and nothing hashed. Both sides take turns, so that a busy machine slows them alike.
import { randomBytes, randomFillSync } from 'node:crypto'
import type { PoolClient } from 'pg'
import { idMaker } from '../src/core/ids.ts'
import type { Database } from '../src/database/connect.ts'
import { sendJob } from '../src/database/send-job.ts'
import type { ActionContext } from '../src/database/context.ts'
import { handOut } from '../src/features/custody/actions/hand-out.ts'
import { registerDevices } from '../src/features/custody/actions/register.ts'
import { permissions } from '../src/features/organisations/rules.ts'
import type { Filled } from './fill.ts'
import { times, type Row } from './row.ts'

export const newIdAt = idMaker((bytes) => randomFillSync(bytes))
const allowed = new Set<string>(permissions)
const ROUNDS = 8

export async function handOutRows(
  database: Database,
  filled: Filled,
  each: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const concurrent of [1, 4]) {
    const ids = await registered(database, filled, each * 2)
    const clients = await Promise.all(
      Array.from({ length: concurrent }, () => database.pool.connect()),
    )
    const size = Math.floor(each / ROUNDS)
    const spent = { action: 0, bare: 0 }
    const turn = async (ids: string[], work: (id: string, lane: number) => Promise<void>) => {
      const began = performance.now()
      const lanes = Array.from({ length: concurrent }, async (_, lane) => {
        for (let id = ids.pop(); id; id = ids.pop()) await work(id, lane)
      })
      await Promise.all(lanes)
      return (performance.now() - began) / 1000
    }
    // The first round warms both sides up and is not counted.
    for (let round = -1; round < ROUNDS; round++) {
      const count = round < 0 ? 50 : size
      const action = await turn(ids.splice(0, count), (id) => byAction(database, filled, id))
      const bare = await turn(ids.splice(0, count), (id, lane) =>
        byHand(clients[lane]!, filled, id),
      )
      if (round < 0) continue
      spent.action += action
      spent.bare += bare
    }
    for (const client of clients) client.release()
    const [measured, bare] = [spent.action, spent.bare].map((s) => (size * ROUNDS) / s) as [
      number,
      number,
    ]
    rows.push({
      what: `hand-out of one device, ${concurrent} at a time`,
      measured: `${Math.round(measured)} a second`,
      bare: `${Math.round(bare)} a second`,
      ratio: times(measured / bare),
      target: 'at least 0.50 of the bare rate',
      met: measured / bare >= 0.5,
    })
  }
  return rows
}

export const contextOf = (tx: ActionContext['tx'], filled: Filled, now: Date): ActionContext => ({
  tx,
  organisationId: filled.organisationId,
  actorId: filled.personId,
  permissions: allowed,
  now,
  newId: () => newIdAt(now),
  language: 'sv',
  send: (job) => sendJob(tx, job),
})

async function byAction(database: Database, filled: Filled, deviceId: string) {
  const result = await database.forOrganisation(filled.organisationId, (tx) =>
    handOut(contextOf(tx, filled, new Date()), {
      body: { items: [{ deviceId, holderId: filled.personId }] },
    }),
  )
  if (!result.ok || !result.value.items[0]?.done) throw new Error('a hand-out was refused')
}

async function registered(database: Database, filled: Filled, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count + 100) {
    const now = new Date()
    const devices = Array.from({ length: 500 }, () => newLaptop(now))
    const result = await database.forOrganisation(filled.organisationId, async (tx) => {
      const refused = await registerDevices(contextOf(tx, filled, now), devices)
      return refused ?? { ok: true, value: null }
    })
    if (!result.ok) throw new Error(result.code)
    ids.push(...devices.map((device) => device.id))
  }
  return ids
}

export function newLaptop(now: Date) {
  const serial = randomBytes(6).toString('hex').toUpperCase()
  return {
    ...{ id: newIdAt(now), kind: 'laptop' as const, maker: 'Lenovo', makerKey: 'LENOVO' },
    ...{ model: 'ThinkPad T14 Gen 3', modelId: null, assetTag: `B${serial}`, unused: true },
    ...{ serialNumber: serial, serialKey: serial, imei: null, imei2: null, macAddress: null },
    ...{ theftMarking: null, lastSeenAt: null },
    ...{ name: null, purchasedOn: null, priceOre: null, warrantyUntilOn: null, endsOn: null },
    ...{ orderNumber: null, supplierName: null, osName: null, ramMb: null, storageGb: null },
    ...{ osVersion: null, enrolledAt: null, driveSerials: null, condition: null, note: null },
  }
}

async function byHand(client: PoolClient, filled: Filled, deviceId: string) {
  const { organisationId, personId } = filled
  const now = new Date()
  const run = (name: keyof typeof bare, values: unknown[]) =>
    client.query({ name: `bare_${name}`, text: bare[name], values })
  // As the owner of the tables: row-level security is ours to pay for.
  await client.query(`BEGIN; SET LOCAL omlopp.organisation = '${organisationId}'`)
  await run('lock', [deviceId])
  await run('device', [deviceId, now])
  await run('movement', [deviceId, organisationId, personId, now])
  await run('present', [deviceId, organisationId, personId, now])
  await run('entry', [deviceId, newIdAt(now), organisationId, now, BODY, HASH])
  await run('handOut', [newIdAt(now), deviceId, organisationId, personId, now])
  await run('listing', [deviceId, organisationId, now, personId])
  await client.query('COMMIT')
}

// As long as the entry of a hand-out.
const BODY = JSON.stringify({ filler: 'x'.repeat(760) })
const HASH = randomBytes(32)

const bare = {
  lock: `SELECT d.*, c.* FROM devices.device d JOIN custody.present c ON c.device_id = d.id
    WHERE d.id = $1 FOR UPDATE OF d`,
  device: `UPDATE devices.device SET status = 'handedOut', status_since = $2,
    data_state = 'holdsData', version = version + 1 WHERE id = $1`,
  movement: `INSERT INTO custody.movement (device_id, seq, kind, giver_kind, giver_organisation_id,
      taker_kind, taker_organisation_id, taker_id, moved_at, by_id, entry_seq, party_ids)
    VALUES ($1, 2, 'handedOut', 'depot', $2, 'person', $2, $3, $4, $3, 2, ARRAY[$2::uuid])`,
  present: `INSERT INTO custody.present (device_id, account_kind, organisation_id, account_id, since,
      movement_seq, party_ids)
    VALUES ($1, 'person', $2, $3, $4, 2, ARRAY[$2::uuid])
    ON CONFLICT (device_id) DO UPDATE SET account_kind = excluded.account_kind,
      organisation_id = excluded.organisation_id, account_id = excluded.account_id,
      since = excluded.since, movement_seq = excluded.movement_seq, party_ids = excluded.party_ids`,
  entry: `INSERT INTO journal.entry (subject_id, seq, id, organisation_id, kind, at, body, hash, party_ids)
    VALUES ($1, 2, $2, $3, 'custody.handedOut', $4, $5, $6, ARRAY[$3::uuid])`,
  handOut: `INSERT INTO custody.hand_out (id, device_id, organisation_id, holder_id, handed_out_at,
      handed_out_by) VALUES ($1, $2, $3, $4, $5, $4)`,
  // With what lists and figures count by: one less in the pool, by status and by day, one more out.
  listing: `WITH counts AS (INSERT INTO devices.tally_change
        (organisation_id, facet, status, kind, data_state, own, kept, day, count)
      VALUES ($2, 'standing', 'pool', 'laptop', 'unused', true, true, NULL, -1),
        ($2, 'standing', 'handedOut', 'laptop', 'holdsData', true, true, NULL, 1),
        ($2, 'since', 'pool', NULL, NULL, true, true, $3::timestamptz::date, -1))
    INSERT INTO devices.listing (organisation_id, device_id, kind, maker, model, status,
      status_since, data_state, owner_id, custodian_id, holder_id, tag_sort, serial_sort, model_sort)
    VALUES ($2, $1, 'laptop', 'Lenovo', 'ThinkPad T14 Gen 3', 'handedOut', $3, 'holdsData', $2, $2,
      $4, '', '', 'LENOVO THINKPAD T14 GEN 3')
    ON CONFLICT (organisation_id, device_id) DO UPDATE SET status = excluded.status,
      status_since = excluded.status_since, data_state = excluded.data_state,
      holder_id = excluded.holder_id`,
} as const
