// The server is killed in the middle of its work: what it has acknowledged is there, nothing by half,
// and every entry ends in a log that checks. `OMLOPP_KILLS` kills it more often than three times.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { connect } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { chainIsWhole, type EntryRow } from '../src/journal/read.ts'
import { build, dropFolder, freePort, newFolder } from './support/command.ts'
import { replay, type ReplayedEntry } from './support/replay.ts'
import { checkedLog, serve } from './support/serving.ts'

const ROUNDS = Number(process.env['OMLOPP_KILLS'] ?? 3)
const DEVICES_A_ROUND = 30

let where: { data: string; port: number }
let server: Awaited<ReturnType<typeof serve>>
let holderId: string
beforeAll(async () => {
  await build()
  where = { data: newFolder(), port: await freePort() }
  server = await serve(where)
  holderId = (await server.ask('POST', '/people', { name: 'Innehavare' })).id
}, 180_000)
afterAll(async () => {
  server?.run.child.kill('SIGTERM')
  await server?.run.ended
  await dropFolder(where.data)
})

async function kill() {
  server.run.child.kill('SIGKILL')
  await server.run.ended
}
const startAgain = async () => {
  server = await serve(where, server.token)
}

let registered = 0
async function register(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const facts = { kind: 'laptop', maker: 'Dell', model: 'Latitude', unused: true }
    const serialNumber = `KILL${++registered}`
    ids.push((await server.ask('POST', '/devices', { ...facts, serialNumber })).id)
  }
  return ids
}
const handOut = (deviceId: string) =>
  server.ask('POST', '/hand-outs', { items: [{ deviceId, holderId }] })

/** Of whatever kills what, and whatever comes up again. */
const acknowledged = new Set<string>()

it(
  'keeps every acknowledged hand-out, and none by half',
  async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const devices = await register(DEVICES_A_ROUND)
      const waiting = [...devices]
      const before = acknowledged.size
      const worker = async () => {
        for (let id = waiting.pop(); id; id = waiting.pop()) {
          expect(await handOut(id)).toMatchObject({ done: 1 })
          acknowledged.add(id)
        }
      }
      const load = Promise.allSettled([1, 2, 3, 4, 5, 6].map(worker))
      // In the midst of it: some are acknowledged, and some are on their way.
      while (acknowledged.size < before + 2 * (1 + (round % 10)) && waiting.length > 0)
        await pause(1)
      server.run.child.kill('SIGKILL')
      await load
      await server.run.ended
      expect(acknowledged.size - before, 'the kill came too late').toBeLessThan(devices.length)
      await startAgain()
      for (const id of devices.filter((one) => acknowledged.has(one))) {
        expect(await server.ask('GET', `/devices/${id}`)).toMatchObject({ status: 'handedOut' })
        expect(await server.ask('GET', `/devices/${id}/life`)).toMatchObject({
          chainIsWhole: true,
        })
      }
      if (round % 10 === 0 || round === ROUNDS) await nothingByHalf(acknowledged)
    }
    const checked = await checkedLog(where)
    expect(checked).toMatchObject({ valid: true, failures: [] })
    console.log(
      `${ROUNDS} kills, ${acknowledged.size} acknowledged of ${ROUNDS * DEVICES_A_ROUND}, ${checked.entries} entries in a log that checks`,
    )
  },
  120_000 + ROUNDS * 20_000,
)

const UNLOGGED = `SELECT count(*) AS count FROM journal.entry e WHERE NOT EXISTS (
  SELECT FROM proofs.log_entry l WHERE l.subject_id = e.subject_id AND l.seq = e.seq)`
const WAITING_FOR_LOCK = `SELECT count(*) AS count FROM pg_stat_activity
  WHERE wait_event_type = 'Lock' AND query LIKE '%INTO proofs.checkpoint%'`

it.each([
  [
    'before the log has heard of them',
    `SELECT FROM journal.listener WHERE name = 'proofs.log' FOR UPDATE`,
    null,
  ],
  // A lock of the whole table, since one of a row is a change, which holds entries back by itself.
  [
    'when all but the signed head is written',
    'LOCK TABLE proofs.checkpoint IN SHARE MODE',
    WAITING_FOR_LOCK,
  ],
])(
  'entries of a server that is killed %s come into the log',
  async (_, hold, untilThen) => {
    // Every entry so far is in, so that the log has a head and waits for no other.
    const { entries: before } = await checkedLog(where)
    await beside(async (client) => {
      const count = async (sql: string) =>
        (await client.query<{ count: number }>(sql)).rows[0]!.count
      await client.query('BEGIN')
      await client.query(hold)
      const devices = await register(3)
      for (const id of devices) {
        expect(await handOut(id)).toMatchObject({ done: 1 })
        acknowledged.add(id)
      }
      if (untilThen)
        await vi.waitFor(async () => expect(await count(untilThen)).toBe(1), { timeout: 30_000 })
      await kill()
      expect(await count(UNLOGGED)).toBe(6)
      await client.query('ROLLBACK')
    })
    await startAgain()
    const checked = await checkedLog(where)
    expect(checked).toMatchObject({ valid: true, failures: [], entries: before + 6 })
    await nothingByHalf(acknowledged)
  },
  180_000,
)

/** A connection of our own to the server's database, which outlives the server. */
async function beside(work: (client: PoolClient) => Promise<void>) {
  const embedded = await startEmbedded({ dataFolder: where.data })
  const database = connect(embedded.config)
  const client = await database.pool.connect()
  try {
    await work(client)
  } finally {
    client.release(true)
    await database.close()
    await embedded.stop()
  }
}

/** Row, custody, hand-out and journal of every device agree, whichever were cut off. */
async function nothingByHalf(acknowledged: ReadonlySet<string>) {
  await beside(async (client) => {
    const { rows: entries } = await client.query<ReplayedEntry & EntryRow>(
      `SELECT subject_id AS "subjectId", seq, id, kind, at, body, hash, party_ids AS "partyIds"
       FROM journal.entry ORDER BY subject_id, seq`,
    )
    const replayed = replay(entries)
    const { rows } = await client.query<{
      id: string
      status: string
      seq: number
      handOuts: number
      movements: number
      listed: string
    }>(
      `SELECT d.id, d.status, c.movement_seq AS seq, l.status AS listed,
         (SELECT count(*) FROM custody.hand_out h WHERE h.device_id = d.id) AS "handOuts",
         (SELECT count(*) FROM custody.movement m WHERE m.device_id = d.id) AS movements
       FROM devices.device d JOIN custody.present c ON c.device_id = d.id
       JOIN devices.listing l ON l.device_id = d.id`,
    )
    expect(rows).toHaveLength(replayed.size)
    for (const { id, status, seq, handOuts, movements, listed } of rows) {
      const device = replayed.get(id)!
      const out = device.status === 'handedOut'
      expect({ status, seq, handOuts, movements, listed }).toEqual({
        status: out ? 'handedOut' : 'pool',
        seq: out ? 2 : 1,
        handOuts: out ? 1 : 0,
        movements: out ? 2 : 1,
        listed: status,
      })
      if (acknowledged.has(id)) expect(out).toBe(true)
      expect(chainIsWhole(entries.filter((entry) => entry.subjectId === id))).toBe(true)
    }
  })
}
