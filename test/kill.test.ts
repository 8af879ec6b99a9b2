// The server is killed in the middle of its work: what it has acknowledged is there, nothing by half,
// and every entry ends in a log that checks. `OMLOPP_KILLS` kills it more often than three times.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { chainIsWhole, type EntryRow } from '../src/journal/read.ts'
import {
  build,
  dropFolder,
  freePort,
  listening,
  newFolder,
  omlopp,
  type Run,
} from './support/command.ts'
import { replay, type ReplayedEntry } from './support/replay.ts'

const ROUNDS = Number(process.env['OMLOPP_KILLS'] ?? 3)
const DEVICES_A_ROUND = 80

let data: string
let port: number
let run: Run
beforeAll(async () => {
  await build()
  data = newFolder()
  port = await freePort()
}, 180_000)
afterAll(async () => {
  run?.child.kill('SIGTERM')
  await run?.ended
  await dropFolder(data)
})

interface Json {
  readonly id: string
  readonly [name: string]: unknown
}

it(
  'keeps every acknowledged hand-out, and none by half',
  async () => {
    run = omlopp(['serve', '--empty'], { data, port })
    let address = await listening(run, port)
    const [, email, password] = /sign in as (\S+) with (\S+)/.exec(run.said())!
    const token = await tokenOf(address, email!, password!)
    const ask = async (method: string, path: string, body?: object): Promise<Json> => {
      const response = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
      return (await response.json()) as Json
    }
    const { id: holderId } = await ask('POST', '/people', { name: 'Innehavare' })
    const acknowledged = new Set<string>()
    for (let round = 1; round <= ROUNDS; round++) {
      const devices: string[] = []
      for (let n = 0; n < DEVICES_A_ROUND; n++) {
        const facts = { kind: 'laptop', maker: 'Dell', model: 'Latitude', unused: true }
        devices.push(
          (await ask('POST', '/devices', { ...facts, serialNumber: `KILL${round}N${n}` })).id,
        )
      }
      const waiting = [...devices]
      const before = acknowledged.size
      const worker = async () => {
        for (let id = waiting.pop(); id; id = waiting.pop()) {
          const answer = await ask('POST', '/hand-outs', { items: [{ deviceId: id, holderId }] })
          expect(answer).toMatchObject({ done: 1 })
          acknowledged.add(id)
        }
      }
      const load = Promise.allSettled([1, 2, 3, 4, 5, 6].map(worker))
      // In the midst of it: some are acknowledged, and some are on their way.
      while (acknowledged.size < before + 5 * (1 + (round % 10)) && waiting.length > 0)
        await pause(1)
      run.child.kill('SIGKILL')
      await load
      await run.ended
      expect(acknowledged.size - before, 'the kill came too late').toBeLessThan(devices.length)
      run = omlopp(['serve', '--empty'], { data, port })
      address = await listening(run, port)
      for (const id of devices.filter((one) => acknowledged.has(one))) {
        expect(await ask('GET', `/devices/${id}`)).toMatchObject({ status: 'handedOut' })
        expect(await ask('GET', `/devices/${id}/life`)).toMatchObject({ chainIsWhole: true })
      }
      if (round % 10 === 0 || round === ROUNDS) await nothingByHalf(acknowledged)
    }
    const checked = await checkedLog()
    expect(checked).toMatchObject({ valid: true, failures: [] })
    console.log(
      `${ROUNDS} kills, ${acknowledged.size} acknowledged of ${ROUNDS * DEVICES_A_ROUND}, ${checked.entries} entries in a log that checks`,
    )
  },
  120_000 + ROUNDS * 20_000,
)

interface Checked {
  readonly valid: boolean
  readonly entries: number
  readonly failures: readonly unknown[]
  readonly notChecked: readonly { readonly code: string }[]
}

/** The log by the command, beside the server, once it has taken every entry in. */
async function checkedLog(): Promise<Checked> {
  for (let tries = 0; ; tries += 1) {
    const verify = omlopp(['verify', '--log', '--json'], { data, port })
    await verify.ended
    const checked = JSON.parse(verify.printed()) as Checked
    const behind = checked.notChecked.some(({ code }) => code === 'entries-after-checkpoint')
    if (!behind || tries > 60) {
      expect(behind, 'the log never took every entry in').toBe(false)
      return checked
    }
    await pause(500)
  }
}

async function tokenOf(address: string, email: string, password: string): Promise<string> {
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-omlopp-csrf': '1' },
    body: JSON.stringify({ email, password }),
  })
  expect(signedIn.status).toBe(201)
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  const made = await fetch(`${address}/api/v1/api-tokens`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-omlopp-csrf': '1' },
    body: JSON.stringify({
      name: 'last',
      scopes: ['devices.see', 'devices.register', 'custody.handOut', 'people.manage'],
    }),
  })
  expect(made.status).toBe(201)
  return ((await made.json()) as { secret: string }).secret
}

/** Row, custody, hand-out and journal of every device agree, whichever were cut off. */
async function nothingByHalf(acknowledged: ReadonlySet<string>) {
  const embedded = await startEmbedded({ dataFolder: data })
  const database = connect(embedded.config)
  try {
    const { rows: entries } = await database.pool.query<ReplayedEntry & EntryRow>(
      `SELECT subject_id AS "subjectId", seq, id, kind, at, body, hash, party_ids AS "partyIds"
       FROM journal.entry ORDER BY subject_id, seq`,
    )
    const replayed = replay(entries)
    const { rows } = await database.pool.query<{
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
  } finally {
    await database.close()
    await embedded.stop()
  }
}
