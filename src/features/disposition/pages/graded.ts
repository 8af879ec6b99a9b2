// A device that waits for a decision, and what it is called there.
import type { Static } from 'typebox'
import type { ListedDevice } from '../../devices/api.ts'

export type GradedDevice = Static<typeof ListedDevice>

export const nameOf = (row: Pick<GradedDevice, 'serialNumber' | 'assetTag'>) =>
  row.serialNumber ?? row.assetTag ?? '–'
