// What every reader of evidence answers, whichever tool wrote the text.
import type { Certificate, ReasonCode } from '../reasons.ts'
import type { ReadBackFacts } from '../station/read-back.ts'
import type { NwipePdf } from './nwipe/pdf.ts'

export type EvidenceFormat =
  | 'nwipe'
  | 'nwipe-pdf'
  | 'blancco-xml'
  | 'blancco-json'
  | 'nvme-sanitize-log'
  | 'nvme-format'
  | 'nvme-id-ctrl'
  | 'hdparm'
  | 'shred'
  | 'badblocks'
  | 'scrub'
  | 'dd'
  | 'blkdiscard'
  | 'intune'
  | 'jamf'
  | 'apple-erase'
  | 'apple-business'
  | 'mapped'

export type SerialState = 'present' | 'unknown' | 'masked' | 'missing'

/** NIST SP 800-88 r2: what was achieved, never what was wished for. */
export type Level = 'clear' | 'purge'

export type ErasureResult =
  | 'erased'
  | 'sanitized'
  | 'verify_only'
  | 'failed'
  | 'aborted'
  | 'not_started'
  | 'in_progress'
  | 'command_accepted'
  /** The evidence lacks parts that a finished run always has. */
  | 'incomplete'
  /** The evidence says two things at once. */
  | 'contradictory'

/** What a signed document of a station adds. */
export interface StationSaid {
  readonly id: string
  readonly runId: string
  readonly tag: string | null
  readonly tagScanned: boolean
  /** Who stood at the bench; an opaque id. */
  readonly operatorId: string | null
  readonly ramBytes: number | null
  readonly toolPackageVersion: string | null
  readonly reallocated: number | null
  readonly pending: number | null
}

/** What the evidence says of one drive. Counters and bytes are claims of the tool, not measures. */
export interface EvidenceFacts {
  readonly device: string | null
  readonly bus: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly serialState: SerialState
  readonly method: string | null
  readonly technique: 'overwrite' | 'block-erase' | 'crypto-erase' | 'firmware' | 'format' | null
  readonly verifyMode: 'off' | 'last' | 'all' | null
  readonly roundsRequested: number | null
  readonly roundsCompleted: number | null
  readonly passesCompleted: number | null
  /** Where the tool counts the drive's own command apart from overwriting. */
  readonly firmwareRounds: number | null
  readonly overwriteRounds: number | null
  readonly bytesTotal: number | null
  readonly bytesErased: number | null
  /** Native size as the tool sees it, hidden sectors included. */
  readonly bytesExpected: number | null
  readonly percent: string | null
  readonly passErrors: number | null
  readonly verifyErrors: number | null
  readonly fsyncErrors: number | null
  readonly statusRow: string | null
  readonly duration: string | null
  readonly ioMode: 'direct' | 'cached' | null
  readonly hiddenArea: 'none' | 'present' | 'unknown' | 'not_applicable'
  /** `YYYY/MM/DD HH:MM:SS` by the station's clock, whose zone the text does not say. */
  readonly startLocal: string | null
  readonly endLocal: string | null
  /** UTC, where the evidence itself names the zone. */
  readonly startAt: string | null
  readonly endAt: string | null
  readonly verifiedByTool: boolean
  readonly result: ErasureResult
  readonly maxLevel: Level | null
  /** What the reader itself saw that a person must look at. */
  readonly doubts: readonly ReasonCode[]
  /** What a station read back by itself, past the page cache. */
  readonly readBack?: ReadBackFacts | null
  /** Said by our own station, and signed. */
  readonly station?: StationSaid | null
}

export interface EvidenceDevice extends EvidenceFacts {
  readonly certificate: Certificate
}

export interface EvidenceSession {
  readonly tool: string
  readonly toolVersionInLog: string | null
  readonly summaryPresent: boolean
  readonly optionsSummary: string | null
  readonly finalLine: string | null
  /** The computer that the drive sat in, which need not be the one it came from. */
  readonly hostSerial: string | null
  readonly assetTag: string | null
  readonly devices: readonly EvidenceDevice[]
}

interface Common {
  readonly tool: string
  readonly toolVersion: string | null
  readonly sessions: readonly EvidenceSession[]
}

export interface SanitizeStatus {
  /** 0 never, 1 or 4 done, 2 running, 3 failed. */
  readonly status: number | null
  readonly sprog: number | null
  readonly progress: number | null
  /** 0 when something has been written since. */
  readonly globalErased: number | null
  readonly action: string | null
  /** Bits 0–2 of command dword 10, which the action is read from. */
  readonly actionCode: number | null
  readonly form: 'json' | 'text'
  /** The version of nvme-cli whose layout it has, which is not to say that it wrote it. */
  readonly layout: string | null
}
export interface NvmeController {
  readonly serial: string
  readonly model: string
  readonly firmware: string
  readonly fna: number
  readonly sanicap: number
  readonly cryptoEraseSupported: boolean
}

export type Evidence =
  | (Common & {
      readonly format: Exclude<
        EvidenceFormat,
        | 'nwipe-pdf'
        | 'nvme-sanitize-log'
        | 'nvme-id-ctrl'
        | 'hdparm'
        | 'intune'
        | 'jamf'
        | 'apple-erase'
        | 'apple-business'
      >
    })
  | (Common & { readonly format: 'nwipe-pdf'; readonly pdf: NwipePdf })
  | (Common & { readonly format: 'hdparm'; readonly because: string | null })
  | (Common & { readonly format: 'nvme-sanitize-log'; readonly sanitize: SanitizeStatus })
  | (Common & { readonly format: 'nvme-id-ctrl'; readonly controller: NvmeController })
  | (Common & {
      readonly format: 'intune' | 'jamf' | 'apple-business'
      readonly actionState: string | null
    })
  | (Common & {
      readonly format: 'apple-erase'
      readonly status: string | null
      readonly udid: string | null
    })
  | {
      readonly format: 'unknown'
      readonly tool: null
      readonly toolVersion: null
      readonly sessions: readonly []
      readonly reason: 'UNKNOWN_FORMAT'
    }

export const unknownEvidence: Evidence = {
  format: 'unknown',
  tool: null,
  toolVersion: null,
  sessions: [],
  reason: 'UNKNOWN_FORMAT',
}

/** Nothing said: readers of tools that say little fill in what they have. */
export const nothingSaid: EvidenceFacts = {
  device: null,
  bus: null,
  model: null,
  serial: null,
  serialState: 'missing',
  method: null,
  technique: null,
  verifyMode: null,
  roundsRequested: null,
  roundsCompleted: null,
  passesCompleted: null,
  firmwareRounds: null,
  overwriteRounds: null,
  bytesTotal: null,
  bytesErased: null,
  bytesExpected: null,
  percent: null,
  passErrors: null,
  verifyErrors: null,
  fsyncErrors: null,
  statusRow: null,
  duration: null,
  ioMode: null,
  hiddenArea: 'unknown',
  startLocal: null,
  endLocal: null,
  startAt: null,
  endAt: null,
  verifiedByTool: false,
  result: 'incomplete',
  maxLevel: null,
  doubts: [],
}

/** A session of a tool that writes neither options nor summary. */
export const plainSession = (
  tool: string,
  toolVersion: string | null,
  devices: readonly EvidenceDevice[],
): EvidenceSession => ({
  tool,
  toolVersionInLog: toolVersion,
  summaryPresent: false,
  optionsSummary: null,
  finalLine: null,
  hostSerial: null,
  assetTag: null,
  devices,
})
