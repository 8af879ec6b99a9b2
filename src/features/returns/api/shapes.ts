// What the endpoints of collections say.
import { Type, type TProperties } from 'typebox'
import { Choice, Closed, DayType, InstantType, Nullable, UuidType } from '../../../core/endpoint.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { dataStates, deviceStatuses } from '../../devices/rules/status.ts'
import { discrepancyKinds, resolutions } from '../rules/discrepancy.ts'
import { scanOutcomes } from '../rules/scan.ts'
import { collectionStates, directions, lineStates, packageKinds } from '../rules/states.ts'

const Named = Closed({ id: UuidType(), name: Type.String() })
/** Something visible, and no NUL, which PostgreSQL keeps in no text. */
export const Text = (maxLength: number) =>
  Type.String({ maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
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

export const Package = Closed({
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
export const Line = Closed({
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
export const ScanAnswers = Closed({ items: Type.Array(ScanAnswer), counts: Counts })

export const scanItem = <P extends TProperties>(more: P) =>
  Closed({
    /** Made by the scanning device; the same id again counts once. */
    scanId: UuidType(),
    code: Code,
    at: InstantType(),
    /** Chosen among candidates. */
    deviceId: Type.Optional(Nullable(UuidType())),
    ...more,
  })

export const Discrepancy = Closed({
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

export const collectionParams = Closed({ collectionId: UuidType() })
