import type { Static } from 'typebox'
import type { NeedDevice } from '../api/shapes.ts'

type Device = Static<typeof NeedDevice>

export const tagOf = ({ assetTag, serialNumber, model }: Device): string =>
  assetTag ?? serialNumber ?? model

export const nameOf = (device: Device): string =>
  `${tagOf(device)}, ${device.maker} ${device.model}`
