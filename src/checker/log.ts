// A whole log against its checkpoints: any entry that was changed, left out, moved or put in shows.
import { equal } from './bytes.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { anyEngine, type Engine } from './engine.ts'
import { readCanonicalEntry, type EntryHead } from './canonical-entry.ts'
import { NO_ENTRY, type Entry, type Json } from './entry.ts'
import { Groups, type KeptGroup } from './groups.ts'
import { checkSignature, pinnedKeys } from './keys.ts'
import { parseVkey } from './note.ts'
import { withSuccessors } from './rotation.ts'
import { GrowingTree, type Hash } from './tree.ts'
import { Findings, type Verdict } from './verdict.ts'

export interface LogRow {
  readonly index: number
  /** Exactly what was hashed; null when the writer has lost it. */
  readonly bytes: Uint8Array | null
  /** As the writer keeps it: tells which entry was changed rather than between which heads. */
  readonly leafHash?: Uint8Array
  /** Whether the writer's own columns say the same of the entry, its hash in hexadecimal included. */
  readonly agrees?: (entry: EntryHead, hash: string) => boolean
}

export interface LogBatch {
  readonly rows: readonly LogRow[]
  /** Groups of the kept tree that are full with the rows of this batch or those before. */
  readonly groups?: readonly KeptGroup[]
}

export type ChainStep = Pick<Entry, 'subject' | 'seq' | 'previous'>

export interface LogToCheck {
  readonly origin: string
  /** In the order of their indexes, a few thousand at a time. */
  readonly batches: Iterable<LogBatch> | AsyncIterable<LogBatch>
  /** The nodes that are in no full group yet, for a log that keeps its tree in groups. */
  readonly edge?: Uint8Array
  /** Hears of each entry whose forerunner is not before it in this log: it should be in another. */
  readonly elsewhere?: (step: ChainStep) => void
  /** Every head that the log has signed, in any order. */
  readonly checkpoints: readonly string[]
  /** The keys that the log says are its own. */
  readonly ownVkeys?: readonly string[]
  /** The keys that the reader trusts. */
  readonly vkeys?: readonly string[]
  /** The log keys of the installation, each with the statement by which the one before named it. */
  readonly keys?: readonly Json[]
  readonly engine?: Engine
}

export interface LogVerdict extends Verdict {
  readonly entries: number
  readonly checkpoints: number
}

/** How many findings of one log are told one by one. */
const MOST_TOLD = 100

export async function checkLog(of: LogToCheck): Promise<LogVerdict> {
  const engine = of.engine ?? anyEngine
  const found = new Findings()
  const heads = readHeads(engine, found, of)
  const groups = of.edge && new Groups(found, of.origin)
  const walk = new Walk(engine, found, of, heads, groups)
  for await (const batch of of.batches) {
    for (const row of batch.rows) walk.take(row)
    groups?.meet(batch.groups ?? [])
  }
  walk.end()
  groups?.end(of.edge)
  return { ...found.verdict(), entries: walk.size, checkpoints: heads.length }
}

/** In order of size, signed, of this log, and no two of one size that differ. */
function readHeads(engine: Engine, found: Findings, of: LogToCheck): Checkpoint[] {
  const given = pinnedKeys(engine, of.vkeys ?? [])
  if (!given) {
    found.fail('key-unreadable', of.origin)
    return []
  }
  const log = given.log && withSuccessors(engine, found, of.origin, given.log, of.keys ?? [])
  const pinned = { ...given, log }
  const own = (of.ownVkeys ?? []).flatMap((vkey) => parseVkey(engine.sha256, vkey) ?? [])
  const signatures = new Findings()
  const heads = of.checkpoints.flatMap((text, nth) => {
    const head = parseCheckpoint(text)
    if (head?.origin === of.origin) return [head]
    found.fail(head ? 'checkpoint-of-another-log' : 'checkpoint-unreadable', `${of.origin}#${nth}`)
    return []
  })
  const good = heads.filter((head) => checkSignature(engine, signatures, head, own, pinned))
  found.failures.push(...signatures.failures)
  // Said once, however many heads there are.
  for (const list of ['checked', 'notChecked'] as const) {
    const codes = new Set(signatures[list].map(({ code }) => code))
    for (const code of codes) found[list].push({ code, at: of.origin })
  }
  const ordered = good.toSorted((a, b) => a.size - b.size)
  checkOneView(found, ordered)
  return ordered
}

