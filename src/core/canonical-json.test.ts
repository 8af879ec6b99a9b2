import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('is what RFC 8785 gives as an example (§3.2.3, §3.2.4)', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000F\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('orders names by their UTF-16 units, as the RFC’s own list of them', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6', '10', '9', '']
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))
    const sorted = [
      '',
      '\r',
      '1',
      '10',
      '9',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]
    expect(text).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`)
  })

  it('is what the library makes of any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, depthSize: 'large' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
      { numRuns: 500 },
    )
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`n${(n * 37) % 60}`, n % 7 ? n : undefined]),
    )
    expect(canonicalJson(many)).toBe(canonicalize(many))
  })

  it('leaves out what is undefined, and writes it as null in a list', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}')
  })

  it('throws for what JSON cannot write', () => {
    for (const value of [Number.NaN, Infinity, -Infinity, new Date(0), new Map(), 1n, () => 1])
      expect(() => canonicalJson({ a: [value] })).toThrow(TypeError)
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
  })
})
