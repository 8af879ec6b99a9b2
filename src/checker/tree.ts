// The Merkle tree of RFC 6962, section 2.1, from the reader's side: what a proof proves.
import { equal, joined } from './bytes.ts'
import type { Engine } from './engine.ts'

type Sha256 = Engine['sha256']
export type Hash = Uint8Array

const LEAF = Uint8Array.of(0)

export const leafHash = (sha256: Sha256, data: Uint8Array): Hash => sha256(joined(LEAF, data))

// Filled anew for each node: a log of a million entries has a million of them.
const pair = new Uint8Array(65)
pair[0] = 1

function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}
const emptyRoot = (sha256: Sha256): Hash => sha256(new Uint8Array(0))

/**
 * The root that the path leads to from the leaf, or null when the path has not the length that a
 * leaf at this index of a tree of this size has.
 */
export function rootOf(
  sha256: Sha256,
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
): Hash | null {
  if (index >= size) return null
  let at = index
  let last = size - 1
  let root = leaf
  const left = [...path]
  while (last > 0) {
    // At the right edge a node without a sibling rises as it is.
    if (at % 2 === 1 || at < last) {
      const sibling = left.shift()
      if (!sibling) return null
      root = at % 2 === 1 ? nodeHash(sha256, sibling, root) : nodeHash(sha256, root, sibling)
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return left.length === 0 ? root : null
}

export interface Head {
  readonly size: number
  readonly root: Hash
}

/** Whether the later tree begins with the earlier one (RFC 6962, 2.1.2). */
export function isConsistent(
  sha256: Sha256,
  earlier: Head,
  later: Head,
  proof: readonly Hash[],
): boolean {
  if (earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && equal(earlier.root, later.root)
  if (earlier.size === 0) return proof.length === 0 && equal(earlier.root, emptyRoot(sha256))
  let at = earlier.size - 1
  let last = later.size - 1
  while (at % 2 === 1) {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  const left = [...proof]
  // A full earlier tree is a node of the later one, and needs not be told.
  const first = at === 0 ? earlier.root : left.shift()
  if (!first) return false
  let before = first
  let after = first
  while (last > 0) {
    if (at % 2 === 1 || at < last) {
      const sibling = left.shift()
      if (!sibling) return false
      if (at % 2 === 1) {
        before = nodeHash(sha256, sibling, before)
        after = nodeHash(sha256, sibling, after)
      } else after = nodeHash(sha256, after, sibling)
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return left.length === 0 && equal(before, earlier.root) && equal(after, later.root)
}

/** A tree that grows leaf by leaf and keeps only its right edge. */
export class GrowingTree {
  size = 0
  readonly #sha256: Sha256
  readonly #edge: Hash[] = []
  readonly #onNode: ((height: number, index: number, hash: Hash) => void) | undefined

  /** @param onNode hears of each leaf and of each complete subtree, once */
  constructor(sha256: Sha256, onNode?: (height: number, index: number, hash: Hash) => void) {
    this.#sha256 = sha256
    this.#onNode = onNode
  }

  add(leaf: Hash): void {
    let node = leaf
    this.#onNode?.(0, this.size, leaf)
    // Each set bit of the size is a full subtree that the new leaf closes together with.
    for (let [rest, height] = [this.size, 1]; rest % 2 === 1; height++) {
      node = nodeHash(this.#sha256, this.#edge.pop()!, node)
      rest = Math.floor(rest / 2)
      this.#onNode?.(height, rest, node)
    }
    this.#edge.push(node)
    this.size += 1
  }

  root(): Hash {
    const last = this.#edge.at(-1)
    if (!last) return emptyRoot(this.#sha256)
    return this.#edge
      .slice(0, -1)
      .reduceRight((right, left) => nodeHash(this.#sha256, left, right), last)
  }
}
