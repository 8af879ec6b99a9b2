import { describe, expect, test } from 'vitest'
import { changeOf, ringFlows, stationHref, stationsOf, stuckQuery, type Circle } from './ring.ts'

const circle: Circle = {
  asOf: '2026-03-12T09:00:00.000Z',
  from: '2025-03-12',
  total: 100,
  stations: (['handedOut', 'due', 'sent', 'pool'] as const).map((id) => ({
    id,
    count: 1,
    week: null,
    stuck: 0,
  })),
  flows: [
    { step: 'boughtNew', count: 50 },
    { step: 'secondLife', count: 10 },
    { step: 'handedIn', count: 40 },
    { step: 'sent', count: 35 },
    { step: 'received', count: 33 },
    { step: 'erased', count: 31 },
    { step: 'sold', count: 12 },
    { step: 'donated', count: 3 },
    { step: 'lost', count: 2 },
  ],
  needsMet: { met: 10, of: 60 },
  goal: null,
  awaitingApproval: null,
  openDiscrepancies: 0,
  awaitingReview: 0,
}

describe('the ring', () => {
  test('what arrives at a station has moved on from the one before', () => {
    expect(ringFlows(circle, false)).toMatchObject({
      fullCircle: 10,
      inNew: 50,
      outSold: 15,
      moved: { due: 40, handedIn: 35, sent: 33, received: 31, erased: 0 },
    })
  })
  test('a partner begins with what it receives', () => {
    const flows = ringFlows(circle, true)
    expect(flows.inReceived).toBe(33)
    expect(flows.inNew).toBeUndefined()
    expect(stationsOf(circle, true).map(({ id }) => id)).toEqual(['sent', 'pool'])
  })
  test('a station opens its own list', () => {
    expect(stationHref('sent', '2026-03-12')).toBe('/devices?status=sent')
    expect(stationHref('due', '2026-03-12')).toBe('/devices?endsBefore=2026-06-10&sort=endsOn')
  })
  test('what is stuck is asked for as the circle counts it', () => {
    expect(stuckQuery('sent', '2026-03-12')).toEqual({
      status: 'sent',
      since: '2026-03-05T00:00:00.000Z',
    })
    expect(stuckQuery('due', '2026-03-12')).toEqual({ endsBefore: '2026-03-11' })
    expect(stuckQuery('pool', '2026-03-12')).toBeNull()
  })
})

describe('the change of a figure', () => {
  test('runs from the first known month to the last', () => {
    const course = [null, 90.2, 91, 91.4, null, 92, 92.1, 92.5]
    expect(changeOf(course)).toEqual({ by: 2.3, months: 6 })
  })
  test('a few months are too few to be compared', () => {
    expect(changeOf([null, 90, 12, null, 99])).toBeNull()
  })
})
