// A log may keep its tree as groups of sixteen nodes with what those hash to, so that proofs need not
// read every leaf. Here are the groups that the leaves themselves give, to hold what is kept against.
import { equal } from './bytes.ts'
import type { Hash } from './tree.ts'
import type { Findings } from './verdict.ts'

/** Level 0 groups leaves, level 1 groups full groups of leaves, and so on. */
export interface KeptGroup {
  readonly level: number
  readonly index: number
  /** The sixteen nodes from left to right, then what they hash to pair by pair: 8, 4 and 2. */
  readonly hashes: Uint8Array
}

const HEIGHT = 4
const HASH = 32
const LENGTH = 30 * HASH
/** Where the hashes of each height of a group begin. */
const BEGINS = [0, 16, 24, 28].map((place) => place * HASH)

export class Groups {
  readonly #found: Findings
  readonly #origin: string
  /** By level: the group that is being filled, and how many nodes of its lowest row there are. */
  readonly #open: { hashes: Uint8Array; nodes: number }[] = []
  /** Full, and not seen among those that are kept. */
  readonly #full = new Map<string, Uint8Array>()
  #agreed = 0

  constructor(found: Findings, origin: string) {
    this.#found = found
    this.#origin = origin
  }

  /** Each complete subtree in the order in which the tree has it: the left before the right. */
  node(height: number, index: number, hash: Hash): void {
    const [level, row] = [Math.floor(height / HEIGHT), height % HEIGHT]
    const across = 16 >> row
    const open = (this.#open[level] ??= { hashes: new Uint8Array(LENGTH), nodes: 0 })
    open.hashes.set(hash, BEGINS[row]! + (index % across) * HASH)
    if (row === 0) open.nodes++
    if (row < HEIGHT - 1 || index % across < across - 1) return
    this.#full.set(`${level}/${Math.floor(index / across)}`, open.hashes)
    this.#open[level] = { hashes: new Uint8Array(LENGTH), nodes: 0 }
  }

  /** Holds what is kept against the leaves so far. */
  meet(kept: readonly KeptGroup[]): void {
    for (const { level, index, hashes } of kept) {
      const name = `${level}/${index}`
      const due = this.#full.get(name)
      this.#full.delete(name)
      if (!due) this.#found.fail('group-added', this.#at(name))
      else if (!equal(due, hashes)) this.#found.fail('group-differs', this.#at(name))
      else this.#agreed++
    }
  }

  /** @param edge the nodes of the groups that are not full, level by level */
  end(edge: Uint8Array | undefined): void {
    for (const name of this.#full.keys()) this.#found.fail('group-missing', this.#at(name))
    const parts = this.#open.map(({ hashes, nodes }) => hashes.subarray(0, nodes * HASH))
    let at = 0
    const same = parts.every((part) => edge && equal(part, edge.subarray(at, (at += part.length))))
    if (!same || at !== (edge?.length ?? 0)) this.#found.fail('edge-differs', this.#origin)
    if (this.#agreed > 0) this.#found.pass('groups-agree', this.#origin, { groups: this.#agreed })
  }

  #at = (name: string): string => `${this.#origin}#${name}`
}
