import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustodyAccount } from '../../custody/rules.ts'
import {
  decideClosing,
  discrepancyKinds,
  lineAfter,
  resolutions,
  settledBy,
  type DiscrepancyKind,
  type Resolution,
} from './discrepancy.ts'
import { arrived, decidePack, isReceivable, type ArrivingDevice } from './pack.ts'
import { decideScans, type ReceivingFacts } from './scan.ts'
import { collectionNumber, isReconciled, sideOf, type LineState, type Side } from './states.ts'

const [owner, partner, other] = ['owner', 'partner', 'other']
const depotOf = (organisationId: string): CustodyAccount => ({
  kind: 'depot',
  organisationId,
  placeId: null,
})

describe('packing', () => {
  const toPartner = {
    ...{ id: 'c1', senderId: owner, receiverId: partner },
    receiverKind: 'reusePartner' as const,
  }
  const now = new Date('2026-03-12T09:00:00Z')
  const kept = (until: Date | null) => ({ forId: 'need', until, promised: false })
  const device = {
    ...{ id: 'd', status: 'handedIn' as const, ownerId: owner, account: depotOf(owner) },
    reservation: null,
  }
  const taken = (collectionId: string) => ({ collectionId, number: 'S-2026-0001' })
  it.each([
    ['a device of the depot', device, undefined, null],
    ['one packed here already', device, taken('c1'), 'already-packed'],
    ['one packed elsewhere', device, taken('c2'), 'packed-elsewhere'],
    ['one in another depot', { ...device, account: depotOf(other) }, undefined, 'device-elsewhere'],
    [
      'one with a holder',
      {
        ...device,
        account: { kind: 'person', organisationId: owner, personId: 'p', unitId: null } as const,
      },
      undefined,
      'device-elsewhere',
    ],
    ['a missing one', { ...device, status: 'missing' as const }, undefined, 'status-forbids'],
    [
      'one that is kept for a need',
      { ...device, reservation: kept(null) },
      undefined,
      'device-reserved',
    ],
    ['one that was kept until now', { ...device, reservation: kept(now) }, undefined, null],
    ['somebody else’s, to a reuse partner', { ...device, ownerId: other }, undefined, null],
  ])('%s', (_, packed, open, code) => {
    const result = decidePack(packed, toPartner, open, now)
    expect(result.ok ? null : result.code).toBe(code)
  })

  it('never hands one customer’s device to another customer', () => {
    const toUser = { ...toPartner, receiverKind: 'user' as const }
    const result = decidePack({ ...device, ownerId: other }, toUser, undefined, now)
    expect(result).toMatchObject({ ok: false, code: 'not-for-receiver' })
    expect(decidePack({ ...device, ownerId: partner }, toUser, undefined, now).ok).toBe(true)
  })
})

describe('arriving', () => {
  const sent: ArrivingDevice = {
    ...{ status: 'sent', dataState: 'erased', grade: 'B', ownerId: owner, partnerId: partner },
    account: { kind: 'transit', organisationId: partner, takerId: owner },
  }
  it.each([
    ['home, erased and graded', sent, owner, { status: 'pool', partnerId: null }],
    [
      'home, with data',
      { ...sent, dataState: 'holdsData' as const },
      owner,
      { status: 'received', partnerId: null },
    ],
    ['home, not graded', { ...sent, grade: null }, owner, { status: 'received', partnerId: null }],
    ['at the partner', sent, partner, { status: 'received', partnerId: partner }],
  ])('%s', (_, device, receiver, after) => expect(arrived(device, receiver)).toEqual(after))

  it.each([
    ['in transit to the receiver', sent, true],
    ['in transit to another', { ...sent, account: { ...sent.account, takerId: other } }, false],
    ['in transit and reported lost', { ...sent, status: 'missing' }, true],
    ['lost at the receiver', { ...sent, status: 'missing', account: depotOf(owner) }, true],
    ['lost at the sender', { ...sent, status: 'missing', account: depotOf(partner) }, false],
    [
      'in the receiver’s depot already',
      { ...sent, status: 'pool', account: depotOf(owner) },
      false,
    ],
  ])('%s: %#', (_, device, may) => expect(isReceivable(device as ArrivingDevice, owner)).toBe(may))
})

describe('scanning', () => {
  const scan = (code: string, deviceId?: string) => ({ scanId: `s-${code}`, code, deviceId })
  const line = (state: LineState, receivable = true) => ({ state, receivable })
  const facts: ReceivingFacts = {
    inCollection: new Map([
      ['A', ['a']],
      ['T', ['t1', 't2']],
      ['G', ['gone']],
      ['R', ['r']],
      ['M', ['m']],
    ]),
    elsewhere: new Map([
      ['X', ['x']],
      ['Y', ['y1', 'y2']],
      ['T', ['t3']],
    ]),
    lines: new Map([
      ['a', line('packed')],
      ['t1', line('packed')],
      ['t2', line('packed')],
      ['gone', line('takenBack', false)],
      ['r', line('received', false)],
      ['m', line('missing')],
    ]),
    acknowledged: new Map([['K', 'k']]),
  }
  it.each([
    ['what is listed', scan('A'), 'match', 'a', []],
    ['what was counted before', scan('R'), 'already', 'r', []],
    ['what was missing and turns up late', scan('M'), 'match', 'm', []],
    ['one number on two listed devices', scan('T'), 'ambiguous', null, ['t1', 't2', 't3']],
    ['the same with a choice', scan('T', 't2'), 'match', 't2', []],
    ['a choice that is not one of them', scan('T', 'a'), 'ambiguous', null, ['t1', 't2', 't3']],
    ['what the sender took back', scan('G'), 'extra', 'gone', []],
    ['what the receiver knows', scan('X'), 'extra', 'x', []],
    ['what the receiver knows twice', scan('Y'), 'extra', null, ['y1', 'y2']],
    ['what nobody knows', scan('?'), 'extra', null, []],
    ['an extra that the sender acknowledged', scan('K'), 'already', 'k', []],
  ])('%s', (_, one, outcome, deviceId, candidates) =>
    expect(decideScans([one], facts)).toEqual([
      { scanId: one.scanId, code: one.code, outcome, deviceId, candidates },
    ]),
  )

  it('counts a device once in a batch', () => {
    const twice = [scan('A'), { ...scan('A'), scanId: 'again' }]
    expect(decideScans(twice, facts).map((answer) => answer.outcome)).toEqual(['match', 'already'])
  })
})

