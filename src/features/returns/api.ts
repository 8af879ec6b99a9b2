import { Type, type TProperties } from 'typebox'
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
import { BulkAnswer } from '../custody/api.ts'
import { deviceKinds } from '../devices/rules/kinds.ts'
import { dataStates, deviceStatuses } from '../devices/rules/status.ts'
import { discrepancyKinds, resolutions } from './rules/discrepancy.ts'
import { scanOutcomes } from './rules/scan.ts'
import { collectionStates, directions, lineStates, packageKinds } from './rules/states.ts'

const Named = Closed({ id: UuidType(), name: Type.String() })
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const Code = Text(200)

const Counts = Closed({
  total: Type.Integer(),
  /** Packed and not yet counted by the receiver. */
  packed: Type.Integer(),
  received: Type.Integer(),
  missing: Type.Integer(),
  takenBack: Type.Integer(),
  openDiscrepancies: Type.Integer(),
  discrepancies: Type.Integer(),
})

/** What both sides see of a collection (sändning). */
export const Collection = Closed({
  id: UuidType(),
  number: Type.String(),
  state: Choice(collectionStates),
  direction: Choice(directions),
  sender: Named,
  receiver: Named,
  fromPlace: Nullable(Type.String()),
  fromAddress: Nullable(Type.String()),
  wantedPickupOn: Nullable(DayType()),
  createdAt: InstantType(),
  sentAt: Nullable(InstantType()),
  /** The first scan at the receiver. */
  receivedAt: Nullable(InstantType()),
  closedAt: Nullable(InstantType()),
  counts: Counts,
  /** Receiving is closed and so is every discrepancy. */
  done: Type.Boolean(),
  version: Type.Integer(),
})

const Package = Closed({
  id: UuidType(),
  number: Type.Integer(),
  kind: Choice(packageKinds),
  seal: Nullable(Type.String()),
  devices: Type.Integer(),
})

const marks = {
  deviceId: UuidType(),
  assetTag: Nullable(Type.String()),
  serialNumber: Nullable(Type.String()),
  kind: Choice(deviceKinds),
  maker: Type.String(),
  model: Type.String(),
}
const Line = Closed({
  ...marks,
  state: Choice(lineStates),
  packageNumber: Nullable(Type.Integer()),
  packedAt: InstantType(),
  receivedAt: Nullable(InstantType()),
})

/** A device that a scan means or may mean; only devices that the reader is party to. */
const ScannedDevice = Closed({
  ...marks,
  inCollection: Type.Boolean(),
  packageNumber: Nullable(Type.Integer()),
  status: Nullable(Choice(deviceStatuses)),
  dataState: Nullable(Choice(dataStates)),
})

const ScanAnswer = Closed({
  scanId: UuidType(),
  code: Type.String(),
  outcome: Choice(scanOutcomes),
  /** Why it was not packed. */
  refusal: Nullable(Type.String()),
  title: Type.String(),
  device: Nullable(ScannedDevice),
  candidates: Type.Array(ScannedDevice),
  /** The same scan had been sent before; this is the answer it got then. */
  repeated: Type.Boolean(),
})
const ScanAnswers = Closed({ items: Type.Array(ScanAnswer), counts: Counts })

const scanItem = <P extends TProperties>(more: P) =>
  Closed({
    /** Made by the scanning device; the same id again counts once. */
    scanId: UuidType(),
    code: Code,
    at: InstantType(),
    /** Chosen among candidates. */
    deviceId: Type.Optional(Nullable(UuidType())),
    ...more,
  })

const Discrepancy = Closed({
  id: UuidType(),
  collectionId: UuidType(),
  collectionNumber: Type.String(),
  kind: Choice(discrepancyKinds),
  code: Type.String(),
  device: Nullable(Closed(marks)),
  packageNumber: Nullable(Type.Integer()),
  openedAt: InstantType(),
  closedAt: Nullable(InstantType()),
  /** The person, for readers of the same organisation. */
  closedBy: Nullable(Type.String()),
  closedByOrganisation: Nullable(Type.String()),
  resolution: Nullable(Choice(resolutions)),
  remark: Nullable(Type.String()),
  /** What the reader's side may close it with. */
  resolutions: Type.Array(Choice(resolutions)),
  version: Type.Integer(),
})

const collectionParams = Closed({ collectionId: UuidType() })

