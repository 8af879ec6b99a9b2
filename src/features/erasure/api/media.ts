// The storage media of devices, as people, captures and stations find them.
import { Type } from 'typebox'
import { Choice, Closed, endpoint, Nullable, UuidType } from '../../../core/endpoint.ts'
import { dataStates } from '../../devices/rules/status.ts'
import { mediumKinds, mediumStates } from '../rules/media.ts'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Bytes = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

const Medium = Closed({
  id: UuidType(),
  serial: Type.String(),
  model: Nullable(Type.String()),
  capacityBytes: Nullable(Type.Integer()),
  nativeBytes: Nullable(Type.Integer()),
  kind: Choice(mediumKinds),
  /** As of the device’s present use: what was proven before it was last handed out is in place again. */
  state: Choice(mediumStates),
})
const DeviceMedia = Closed({
  deviceId: UuidType(),
  dataState: Choice(dataStates),
  /** `MEDIA_MISSING`: no medium is known, so that the data state cannot be proven. */
  unproven: Nullable(Choice(['MEDIA_MISSING', 'MEDIA_HOLD_DATA'])),
  items: Type.Array(Medium),
})
const FoundMedium = Closed({
  id: Type.Optional(UuidType()),
  serial: Text(200),
  model: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  capacityBytes: Type.Optional(Nullable(Bytes)),
  nativeBytes: Type.Optional(Nullable(Bytes)),
  kind: Choice(mediumKinds),
  state: Type.Optional(Choice(['inPlace', 'removed'])),
})
const media = Type.Array(FoundMedium, { maxItems: 200 })

const mediaRefusals = [
  'device-not-found',
  'device-not-in-keeping',
  'not-data-bearing',
  'serial-placeholder',
  'repeated-medium',
  'medium-not-found',
  'medium-omitted',
] as const

export const mediaApi = {
  putMedia: endpoint({
    method: 'PUT',
    path: '/devices/{deviceId}/media',
    permission: 'erasure.record',
    summary: 'The storage media of a device, whole: a medium taken out is said to be removed.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed({ media }),
    output: DeviceMedia,
    refusals: mediaRefusals,
  }),
  recordMedia: endpoint({
    method: 'POST',
    path: '/media',
    permission: 'erasure.record',
    summary: 'The storage media of many devices at once; each device is answered.',
    body: Closed({
      items: Type.Array(Closed({ deviceId: UuidType(), media }), { minItems: 1, maxItems: 500 }),
    }),
    output: Closed({
      done: Type.Integer(),
      refused: Type.Integer(),
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          done: Type.Boolean(),
          code: Nullable(Type.String()),
          title: Nullable(Type.String()),
        }),
      ),
    }),
    refusals: ['repeated-device'],
  }),
  getMedia: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/media',
    permission: 'erasure.see',
    summary: 'The storage media of a device, and whether its data state can be proven.',
    params: Closed({ deviceId: UuidType() }),
    output: DeviceMedia,
    refusals: ['device-not-found'],
  }),
  uploadInventory: endpoint({
    method: 'POST',
    path: '/devices/{deviceId}/inventory',
    permission: 'erasure.record',
    summary: 'A capture of hardware (lshw, lsblk, smartctl …): its drives become media.',
    params: Closed({ deviceId: UuidType() }),
    upload: true,
    output: DeviceMedia,
    refusals: [
      ...mediaRefusals,
      'file-too-large',
      'inventory-unreadable',
      'inventory-without-drives',
      'inventory-of-another-device',
    ],
  }),
}
