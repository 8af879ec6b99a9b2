import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as search from './search.ts'

const shape = {
  q: search.text,
  status: search.manyOf(['due', 'inUse', 'pool']),
  unit: search.many,
  sort: search.oneOf(['endsOn', '-endsOn', 'tag'], 'endsOn'),
  from: search.day,
  late: search.yes,
  months: search.whole(12),
}

describe('an address is a view', () => {
  it('reads back every view it writes', () => {
    const views = fc.record({
      q: fc.string(),
      status: fc.subarray(['due', 'inUse', 'pool'] as const),
      unit: fc.array(fc.string({ minLength: 1 })),
      sort: fc.constantFrom('endsOn', '-endsOn', 'tag'),
      from: fc.constantFrom('', '2026-03-12'),
      late: fc.boolean(),
      months: fc.integer(),
    })
    fc.assert(
      fc.property(views, (view) => {
        const href = search.hrefOf('/devices', shape, view)
        const query = new URL(href, 'http://omlopp.test').search
        expect(search.readSearch(shape, search.parseSearch(query))).toEqual(view)
      }),
    )
  })
  it('leaves out what holds anyway', () => {
    expect(search.hrefOf('/devices', shape, { sort: 'endsOn', months: 12, q: '' })).toBe('/devices')
  })
  it('takes an address that somebody misspelt for one that says nothing', () => {
    const raw = search.parseSearch('?sort=price&from=2026-02-31&months=many&status=gone')
    expect(search.readSearch(shape, raw)).toEqual(search.readSearch(shape, {}))
  })
})
