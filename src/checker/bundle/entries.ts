// The entries of a bundle: each in the tree of its log, all of them one chain.
import { equal, textOf } from '../bytes.ts'
import { parseCheckpoint, parseTlogProof, type Checkpoint, type TlogProof } from '../checkpoint.ts'
import type { Engine } from '../engine.ts'
import { NO_ENTRY, parseCanonical, readEntry, type Entry } from '../entry.ts'
import { checkSignature, type Pinned } from '../keys.ts'
import { checkOneView } from '../log.ts'
import { parseVkey } from '../note.ts'
import { leafHash, rootOf } from '../tree.ts'
import type { Findings } from '../verdict.ts'
import type { Files } from './archive.ts'
import type { Manifest } from './manifest.ts'

export interface PlacedEntry extends Entry {
  readonly file: string
  readonly origin: string
  readonly index: number
  readonly sha256: string
}

export interface SeenLog {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export interface Around {
  readonly engine: Engine
  readonly found: Findings
  readonly files: Files
  readonly manifest: Manifest
  readonly pinned: Pinned
}

type Listed = Manifest['entries'][number]

/** The entries that could be read, in the order of the chain, whether or not they held. */
export function checkEntries(around: Around): { entries: PlacedEntry[]; logs: SeenLog[] } {
  const heads = new Heads(around)
  const entries = around.manifest.entries.flatMap((listed) => {
    const entry = readListed(around, listed)
    if (entry) heads.check(entry, listed)
    return entry ?? []
  })
  heads.compare()
  const ordered = entries.toSorted((a, b) => a.seq - b.seq)
  checkChain(around, ordered)
  checkClock(around, ordered)
  return { entries: ordered, logs: heads.logs() }
}

function readListed({ found, files, engine, manifest }: Around, listed: Listed) {
  const { file, origin, index } = listed
  const bytes = files.get(file)
  const entry = bytes && readEntry(parseCanonical(bytes))
  // A file that is not there has been told of already.
  if (!bytes) return null
  if (!entry) {
    found.fail('entry-unreadable', file)
    return null
  }
  if (entry.subject !== manifest.subject.device) found.fail('entry-of-another-device', file)
  if (!origin.endsWith(`/log/${entry.organisation}`)) found.fail('entry-of-another-log', file)
  return { ...entry, file, origin, index, sha256: engine.sha256Hex(bytes) }
}

/** The heads that the proofs lead to, each checked once. */
class Heads {
  readonly #around: Around
  /** By their text: what they say. */
  readonly #read = new Map<string, Checkpoint | null>()
  /** By their text: whether they may be relied on. */
  readonly #known = new Map<string, boolean>()
  readonly #heads: Checkpoint[] = []

  constructor(around: Around) {
    this.#around = around
  }

  check(entry: PlacedEntry, { proof: at }: Listed): void {
    const { found, files, engine } = this.#around
    const bytes = files.get(at)
    const proof = bytes && parseTlogProof(textOf(bytes) ?? '', this.#headOf)
    if (!bytes) return
    if (!proof) return found.fail('proof-unreadable', at)
    if (proof.checkpoint.origin !== entry.origin) return found.fail('proof-of-another-log', at)
    if (proof.index !== entry.index) return found.fail('proof-of-another-place', at)
    if (!this.#isSigned(proof)) return
    const leaf = leafHash(engine.sha256, files.get(entry.file)!)
    const { size, root } = proof.checkpoint
    const reached = rootOf(engine.sha256, leaf, proof.index, size, proof.path)
    if (!reached || !equal(reached, root)) return found.fail('entry-not-in-tree', entry.file)
    found.pass('entry-in-tree', entry.file, { index: proof.index, size })
  }

  #headOf = (text: string): Checkpoint | null => {
    const known = this.#read.get(text)
    if (known !== undefined) return known
    const head = parseCheckpoint(text)
    this.#read.set(text, head)
    return head
  }

  #isSigned({ checkpoint }: TlogProof): boolean {
    const known = this.#known.get(checkpoint.text)
    if (known !== undefined) return known
    const { found, engine, manifest, pinned } = this.#around
    const log = manifest.logs.find(({ origin }) => origin === checkpoint.origin)
    const own = (log?.vkeys ?? []).flatMap((vkey) => parseVkey(engine.sha256, vkey) ?? [])
    if (!log) found.fail('log-not-listed', checkpoint.origin)
    const signed = log !== undefined && checkSignature(engine, found, checkpoint, own, pinned)
    this.#known.set(checkpoint.text, signed)
    this.#heads.push(checkpoint)
    return signed
  }

