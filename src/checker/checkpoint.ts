// Checkpoints and proofs of a log as text (C2SP tlog-checkpoint and tlog-proof).
import { fromBase64 } from './bytes.ts'
import { parseNote, type Note } from './note.ts'
import type { Hash, Head } from './tree.ts'

export interface Checkpoint extends Head {
  readonly origin: string
  readonly note: Note
  /** As it was written. */
  readonly text: string
}

/** A whole number without leading zeroes, small enough to count with. */
function count(text: string | undefined): number | null {
  if (text === undefined || !/^(0|[1-9]\d{0,15})$/.test(text)) return null
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : null
}

function hash(text: string | undefined): Hash | null {
  const bytes = text === undefined ? null : fromBase64(text)
  return bytes?.length === 32 ? bytes : null
}

export function parseCheckpoint(text: string): Checkpoint | null {
  const note = parseNote(text)
  if (!note) return null
  const [origin, sizeLine, rootLine, ...extensions] = note.text.slice(0, -1).split('\n')
  const size = count(sizeLine)
  const root = hash(rootLine)
  if (!origin || size === null || !root || extensions.includes('')) return null
  return { origin, size, root, note, text }
}

export interface TlogProof {
  readonly index: number
  readonly path: readonly Hash[]
  readonly checkpoint: Checkpoint
}

/** A tree of 2^53 leaves is not deeper. */
const DEEPEST = 53

/** @param head reads the checkpoint; whoever reads many proofs of one head reads that once */
export function parseTlogProof(text: string, head = parseCheckpoint): TlogProof | null {
  const split = text.indexOf('\n\n')
  if (split < 0) return null
  const [format, ...lines] = text.slice(0, split).split('\n')
  if (format !== 'c2sp.org/tlog-proof@v1') return null
  // What the extra line holds is not signed by anybody.
  if (/^extra [A-Za-z0-9+/=]*$/.test(lines[0] ?? '')) lines.shift()
  const index = count(/^index (\d+)$/.exec(lines.shift() ?? '')?.[1])
  const path = lines.map(hash)
  const checkpoint = head(text.slice(split + 2))
  if (index === null || !checkpoint || path.length > DEEPEST) return null
  if (!path.every((one) => one !== null)) return null
  return { index, path, checkpoint }
}
