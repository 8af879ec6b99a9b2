import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chained, sorted, uuid } from '../../test/support/log-writer.ts'
import { readCanonicalEntry } from './canonical-entry.ts'
import { parseJson, readEntry } from './entry.ts'

const whole = (text: string) => readEntry(parseJson(text))
const bodyOf = (content: object, kind = 'custody.moved') =>
  chained([{ subject: uuid(1), organisation: uuid(2), content, kind }])[0]!.body

describe('an entry that is read by its places', () => {
  it('is what it says as JSON, whatever its content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const body = bodyOf(content)
        expect(readCanonicalEntry(body)).toEqual(whole(body))
        expect(readCanonicalEntry(body)).not.toBe(null)
      }),
      { numRuns: 300, seed: 3 },
    )
  })

  it('is what it says as JSON also when it has been cut, stretched or written over', () => {
    const body = bodyOf({ a: '","id":"', b: { seq: 7, v: 1 }, c: '}' })
    const anywhere = fc.nat(body.length)
    fc.assert(
      fc.property(
        anywhere,
        fc.nat(8),
        fc.oneof(fc.string(), fc.constantFrom('"', '}', '{', ',', '","seq":2', ',"v":1}', '\\"')),
        (at, gone, put) => {
          const text = body.slice(0, at) + put + body.slice(at + gone)
          expect(readCanonicalEntry(text), text).toEqual(whole(text))
        },
      ),
      { numRuns: 5000, seed: 4 },
    )
  })

  const body = bodyOf({ note: 'x' })
  const tail = body.slice(body.indexOf(',"id":'))
  it.each([
    ['content that ends too early', body.replace('{"note":"x"}', '{"note":"x"},"x":{}')],
    ['content that is no object', body.replace('{"note":"x"}', '[]')],
    ['content that holds the end of an entry', bodyOf({ note: tail })],
    ['a name twice', body.replace('"v":1', '"v":1,"v":1')],
    ['a name twice within', body.replace('{"note":"x"}', `{"note":"x"${tail}`)],
    ['a number with a zero before', body.replace('"seq":1', '"seq":01')],
    ['a number as text', body.replace('"seq":1', '"seq":"1"')],
    ['a negative number', body.replace('"seq":1', '"seq":-1')],
    ['a number that is too large', body.replace('"seq":1', `"seq":${'9'.repeat(17)}`)],
    ['another version', body.replace('"v":1', '"v":2')],
    ['an actor that is none', body.replace(/"actor":"[^"]{36}"/, `"actor":"${'\\'.repeat(36)}"`)],
    ['names in another order', sorted(JSON.parse(body)).replace('"v":1}', '"v":1 }')],
    ['space between', body.replace(',"id"', ', "id"')],
    ['a kind with a quotation mark', body.replace('custody.moved', 'custody\\".moved')],
    ['nothing', ''],
    ['the end alone', '","v":1}'],
  ])('%s', (_, text) => expect(readCanonicalEntry(text)).toEqual(whole(text)))
})
