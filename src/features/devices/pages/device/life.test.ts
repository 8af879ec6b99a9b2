import { describe, expect, test } from 'vitest'
import {
  accountName,
  daysToErasure,
  groupsOf,
  partiesOf,
  statusAfter,
  staysOf,
  takerName,
  type Life,
} from './life.ts'

const words = { outside: 'utanför', somebody: 'en innehavare', transit: 'transport' }
const org = { id: 'o', name: 'Exempelby' }
const depot = { kind: 'depot' as const, organisation: org, name: 'Depå Norr', unit: null }
const person = (name: string | null) => ({
  kind: 'person' as const,
  organisation: org,
  name,
  unit: 'Kulturskolan',
})
type Entry = Life['entries'][number]
const entry = (seq: number, kind: string, at: string, more: Partial<Entry> = {}): Entry => ({
  seq,
  id: `e${seq}`,
  kind,
  at: `${at}T10:00:00.000Z`,
  organisation: 'Exempelby',
  actor: null,
  status: null,
  life: null,
  giver: null,
  taker: null,
  content: {},
  ...more,
})
const stay = (
  seq: number,
  account: Life['stays'][number]['account'],
  from: string,
  until: string | null,
) => ({
  seq,
  kind: 'moved' as const,
  account,
  from: `${from}T10:00:00.000Z`,
  until: until && `${until}T10:00:00.000Z`,
})
const life: Life = {
  entries: [
    entry(1, 'devices.registered', '2021-08-16', { taker: depot, status: 'pool' }),
    entry(2, 'custody.handedOut', '2021-08-23', { taker: person('Elin'), status: 'handedOut' }),
    entry(3, 'custody.receiptConfirmed', '2021-08-24', { status: 'inUse' }),
    entry(4, 'custody.handedIn', '2025-08-28', { taker: depot, status: 'handedIn' }),
    entry(5, 'erasure.proven', '2025-09-08', { status: 'erased' }),
    entry(6, 'custody.handedOut', '2025-10-06', { taker: person('Jonas'), status: 'handedOut' }),
    entry(7, 'devices.changed', '2025-11-01'),
  ],
  stays: [
    stay(1, depot, '2021-08-16', '2021-08-23'),
    stay(2, person('Elin'), '2021-08-23', '2025-08-28'),
    stay(3, depot, '2025-08-28', '2025-10-06'),
    stay(4, person('Jonas'), '2025-10-06', null),
  ],
  chainIsWhole: true,
}
const dayOf = (instant: string) => instant.slice(0, 10)

describe('the life of a device', () => {
  test('between organisations it is sent to one and received from the other, by name', () => {
    const omtag = { id: 'p', name: 'Omtag AB' }
    const transit = { kind: 'transit' as const, organisation: org, name: 'Omtag AB', unit: null }
    const hall = { kind: 'depot' as const, organisation: omtag, name: 'Mottagningen', unit: null }
    const sent = entry(1, 'returns.sent', '2025-09-03', { giver: depot, taker: transit })
    const received = entry(2, 'returns.received', '2025-09-05', { giver: transit, taker: hall })
    expect(takerName(sent, words)).toBe('Omtag AB')
    expect(partiesOf(sent, words)).toEqual(['Depå Norr', 'transport', 'Omtag AB'])
    expect(takerName(received, words)).toBe('Omtag AB')
    expect(partiesOf(received, words)).toEqual(['Exempelby', 'Mottagningen'])
  })

  test('a life begins with a holder; newest first', () => {
    expect(
      groupsOf(life).map(({ kind, number, entries }) => [
        kind,
        number,
        entries.map(({ seq }) => seq),
      ]),
    ).toEqual([
      ['life', 2, [7, 6]],
      ['between', 1, [5, 4]],
      ['life', 1, [3, 2]],
      ['between', 0, [1]],
    ])
  })
  test('one that was bought reused begins with the life that follows those with others', () => {
    const [registered, ...later] = life.entries
    const bought = { ...registered!, content: { set: { life: 2 } } }
    expect(
      groupsOf({ ...life, entries: [bought, ...later] }).map(({ kind, number }) => [kind, number]),
    ).toEqual([
      ['life', 3],
      ['between', 2],
      ['life', 2],
      ['between', 1],
    ])
  })
  test('an entry that does not move it leaves it where it stood', () => {
    expect(statusAfter(life.entries).get(7)).toBe('handedOut')
  })
  test('stays are holders or custodians, with the status they began with', () => {
    const stays = staysOf(life, words, (status) => status, dayOf)
    expect(stays.map(({ role, status }) => [role, status])).toEqual([
      ['custodian', 'pool'],
      ['holder', 'handedOut'],
      ['custodian', 'handedIn'],
      ['holder', 'handedOut'],
    ])
    expect(stays[1]).toMatchObject({ name: 'Elin', place: 'Kulturskolan', from: '2021-08-23' })
  })
  test('where it left for outside, the line ends', () => {
    const outside = { kind: 'outside' as const, organisation: null, name: null, unit: null }
    const left: Life = {
      ...life,
      stays: [stay(1, depot, '2021-08-16', '2025-01-01'), stay(2, outside, '2025-01-01', null)],
    }
    expect(staysOf(left, words, String, dayOf)).toMatchObject([{ to: '2025-01-01' }])
  })
  test('somebody whose name the reader may not know is told by the organisation', () => {
    expect(accountName(person(null), words)).toBe('Exempelby')
  })
  test('exposure is counted from the hand-in to the proof', () => {
    expect(daysToErasure(life, dayOf)).toEqual({ from: '2025-08-28', to: '2025-09-08' })
  })
})
