import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../core/endpoint.ts'
import { deviceKinds } from './rules/kinds.ts'
import { dataStates, deviceStatuses, grades } from './rules/status.ts'

export const deviceSorts = ['assetTag', 'serialNumber', 'model', 'endsOn'] as const

const Named = Closed({ id: UuidType(), name: Type.String() })
const OrUnknown = Nullable(Named)

export const ListedDevice = Closed({
  id: UuidType(),
  assetTag: Nullable(Type.String()),
  serialNumber: Nullable(Type.String()),
  kind: Choice(deviceKinds),
  maker: Type.String(),
  model: Type.String(),
  status: Choice(deviceStatuses),
  statusSince: InstantType(),
  dataState: Choice(dataStates),
  grade: Nullable(Choice(grades)),
  owner: OrUnknown,
  custodian: OrUnknown,
  holder: OrUnknown,
  unit: OrUnknown,
  place: OrUnknown,
  /** Last day of the decided period of use; the owner's own affair. */
  endsOn: Nullable(DayType()),
  priceOre: Nullable(Type.Integer()),
  theftMarking: Nullable(Type.String()),
  /** When device management last heard from it; the owner's own affair. */
  lastSeenAt: Nullable(InstantType()),
  /** Kept for a need, whose order hands it out; only whoever keeps it is told. */
  reserved: Type.Boolean(),
})

const many = <const T extends readonly string[]>(values: T) =>
  Type.Optional(
    Type.Unsafe<T[number] | T[number][]>({
      anyOf: [
        { type: 'string', enum: [...values] },
        { type: 'array', items: { type: 'string', enum: [...values] }, maxItems: values.length },
      ],
    }),
  )

/** What a list of devices may be narrowed by; the same names stand in the address of the page. */
const deviceFilters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  status: many(deviceStatuses),
  kind: many(deviceKinds),
  dataState: many(dataStates),
  grade: many(grades),
  unitId: Type.Optional(UuidType()),
  /** A department: the devices of all its units. */
  departmentId: Type.Optional(UuidType()),
  holderId: Type.Optional(UuidType()),
  placeId: Type.Optional(UuidType()),
  ownerId: Type.Optional(UuidType()),
  custodianId: Type.Optional(UuidType()),
  /** In use, with the period of use ending on this day or before. */
  endsBefore: Type.Optional(DayType()),
  /** Stood in its status since before this instant. */
  since: Type.Optional(InstantType()),
}

const Device = Closed({
  ...ListedDevice.properties,
  imei: Nullable(Type.String()),
  imei2: Nullable(Type.String()),
  macAddress: Nullable(Type.String()),
  name: Nullable(Type.String()),
  dataBearing: Type.Boolean(),
  life: Type.Integer(),
  purchasedOn: Nullable(DayType()),
  warrantyUntilOn: Nullable(DayType()),
  orderNumber: Nullable(Type.String()),
  supplierName: Nullable(Type.String()),
  osName: Nullable(Type.String()),
  osVersion: Nullable(Type.String()),
  ramMb: Nullable(Type.Integer()),
  storageGb: Nullable(Type.Integer()),
  /** When device management took it in. */
  enrolledAt: Nullable(InstantType()),
  /** Of its drives, as a list said. */
  driveSerials: Type.Array(Type.String()),
  /** In the owner's words; the owner's own affair. */
  condition: Nullable(Type.String()),
  note: Nullable(Type.String()),
  registeredAt: InstantType(),
  /** In transit to this organisation, which has not yet accepted. */
  inTransitTo: OrUnknown,
  version: Type.Integer(),
})

const text = (maxLength: number) => Type.Optional(Nullable(Type.String({ maxLength })))
const facts = {
  assetTag: text(100),
  imei: text(20),
  imei2: text(20),
  macAddress: text(20),
  theftMarking: text(80),
  name: text(200),
  purchasedOn: Type.Optional(Nullable(DayType())),
  priceOre: Type.Optional(Nullable(Type.Integer({ minimum: 0 }))),
  warrantyUntilOn: Type.Optional(Nullable(DayType())),
  endsOn: Type.Optional(Nullable(DayType())),
  orderNumber: text(100),
  supplierName: text(200),
  osName: text(100),
  osVersion: text(80),
  ramMb: Type.Optional(Nullable(Type.Integer({ minimum: 0 }))),
  storageGb: Type.Optional(Nullable(Type.Integer({ minimum: 0 }))),
  condition: text(200),
  note: text(2000),
}

