import type { Preset } from './shape.ts'

/** What every device of such a file is. */
export const apple = { maker: 'Apple' } as const

export const appleBusiness: Preset = {
  id: 'apple-business',
  name: 'Apple Business Manager, School Manager',
  signs: ['attributes.serialNumber', 'attributes.productFamily', 'attributes.addedToOrgDateTime'],
  constants: apple,
  dateOrder: 'ymd',
  columns: {
    'attributes.serialNumber': 'serialNumber',
    'attributes.deviceModel': 'model',
    'attributes.productFamily': 'kind',
    'attributes.partNumber': 'modelNumber',
    'attributes.deviceCapacity': 'storageGb',
    'attributes.imei': 'imei',
    'attributes.imei.2': 'imei2',
    'attributes.wifiMacAddress': 'macAddress',
    'attributes.orderNumber': 'orderNumber',
    'attributes.orderDateTime': 'purchasedOn',
    'attributes.addedToOrgDateTime': 'enrolledAt',
  },
}
