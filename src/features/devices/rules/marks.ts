// The marks that make a device findable and unique within its owner's register.
import type { DeviceId } from '../../../core/ids.ts'
import { isPlaceholderSerial, normaliseSerial } from './serial.ts'

export interface MarkedDevice {
  readonly id: DeviceId
  readonly makerKey: string
  readonly serialNumber: string | null
  readonly assetTag: string | null
  readonly imei: string | null
}

/** A serial number is unique per maker: two makers may use the same number. */
export const serialMarkKey = (makerKey: string, serialNumber: string): string =>
  `${makerKey}:${normaliseSerial(serialNumber)}`

/** Asset tags differ by case and spaces in nobody's storeroom. */
export const assetTagKey = (assetTag: string): string => assetTag.toUpperCase().replace(/\s+/g, '')
export const imeiKey = (imei: string): string => imei.replace(/\D/g, '')

export function marksOf(device: MarkedDevice) {
  const marks: { deviceId: DeviceId; kind: 'serial' | 'assetTag' | 'imei'; key: string }[] = []
  const add = (kind: 'serial' | 'assetTag' | 'imei', key: string) => {
    marks.push({ deviceId: device.id, kind, key })
  }
  if (device.serialNumber && !isPlaceholderSerial(device.serialNumber))
    add('serial', serialMarkKey(device.makerKey, device.serialNumber))
  if (device.assetTag) add('assetTag', assetTagKey(device.assetTag))
  if (device.imei) add('imei', imeiKey(device.imei))
  return marks
}
