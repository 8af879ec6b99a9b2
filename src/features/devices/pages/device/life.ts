// From the API's chain to what the life line and the timeline draw.
import type { Day } from '../../../../core/dates.ts'
import type { Output } from '../../../../core/endpoint.ts'
import type { Stay } from '../../../../web/kit/charts/life-line/spans.ts'
import type { api as custodyApi } from '../../../custody/api.ts'
import { registeredLife } from '../../texts/life.ts'
import { deviceStatuses, type DeviceStatus } from '../../rules/status.ts'

export type Life = Output<typeof custodyApi.deviceLife>
export type LifeEntry = Life['entries'][number]
type Account = Life['stays'][number]['account']

/** How places that have no name of their own, or none that the reader may know, are called. */
export interface AccountWords {
  readonly outside: string
  readonly somebody: string
  readonly transit: string
}

export function accountName(account: Account, words: AccountWords): string {
  const organisation = account.organisation?.name
  if (account.kind === 'outside') return words.outside
  if (account.kind === 'transit') return words.transit
  if (account.kind === 'person') return account.name ?? organisation ?? words.somebody
  return account.name ?? organisation ?? words.somebody
}

const isStatus = (text: string | null): text is DeviceStatus =>
  text !== null && (deviceStatuses as readonly string[]).includes(text)

/** Where the device stood after each entry: an entry without a status of its own keeps the former. */
export function statusAfter(entries: readonly LifeEntry[]): ReadonlyMap<number, DeviceStatus> {
  const after = new Map<number, DeviceStatus>()
  let status: DeviceStatus = 'inStock'
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    if (isStatus(entry.status)) status = entry.status
    after.set(entry.seq, status)
  }
  return after
}

/** Who it goes to: in transit, and when it is received, the organisation that answers for it next. */
export function takerName({ giver, taker }: LifeEntry, words: AccountWords): string | null {
  if (taker === null) return null
  if (taker.kind === 'transit') return taker.name ?? words.transit
  const received = giver?.kind === 'transit' && taker.organisation?.name
  return received || accountName(taker, words)
}

/** Giver, what carries it, and taker, as far as there is more than one of them to tell. */
export function partiesOf(entry: LifeEntry, words: AccountWords): string[] {
  const { giver, taker } = entry
  const named = [
    // Out of transit it comes from the one who sent it.
    giver?.kind === 'transit' ? (giver.organisation?.name ?? words.transit) : giver,
    taker,
  ].flatMap((account) =>
    // Outside has no name: what comes in or leaves is told by the side that is here.
    typeof account === 'string'
      ? account
      : account && account.kind !== 'outside'
        ? accountName(account, words)
        : [],
  )
  return taker?.kind === 'transit' && taker.name ? [...named, taker.name] : named
}

const isHolder = (account: Account) => account.kind === 'person' || account.kind === 'unit'

export function staysOf(
  life: Life,
  words: AccountWords,
  wordOf: (status: DeviceStatus) => string,
  dayOf: (instant: string) => Day,
): Stay[] {
  const after = statusAfter(life.entries)
  const statusAt = (instant: string): DeviceStatus => {
    const before = life.entries.filter(({ at }) => at <= instant)
    const last = before.reduce((seq, entry) => Math.max(seq, entry.seq), 0)
    return after.get(last) ?? 'inStock'
  }
  return (
    life.stays
      // Outside there is no custody: the line ends where the device left.
      .filter(({ account }) => account.kind !== 'outside')
      .map(({ account, from, until }) => {
        const status = statusAt(from)
        return {
          role: isHolder(account) ? ('holder' as const) : ('custodian' as const),
          name: accountName(account, words),
          ...(account.kind === 'person' && account.unit && { place: account.unit }),
          from: dayOf(from),
          to: until ? dayOf(until) : null,
          status,
          word: wordOf(status),
        }
      })
  )
}

/** What happened while it stood at one place, such as the erasure at a partner's. */
export const marksOf = (
  life: Life,
  wordOf: (status: DeviceStatus) => string,
  dayOf: (instant: string) => Day,
) =>
  life.entries.flatMap(({ at, status, taker }) =>
    status === 'erased' && taker === null ? [{ on: dayOf(at), word: wordOf(status) }] : [],
  )

export interface LifeGroup {
  readonly kind: 'life' | 'between'
  /** Which life in order, those with earlier owners counted; for a time between, the life before it. */
  readonly number: number
  readonly entries: readonly LifeEntry[]
}

/** The entries by life, newest first: a life begins when a holder gets the device. */
export function groupsOf(life: Life): LifeGroup[] {
  const groups: { kind: 'life' | 'between'; number: number; entries: LifeEntry[] }[] = []
  const entries = [...life.entries].sort((a, b) => a.seq - b.seq)
  // What was bought reused has had lives with others, whom its owner does not see.
  const first = entries.find(({ kind }) => kind === 'devices.registered')
  let number = first ? registeredLife(first.content) - 1 : 0
  for (const entry of entries) {
    const last = groups.at(-1)
    const kind = entry.taker
      ? isHolder(entry.taker)
        ? 'life'
        : 'between'
      : (last?.kind ?? 'between')
    if (last?.kind === kind) {
      last.entries.unshift(entry)
      continue
    }
    if (kind === 'life') number += 1
    groups.push({ kind, number, entries: [entry] })
  }
  return groups.reverse()
}

/** Days from the latest hand-in to the proven erasure after it, when both have happened. */
export function daysToErasure(
  life: Life,
  dayOf: (instant: string) => Day,
): { from: Day; to: Day } | null {
  const entries = [...life.entries].sort((a, b) => a.seq - b.seq)
  const erased = entries.findLast(({ kind }) => kind === 'erasure.proven')
  if (!erased) return null
  const handedIn = entries.findLast(
    ({ kind, seq }) => kind === 'custody.handedIn' && seq < erased.seq,
  )
  return handedIn ? { from: dayOf(handedIn.at), to: dayOf(erased.at) } : null
}
