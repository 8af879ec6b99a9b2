import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  UuidType,
} from '../../core/endpoint.ts'
import { ListedDevice } from '../devices/api.ts'
import { conditions, movementKinds } from './rules.ts'

/** Bulk forms answer for each item: done, or refused with its code. */
const PerItem = Type.Array(
  Closed({
    deviceId: UuidType(),
    done: Type.Boolean(),
    code: Nullable(Type.String()),
    title: Nullable(Type.String()),
  }),
)
export const BulkAnswer = Closed({ done: Type.Integer(), refused: Type.Integer(), items: PerItem })

const Account = Closed({
  kind: Choice(['outside', 'depot', 'person', 'unit', 'transit']),
  organisation: Nullable(Closed({ id: UuidType(), name: Nullable(Type.String()) })),
  /** The holder, unit, place or taking organisation, when this organisation may know it. */
  name: Nullable(Type.String()),
  unit: Nullable(Type.String()),
})

const LifeEntry = Closed({
  seq: Type.Integer(),
  id: UuidType(),
  kind: Type.String(),
  at: InstantType(),
  organisation: Nullable(Type.String()),
  actor: Nullable(Type.String()),
  status: Nullable(Type.String()),
  life: Nullable(Type.Integer()),
  giver: Nullable(Account),
  taker: Nullable(Account),
  /** The entry's own content, without people’s names. */
  content: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
})

const condition = Choice(conditions)

export const api = {
  handOut: endpoint({
    method: 'POST',
    path: '/hand-outs',
    permission: 'custody.handOut',
    summary: 'Hands out devices to a holder or to a unit that shares them; each item is answered.',
    body: Closed({
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          holderId: Type.Optional(Nullable(UuidType())),
          unitId: Type.Optional(Nullable(UuidType())),
          /** Last day of the decided period of use. */
          endsOn: Type.Optional(Nullable(DayType())),
          /** The need or order that the device is reserved for. */
          forId: Type.Optional(Nullable(UuidType())),
        }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    output: BulkAnswer,
    refusals: ['repeated-device', 'person-not-found', 'unit-not-found'],
  }),
  confirmReceipt: endpoint({
    method: 'POST',
    path: '/devices/{deviceId}/receipt',
    permission: 'custody.own',
    summary: 'The holder (or the technician on the spot) signs for having received the device.',
    params: Closed({ deviceId: UuidType() }),
    output: Closed({ deviceId: UuidType(), confirmedAt: InstantType() }),
    refusals: ['device-not-found', 'status-forbids', 'not-holder'],
  }),
  handIn: endpoint({
    method: 'POST',
    path: '/hand-ins',
    permission: 'custody.handIn',
    summary: 'Takes in devices from their holders, with the condition that the holder states.',
    body: Closed({
      placeId: Type.Optional(Nullable(UuidType())),
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          condition,
          remark: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
          /** Whether activation lock and device management have been released. */
          lockRemoved: Type.Optional(Nullable(Type.Boolean())),
        }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    output: BulkAnswer,
    refusals: ['repeated-device', 'place-not-found'],
  }),
  moveDevices: endpoint({
    method: 'POST',
    path: '/transfers',
    permission: 'custody.handOut',
    summary: 'Moves devices to another place of the organisation; the holder stays the same.',
    body: Closed({
      placeId: Nullable(UuidType()),
      deviceIds: Type.Array(UuidType(), { minItems: 1, maxItems: 500 }),
    }),
    output: BulkAnswer,
    refusals: ['repeated-device', 'place-not-found'],
  }),
  reportLost: endpoint({
    method: 'POST',
    path: '/devices/{deviceId}/loss',
    permission: 'custody.handIn',
    summary: 'Reports a device missing or stolen; custody stays with who answered for it.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed({ as: Choice(['missing', 'stolen']) }),
    output: Closed({ deviceId: UuidType() }),
    refusals: ['device-not-found', 'status-forbids', 'not-custodian'],
  }),
  reportFound: endpoint({
    method: 'DELETE',
    path: '/devices/{deviceId}/loss',
    permission: 'custody.handIn',
    summary: 'A missing device has been found and stands in the organisation’s own keeping.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed({ placeId: Type.Optional(Nullable(UuidType())) }),
    output: Closed({ deviceId: UuidType() }),
    refusals: ['device-not-found', 'status-forbids', 'not-custodian', 'place-not-found'],
  }),
  myDevices: endpoint({
    method: 'GET',
    path: '/me/devices',
    permission: 'custody.own',
    summary: 'The devices that the signed-in person holds.',
    output: Closed({ items: Type.Array(ListedDevice), next: Type.Null() }),
    refusals: [],
  }),
  deviceLife: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/life',
    permission: 'devices.see',
    summary: 'The chain of one device as this organisation shares it: entries and stays.',
    params: Closed({ deviceId: UuidType() }),
    output: Closed({
      entries: Type.Array(LifeEntry),
      stays: Type.Array(
        Closed({
          seq: Type.Integer(),
          kind: Choice(movementKinds),
          account: Account,
          from: InstantType(),
          until: Nullable(InstantType()),
        }),
      ),
      /** Whether every entry seen here hashes as it should and names the one before it. */
      chainIsWhole: Type.Boolean(),
    }),
    refusals: ['device-not-found'],
  }),
}
