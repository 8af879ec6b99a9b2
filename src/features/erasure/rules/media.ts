// The media of a device, and what they together say of its data.
import { done, refuse, type Result } from '../../../core/result.ts'
import { isPlaceholderSerial } from '../../devices/rules/serial.ts'
import type { DataState, DeviceStatus } from '../../devices/rules/status.ts'
import type { MediumKind } from './gate.ts'

export const mediumKinds = [
  'magnetic',
  'flash',
  'hybrid',
  'unknown',
] as const satisfies readonly MediumKind[]
export const mediumStates = ['inPlace', 'removed', 'erased', 'destroyed'] as const
export type MediumState = (typeof mediumStates)[number]

export interface Medium {
  readonly id: string
  readonly serial: string
  readonly model: string | null
  readonly capacityBytes: number | null
  readonly nativeBytes: number | null
  readonly kind: MediumKind
  readonly state: MediumState
  /** Destroyed before the device was last in use: what it holds now is another medium. */
  readonly spent?: boolean
}

/** A medium as somebody or some tool found it. */
export interface FoundMedium {
  readonly id?: string | undefined
  readonly serial: string
  readonly model?: string | null | undefined
  readonly capacityBytes?: number | null | undefined
  readonly nativeBytes?: number | null | undefined
  readonly kind: MediumKind
  readonly state?: 'inPlace' | 'removed' | undefined
}

export type MediaRefusal =
  'serial-placeholder' | 'repeated-medium' | 'medium-not-found' | 'medium-omitted'

const isProven = (medium: Medium): boolean =>
  medium.state === 'erased' || medium.state === 'destroyed'

/**
 * The media after an inventory. A whole one must name every medium that is in place: one that has
 * left the device is said to be removed, it never just disappears. What is proven stays as it is.
 */
export function decideMedia(
  present: readonly Medium[],
  found: readonly FoundMedium[],
  extent: 'whole' | 'more',
  newId: () => string,
): Result<Medium[], MediaRefusal> {
  const after = new Map(present.map((medium) => [medium.id, medium]))
  const named = new Set<string>()
  for (const one of found) {
    const serial = one.serial.trim()
    if (isPlaceholderSerial(serial)) return refuse('serial-placeholder', { serialNumber: serial })
    const known = present.find((medium) =>
      one.id ? medium.id === one.id : medium.serial === serial,
    )
    if (one.id && !known) return refuse('medium-not-found', { mediumId: one.id })
    const id = known?.id ?? newId()
    if (named.has(id)) return refuse('repeated-medium', { serialNumber: serial })
    named.add(id)
    if (known && isProven(known)) continue
    after.set(id, {
      id,
      serial,
      model: one.model ?? known?.model ?? null,
      capacityBytes: one.capacityBytes ?? known?.capacityBytes ?? null,
      nativeBytes: one.nativeBytes ?? known?.nativeBytes ?? null,
      kind: one.kind === 'unknown' ? (known?.kind ?? 'unknown') : one.kind,
      state: one.state ?? known?.state ?? 'inPlace',
    })
  }
  const all = [...after.values()]
  const omitted = all.find((medium) => medium.state === 'inPlace' && !named.has(medium.id))
  if (extent === 'whole' && omitted)
    return refuse('medium-omitted', { serialNumber: omitted.serial })
  const serials = all.map((medium) => medium.serial)
  const twice = serials.find((serial, index) => serials.indexOf(serial) !== index)
  return twice === undefined ? done(all) : refuse('repeated-medium', { serialNumber: twice })
}

/**
 * What the media prove: `destroyed` when all that are left are, `erased` when none holds data, else
 * nothing. A device whose media were only taken out is unproven: what they hold is elsewhere.
 */
export function provenBy(
  media: readonly Pick<Medium, 'state' | 'spent'>[],
): 'erased' | 'destroyed' | null {
  const left = media.filter(({ state, spent }) => state !== 'removed' && !spent)
  if (left.length === 0 || left.some(({ state }) => state === 'inPlace')) return null
  return left.every(({ state }) => state === 'destroyed') ? 'destroyed' : 'erased'
}

export interface DeviceData {
  readonly status: DeviceStatus
  readonly dataState: DataState
}

/** Where a proof that falls sends a device of the house: it must be erased again. */
const proofDependent: ReadonlySet<DeviceStatus> = new Set(['erased', 'graded', 'pool'])
const beforeErasure: ReadonlySet<DeviceStatus> = new Set(['inStock', 'handedIn', 'received'])

/** Law 2: the data state follows what the media prove, both ways. Null when nothing changes. */
export function dataAfter(
  device: DeviceData,
  media: readonly Pick<Medium, 'state' | 'spent'>[],
): { status?: DeviceStatus; dataState?: DataState } | null {
  const proven = provenBy(media)
  const wasProven = device.dataState === 'erased' || device.dataState === 'destroyed'
  if (proven) {
    const onwards = proven === 'erased' && beforeErasure.has(device.status)
    if (device.dataState === proven && !onwards) return null
    return { dataState: proven, ...(onwards ? { status: 'erased' } : {}) }
  }
  if (!wasProven) return null
  return {
    dataState: 'holdsData',
    ...(proofDependent.has(device.status) ? { status: 'received' } : {}),
  }
}
