// A device's facts as a row has them and as the register has them, and the step between.
import type { DeviceId } from '../../../core/ids.ts'
import type { ImportField, ImportValue, ImportValues } from '../rules/import/fields.ts'
import { makerKey, type Change } from '../rules/import/plan.ts'
import type { FactField } from '../rules/import/run.ts'
import { bearsData, type DeviceKind } from '../rules/kinds.ts'
import { assetTagKey, imeiKey, serialMarkKey } from '../rules/marks.ts'
import { normaliseSerial } from '../rules/serial.ts'
import type { ImportRun } from '../store/import.ts'
import type * as lookup from '../store/import-lookup.ts'
import type { FactsAfter } from '../store/import-write.ts'
import type { DeviceFacts, Mark } from '../store/register.ts'
import { drivesOf } from '../rules/drives.ts'
import type { MarkKeys } from './lines.ts'

export interface PlannedUpdate {
  readonly id: DeviceId
  readonly version: number
  readonly after: FactsAfter
  readonly endsOn: string | null
  readonly facts: { readonly [field: string]: ImportValue | null }
  readonly words: readonly string[]
  readonly drop: readonly Mark[]
  readonly take: readonly Mark[]
}

export const text = (value: ImportValue | null | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const count = (value: ImportValue | null | undefined): number | null =>
  typeof value === 'number' ? value : null

/** The import writes `maker|serial`, the table of marks `maker:serial`. */
export const serialMark = (key: string): string => key.replace('|', ':')

export const keyField = (key: ImportRun['key']): ImportField =>
  key === 'serialNumber+maker' ? 'serialNumber' : key

export const headingOf = (field: ImportField | undefined): string | null => field ?? null

export function marksOf(deviceId: DeviceId, { serial, assetTag, imei }: MarkKeys): Mark[] {
  const marks: Mark[] = []
  if (serial !== null) marks.push({ deviceId, kind: 'serial', key: serial })
  if (assetTag !== null) marks.push({ deviceId, kind: 'assetTag', key: assetTag })
  if (imei !== null) marks.push({ deviceId, kind: 'imei', key: imei })
  return marks
}

/** The mark of a row's serial number with the maker that the device will have. */
export function mergedSerial(values: ImportValues, device: lookup.RegisteredFacts): string | null {
  const serial = text(values.serialNumber)
  if (!serial) return null
  const maker = text(values.maker)
  return serialMarkKey(maker ? makerKey(maker) : device.makerKey, serial)
}

export const valuesOf = (device: lookup.RegisteredFacts): ImportValues => ({
  assetTag: device.assetTag,
  serialNumber: device.serialNumber,
  imei: device.imei,
  imei2: device.imei2,
  macAddress: device.macAddress,
  theftMarking: device.theftMarking,
  name: device.name,
  kind: device.kind,
  maker: device.maker || null,
  model: device.model || null,
  purchasedOn: device.purchasedOn,
  priceOre: device.priceOre,
  warrantyUntil: device.warrantyUntilOn,
  endsOn: device.endsOn,
  orderNumber: device.orderNumber,
  supplierName: device.supplierName,
  note: device.note,
  osName: device.osName,
  osVersion: device.osVersion,
  ramMb: device.ramMb,
  storageGb: device.storageGb,
  lastSeenAt: device.lastSeenAt,
  enrolledAt: device.enrolledAt,
  driveSerials: drivesOf(device.driveSerials),
  condition: device.condition,
})

export function factsOf(changes: readonly Change[]): DeviceFacts {
  const values: ImportValues = {}
  for (const { field, to } of changes) values[field] = to
  return factsFrom(values)
}

function factsFrom(values: ImportValues): DeviceFacts {
  const maker = text(values.maker) ?? ''
  const serialNumber = text(values.serialNumber)
  return {
    kind: values.kind as DeviceKind,
    maker,
    makerKey: makerKey(maker),
    model: text(values.model) ?? '',
    modelId: null,
    assetTag: text(values.assetTag),
    serialNumber,
    serialKey: serialNumber === null ? null : normaliseSerial(serialNumber),
    imei: text(values.imei),
    imei2: text(values.imei2),
    macAddress: text(values.macAddress),
    theftMarking: text(values.theftMarking),
    name: text(values.name),
    purchasedOn: text(values.purchasedOn),
    priceOre: count(values.priceOre),
    warrantyUntilOn: text(values.warrantyUntil),
    endsOn: text(values.endsOn),
    orderNumber: text(values.orderNumber),
    supplierName: text(values.supplierName),
    osName: text(values.osName),
    osVersion: text(values.osVersion),
    ramMb: count(values.ramMb),
    storageGb: count(values.storageGb),
    lastSeenAt: text(values.lastSeenAt),
    enrolledAt: text(values.enrolledAt),
    driveSerials: Array.isArray(values.driveSerials) ? values.driveSerials.join('\n') : null,
    condition: text(values.condition),
    note: text(values.note),
  }
}

/** What the fields are called on a device, where that differs. */
const factNames: Partial<Record<FactField, string>> = { warrantyUntil: 'warrantyUntilOn' }

export function updateOf(
  device: lookup.RegisteredFacts,
  changes: readonly Change[],
): PlannedUpdate {
  const values = valuesOf(device)
  const facts: { [field: string]: ImportValue | null } = {}
  const words: string[] = []
  for (const { field, to } of changes) {
    values[field] = to
    // Words of people stay out of the journal; that they changed does not.
    if (field === 'name' || field === 'note' || field === 'condition') words.push(field)
    else facts[factNames[field as FactField] ?? field] = to
  }
  const next = factsFrom(values)
  const modelChanges = next.model !== device.model || next.makerKey !== device.makerKey
  const after: FactsAfter = {
    ...next,
    id: device.id,
    modelId: modelChanges ? null : device.modelId,
    dataBearing: bearsData(next.kind) || bearsData(device.kind),
  }
  const old = deviceMarks(device.id, device)
  const now = deviceMarks(device.id, after)
  const same = (a: Mark) => (b: Mark) => a.kind === b.kind && a.key === b.key
  return {
    id: device.id,
    version: device.version,
    after,
    endsOn: after.endsOn,
    facts,
    words,
    drop: old.filter((mark) => !now.some(same(mark))),
    take: now.filter((mark) => !old.some(same(mark))),
  }
}

const deviceMarks = (
  id: DeviceId,
  of: Pick<DeviceFacts, 'makerKey' | 'serialNumber' | 'assetTag' | 'imei'>,
): Mark[] =>
  marksOf(id, {
    serial: of.serialNumber ? serialMarkKey(of.makerKey, of.serialNumber) : null,
    assetTag: of.assetTag ? assetTagKey(of.assetTag) : null,
    imei: of.imei ? imeiKey(of.imei) : null,
  })
