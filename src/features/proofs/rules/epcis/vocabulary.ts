// The words of EPCIS 2.0 and CBV 2.0 that an export uses, and our own beside them.
import type { CustodyAccount } from '../../../custody/rules.ts'

/** Ours; a bare word that CBV does not have is invalid, so that these are whole addresses. */
export const NAMESPACE = 'https://omlopp.example/voc/'
export const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

export const ownStep = (name: 'assigning' | 'erasing') => `${NAMESPACE}bizstep/${name}`
export const ownDisposition = (
  name: 'in_use' | 'data_bearing' | 'data_sanitised' | 'donated' | 'lost' | 'stolen' | 'found',
) => `${NAMESPACE}disp/${name}`

/**
 * Everything is named by its id alone: opaque, the same in every export, and it tells nothing of
 * a person. Devices, media, places, units, organisations, collections and certificates alike.
 */
export const uri = (id: string): string => `urn:uuid:${id}`

interface Party {
  readonly type: 'possessing_party' | 'owning_party'
}
export type Source = Party & { readonly source: string }
export type Destination = Party & { readonly destination: string }

export interface BizTransaction {
  readonly type: 'po' | 'cert' | 'testres' | 'desadv'
  readonly bizTransaction: string
}

export interface ErrorDeclaration {
  readonly declarationTime: string
  readonly reason: 'did_not_occur' | 'incorrect_data'
  readonly correctiveEventIDs?: readonly string[]
}

export interface EpcisEvent {
  readonly type: 'ObjectEvent' | 'AssociationEvent' | 'AggregationEvent'
  readonly eventID: string
  readonly eventTime: string
  readonly eventTimeZoneOffset: string
  readonly action: 'OBSERVE' | 'ADD' | 'DELETE'
  readonly epcList?: readonly string[]
  readonly parentID?: string
  readonly childEPCs?: readonly string[]
  readonly bizStep: string
  readonly disposition?: string
  readonly persistentDisposition?: {
    readonly set?: readonly string[]
    readonly unset?: readonly string[]
  }
  readonly readPoint?: { readonly id: string }
  readonly bizLocation?: { readonly id: string }
  readonly bizTransactionList?: readonly BizTransaction[]
  readonly sourceList?: readonly Source[]
  readonly destinationList?: readonly Destination[]
  readonly errorDeclaration?: ErrorDeclaration
  readonly [own: `omlopp:${string}`]: string | number
}

/** Who has it: the unit where there is one, never the person in it. */
export const partyOf = (account: CustodyAccount): string | null => {
  if (account.kind === 'outside') return null
  const unit = account.kind === 'person' || account.kind === 'unit' ? account.unitId : null
  return uri(unit ?? account.organisationId)
}

/** Where it is, as far as the account says. */
export const placeOf = (account: CustodyAccount): string | null => {
  if (account.kind === 'depot') return account.placeId === null ? null : uri(account.placeId)
  if (account.kind !== 'person' && account.kind !== 'unit') return null
  return account.unitId === null ? null : uri(account.unitId)
}

const zoned = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  timeZoneName: 'longOffset',
})

/** `+01:00` or `+02:00`: the clock on the wall where the organisations are. */
export function offsetAt(at: Date): string {
  const name = zoned.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return /[+-]\d\d:\d\d$/.exec(name)?.[0] ?? '+00:00'
}

/** When a day begins on the wall where the organisations are. */
export function midnight(day: string): Date {
  const utc = new Date(`${day}T00:00:00Z`)
  // The clock changes by night, after midnight, so that the day before has the day's offset.
  const hours = Number(offsetAt(new Date(utc.getTime() - 3 * 3_600_000)).slice(0, 3))
  return new Date(utc.getTime() - hours * 3_600_000)
}