export const api = {
  createCollection: endpoint({
    method: 'POST',
    path: '/collections',
    permission: 'returns.send',
    summary: 'Begins a collection of devices for an organisation that one has a partnership with.',
    body: Closed({
      receiverId: UuidType(),
      fromPlaceId: Type.Optional(Nullable(UuidType())),
      wantedPickupOn: Type.Optional(Nullable(DayType())),
    }),
    output: Collection,
    refusals: ['receiver-not-partner', 'place-not-found'],
    status: 201,
  }),
  listCollections: endpoint({
    method: 'GET',
    path: '/collections',
    permission: 'returns.see',
    summary: 'Collections out and in, newest first.',
    query: Closed({
      state: Type.Optional(Choice(collectionStates)),
      direction: Type.Optional(Choice(directions)),
      ...PageQuery,
    }),
    output: PageOf(Collection),
    refusals: ['cursor-unknown'],
  }),
  countCollections: endpoint({
    method: 'GET',
    path: '/collection-counts',
    permission: 'returns.see',
    summary: 'How many collections stand where, and how old the oldest open business is.',
    output: Closed({
      byState: Type.Array(
        Closed({
          direction: Choice(directions),
          state: Choice(collectionStates),
          collections: Type.Integer(),
          devices: Type.Integer(),
          oldestAt: InstantType(),
        }),
      ),
      openDiscrepancies: Type.Integer(),
      oldestDiscrepancyAt: Nullable(InstantType()),
    }),
    refusals: [],
  }),
  getCollection: endpoint({
    method: 'GET',
    path: '/collections/{collectionId}',
    permission: 'returns.see',
    summary: 'A collection with its packages, counts, and the first 200 discrepancies.',
    params: collectionParams,
    output: Closed({
      ...Collection.properties,
      packages: Type.Array(Package),
      discrepancies: Type.Array(Discrepancy),
    }),
    refusals: ['collection-not-found'],
  }),
  listLines: endpoint({
    method: 'GET',
    path: '/collections/{collectionId}/lines',
    permission: 'returns.see',
    summary: 'The devices of a collection.',
    params: collectionParams,
    query: Closed({
      state: Type.Optional(Choice(lineStates)),
      packageId: Type.Optional(UuidType()),
      ...PageQuery,
    }),
    output: PageOf(Line),
    refusals: ['collection-not-found', 'cursor-unknown'],
  }),
  packDevices: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/lines',
    permission: 'returns.send',
    summary: 'Packs devices; each item is answered.',
    params: collectionParams,
    body: Closed({
      packageId: Type.Optional(Nullable(UuidType())),
      deviceIds: Type.Array(UuidType(), { minItems: 1, maxItems: 500 }),
    }),
    output: BulkAnswer,
    refusals: [
      'repeated-device',
      'collection-not-found',
      'not-sender',
      'not-packing',
      'package-not-found',
      'collection-full',
    ],
  }),
  packByCodes: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/packing-scans',
    permission: 'returns.send',
    summary: 'Packs by scanned codes. A scan that is sent again counts once.',
    params: collectionParams,
    body: Closed({
      items: Type.Array(scanItem({ packageId: Type.Optional(Nullable(UuidType())) }), {
        minItems: 1,
        maxItems: 500,
      }),
    }),
    output: ScanAnswers,
    refusals: [
      'collection-not-found',
      'not-sender',
      'not-packing',
      'package-not-found',
      'collection-full',
    ],
  }),
  unpackDevices: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/removals',
    permission: 'returns.send',
    summary: 'Takes devices out of a collection that is being packed; each item is answered.',
    params: collectionParams,
    body: Closed({ deviceIds: Type.Array(UuidType(), { minItems: 1, maxItems: 500 }) }),
    output: BulkAnswer,
    refusals: ['repeated-device', 'collection-not-found', 'not-sender', 'not-packing'],
  }),
  addPackage: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/packages',
    permission: 'returns.send',
    summary: 'Adds a box, cage or pallet, numbered within the collection.',
    params: collectionParams,
    body: Closed({
      kind: Choice(packageKinds),
      seal: Type.Optional(Nullable(Text(100))),
    }),
    output: Package,
    refusals: ['collection-not-found', 'not-sender', 'not-packing'],
    status: 201,
  }),
  changePackage: endpoint({
    method: 'PATCH',
    path: '/collections/{collectionId}/packages/{packageId}',
    permission: 'returns.send',
    summary: 'Changes the kind of a package or its seal.',
    params: Closed({ collectionId: UuidType(), packageId: UuidType() }),
    body: Closed({
      kind: Type.Optional(Choice(packageKinds)),
      seal: Type.Optional(Nullable(Text(100))),
    }),
    output: Package,
    refusals: ['collection-not-found', 'not-sender', 'not-packing', 'package-not-found'],
  }),
  sendCollection: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/sending',
    permission: 'returns.send',
    summary: 'Sends: every device is in transit until the receiver has accepted it.',
    params: collectionParams,
    output: Collection,
    refusals: [
      'collection-not-found',
      'not-sender',
      'not-packing',
      'collection-empty',
      'receiver-not-partner',
      'device-unready',
      'version-changed',
    ],
  }),
  takeBackCollection: endpoint({
    method: 'DELETE',
    path: '/collections/{collectionId}/sending',
    permission: 'returns.send',
    summary: 'Takes back what was sent, before the receiver’s first scan; it can be sent again.',
    params: collectionParams,
    output: Collection,
    refusals: [
      'collection-not-found',
      'not-sender',
      'not-sent',
      'receiving-begun',
      'version-changed',
    ],
  }),
  scanCollection: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/scans',
    permission: 'returns.receive',
    summary: 'Receives by scanned codes. A scan that is sent again counts once.',
    params: collectionParams,
    body: Closed({
      placeId: Type.Optional(Nullable(UuidType())),
      items: Type.Array(scanItem({}), { minItems: 1, maxItems: 500 }),
    }),
    output: ScanAnswers,
    refusals: ['collection-not-found', 'not-receiver', 'place-not-found'],
  }),
  closeReceiving: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/closing',
    permission: 'returns.receive',
    summary: 'Closes the count: what was not scanned is missing, each with a discrepancy.',
    params: collectionParams,
    body: Closed({ allMissing: Type.Optional(Type.Boolean()) }),
    output: Collection,
    refusals: [
      'collection-not-found',
      'not-receiver',
      'receiving-closed',
      'nothing-received-yet',
      'version-changed',
    ],
  }),
  listDiscrepancies: endpoint({
    method: 'GET',
    path: '/discrepancies',
    permission: 'returns.see',
    summary: 'Discrepancies of all collections or one, oldest first.',
    query: Closed({
      collectionId: Type.Optional(UuidType()),
      state: Type.Optional(Choice(['open', 'closed'])),
      ...PageQuery,
    }),
    output: PageOf(Discrepancy),
    refusals: ['cursor-unknown'],
  }),
  reportMismatch: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/discrepancies',
    permission: 'returns.receive',
    summary: 'The receiver reports that a device is not what the delivery note says.',
    params: collectionParams,
    body: Closed({ deviceId: UuidType(), remark: Text(1000) }),
    output: Discrepancy,
    refusals: ['collection-not-found', 'not-receiver', 'line-not-found'],
    status: 201,
  }),
  closeDiscrepancy: endpoint({
    method: 'POST',
    path: '/collections/{collectionId}/discrepancies/{discrepancyId}/closing',
    permission: 'returns.settle',
    summary: 'Closes a discrepancy; each side may only take upon itself.',
    params: Closed({ collectionId: UuidType(), discrepancyId: UuidType() }),
    body: Closed({
      resolution: Choice(resolutions),
      remark: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
      /** The version that was read; may instead come as If-Match. */
      version: Type.Optional(Type.Integer()),
      /** With acceptedBySender: which of the sender's devices it is. */
      deviceId: Type.Optional(Nullable(UuidType())),
    }),
    output: Discrepancy,
    refusals: [
      'collection-not-found',
      'discrepancy-not-found',
      'discrepancy-closed',
      'version-changed',
      'resolution-unfit',
      'resolution-other-side',
      'device-missing-in-answer',
      'device-not-found',
      'device-elsewhere',
      'packed-elsewhere',
      'already-packed',
      'status-forbids',
      'not-for-receiver',
      'not-in-transit',
    ],
  }),
  deliveryNote: endpoint({
    method: 'GET',
    path: '/collections/{collectionId}/delivery-note',
    permission: 'returns.see',
    summary: 'What the delivery note (följesedel) says: both sides, packages and every device.',
    params: collectionParams,
    output: Closed({
      ...Collection.properties,
      packages: Type.Array(Package),
      lines: Type.Array(Line),
    }),
    refusals: ['collection-not-found'],
  }),
}
