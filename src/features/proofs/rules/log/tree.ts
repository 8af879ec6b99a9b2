// The tree of RFC 6962: hashes of leaves and nodes, and which complete subtrees a root or a proof is
// made of. Where their hashes come from is not decided here.

export type Hash = Uint8Array
export type Sha256 = (bytes: Uint8Array) => Hash

/** A complete subtree: the leaves from index · 2^height, 2^height of them. */
export interface Node {
  readonly height: number
  readonly index: number
}
/** Leaves from and up to, but not including, as one hash of the tree. */
export interface Span {
  readonly from: number
  readonly to: number
}

const LEAF = Uint8Array.of(0)

export function leafHash(sha256: Sha256, entry: Uint8Array): Hash {
  const bytes = new Uint8Array(entry.length + 1)
  bytes.set(LEAF)
  bytes.set(entry, 1)
  return sha256(bytes)
}

export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(65)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 33)
  return sha256(bytes)
}

/** The largest power of two that is less than n. Bit operations end at 2^32, sizes do not. */
function powerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** The spans whose hashes lead from a leaf to the root, from the leaf's sibling upwards. */
export function inclusionPath(index: number, whole: Span): Span[] {
  const path: Span[] = []
  let { from, to } = whole
  while (to - from > 1) {
    const middle = from + powerBelow(to - from)
    path.push(index < middle ? { from: middle, to } : { from, to: middle })
    if (index < middle) to = middle
    else from = middle
  }
  return path.reverse()
}

/** The spans that show the tree of `oldSize` to be the beginning of that of `size`. */
export function consistencyPath(oldSize: number, size: number): Span[] {
  if (oldSize === 0 || oldSize === size) return []
  return subProof(oldSize, { from: 0, to: size }, true)
}

function subProof(oldSize: number, span: Span, whole: boolean): Span[] {
  const { from, to } = span
  if (oldSize === to) return whole ? [] : [span]
  const middle = from + powerBelow(to - from)
  return oldSize <= middle
    ? [...subProof(oldSize, { from, to: middle }, whole), { from: middle, to }]
    : [...subProof(oldSize, { from: middle, to }, false), { from, to: middle }]
}

/** The complete subtrees of a span that a tree has, from left to right. */
export function nodesOf({ from, to }: Span): Node[] {
  const nodes: Node[] = []
  for (let at = from; at < to;) {
    let height = 0
    let width = 1
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      width *= 2
      height++
    }
    nodes.push({ height, index: at / width })
    at += width
  }
  return nodes
}

/** The hash of a span, from those of its complete subtrees. */
export function spanHash(sha256: Sha256, span: Span, hashOf: (node: Node) => Hash): Hash {
  const hashes = nodesOf(span).map(hashOf)
  if (hashes.length === 0) return sha256(new Uint8Array())
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
}

/** RFC 9162, 2.1.3.2: whether the path leads from the leaf to the root. */
export function inclusionHolds(
  sha256: Sha256,
  proof: { index: number; size: number; leaf: Hash; path: readonly Hash[]; root: Hash },
): boolean {
  const { index, size, leaf, path, root } = proof
  if (index >= size) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sha256, sibling, hash)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(sha256, hash, sibling)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(hash, root)
}

/** RFC 9162, 2.1.4.2: whether the old tree is the beginning of the new one. */
export function consistencyHolds(
  sha256: Sha256,
  proof: { oldSize: number; size: number; oldRoot: Hash; root: Hash; path: readonly Hash[] },
): boolean {
  const { oldSize, size, oldRoot, root, path } = proof
  if (oldSize > size) return false
  if (oldSize === size) return path.length === 0 && same(oldRoot, root)
  if (oldSize === 0) return path.length === 0
  let at = oldSize - 1
  let last = size - 1
  while (at % 2 === 1) {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  // A tree of a whole power of two is itself the first node, and is not repeated in the path.
  const steps = at === 0 ? [oldRoot, ...path] : [...path]
  const first = steps.shift()
  if (!first) return false
  let old = first
  let hash = first
  for (const sibling of steps) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      old = nodeHash(sha256, sibling, old)
      hash = nodeHash(sha256, sibling, hash)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(sha256, hash, sibling)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(old, oldRoot) && same(hash, root)
}

export const same = (a: Hash, b: Hash): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place])