const marksTaken = [
  'serial-taken',
  'asset-tag-taken',
  'imei-taken',
  'placeholder-serial',
  'mark-missing',
] as const

export const api = {
  listDevices: endpoint({
    method: 'GET',
    path: '/devices',
    permission: 'devices.see',
    summary: 'The register as this organisation sees it, filtered, sorted and paged.',
    query: Closed({
      ...PageQuery,
      ...deviceFilters,
      sort: Type.Optional(Choice(deviceSorts)),
      order: Type.Optional(Choice(['asc', 'desc'])),
    }),
    output: PageOf(ListedDevice),
    refusals: ['cursor-unknown'],
  }),
  countDevices: endpoint({
    method: 'GET',
    path: '/device-counts',
    permission: 'devices.see',
    summary: 'How many devices there are by status, with the same filters as the list.',
    query: Closed(deviceFilters),
    output: Closed({
      total: Type.Integer(),
      byStatus: Type.Array(Closed({ status: Choice(deviceStatuses), count: Type.Integer() })),
    }),
    refusals: [],
  }),
  getDevice: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}',
    permission: 'devices.see',
    summary: 'One device as it is now.',
    params: Closed({ deviceId: UuidType() }),
    output: Device,
    refusals: ['device-not-found'],
  }),
  countModelDevices: endpoint({
    method: 'GET',
    path: '/models/{modelId}/device-counts',
    permission: 'devices.see',
    summary: 'How many devices there are of a model, and where they stand.',
    params: Closed({ modelId: UuidType() }),
    output: Closed({
      present: Type.Integer(),
      /** Sold, given away, recycled or destroyed. */
      left: Type.Integer(),
      /** Units and places with most of them first. */
      places: Type.Array(
        Closed({
          unitId: Nullable(UuidType()),
          placeId: Nullable(UuidType()),
          /** Null: neither unit nor place is known. */
          name: Nullable(Type.String()),
          count: Type.Integer(),
        }),
      ),
      elsewhere: Type.Integer(),
    }),
    refusals: ['model-not-found'],
  }),
  findDevices: endpoint({
    method: 'POST',
    path: '/device-lookups',
    permission: 'devices.see',
    summary: 'Finds devices by scanned codes: asset tag, serial number, IMEI or our own link.',
    body: Closed({
      codes: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), {
        minItems: 1,
        maxItems: 500,
      }),
    }),
    output: Closed({
      items: Type.Array(Closed({ code: Type.String(), devices: Type.Array(ListedDevice) })),
    }),
    refusals: [],
  }),
  registerDevice: endpoint({
    method: 'POST',
    path: '/devices',
    permission: 'devices.register',
    summary: 'Registers a device that the organisation owns, in its own keeping.',
    body: Closed({
      ...facts,
      kind: Choice(deviceKinds),
      maker: Type.String({ maxLength: 100 }),
      model: Type.String({ maxLength: 200 }),
      serialNumber: text(100),
      placeId: Type.Optional(Nullable(UuidType())),
      /** Straight from the maker or proven empty; otherwise it may hold data. */
      unused: Type.Optional(Type.Boolean()),
    }),
    output: Closed({ id: UuidType() }),
    refusals: [...marksTaken, 'place-not-found'],
    status: 201,
  }),
  changeDevice: endpoint({
    method: 'PATCH',
    path: '/devices/{deviceId}',
    permission: 'devices.register',
    summary: 'Changes facts of a device; absent fields stay, null clears.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed(facts),
    output: Device,
    refusals: ['device-not-found', 'version-changed', 'not-owner', ...marksTaken],
  }),
}
