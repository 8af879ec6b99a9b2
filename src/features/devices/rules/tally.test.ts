import { describe, expect, it } from 'vitest'
import { tallyQuestion, type CountFilters } from './tally.ts'

const me = '01900000-0000-7000-8000-000000000001'
const other = '01900000-0000-7000-8000-000000000002'
const facetOf = (filters: CountFilters) => tallyQuestion(filters, me)?.facet ?? null

describe('the kept counts', () => {
  it.each<[string, CountFilters, string | null]>([
    ['everything', {}, 'standing'],
    ['statuses', { status: ['sent', 'received'], dataState: 'holdsData' }, 'standing'],
    ['kinds in the own custody', { kind: 'laptop', custodianId: me }, 'standing'],
    ['an empty search', { q: ' ' }, 'standing'],
    ['a word', { q: 'thinkpad' }, null],
    ['what another owns', { ownerId: other }, null],
    ['a unit', { unitId: other }, null],
    ['what is due', { endsBefore: '2026-11-28' }, 'ends'],
    ['what is due, of a kind', { endsBefore: '2026-11-28', kind: 'laptop' }, null],
    ['what is due of the own', { endsBefore: '2026-11-28', ownerId: me }, null],
    ['what has waited', { status: 'graded', since: '2026-11-01T00:00:00.000Z' }, 'since'],
    ['a limit within a day', { status: 'graded', since: '2026-11-01T08:00:00Z' }, null],
    ['a time in use', { status: 'inUse', since: '2026-11-01T00:00:00Z' }, null],
    ['a time in any status', { since: '2026-11-01T00:00:00Z' }, null],
  ])('answer for %s', (_, filters, facet) => {
    expect(facetOf(filters)).toBe(facet)
  })

  it('count what came before a midnight by the day before', () => {
    const question = tallyQuestion({ status: 'sent', since: '2026-11-01T00:00:00Z' }, me)
    expect(question?.until).toBe('2026-10-31')
  })
})
