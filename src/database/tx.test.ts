// What a parameter is on its way in is what comes out again.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createFromTemplate } from '../../test/support/database.ts'
import { connect, type Database } from './connect.ts'
import { asParameter } from './tx.ts'

let copy: Awaited<ReturnType<typeof createFromTemplate>>
let database: Database
beforeAll(async () => {
  copy = await createFromTemplate(inject('server'), inject('template'))
  database = connect(copy.config)
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

const ids = ['a', 'b', 'c', 'd'].map((one) => `018e0000-0000-7000-8000-00000000000${one}`)
const back = async (type: string, values: readonly unknown[]) =>
  database.asSystem(async (tx) => {
    const { it: found } = await tx.one<{ it: unknown }>(`SELECT $1::${type}[] AS it`, [values])
    return found
  })

describe('an array of parameters', () => {
  it.each([
    ['uuid', ids],
    ['uuid', [...ids, null]],
    ['text', ids],
    ['text', ['', 'null', 'NULL', null, '{', '}', ',', ' a b ', '"', '\\', '\\n', "'", 'åäö🦋']],
    ['text', ['a\nb', 'tab\t', '\u0001', '\u007f', 'plain', '\\u0041', '"\\"\n']],
    ['text', [ids[0], `${ids[1]},${ids[2]}`, ids[3], 'x']],
    ['text', [`${ids[0]},`, ids[1]!.slice(1), ids[2], ids[3]]],
    ['text', ['{"a":"b\\"c","d":[1,2]}', '{}', '[]', '{"e":"\\u0007"}']],
    ['integer', [1, -2, null, 0, 2_147_483_647]],
    ['float8', [0.1, 1e21, -1e-7, Number.POSITIVE_INFINITY, 3]],
    ['boolean', [true, false, null, true]],
    ['text', []],
  ])('of %s comes back as it was: %j', async (type, values) => {
    expect(await back(type, values)).toEqual(values)
  })

  it('of bytes, of dates and of arrays is left to the driver', async () => {
    const bytes = [1, 2, 3, 4].map((one) => Buffer.from([one, 92, 34]))
    expect(asParameter(bytes)).toBe(bytes)
    expect(await back('bytea', bytes)).toEqual(bytes)
    const dates = [1, 2, 3, 4].map((one) => new Date(one * 86_400_000))
    expect(await back('timestamptz', dates)).toEqual(dates)
    const pairs = [ids, ids, ids, ids]
    expect(asParameter(pairs)).toBe(pairs)
  })
})

describe('a transaction', () => {
  it('carries out in order what is asked without waiting, and answers each', async () => {
    const answers = await database.asSystem(async (tx) => {
      await tx.run('CREATE TEMPORARY TABLE said (word text) ON COMMIT DROP')
      return Promise.all([
        tx.run('INSERT INTO said SELECT unnest($1::text[])', [['a', 'b']]),
        tx.rows('SELECT word FROM said ORDER BY word'),
        tx.run('UPDATE said SET word = word || $1', ['!']),
        tx.rows('SELECT word FROM said ORDER BY word'),
        // The same text again, while its first is still on its way.
        tx.rows('SELECT word FROM said ORDER BY word'),
      ])
    })
    const changed = [{ word: 'a!' }, { word: 'b!' }]
    expect(answers).toEqual([2, [{ word: 'a' }, { word: 'b' }], 2, changed, changed])
  })

  it('of which one statement fails says which fault was first, leaves nothing, and works again', async () => {
    const failing = database.asSystem((tx) =>
      Promise.all([
        tx.run('CREATE TABLE organisations.of_this_test ()'),
        tx.rows('SELECT 1 / $1::int AS never', [0]),
        tx.rows('SELECT 2 AS neither'),
      ]),
    )
    await expect(failing).rejects.toThrow('division by zero')
    const left = await database.asSystem((tx) =>
      tx.one(`SELECT to_regclass('organisations.of_this_test') AS name`),
    )
    expect(left).toEqual({ name: null })
  })

  it('that could not enter its organisation does nothing, and says why', async () => {
    const inside = database.asSystem(async (tx) => {
      await Promise.all([
        tx.enter('018e0000-0000-7000-8000-000000000009'),
        tx.run('SET LOCAL ROLE of_nobody'),
        tx.run('CREATE TABLE organisations.of_this_test ()'),
      ])
    })
    await expect(inside).rejects.toThrow('of_nobody')
  })

  it('that has ended takes no statement: its connection serves somebody else', async () => {
    let late: (() => Promise<unknown>) | undefined
    await database.asSystem(async (tx) => {
      late = () => tx.rows('SELECT 1 AS one')
      await late()
    })
    await expect(late!()).rejects.toThrow('has ended')
  })

  it('copies in only when nothing else is under way, and goes on after it', async () => {
    const counted = await database.asSystem(async (tx) => {
      await tx.run('CREATE TEMPORARY TABLE said (word text) ON COMMIT DROP')
      const asked = tx.rows('SELECT 1 AS one')
      expect(() => tx.copyIn('COPY said FROM STDIN')).toThrow('to itself')
      await asked
      await pipeline(Readable.from(['a\nb\n']), tx.copyIn('COPY said FROM STDIN'))
      const [{ count }] = await Promise.all([
        tx.one<{ count: number }>('SELECT count(*) FROM said'),
        tx.rows('SELECT 1 AS one'),
      ])
      return count
    })
    expect(counted).toBe(2)
  })
})
