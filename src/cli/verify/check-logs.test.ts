import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logAll } from '../../../test/support/log.ts'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { handOut } from '../../features/custody/actions/hand-out.ts'
import { vkeysOf } from '../../features/proofs/actions/log.ts'
import { checkLogs, sourceOf } from './check-logs.ts'

let world: World
let owner: Actor
let origin: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  origin = `${world.database.keys!.installation}/log/${owner.organisationId}`
  const ids = await newDevices(world, owner, 40)
  await logAll(world.database)
  const holderId = await newPerson(world, owner.organisationId)
  for (const deviceId of ids.slice(0, 12))
    await world.act(owner, (ctx) => handOut(ctx, { body: { items: [{ deviceId, holderId }] } }))
  await logAll(world.database)
})
afterAll(() => world.close())

/** Checks after a change that is then undone: each change alone. */
async function after(changes: readonly string[]) {
  const client = await world.database.pool.connect()
  try {
    await client.query('BEGIN')
    for (const sql of changes) expect((await client.query(sql)).rowCount, sql).toBeGreaterThan(0)
    return await checkLogs({
      source: sourceOf(client),
      vkeysOf: (of) => vkeysOf(world.database.keys!, of),
    })
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
const codes = (verdict: Awaited<ReturnType<typeof after>>) =>
  verdict.failures.map(({ code, at }) => `${code} ${at.replace(origin, '')}`)

const ENTRY = (index: number) =>
  `(subject_id, seq) = (SELECT subject_id, seq FROM proofs.log_entry WHERE index = ${index} LIMIT 1)`
describe('the check of every log', () => {
  it('finds nothing in a log that nobody has touched', async () => {
    const verdict = await after(['SELECT 1'])
    expect(verdict.failures).toEqual([])
    expect(verdict).toMatchObject({ valid: true, logs: 1 })
    expect(verdict.entries).toBeGreaterThanOrEqual(52)
    expect(verdict.checked.map(({ code }) => code)).toContain('checkpoint-signed-by-pinned')
  })

  it('goes on under a new name after a move without keys, and says what it leaves out', async () => {
    const { installation } = world.database.keys!
    const verdict = await after([
      `UPDATE proofs.checkpoint SET note = replace(note, '${installation}', 'before.local')
       WHERE size = (SELECT min(size) FROM proofs.checkpoint)`,
    ])
    expect(verdict).toMatchObject({ valid: true, failures: [] })
    expect(verdict.notChecked.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['heads-of-earlier-name']),
    )
  })

  it('finds any one entry that was changed, and says which', async () => {
    const { entries } = await after(['SELECT 1'])
    for (let index = 0; index < entries; index += 5) {
      const body = `UPDATE journal.entry SET body = replace(body, '"v":1', '"v":2') WHERE ${ENTRY(index)}`
      expect(codes(await after([body]))).toContain(`entry-changed #${index}`)
    }
  })

  it('finds it also when its hashes were changed with it', async () => {
    const index = 11
    const found = codes(
      await after([
        `UPDATE journal.entry SET body = replace(body, 'Lenovo', 'Kontrar') WHERE ${ENTRY(index)}`,
        `UPDATE journal.entry SET hash = sha256(convert_to(body, 'UTF8')) WHERE ${ENTRY(index)}`,
        `UPDATE proofs.log_entry l SET leaf_hash = sha256('\\x00'::bytea || convert_to(e.body, 'UTF8'))
         FROM journal.entry e WHERE l.index = ${index} AND e.subject_id = l.subject_id AND e.seq = l.seq`,
      ]),
    )
    expect(found.some((one) => one.startsWith('root-differs'))).toBe(true)
  })

  it.each([
    [
      'an entry taken out of the journal',
      [`DELETE FROM journal.entry WHERE ${ENTRY(9)}`],
      'entry-not-in-journal #9',
    ],
    [
      'an entry taken out of the log',
      ['DELETE FROM proofs.log_entry WHERE index = 9'],
      'entry-missing #9',
    ],
    [
      'the last entry taken out of the log',
      ['DELETE FROM proofs.log_entry WHERE index = (SELECT max(index) FROM proofs.log_entry)'],
      'entries-missing',
    ],
    [
      'a column that says another moment',
      [`UPDATE journal.entry SET at = at - interval '1 day' WHERE ${ENTRY(9)}`],
      'entry-columns-differ #9',
    ],
    [
      'a column that says another kind',
      [`UPDATE journal.entry SET kind = 'x.y' WHERE ${ENTRY(9)}`],
      'entry-columns-differ #9',
    ],
    [
      'a hash in the journal',
      [`UPDATE journal.entry SET hash = sha256('') WHERE ${ENTRY(9)}`],
      'entry-columns-differ #9',
    ],
    [
      'a signed head',
      [`UPDATE proofs.checkpoint SET note = replace(note, E'\\n40\\n', E'\\n39\\n')`],
      'checkpoint-signature-wrong',
    ],
    [
      'a kept group of hashes',
      [
        `UPDATE proofs.log_group SET hashes = set_byte(hashes, 700, 1 + get_byte(hashes, 700) % 200) WHERE (level, index) = (0, 1)`,
      ],
      'group-differs #0/1',
    ],
    [
      'a kept group that is gone',
      ['DELETE FROM proofs.log_group WHERE (level, index) = (0, 2)'],
      'group-missing #0/2',
    ],
    [
      'a group that no entries give',
      [
        `INSERT INTO proofs.log_group SELECT organisation_id, 1, index, hashes FROM proofs.log_group
         WHERE (level, index) = (0, 0)`,
      ],
      'group-added #1/0',
    ],
    [
      'a right edge that is another',
      [`UPDATE proofs.log SET edge = set_byte(edge, 3, 1 + get_byte(edge, 3) % 200)`],
      'edge-differs',
    ],
    ['every head taken away', ['DELETE FROM proofs.checkpoint'], 'head-not-signed'],
  ])('finds %s', async (_, changes, code) => {
    const verdict = await after(changes)
    expect(codes(verdict).join('\n')).toContain(code)
  })

  it('finds two entries that changed places', async () => {
    // The key is checked row by row, so one of them goes by way of a place that nobody has.
    const place = (from: number, to: number) =>
      `UPDATE proofs.log_entry SET index = ${to} WHERE index = ${from}`
    const found = codes(await after([place(7, 100_000), place(8, 7), place(100_000, 8)]))
    expect(found.some((one) => one.startsWith('root-differs'))).toBe(true)
  })

  it('finds an entry that was put in among the others, and one that no log holds', async () => {
    const put = `INSERT INTO journal.entry (subject_id, seq, id, organisation_id, kind, at, body, hash, party_ids, xact)
      SELECT subject_id, 99, id, organisation_id, kind, at, body, hash, party_ids, '1' FROM journal.entry WHERE ${ENTRY(5)}`
    const found = codes(await after([put]))
    expect(found.some((one) => one.startsWith('entry-in-no-log') && one.endsWith(':99'))).toBe(true)
    expect(found.some((one) => one.startsWith('chain-broken'))).toBe(true)
    const logged = `INSERT INTO proofs.log_entry (organisation_id, index, subject_id, seq, leaf_hash)
      SELECT organisation_id, (SELECT max(index) + 1 FROM proofs.log_entry), subject_id, 99, leaf_hash
      FROM proofs.log_entry WHERE index = 5`
    expect((await after([put, logged])).valid).toBe(false)
  })
})
