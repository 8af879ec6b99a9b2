// A whole log against its checkpoints: any entry that was changed, left out, moved or put in shows.
import { equal, hex, utf8Into } from './bytes.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { anyEngine, type Engine } from './engine.ts'
import { NO_ENTRY, parseJson, readEntry } from './entry.ts'
import { checkSignature, pinnedKeys } from './keys.ts'
import { parseVkey } from './note.ts'
import { GrowingTree, type Hash } from './tree.ts'
import { Findings, type Verdict } from './verdict.ts'

export interface LogRow {
  readonly index: number
  readonly body: string
  /** As the writer keeps it: tells which entry was changed rather than between which heads. */
  readonly leafHash?: Uint8Array
}

export interface LogToCheck {
  readonly origin: string
  /** In the order of their indexes, a few thousand at a time. */
  readonly rows: Iterable<readonly LogRow[]> | AsyncIterable<readonly LogRow[]>
  /** Every head that the log has signed, in any order. */
  readonly checkpoints: readonly string[]
  /** The keys that the log says are its own. */
  readonly ownVkeys?: readonly string[]
  /** The keys that the reader trusts. */
  readonly vkeys?: readonly string[]
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
  const walk = new Walk(engine, found, of.origin, heads)
  for await (const batch of of.rows) for (const row of batch) walk.take(row)
  walk.end()
  return { ...found.verdict(), entries: walk.size, checkpoints: heads.length }
}

/** In order of size, signed, of this log, and no two of one size that differ. */
function readHeads(engine: Engine, found: Findings, of: LogToCheck): Checkpoint[] {
  const pinned = pinnedKeys(engine, of.vkeys ?? [])
  if (!pinned) {
    found.fail('key-unreadable', of.origin)
    return []
  }
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

interface Seen {
  readonly seq: number
  readonly hash: Hash
}

class Walk {
  readonly #engine: Engine
  readonly #found: Findings
  readonly #origin: string
  readonly #heads: Checkpoint[]
  readonly #tree: GrowingTree
  readonly #chains = new Map<string, Seen>()
  #agreed = 0
  #room = new Uint8Array(8192)

  constructor(engine: Engine, found: Findings, origin: string, heads: readonly Checkpoint[]) {
    this.#engine = engine
    this.#found = found
    this.#origin = origin
    this.#heads = [...heads]
    this.#tree = new GrowingTree(engine.sha256)
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
    const leafBytes = this.#leafBytes(row.body)
    const leaf = this.#engine.sha256(leafBytes)
    if (row.leafHash && !equal(row.leafHash, leaf)) this.#fail('entry-changed', row.index)
    this.#checkChain(row, leafBytes.subarray(1))
    this.#tree.add(leaf)
    this.#meetHeads()
  }

  /** A zero and the body, in a room that is used again for each. */
  #leafBytes(body: string): Uint8Array {
    if (this.#room.length < 3 * body.length + 1) this.#room = new Uint8Array(6 * body.length + 1)
    return this.#room.subarray(0, utf8Into(body, this.#room.subarray(1)) + 1)
  }

  /** Entries of other organisations on the same subject stand in their own logs: gaps may be. */
  #checkChain(row: LogRow, bytes: Uint8Array): void {
    const entry = readEntry(parseJson(row.body))
    if (!entry) return this.#fail('entry-unreadable', row.index)
    const { subject, seq, previous } = entry
    const before = this.#chains.get(subject)
    if (before && seq <= before.seq) this.#fail('chain-out-of-order', row.index, { subject, seq })
    else if (
      seq === 1 ? previous !== NO_ENTRY : before?.seq === seq - 1 && previous !== hex(before.hash)
    )
      this.#fail('chain-broken', row.index, { subject, seq })
    this.#chains.set(subject, { seq, hash: this.#engine.sha256(bytes) })
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
