// A device that waits for its outcome, and what a person calls it.
import type { Static } from 'typebox'
import type { ListedDevice } from '../../devices/api.ts'

export type GradedDevice = Static<typeof ListedDevice>
export const nameOf = (row: Pick<GradedDevice, 'serialNumber' | 'assetTag'>) =>
  row.serialNumber ?? row.assetTag ?? '–'
