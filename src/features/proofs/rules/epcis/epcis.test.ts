// What each entry of the journal is in EPCIS 2.0, and how a correction names what it corrects.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { epcisFaults, officialFaults } from '../../../../../test/support/epcis.ts'
import { samplesFolder } from '../../../../../test/support/samples.ts'
import { allEvents, documentOf } from './document.ts'
import type { Content, JournalEntry } from './event.ts'
import { eventsOf } from './events.ts'
import { midnight, NAMESPACE, offsetAt } from './vocabulary.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [device, medium, owner, partner, unit, place, person, certificate, collection] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9,
].map(id) as [string, string, string, string, string, string, string, string, string]

let count = 100
const entry = (kind: string, content: object = {}, day = '2026-03-16'): JournalEntry => ({
  id: id(count++),
  subjectId: device,
  kind,
  at: new Date(`${day}T08:00:00Z`),
  content: content as Content,
})

const depot = { kind: 'depot', organisationId: owner, placeId: place }
const held = { kind: 'person', organisationId: owner, personId: person, unitId: unit }
const transit = { kind: 'transit', organisationId: owner, takerId: partner }
const move = (giver: object, taker: object) => ({ move: { kind: 'moved', giver, taker } })
const outside = { kind: 'outside' }

const evidence = 'ab'.repeat(32)
const facts = { kind: 'laptop', maker: 'Dell', model: 'Latitude 7420', serialNumber: '7QW1XY2' }
const issued = { id: certificate, number: 'R-1', medium, serial: 'S1', evidence, level: 'clear' }
const all: Readonly<Record<string, JournalEntry>> = {
  registered: entry('devices.registered', { device: facts, ...move(outside, depot) }),
  handedOut: entry('custody.handedOut', {
    set: { dataState: 'holdsData' },
    ...move(depot, held),
  }),
  handedIn: entry('custody.handedIn', move(held, depot)),
  moved: entry('custody.moved', move(depot, { ...depot, placeId: null })),
  stolen: entry('custody.reportedLost', { as: 'stolen' }),
  found: entry('custody.found', move(held, depot)),
  sent: entry('returns.sent', { collection, ...move(depot, transit) }),
  takenBack: entry('returns.takenBack', { collection, ...move(transit, depot) }),
  received: entry('returns.received', {
    collection,
    ...move(transit, { kind: 'depot', organisationId: partner, placeId: null }),
  }),
  notFound: entry('returns.reportedMissing', { collection }),
  mismatch: entry('returns.mismatchReported', { device }),
  media: entry('erasure.mediaRecorded', { media: [{ id: medium, state: 'inPlace' }] }),
  takenOut: entry('erasure.mediaRecorded', { media: [{ id: medium, state: 'removed' }] }),
  doubted: entry('erasure.awaitingReview', { evidence, results: [{ medium }] }),
  refused: entry('erasure.refused', { evidence, results: [{ medium }] }),
  proven: entry('erasure.proven', { set: { dataState: 'erased' }, certificates: [issued] }),
  destroyed: entry('erasure.destroyed', { certificates: [{ id: certificate, medium }] }),
  graded: entry('grading.graded', { set: { grade: 'B' }, cosmetic: 'C5', functional: 'F5' }),
  worn: entry('grading.graded', { set: { grade: 'D' }, cosmetic: 'C3', functional: 'F3' }),
  sold: entry('disposition.outcomeDecided', { step: 'resale', ownerId: owner }),
  donated: entry('disposition.outcomeDecided', { step: 'donation', ownerId: owner }),
  recycled: entry('disposition.outcomeDecided', { step: 'recycling', ownerId: owner }),
  reused: entry('disposition.outcomeDecided', { step: 'internalReuse', ownerId: owner }),
}