  /** No two heads of one log may disagree, nor two entries stand in one place. */
  compare(): void {
    const { found, manifest } = this.#around
    for (const heads of this.#byLog().values()) checkOneView(found, heads)
    const places = new Set<string>()
    for (const { origin, index, file } of manifest.entries) {
      const place = `${origin}#${index}`
      if (places.has(place)) found.fail('place-taken-twice', file)
      places.add(place)
    }
  }

  logs(): SeenLog[] {
    return [...this.#byLog().values()].map((heads) => heads.at(-1)!)
  }

  #byLog(): Map<string, Checkpoint[]> {
    const logs = new Map<string, Checkpoint[]>()
    for (const head of this.#heads.toSorted((a, b) => a.size - b.size))
      logs.set(head.origin, [...(logs.get(head.origin) ?? []), head])
    return logs
  }
}

/** Each names the hash of the one before; what is left out is said, and nothing is missing unsaid. */
function checkChain({ found, manifest }: Around, entries: readonly PlacedEntry[]): void {
  const said = (seq: number) => manifest.gaps.find(({ from, to }) => from <= seq && seq <= to)
  const told = new Set<Manifest['gaps'][number]>()
  const failures = found.failures.length
  let before: PlacedEntry | undefined
  for (const entry of entries) {
    const due = (before?.seq ?? 0) + 1
    if (entry.seq < due) found.fail('chain-entry-twice', entry.file, { seq: entry.seq })
    else if (entry.seq === due) {
      if (entry.previous !== (before?.sha256 ?? NO_ENTRY))
        found.fail('chain-broken', entry.file, { seq: entry.seq })
    } else
      for (let seq = due; seq < entry.seq; seq++) {
        const gap = said(seq)
        if (!gap) found.fail('chain-entry-missing', entry.file, { seq })
        else told.add(gap)
        if (!gap || gap.to >= entry.seq) break
        seq = gap.to
      }
    before = entry
  }
  const { device } = manifest.subject
  const last = before?.seq ?? 0
  for (const gap of manifest.gaps) {
    const { from, to, why } = gap
    if (told.has(gap) || from > last)
      found.omit(gapCodes[why] ?? 'entries-left-out', device, { from, to })
    else found.fail('gap-not-there', device, { from, to })
  }
  if (found.failures.length === failures && entries.length > 1)
    found.pass('chain-whole', device, { entries: entries.length, last })
}

const gapCodes: Readonly<Record<string, string>> = {
  'not-shared': 'entries-not-shared',
  pending: 'entries-pending',
}

/** Two acts at once may be written down in the other order; an hour is no such thing. */
const HOUR_MS = 3_600_000

/**
 * That a clock was set back cannot be mended in a log that only grows, and it takes nothing from what
 * is proven: the chain has the order. So it is told, among what nobody can rely on.
 */
function checkClock({ found, manifest }: Around, entries: readonly PlacedEntry[]): void {
  let latest = 0
  let good = true
  for (const { at, file, seq } of entries) {
    const instant = Date.parse(at)
    if (instant < latest - HOUR_MS) {
      good = false
      const hours = Math.floor((latest - instant) / HOUR_MS)
      found.omit('clock-set-back', file, { seq, hours })
    }
    latest = Math.max(latest, instant)
  }
  if (good && entries.length > 1) found.pass('clock-order', manifest.subject.device)
}
