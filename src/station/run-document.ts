// What a run of a drive leaves: its document, signed, and what that says.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../core/canonical-json.ts'
import { parseEvidence } from '../features/erasure/rules/evidence/parse.ts'
import type {
  Outcome,
  StationDocument,
  StationLog,
} from '../features/erasure/rules/station/document.ts'
import { stationFacts } from '../features/erasure/rules/station/facts.ts'
import type { ReadBack } from '../features/erasure/rules/station/read-back.ts'
import { nothingYet, type Phase, type Progress } from './rules/progress.ts'
import { signText, writeDocument, type Folder } from './folder.ts'
import { write, type Beginning } from './journal.ts'

export interface Watched {
  readonly phase: Phase
  readonly progress: Progress
  readonly outcome: Outcome | null
}

export interface RunDone {
  readonly runId: string
  readonly document: StationDocument
  readonly sha256: string
}

/** Logs are capped as the document declares it; a tool that says more is cut, and its hash is of that. */
const longest = 900_000
export const hashed = (log: Omit<StationLog, 'sha256'>): StationLog => {
  const text = log.text.slice(0, longest)
  return { ...log, text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** What the tool itself says against its run is the outcome, whatever the read-back found. */
export function judged(document: StationDocument): StationDocument {
  if (document.outcome !== 'proven') return document
  const { result, readBack: found } = stationFacts(document).facts
  const good = result === 'erased' || result === 'sanitized' || result === 'command_accepted'
  if (good && found?.clean) return document
  return { ...document, outcome: result === 'aborted' ? 'aborted' : 'toolFailed' }
}

export interface Ending {
  readonly logs: readonly StationLog[]
  readonly proof: ReadBack | null
  readonly outcome: Outcome
  readonly serialAfter: string | null
  readonly endedAt: string
  readonly seconds: number
  readonly stepped: boolean
}

export function documentOf({ captures, ...beginning }: Beginning, ending: Ending): StationDocument {
  const { logs, proof, outcome, serialAfter, endedAt, seconds, stepped } = ending
  return {
    ...beginning,
    run: { ...beginning.run, endedAt, seconds },
    clock: { ...beginning.clock, stepped },
    drive: { ...beginning.drive, serialAfter },
    logs: [...captures, ...logs],
    readBack: proof,
    outcome,
  }
}

export function sign(
  folder: Folder,
  runId: string,
  document: StationDocument,
  watch: (state: Watched) => void = () => {},
): RunDone {
  const text = canonicalJson(document)
  writeDocument(folder, runId, { document: text, signature: signText(folder, text) })
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  write(folder, { kind: 'signed', run: runId, outcome: document.outcome, sha256 })
  watch({ phase: 'done', progress: nothingYet, outcome: document.outcome })
  return { runId, document, sha256 }
}

/** What the tool itself wrote as its verdict, for the person who wonders why. */
export function toolSays(document: StationDocument): string | null {
  const wiped = document.logs.find(({ role }) => role === 'wipe')
  const [session] = wiped ? parseEvidence(wiped.text).sessions : []
  return session?.devices[0]?.statusRow ?? null
}
