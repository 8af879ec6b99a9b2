import type { Preset } from './shape.ts'

export const chromeOs: Preset = {
  id: 'chromeos',
  name: 'ChromeOS (Google Admin)',
  signs: ['annotatedAssetId', 'annotatedUser', 'autoUpdateExpiration', 'orgUnitPath'],
  constants: { osName: 'ChromeOS' },
  dateOrder: 'ymd',
  columns: {
    serialNumber: 'serialNumber',
    annotatedAssetId: 'assetTag',
    model: 'model',
    macAddress: 'macAddress',
    annotatedUser: 'holderEmail',
    annotatedLocation: 'placeName',
    orgUnitPath: 'unitName',
    osVersion: 'osVersion',
    lastSync: 'lastSeenAt',
    lastEnrollmentTime: 'enrolledAt',
    systemRamTotal: ['ramMb', 'bytes'],
    notes: 'note',
    status: 'status',
  },
}
