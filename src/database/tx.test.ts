// What a parameter is on its way in is what comes out again.
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
