import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chained, sorted, uuid } from '../../test/support/log-writer.ts'
import { textOf, utf8 } from './bytes.ts'
import { readCanonicalEntry } from './canonical-entry.ts'
import { anyEngine } from './engine.ts'
import { parseJson, readEntry } from './entry.ts'
import { endOfObject } from './json-bytes.ts'
import { nodeEngine } from './node-engine.ts'

/** As JSON, of what the bytes say: halves of signs are written otherwise. */
function whole(text: string) {
  const entry = readEntry(parseJson(textOf(utf8(text))!))
  if (!entry) return null
  const { content: _, ...head } = entry
  return head
}
const engines = { 'by Node': nodeEngine, anywhere: anyEngine }
const read = (text: string, engine = nodeEngine) => readCanonicalEntry(engine, utf8(text))
const bodyOf = (content: object, kind = 'custody.moved') =>
  chained([{ subject: uuid(1), organisation: uuid(2), content, kind }])[0]!.body

describe('an entry that is read by its places', () => {
  it('is what it says as JSON, whatever its content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const body = bodyOf(content)
        for (const engine of Object.values(engines)) {
          expect(read(body, engine)).toEqual(whole(body))
          expect(read(body, engine)).not.toBe(null)
        }
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
          expect(read(text), text).toEqual(whole(text))
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
  ])('%s', (_, text) => expect(read(text)).toEqual(whole(text)))
})

describe('an object by its bytes', () => {
  const ends = (text: string) => endOfObject(utf8(text), 0)

  it('ends where JSON says so, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (value, after) => {
        const text = JSON.stringify(value)
        expect(ends(text + after)).toBe(utf8(text).length)
      }),
      { numRuns: 500, seed: 5 },
    )
  })

  it('is never found where JSON.parse finds none', () => {
    const signs = [...'{}[]",:\\u019.-+eEtrufalsn \n\u0001é']
    const near = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((some) => some.join(''))
    fc.assert(
      fc.property(near, near, (before, within) => {
        for (const text of [`{${before}}`, `{"a":${within}}`, `{"a":[${within}],"${before}":0}`]) {
          const end = ends(text)
          if (end === -1) continue
          const said = textOf(utf8(text).subarray(0, end))!
          expect(() => JSON.parse(said) as unknown, said).not.toThrow()
        }
      }),
      { numRuns: 20_000, seed: 6 },
    )
  })

  it.each([
    ['{"a":01}', -1],
    ['{"a":1.}', -1],
    ['{"a":-}', -1],
    ['{"a":1e}', -1],
    ['{"a":-0.5e+10}', 14],
    ['{"a":.5}', -1],
    ['{"a":"\\x"}', -1],
    ['{"a":"\\u12g4"}', -1],
    ['{"a":"\\u12', -1],
    ['{"a":tru}', -1],
    ['{"a":1,}', -1],
    ['{,}', -1],
    ['{"a"}', -1],
    ['[]', -1],
    ['{}', 2],
    [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, -1],
  ])('%s ends at %i', (text, end) => expect(ends(text)).toBe(end))
})