describe('an entry of the journal in EPCIS', () => {
  it.each([
    ['registered', 'ObjectEvent ADD commissioning active'],
    ['handedOut', 'ObjectEvent OBSERVE …bizstep/assigning …disp/in_use'],
    ['handedIn', 'ObjectEvent OBSERVE collecting returned'],
    ['moved', 'ObjectEvent OBSERVE storing '],
    ['stolen', 'ObjectEvent OBSERVE stock_taking unknown'],
    ['found', 'ObjectEvent OBSERVE stock_taking …disp/found'],
    ['sent', 'ObjectEvent OBSERVE shipping in_transit'],
    ['takenBack', 'ObjectEvent OBSERVE void_shipping '],
    ['received', 'ObjectEvent OBSERVE receiving returned'],
    ['notFound', 'ObjectEvent OBSERVE receiving unknown'],
    ['mismatch', 'ObjectEvent OBSERVE inspecting mismatch_instance'],
    ['media', 'AssociationEvent ADD assembling '],
    ['takenOut', 'AssociationEvent DELETE removing '],
    ['doubted', 'ObjectEvent OBSERVE …bizstep/erasing in_progress'],
    ['refused', 'ObjectEvent OBSERVE inspecting non_conformant'],
    [
      'proven',
      'ObjectEvent OBSERVE inspecting conformant + ObjectEvent OBSERVE inspecting conformant',
    ],
    ['destroyed', 'ObjectEvent DELETE destroying destroyed'],
    ['graded', 'ObjectEvent OBSERVE inspecting conformant'],
    ['worn', 'ObjectEvent OBSERVE inspecting needs_replacement'],
    ['sold', 'ObjectEvent OBSERVE retail_selling retail_sold'],
    ['donated', 'ObjectEvent OBSERVE accepting …disp/donated'],
    ['recycled', 'ObjectEvent DELETE decommissioning disposed'],
    ['reused', 'ObjectEvent OBSERVE storing available'],
  ])('%s: %s', (name, want) => {
    const said = eventsOf(all[name]!).map(({ type, action, bizStep, disposition }) =>
      [type, action, bizStep, disposition ?? ''].join(' ').replaceAll(NAMESPACE, '…'),
    )
    expect(said.join(' + ')).toBe(want)
  })

  it('is valid, all of them together', () => {
    const document = documentOf(allEvents(Object.values(all)), new Date('2026-03-20T09:00:00Z'))
    expect(epcisFaults(document)).toEqual([])
    expect(officialFaults?.(document) ?? []).toEqual([])
  })

  it('names no person', () => {
    const text = JSON.stringify(allEvents(Object.values(all)))
    expect(text).not.toContain(person)
    expect(text).toContain(unit)
  })

  it('binds an erasure to its evidence and its certificate, and says that no data is left', () => {
    expect(eventsOf(all['proven']!)[0]).toMatchObject({
      epcList: [`urn:uuid:${medium}`],
      bizTransactionList: [
        { type: 'testres', bizTransaction: `ni:///sha-256;${evidence}` },
        { type: 'cert', bizTransaction: `urn:uuid:${certificate}` },
      ],
      persistentDisposition: {
        set: [`${NAMESPACE}disp/data_sanitised`],
        unset: [`${NAMESPACE}disp/data_bearing`],
      },
    })
    expect(JSON.stringify(eventsOf(all['refused']!))).not.toContain('cert')
  })

  it('keeps the clock on the wall, summer and winter', () => {
    expect(offsetAt(new Date('2026-01-15T12:00:00Z'))).toBe('+01:00')
    expect(offsetAt(new Date('2026-07-15T12:00:00Z'))).toBe('+02:00')
    expect(midnight('2026-01-15').toISOString()).toBe('2026-01-14T23:00:00.000Z')
    expect(midnight('2026-07-15').toISOString()).toBe('2026-07-14T22:00:00.000Z')
    expect(midnight('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(midnight('2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z')
  })
})

describe('a correction', () => {
  it('of a certificate declares its event an error and says what is true instead', () => {
    const revoked = entry('erasure.certificateRevoked', {
      certificate,
      medium,
      reason: 'dataFound',
      set: { dataState: 'holdsData' },
    })
    const [, , wrong, right] = allEvents([all['proven']!, revoked])
    const { errorDeclaration, ...same } = wrong!
    expect(same).toEqual(eventsOf(all['proven']!)[0])
    expect(errorDeclaration).toEqual({
      declarationTime: '2026-03-16T08:00:00.000Z',
      reason: 'incorrect_data',
      correctiveEventIDs: [right!.eventID],
    })
    expect(right).toMatchObject({
      disposition: 'non_conformant',
      epcList: [`urn:uuid:${medium}`, `urn:uuid:${device}`],
    })
  })

  it('of what was never sent says that it did not occur', () => {
    const back = entry('returns.neverSent', { collection, ...move(transit, depot) })
    const other = { ...all['sent']!, id: id(99), content: { collection: id(98) } }
    expect(allEvents([back], [all['sent']!, other])).toMatchObject([
      { bizStep: 'shipping', errorDeclaration: { reason: 'did_not_occur' } },
    ])
    expect(allEvents([back])).toEqual([])
  })

  it('of what a device is gives the registration again, and no correction for a new label', () => {
    const changed = (what: object) => entry('devices.changed', { facts: what, words: ['name'] })
    const events = allEvents([all['registered']!, changed({ serialNumber: '7QW1XY3' })])
    expect(events).toMatchObject([
      { 'omlopp:serialNumber': '7QW1XY2' },
      { 'omlopp:serialNumber': '7QW1XY2', errorDeclaration: { reason: 'incorrect_data' } },
      { 'omlopp:serialNumber': '7QW1XY3', bizStep: 'commissioning' },
    ])
    expect(events[1]?.eventID).toBe(events[0]?.eventID)
    expect(events[1]?.errorDeclaration?.correctiveEventIDs).toEqual([events[2]?.eventID])
    expect(epcisFaults(documentOf(events, new Date()))).toEqual([])
    expect(allEvents([all['registered']!, changed({ assetTag: 'KLM-2' })])).toHaveLength(1)
  })
})

const folder = samplesFolder('epcis')

describe.skipIf(!folder)('the official schema and our own check', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))

  it('agree that a life as designed is valid', () => {
    const life = read('omlopp-lifecycle.jsonld')
    expect([epcisFaults(life), officialFaults!(life)]).toEqual([[], []])
  })

  it('agree that a bare word of our own is not', () => {
    const bare = read('invalid-bizstep-bare-word.jsonld')
    expect(epcisFaults(bare)).toEqual(['event 0: bizStep erasing'])
    expect(officialFaults!(bare).length).toBeGreaterThan(0)
  })

  it.each([
    ['without offset', { eventTimeZoneOffset: undefined }],
    ['of an unknown disposition', { disposition: 'wiped' }],
    ['with a field that nobody knows', { holder: 'Ylva' }],
    ['without time', { eventTime: undefined }],
    ['with an id that is no address', { eventID: 'one' }],
  ])('agree that an event %s is not', (_what, changes) => {
    const [event] = eventsOf(all['sent']!)
    const document = JSON.parse(
      JSON.stringify(documentOf([{ ...event!, ...changes } as typeof event & object], new Date())),
    ) as unknown
    expect(epcisFaults(document).length).toBeGreaterThan(0)
    expect(officialFaults!(document).length).toBeGreaterThan(0)
  })
})
