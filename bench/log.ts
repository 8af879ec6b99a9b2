// The log: entries taken into it and signed for, and all of it checked as `omlopp verify --log` does;
// beside SHA-256 alone over the bytes of the same entries.
import { hash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkLogs, sourceOf } from '../src/cli/verify/check-logs.ts'
import { connect, type Database } from '../src/database/connect.ts'
import { vkeysOf } from '../src/features/proofs/actions/log.ts'
import { logListener } from '../src/features/proofs/jobs.ts'
import { deliver } from '../src/journal/deliver.ts'
import { chainEntry, NO_ENTRY, type ChainHead } from '../src/journal/entry.ts'
import { openKeys } from '../src/keys/keys.ts'
import { newIdAt } from './hand-out.ts'
import { times, type Row } from './row.ts'
import type { Bench } from './server.ts'

const TARGET = 100_000
/** Entries in one transaction, as a pallet that is registered makes. */
const BATCH = 2000
/** How often the whole log is checked before it is measured, and while. */
const [WARM, MEASURED] = [3, 3]
/** Of each device. */
const ENTRIES_EACH = 8

export async function logRows(bench: Bench, entries: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'omlopp-bench-keys-'))
  const keys = await openKeys(folder)
  const { config } = await bench.database()
  const database = connect({ ...config, max: 5 }, keys)
  try {
    const { bare, size } = await bareRate(await journalled(database, entries))
    const taken = await rated(entries, () => deliver(database, logListener))
    await database.pool.query('VACUUM ANALYZE')
    const whole = async () => {
      const client = await database.pool.connect()
      const verdict = await checkLogs({
        source: sourceOf(client),
        vkeysOf: (origin) => vkeysOf(keys, origin),
      }).finally(() => client.release())
      if (!verdict.valid || verdict.entries !== entries)
        throw new Error(`the log of the bench does not hold: ${JSON.stringify(verdict.failures)}`)
    }
    const wholeTimes = async (times: number) => {
      for (let run = 0; run < times; run++) await whole()
    }
    // Warm, as the other rows are: the first two runs are Node's compiler as much as the check.
    await wholeTimes(WARM)
    const checked = await rated(MEASURED * entries, () => wholeTimes(MEASURED))
    const row = (what: string, rate: Rate, target: Pick<Row, 'target' | 'met'>): Row => ({
      what: `${what} ${entries.toLocaleString('en')} entries of ${size} bytes`,
      measured: `${thousands(rate.wall)} a second; ${thousands(rate.cpu)} a second of Node’s CPU`,
      bare: `${thousands(bare.cpu)} a second of CPU, SHA-256 alone`,
      ratio: times(bare.cpu / rate.cpu),
      ...target,
    })
    return [
      row('log: takes in and signs', taken, { target: '', met: null }),
      row('log: the full check of', checked, {
        target: `at least ${thousands(TARGET)} a second`,
        met: checked.wall >= TARGET,
      }),
    ]
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** SHA-256 once over each entry, as it lies in memory. */
async function bareRate(bodies: readonly string[]): Promise<{ bare: Rate; size: number }> {
  const bytes = bodies.map((body) => Buffer.from(body))
  const all = () => bytes.forEach((one) => hash('sha256', one, 'hex'))
  all()
  const size = Math.round(bytes.reduce((sum, { length }) => sum + length, 0) / bytes.length)
  return { bare: await rated(bytes.length, all), size }
}

const thousands = (rate: number): string => Math.round(rate).toLocaleString('en')

interface Rate {
  readonly wall: number
  readonly cpu: number
}

async function rated(entries: number, work: () => unknown): Promise<Rate> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return {
    wall: (1000 * entries) / (performance.now() - began),
    cpu: (1e6 * entries) / (user + system),
  }
}

/** Entries as hand-outs and returns of many devices leave them. @returns their bodies */
async function journalled(database: Database, entries: number): Promise<string[]> {
  const now = new Date()
  const [organisationId, actorId] = [newIdAt(now), newIdAt(now)]
  await database.pool.query(
    `INSERT INTO organisations.organisation (id, kind, name, created_at) VALUES ($1, 'user', 'Bench', $2)`,
    [organisationId, now],
  )
  const devices = Array.from({ length: Math.ceil(entries / ENTRIES_EACH) }, () => newIdAt(now))
  const heads = new Map<string, ChainHead>()
  const bodies: string[] = []
  for (let first = 0; first < entries; first += BATCH) {
    const chained = Array.from({ length: Math.min(BATCH, entries - first) }, (_, n) => {
      const subjectId = devices[(first + n) % devices.length]!
      const author = { id: newIdAt(now), organisationId, actorId, at: now }
      const draft = { subjectId, kind: 'custody.handedOut', content: contentOf(organisationId) }
      const next = chainEntry(
        { ...draft, partyIds: [organisationId] },
        author,
        heads.get(subjectId) ?? NO_ENTRY,
      )
      heads.set(subjectId, next)
      return next
    })
    bodies.push(...chained.map(({ body }) => body))
    await database.pool.query(INSERT, [
      chained.map((one) => one.subjectId),
      chained.map((one) => one.seq),
      chained.map((one) => one.id),
      organisationId,
      now,
      chained.map((one) => one.body),
      chained.map((one) => one.hash),
    ])
  }
  return bodies
}

/** As long as that of a hand-out. */
const contentOf = (organisationId: string) => ({
  giver: { account: 'depot', organisationId },
  handOut: newIdAt(new Date()),
  state: { dataState: 'holdsData', status: 'handedOut' },
  taker: { account: 'person', organisationId, personId: organisationId, unitId: organisationId },
  why: 'första utlämningen till en ny medarbetare',
})

const INSERT = `
  INSERT INTO journal.entry (subject_id, seq, id, organisation_id, kind, at, body, hash, party_ids)
  SELECT e.subject_id, e.seq, e.id, $4, 'custody.handedOut', $5, e.body, e.hash, ARRAY[$4::uuid]
  FROM unnest($1::uuid[], $2::int[], $3::uuid[], $6::text[], $7::bytea[])
    AS e (subject_id, seq, id, body, hash)`
