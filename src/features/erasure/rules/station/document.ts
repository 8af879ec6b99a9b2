// `omlopp-station/1`: what a station says of one drive, signed as its JCS bytes (RFC 8785). The raw
// words of the tools are within; the server reads those again and believes none of the station's
// own judgement but the bad news.
import { Type, type Static } from 'typebox'
import { Choice, Closed, InstantType, Nullable, UuidType } from '../../../../core/endpoint.ts'
import { mediumKinds } from '../media.ts'
import { methodNames } from './methods.ts'
import { expectations, readModes } from './read-back.ts'

export const documentVersion = 'omlopp-station/1'

/** What became of a run. Only `proven` can lead to a certificate. */
export const outcomes = [
  'proven',
  /** The tool says done, and something of before is still there. */
  'leftovers',
  'toolFailed',
  /** Stopped by a person. */
  'aborted',
  /** The station itself stopped: power, or a kill. Found at its next start. */
  'cutOff',
  /** The drive is no longer there, or is another. */
  'vanished',
  /** The drive could not be read back. */
  'unreadable',
] as const
export type Outcome = (typeof outcomes)[number]

const Text = (maxLength = 300) => Type.String({ minLength: 1, maxLength })
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** The words of one tool. */
const longestLog = 1_000_000

const logRoles = [
  /** The tool that wiped: its log, or all that it said. */
  'wipe',
  /** What the drive says of itself, before and after. */
  'identityBefore',
  'identityAfter',
  /** `hdparm -N`: the native size. */
  'nativeSize',
  /** Any other capture of hardware. */
  'hardware',
] as const

export const Document = Closed({
  v: Type.Literal(documentVersion),
  station: Closed({
    id: UuidType(),
    name: Text(),
    software: Text(),
    /** Memory: a drive of four times the size cannot have been verified from cache. */
    ramBytes: Nullable(Count),
  }),
  run: Closed({
    id: UuidType(),
    /** What was scanned before the wipe. */
    tag: Nullable(Text(200)),
    /** Who stood at the bench; an opaque id. */
    operatorId: Nullable(UuidType()),
    asked: Choice(['clear', 'purge']),
    startedAt: InstantType(),
    endedAt: InstantType(),
    /** By a clock that cannot be set. */
    seconds: Count,
  }),
  clock: Closed({
    timeZone: Text(100),
    /** Server minus station when they last met; null: they never did. */
    offsetMs: Nullable(Type.Integer()),
    offsetAt: Nullable(InstantType()),
    /** The clock was set during the run. */
    stepped: Type.Boolean(),
    /** The run began before something that the station had already written down. */
    backwards: Type.Boolean(),
  }),
  drive: Closed({
    path: Text(),
    serial: Nullable(Text(200)),
    /** Read again afterwards: another serial is another drive. */
    serialAfter: Nullable(Text(200)),
    model: Nullable(Text()),
    transport: Nullable(Text(40)),
    bytes: Count,
    kind: Choice(mediumKinds),
    reallocated: Nullable(Count),
    pending: Nullable(Count),
  }),
  choice: Closed({
    tool: Choice(['nwipe', 'hdparm', 'nvme']),
    method: Choice(methodNames),
    reason: Text(60),
  }),
  tool: Closed({ version: Nullable(Text()), packageVersion: Nullable(Text()) }),
  logs: Type.Array(
    Closed({
      role: Choice(logRoles),
      name: Text(),
      sha256: Sha256,
      text: Type.String({ maxLength: longestLog }),
    }),
    { maxItems: 40 },
  ),
  /** Tools that this station lacks. */
  missingTools: Type.Array(Text(60), { maxItems: 40 }),
  readBack: Nullable(
    Closed({
      rule: Text(60),
      seed: Type.String({ pattern: '^[0-9a-f]{32}$' }),
      percent: Type.Number({ minimum: 0, maximum: 100 }),
      bytes: Count,
      places: Count,
      coveredBytes: Count,
      expect: Choice(expectations),
      mode: Choice(readModes),
      before: Nullable(Closed({ places: Count, withData: Count, sha256: Sha256 })),
      readBytes: Count,
      leftovers: Count,
      firstLeftoverAt: Nullable(Count),
      unchanged: Count,
      sha256: Sha256,
    }),
  ),
  outcome: Choice(outcomes),
})
export type StationDocument = Static<typeof Document>
export type StationLog = StationDocument['logs'][number]
