// The journal of a station: lines of JSON, each on the disk before the next thing is done. A line
// that a power cut tore is left out; everything before it stands.
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { StationDocument } from '../features/erasure/rules/station/document.ts'
import { syncFolder, type Folder } from './folder.ts'

/** All of a document that is known when a run begins. */
export type Beginning = Pick<
  StationDocument,
  'v' | 'station' | 'drive' | 'choice' | 'tool' | 'missingTools'
> & {
  readonly run: Omit<StationDocument['run'], 'endedAt' | 'seconds'>
  readonly clock: Omit<StationDocument['clock'], 'stepped'>
  /** Captures taken before; the logs of the tool lie in the folder of the run. */
  readonly captures: StationDocument['logs']
}

export type Line =
  | { readonly kind: 'begun'; readonly run: string; readonly beginning: Beginning }
  /** The tool that writes, so that a next start can end it. `ticks` tells it from a later namesake. */
  | { readonly kind: 'tool'; readonly run: string; readonly pid: number; readonly ticks: string }
  | {
      readonly kind: 'signed'
      readonly run: string
      readonly outcome: StationDocument['outcome']
      readonly sha256: string
    }
  | {
      readonly kind: 'sent'
      readonly run: string
      readonly known: boolean
      readonly state: string | null
      readonly reasons: readonly string[]
    }
  /** The server has answered, and will answer the same again. */
  | { readonly kind: 'notTaken'; readonly run: string; readonly code: string }
  | { readonly kind: 'met'; readonly offsetMs: number }
  | { readonly kind: 'refused'; readonly path: string; readonly code: string }
export type Written = Line & { readonly at: string }

const pathOf = ({ path }: Folder) => join(path, 'journal.jsonl')

export function readJournal(folder: Folder): Written[] {
  let text: string
  try {
    text = readFileSync(pathOf(folder), 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Written]
    } catch {
      return []
    }
  })
}

/** On the disk when it returns. Begins a new line where the last one was torn. */
export function write(folder: Folder, line: Line, at = new Date()): Written {
  mkdirSync(folder.path, { recursive: true, mode: 0o700 })
  const path = pathOf(folder)
  const written = { at: at.toISOString(), ...line }
  const torn = isTorn(path)
  const fd = openSync(path, 'a', 0o600)
  try {
    writeSync(fd, `${torn ? '\n' : ''}${JSON.stringify(written)}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  if (torn === null) syncFolder(folder.path)
  return written
}

/** Null: there is no journal yet. */
function isTorn(path: string): boolean | null {
  if (!existsSync(path)) return null
  const fd = openSync(path, 'r')
  try {
    const { size } = fstatSync(fd)
    const last = Buffer.alloc(1)
    return size > 0 && readSync(fd, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
  } finally {
    closeSync(fd)
  }
}

export interface Standing {
  readonly run: string
  readonly beginning: Beginning
  readonly signed: (Line & { kind: 'signed' }) | null
  readonly sent: (Line & { kind: 'sent' }) | null
  readonly notTaken: (Line & { kind: 'notTaken' }) | null
  readonly tool: (Line & { kind: 'tool' }) | null
}

/** Every run, the oldest first, and how far it came. */
export function standings(lines: readonly Written[]): Standing[] {
  const runs = new Map<string, Standing>()
  for (const line of lines) {
    if (line.kind === 'begun')
      runs.set(line.run, {
        ...{ run: line.run, beginning: line.beginning },
        ...{ signed: null, sent: null, notTaken: null, tool: null },
      })
    else if ('run' in line) {
      const run = runs.get(line.run)
      if (run) runs.set(line.run, { ...run, [line.kind]: line })
    }
  }
  return [...runs.values()]
}
