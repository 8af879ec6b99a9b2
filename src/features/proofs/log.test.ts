import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logAll } from '../../../test/support/log.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newPerson,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { enterSql } from '../../database/tx.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import { provenEntries } from './actions/log.ts'
import { integrate } from './actions/log-integrate.ts'
import { sha256 } from './actions/log-tree.ts'
import { parseCheckpoint } from './rules/log/checkpoint.ts'
import { parseNote } from './rules/log/note.ts'
import { inclusionHolds, leafHash } from './rules/log/tree.ts'

let world: World
let owner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
})
afterAll(() => world.close())

const log = () => logAll(world.database)

async function proven(who: Actor, subjectId: string) {
  let found: Awaited<ReturnType<typeof provenEntries>> | undefined
  await world.act(who, async (ctx) => {
    found = await provenEntries(ctx, subjectId)
    return { ok: true, value: null }
  })
  return found!
}

/** Checked with nothing but the proof's own text and the body. */
function holds(body: string, proof: string): boolean {
  const cut = proof.indexOf('\n\n')
  const [version, index, ...path] = proof.slice(0, cut).split('\n')
  expect(version).toBe('c2sp.org/tlog-proof@v1')
  const note = parseNote(proof.slice(cut + 2))
  if (!note.ok) throw new Error(note.code)
  const head = parseCheckpoint(note.value.text)!
  return inclusionHolds(sha256, {
    index: Number(index!.slice('index '.length)),
    size: head.size,
    leaf: leafHash(sha256, Buffer.from(body)),
    path: path.map((line) => Buffer.from(line, 'base64')),
    root: head.root,
  })
}

