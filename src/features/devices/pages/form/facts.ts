// The facts of a device as a form holds them, and what of them the API is told.
import type { Input } from '../../../../core/endpoint.ts'
import type { api } from '../../api.ts'
import type { ShownDevice } from '../device/acts.ts'

type Change = Input<typeof api.changeDevice>['body']

export interface DeviceFacts {
  readonly assetTag: string
  readonly imei: string
  readonly imei2: string
  readonly macAddress: string
  readonly theftMarking: string
  readonly name: string
  readonly purchasedOn: string | null
  readonly priceOre: number | null
  readonly warrantyUntilOn: string | null
  readonly endsOn: string | null
  readonly orderNumber: string
  readonly supplierName: string
  readonly osName: string
  readonly osVersion: string
  readonly ramMb: number | null
  readonly storageGb: number | null
  readonly condition: string
  readonly note: string
}

export const noFacts: DeviceFacts = {
  assetTag: '',
  imei: '',
  imei2: '',
  macAddress: '',
  theftMarking: '',
  name: '',
  purchasedOn: null,
  priceOre: null,
  warrantyUntilOn: null,
  endsOn: null,
  orderNumber: '',
  supplierName: '',
  osName: '',
  osVersion: '',
  ramMb: null,
  storageGb: null,
  condition: '',
  note: '',
}

const names = Object.keys(noFacts) as (keyof DeviceFacts)[]

export const factsOf = (device: ShownDevice): DeviceFacts =>
  Object.fromEntries(
    names.map((name) => [name, device[name] ?? noFacts[name]]),
  ) as unknown as DeviceFacts

/** An emptied field clears the fact. */
const told = (value: string | number | null) =>
  typeof value === 'string' ? value.trim() || null : value

/** Only what differs: what somebody else changes meanwhile, in another field, is left alone. */
export const changesOf = (before: DeviceFacts, after: DeviceFacts): Change =>
  Object.fromEntries(
    names
      .filter((name) => told(before[name]) !== told(after[name]))
      .map((name) => [name, told(after[name])]),
  )

/** What is new: the empty ones are left out. */
export const givenFacts = (facts: DeviceFacts): Change =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = told(facts[name])
      return value === null ? [] : [[name, value]]
    }),
  )

export const isChanged = (before: DeviceFacts, after: DeviceFacts): boolean =>
  Object.keys(changesOf(before, after)).length > 0
