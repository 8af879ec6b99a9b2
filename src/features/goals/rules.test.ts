import { describe, expect, it } from 'vitest'
import type { OrganisationId } from '../../core/ids.ts'
import { courseMonths, percent, receiverOfData, stepsOf, sumOfYear, yearTo } from './rules.ts'

describe('steps of an entry', () => {
  it.each([
    ['devices.registered', { set: { life: 1 } }, ['boughtNew']],
    ['devices.registered', { set: { life: 2 } }, ['boughtReused']],
    [
      'custody.handedOut',
      { move: { kind: 'handedOut' }, secondLife: true, set: { status: 'handedOut' } },
      ['handedOut', 'secondLife'],
    ],
    ['custody.handedIn', { move: { kind: 'handedIn' }, set: { status: 'handedIn' } }, ['handedIn']],
    [
      'returns.received',
      { move: { kind: 'received' }, set: { status: 'pool' } },
      ['received', 'pooled'],
    ],
    ['erasure.proven', { set: { status: 'erased', dataState: 'erased' } }, ['erased']],
    ['disposition.outcomeDecided', { move: { kind: 'left' }, set: { status: 'sold' } }, ['sold']],
    ['custody.reportedLost', { set: { status: 'stolen' } }, ['lost']],
    ['custody.receiptConfirmed', { set: { status: 'inUse' } }, []],
  ] as const)('%s %j', (kind, content, steps) => expect(stepsOf(kind, content)).toEqual(steps))
})

describe('data that is received', () => {
  const [from, to] = [
    '01900000-0000-7000-8000-000000000001',
    '01900000-0000-7000-8000-000000000002',
  ]
  const move = (giver: string) => ({
    kind: 'received',
    giver: { kind: 'transit', organisationId: giver as OrganisationId },
    taker: { kind: 'depot', organisationId: to as OrganisationId },
  })
  it('begins the days of who takes it over from another', () => {
    expect(receiverOfData({ set: { status: 'received' }, move: move(from!) })).toBe(to)
  })
  it.each([
    ['between own places', { set: { status: 'received' }, move: move(to!) }],
    ['already erased', { set: { status: 'pool' }, move: move(from!) }],
    ['found again', { set: { status: 'received' }, move: { kind: 'found' } }],
  ])('begins none when %s', (_, content) => expect(receiverOfData(content)).toBeNull())
})

describe('figures', () => {
  it('say nothing of too little', () => {
    expect(percent(5, 29)).toBeNull()
    expect(percent(941, 1000)).toBe(94.1)
  })
  it('stand at the end of each month of a year, and a year ago', () => {
    const months = courseMonths('2026-03-12')
    expect(months).toHaveLength(13)
    expect([months[0], months[11], months[12]]).toEqual(['2025-03-01', '2026-02-01', '2026-03-01'])
  })
  it('are counted of the twelve months that end with the month', () => {
    expect(yearTo('2026-03-01')).toBe('2025-04-01')
    const rows = ['2025-03-01', '2025-04-01', '2026-03-01', '2026-04-01'].map((month, index) => ({
      month,
      count: 10 ** index,
    }))
    expect(sumOfYear(rows, '2026-03-01', ({ count }) => count)).toBe(110)
    expect(sumOfYear(rows, '2026-04-01', ({ count }) => count)).toBe(1100)
  })
})
