import { describe, expect, it } from 'vitest'
import { percent, stepsOf, twelveMonths } from './rules.ts'

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

describe('figures', () => {
  it('say nothing of too little', () => {
    expect(percent(5, 29)).toBeNull()
    expect(percent(941, 1000)).toBe(94.1)
  })
  it('run over the twelve months that end today', () => {
    const months = twelveMonths('2026-03-12')
    expect(months).toHaveLength(12)
    expect([months[0], months[11]]).toEqual(['2025-04-01', '2026-03-01'])
  })
})