describe('closing a discrepancy', () => {
  // Which side may choose what; everything else is refused.
  const may: readonly [DiscrepancyKind, Resolution, Side][] = [
    ['missing', 'found', 'receiver'],
    ['missing', 'neverSent', 'sender'],
    ['missing', 'lostInTransit', 'sender'],
    ['missing', 'lostAtReceiver', 'receiver'],
    ['extra', 'acceptedBySender', 'sender'],
    ['extra', 'sentBack', 'receiver'],
    ['extra', 'notOurs', 'sender'],
    ['mismatch', 'corrected', 'sender'],
    ['mismatch', 'acceptedAsIs', 'receiver'],
  ]
  const all = discrepancyKinds.flatMap((kind) =>
    resolutions.flatMap((resolution) =>
      (['sender', 'receiver'] as const).map((side) => [kind, resolution, side] as const),
    ),
  )
  it.each(all)('%s as %s by the %s', (kind, resolution, side) => {
    const open = { kind, closedAt: null, version: 1 }
    const result = decideClosing(open, { resolution, side, version: 1 })
    const line = may.find(([k, r]) => k === kind && r === resolution)
    if (!line) expect(result).toMatchObject({ ok: false, code: 'resolution-unfit' })
    else if (line[2] !== side)
      expect(result).toMatchObject({ ok: false, code: 'resolution-other-side' })
    else expect(result.ok).toBe(true)
  })

  it('tells the second that it is closed, and the late reader that it has changed', () => {
    const closed = { kind: 'missing', closedAt: new Date(0), version: 2 } as const
    const wanted = { resolution: 'found', side: 'receiver', version: 1 } as const
    expect(decideClosing(closed, wanted)).toMatchObject({ code: 'discrepancy-closed' })
    expect(decideClosing({ ...closed, closedAt: null }, wanted)).toMatchObject({
      code: 'version-changed',
    })
  })

  it('has a line after each resolution of a missing device', () => {
    expect(Object.keys(lineAfter).sort()).toEqual(Object.keys(settledBy.missing).sort())
  })
})

describe('law 1', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('scan' as const), device: fc.nat({ max: 7 }) }),
    fc.record({ do: fc.constant('close' as const) }),
    fc.record({
      do: fc.constant('resolve' as const),
      device: fc.nat({ max: 7 }),
      resolution: fc.constantFrom(...resolutions),
      side: fc.constantFrom<Side>('sender', 'receiver'),
    }),
  )
  it('sent = received + missing + taken back, whatever is scanned, closed and resolved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step), (count, steps) => {
        const lines = new Map<string, LineState>()
        const openMissing = new Set<string>()
        let closed = false
        for (let i = 0; i < count; i++) lines.set(`d${i}`, 'packed')
        for (const one of steps) {
          if (one.do === 'scan') {
            const id = `d${one.device}`
            const known = new Map([...lines].map(([d, state]) => [d, { state, receivable: true }]))
            const [answer] = decideScans([{ scanId: 's', code: id }], {
              inCollection: new Map([...lines.keys()].map((d) => [d, [d]])),
              elsewhere: new Map(),
              lines: known,
              acknowledged: new Map(),
            })
            if (answer!.outcome === 'match') {
              lines.set(id, 'received')
              openMissing.delete(id)
            }
          } else if (one.do === 'close' && !closed) {
            closed = true
            for (const [id, state] of lines)
              if (state === 'packed') {
                lines.set(id, 'missing')
                openMissing.add(id)
              }
          } else if (one.do === 'resolve' && openMissing.has(`d${one.device}`)) {
            const open = { kind: 'missing', closedAt: null, version: 1 } as const
            const wanted = { resolution: one.resolution, side: one.side, version: undefined }
            if (!decideClosing(open, wanted).ok) continue
            openMissing.delete(`d${one.device}`)
            lines.set(`d${one.device}`, lineAfter[one.resolution]!)
          }
          const of = (state: LineState) => [...lines.values()].filter((s) => s === state).length
          const counts = {
            ...{ total: lines.size, packed: of('packed'), received: of('received') },
            ...{ missing: of('missing'), takenBack: of('takenBack') },
          }
          expect(lines.size).toBe(count)
          expect(isReconciled(counts)).toBe(counts.packed === 0)
          if (closed) expect(counts.packed).toBe(0)
        }
      }),
    )
  })
})

it('numbers a collection within its year', () => {
  expect(collectionNumber(2026, 187)).toBe('S-2026-0187')
  expect(collectionNumber(2026, 12345)).toBe('S-2026-12345')
})

it('knows which side an organisation stands on', () => {
  const collection = { senderId: 'a', receiverId: 'b' }
  expect([sideOf(collection, 'a'), sideOf(collection, 'b'), sideOf(collection, 'c')]).toEqual([
    'sender',
    'receiver',
    null,
  ])
})
