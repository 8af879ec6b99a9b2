import { describe, expect, test } from 'vitest'
import { readSearch, writeSearch } from '../../../../web/kit/search.ts'
import { devicesSearch, queryOf, sameFilters, setFilters, sortOf } from './search.ts'

const unit = '0191d3c2-0000-7000-8000-000000000001'

describe('the address of a list', () => {
  test('is read and written the same', () => {
    const raw = { status: ['handedIn', 'pool'], unitId: [unit], sort: ['-endsOn'] }
    expect(writeSearch(devicesSearch, readSearch(devicesSearch, raw))).toEqual(raw)
  })
  test('drops what the API would refuse', () => {
    const raw = { status: ['gone'], unitId: ['1'], endsBefore: ['2026-02-30'], since: ['soon'] }
    expect(setFilters(readSearch(devicesSearch, raw))).toEqual([])
  })
  test('asks the API with the filters only, an instant as the API writes it', () => {
    const search = readSearch(devicesSearch, {
      view: ['due'],
      status: ['pool'],
      since: ['2026-03-01'],
      sort: ['model'],
    })
    expect(queryOf(search)).toEqual({ status: ['pool'], since: '2026-03-01T00:00:00.000Z' })
  })
  test('without a status it is what goes round that is asked for, unless all of it is', () => {
    const asked = (raw: Record<string, string[]>) => queryOf(readSearch(devicesSearch, raw)).status
    expect(asked({})).toContain('inUse')
    expect(asked({ q: ['PF3'] })).not.toContain('sold')
    expect(asked({ status: ['sold'] })).toEqual(['sold'])
    expect(asked({ scope: ['all'] })).toBeUndefined()
    expect(sameFilters({}, { scope: 'all' })).toBe(false)
  })
  test('two views are the same when their filters are', () => {
    expect(sameFilters({ status: ['pool', 'sent'] }, { status: ['pool', 'sent'], view: 'a' })).toBe(
      true,
    )
    expect(sameFilters({ status: ['pool'] }, { kind: ['laptop'] })).toBe(false)
  })
  test('a minus means the largest first', () => {
    expect(sortOf('-endsOn')).toEqual({ sort: 'endsOn', order: 'desc' })
    expect(sortOf('model')).toEqual({ sort: 'model', order: 'asc' })
  })
})