/** Two heads of one size with different roots: the log has shown two readers two histories. */
export function checkOneView(found: Findings, ordered: readonly Checkpoint[]): void {
  ordered.forEach((head, nth) => {
    const before = ordered[nth - 1]
    if (before?.size === head.size && !equal(before.root, head.root))
      found.fail('split-view', head.origin, { size: head.size })
  })
}

/** The last entry of a subject. */
interface Seen {
  seq: number
  hash: string
}

class Walk {
  readonly #engine: Engine
  readonly #found: Findings
  readonly #origin: string
  readonly #heads: Checkpoint[]
  readonly #tree: GrowingTree
  readonly #chains = new Map<string, Seen>()
  readonly #elsewhere: LogToCheck['elsewhere']
  #agreed = 0
  #room = new Uint8Array(8192)

  constructor(
    engine: Engine,
    found: Findings,
    { origin, elsewhere }: LogToCheck,
    heads: readonly Checkpoint[],
    groups: Groups | undefined,
  ) {
    this.#engine = engine
    this.#found = found
    this.#origin = origin
    this.#elsewhere = elsewhere
    this.#heads = [...heads]
    this.#tree = new GrowingTree(engine.sha256, groups && groups.node.bind(groups))
    this.#meetHeads()
  }

  get size(): number {
    return this.#tree.size
  }

  #fail(code: string, index: number, details?: Readonly<Record<string, string | number>>) {
    if (this.#found.failures.length < MOST_TOLD)
      this.#found.fail(code, `${this.#origin}#${index}`, details)
  }

  take(row: LogRow): void {
    const due = this.#tree.size
    if (row.index !== due) this.#fail(row.index > due ? 'entry-missing' : 'entry-out-of-order', due)
    const leaf = row.bytes ? this.#checkBytes(row, row.bytes) : row.leafHash
    if (!row.bytes) this.#fail('entry-not-in-journal', row.index)
    // The rest is held against the heads all the same where the hash of a lost entry is there.
    this.#tree.add(leaf ?? new Uint8Array(32))
    this.#meetHeads()
  }

  #checkBytes(row: LogRow, bytes: Uint8Array): Hash {
    const leaf = this.#engine.sha256(this.#leafBytes(bytes))
    const hash = this.#engine.sha256Hex(bytes)
    if (row.leafHash && !equal(row.leafHash, leaf)) this.#fail('entry-changed', row.index)
    this.#checkEntry(row, bytes, hash)
    return leaf
  }

  /** A zero and the entry, in a room that is used again for each. */
  #leafBytes(bytes: Uint8Array): Uint8Array {
    if (this.#room.length <= bytes.length) this.#room = new Uint8Array(2 * bytes.length + 1)
    this.#room.set(bytes, 1)
    return this.#room.subarray(0, bytes.length + 1)
  }

  /** Entries of other organisations on the same subject stand in their own logs. */
  #checkEntry({ index, agrees }: LogRow, bytes: Uint8Array, hash: string): void {
    const entry = readCanonicalEntry(this.#engine, bytes)
    if (!entry) return this.#fail('entry-unreadable', index)
    if (agrees && !agrees(entry, hash)) this.#fail('entry-columns-differ', index)
    const { subject, seq, previous } = entry
    const before = this.#chains.get(subject)
    if (before && seq <= before.seq) this.#fail('chain-out-of-order', index, { subject, seq })
    else if (seq > 1 && before?.seq !== seq - 1) this.#elsewhere?.({ subject, seq, previous })
    else if (previous !== (before?.hash ?? NO_ENTRY))
      this.#fail('chain-broken', index, { subject, seq })
    if (before) [before.seq, before.hash] = [seq, hash]
    else this.#chains.set(subject, { seq, hash })
  }

  #meetHeads(): void {
    while (this.#heads[0]?.size === this.#tree.size) {
      const head = this.#heads.shift()!
      if (equal(head.root, this.#tree.root())) this.#agreed = head.size
      else this.#fail('root-differs', head.size, { after: this.#agreed })
    }
  }

  end(): void {
    const { size } = this.#tree
    for (const head of this.#heads) this.#fail('entries-missing', head.size, { entries: size })
    if (this.#agreed > 0) this.#found.pass('entries-in-tree', this.#origin, { size: this.#agreed })
    if (size > this.#agreed && this.#found.failures.length === 0)
      this.#found.omit('entries-after-checkpoint', this.#origin, { entries: size - this.#agreed })
  }
}