describe('the log', () => {
  it('proves entries whose siblings lie in groups of groups, and what stands after them', async () => {
    const actor = await newOrganisation(world)
    const ids = await newDevices(world, actor, 280)
    await log()
    const found = await Promise.all(
      [0, 15, 16, 255, 256, 271, 279].map(async (n) => (await proven(actor, ids[n]!)).entries[0]!),
    )
    expect(Math.max(...found.map(({ index }) => index))).toBeGreaterThan(256)
    for (const { body, tlogProof } of found) expect(holds(body, tlogProof)).toBe(true)
  })

  it('takes each entry at the next place, in the order of its commit, and proves it', async () => {
    const ids = await newDevices(world, owner, 40)
    const holderId = await newPerson(world, owner.organisationId)
    await log()
    for (const deviceId of ids.slice(0, 5))
      await world.act(owner, (ctx) => handOut(ctx, { body: { items: [{ deviceId, holderId }] } }))
    await log()
    const { rows } = await world.database.pool.query<{ same: boolean; at: number }>(
      `SELECT l.subject_id = e.subject_id AND l.seq = e.seq AS same, l.index AS at
       FROM (SELECT *, row_number() OVER (ORDER BY xact, position) - 1 AS place
         FROM journal.entry WHERE organisation_id = $1) e
       LEFT JOIN proofs.log_entry l ON l.organisation_id = $1 AND l.index = e.place
       ORDER BY e.place`,
      [owner.organisationId],
    )
    expect(rows.length).toBeGreaterThanOrEqual(45)
    expect(rows.every((row, place) => row.same && row.at === place)).toBe(true)
    for (const id of [ids[0]!, ids[4]!, ids[39]!]) {
      const { logs, entries, pending } = await proven(owner, id)
      expect(pending).toEqual([])
      expect(logs).toHaveLength(1)
      expect(entries.map((entry) => entry.seq)).toEqual(id === ids[39] ? [1] : [1, 2])
      for (const { body, tlogProof } of entries) {
        expect(holds(body, tlogProof)).toBe(true)
        expect(holds(body.replace('"v":1', '"v":2'), tlogProof)).toBe(false)
        expect(tlogProof.endsWith(logs[0]!.checkpoint)).toBe(true)
      }
    }
  })

  it('says which entries are not in it yet', async () => {
    const [id] = await newDevices(world, owner, 1)
    expect(await proven(owner, id!)).toEqual({ logs: [], entries: [], pending: [1] })
    await log()
    expect((await proven(owner, id!)).pending).toEqual([])
  })

  it('shows a partner the entries that it shares, in the logs of those who made them', async () => {
    const partner = await newOrganisation(world, 'reusePartner')
    const stranger = await newOrganisation(world)
    await newPartnership(world, owner, partner)
    const [id] = await newDevices(world, owner, 1)
    await log()
    expect((await proven(stranger, id!)).entries).toEqual([])
    expect((await proven(owner, id!)).entries).toHaveLength(1)
  })

  it('hears an entry twice and keeps it once', async () => {
    await newDevices(world, owner, 3)
    await log()
    const size = async () =>
      (
        await world.database.pool.query<{ size: number }>(
          'SELECT size FROM proofs.log WHERE organisation_id = $1',
          [owner.organisationId],
        )
      ).rows[0]!.size
    const before = await size()
    await world.database.pool.query(
      `UPDATE journal.listener SET position = 0, xact = '0' WHERE name = 'proofs.log'`,
    )
    await newDevices(world, owner, 1)
    await log()
    expect(await size()).toBe(before + 1)
  })

  it('lets no checkpoint go back in time when the clock is set back', async () => {
    const began = world.now
    await newDevices(world, owner, 1)
    await log()
    world.now = new Date(began.getTime() - 86_400_000)
    await newDevices(world, owner, 1)
    await log()
    world.now = began
    const { rows } = await world.database.pool.query<{ at: Date }>(
      'SELECT signed_at AS at FROM proofs.checkpoint WHERE organisation_id = $1 ORDER BY size',
      [owner.organisationId],
    )
    const times = rows.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('signs nothing that its last signed head is not the beginning of', async () => {
    const tampered = await newOrganisation(world)
    const [first] = await newDevices(world, tampered, 1)
    await log()
    const other = createHash('sha256').update('another').digest()
    await world.database.pool.query('UPDATE proofs.log SET edge = $2 WHERE organisation_id = $1', [
      tampered.organisationId,
      other,
    ])
    const heard = await world
      .act(tampered, async (ctx) => {
        const entry = { ...{ id: first!, subjectId: first!, seq: 99, kind: 'x', at: world.now } }
        const more = { organisationId: tampered.organisationId, partyIds: [], body: '{}' }
        return { ok: true, value: await integrate(ctx, [{ ...entry, ...more }]) }
      })
      .then(
        () => 'signed',
        (fault: Error) => fault.message,
      )
    expect(heard).toContain('hashes to what was signed')
  })
})

describe('the rows of a log', () => {
  const as = async (who: Actor, sql: string): Promise<string> => {
    const client = await world.database.pool.connect()
    try {
      await client.query(`BEGIN; ${enterSql(who.organisationId)}`)
      const { rowCount } = await client.query(sql)
      return `${rowCount} rows`
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }
  const DENIED = '42501'

  it.each(['log_entry', 'log_group', 'checkpoint', 'cosignature'])(
    '%s are never changed or taken away',
    async (table) => {
      expect(await as(owner, `DELETE FROM proofs.${table}`)).toBe(DENIED)
      expect(await as(owner, `UPDATE proofs.${table} SET organisation_id = organisation_id`)).toBe(
        DENIED,
      )
    },
  )

  it('are written by nobody but the organisation whose log it is', async () => {
    const stranger = await newOrganisation(world)
    const id = owner.organisationId
    expect(await as(stranger, `SELECT FROM proofs.log_entry WHERE organisation_id = '${id}'`)).toBe(
      '0 rows',
    )
    expect(
      await as(
        stranger,
        `INSERT INTO proofs.log_entry VALUES ('${id}', 999999, '${id}', 1, sha256(''))`,
      ),
    ).toBe(DENIED)
    expect(
      await as(stranger, `UPDATE proofs.log SET size = 0 WHERE organisation_id = '${id}'`),
    ).toBe('0 rows')
  })
})
