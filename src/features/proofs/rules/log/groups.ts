// How a tree is kept: in groups of sixteen leaves, or of sixteen complete subtrees, written once when
// they are full; the right edge, what is not full yet, is kept by itself. A proof in a log of a
// million entries then reads five groups, and no hash is ever written over.
import { invariant } from '../../../../core/result.ts'
import { nodeHash, spanHash, type Hash, type Node, type Sha256 } from './tree.ts'

const HEIGHT = 4
const WIDTH = 16
const HASH = 32

/** Level 0 groups leaves, level 1 groups full groups of leaves, and so on. */
export interface GroupKey {
  readonly level: number
  readonly index: number
}
/** The sixteen children, then what they hash to pair by pair: 8, 4 and 2 hashes. */
export interface Group extends GroupKey {
  readonly hashes: Uint8Array
}

/** For each level, from the leaves up, the children of the group that is not full. */
export interface Edge {
  readonly size: number
  readonly levels: readonly (readonly Hash[])[]
}

export const EMPTY: Edge = { size: 0, levels: [] }

/** Adds leaves. @returns the new edge, and the groups that became full */
export function grow(
  sha256: Sha256,
  { size, levels }: Edge,
  leaves: readonly Hash[],
): { edge: Edge; groups: Group[] } {
  const grown = levels.map((children) => [...children])
  const groups: Group[] = []
  let count = size
  for (const leaf of leaves) {
    count++
    let child = leaf
    for (let level = 0, width = WIDTH; ; level++, width *= WIDTH) {
      const children = (grown[level] ??= [])
      children.push(child)
      if (children.length < WIDTH) break
      const hashes = pyramid(sha256, children)
      groups.push({ level, index: count / width - 1, hashes })
      child = nodeHash(sha256, hashAt(hashes, 28), hashAt(hashes, 29))
      grown[level] = []
    }
  }
  return { edge: { size: count, levels: grown }, groups }
}

/** Where the hashes of each height of a group begin, in hashes: children, pairs, fours, eights. */
const BEGINS = [0, 16, 24, 28] as const

function pyramid(sha256: Sha256, children: readonly Hash[]): Uint8Array {
  const hashes = new Uint8Array(30 * HASH)
  let row = children
  let at = 0
  for (let height = 0; height < HEIGHT; height++) {
    if (height > 0) row = pairs(sha256, row)
    for (const hash of row) hashes.set(hash, HASH * at++)
  }
  return hashes
}

const pairs = (sha256: Sha256, row: readonly Hash[]): Hash[] =>
  Array.from({ length: row.length / 2 }, (_, n) => nodeHash(sha256, row[2 * n]!, row[2 * n + 1]!))

const hashAt = (hashes: Uint8Array, place: number): Hash =>
  hashes.subarray(place * HASH, (place + 1) * HASH)

/** The group that a node lies in. */
export function groupOf({ height, index }: Node): GroupKey {
  const level = Math.floor(height / HEIGHT)
  return { level, index: Math.floor(index / 2 ** (HEIGHT - (height % HEIGHT))) }
}

/** Whether a log of this size has the group in full; otherwise its part is in the edge. */
export const isFull = ({ level, index }: GroupKey, size: number): boolean =>
  (index + 1) * WIDTH ** (level + 1) <= size

/** Answers the hash of any complete node of the tree, out of full groups and the edge. */
export function nodeReader(
  sha256: Sha256,
  edge: Edge,
  fullGroup: (key: GroupKey) => Group | undefined,
): (node: Node) => Hash {
  return (node) => {
    const key = groupOf(node)
    const row = node.height % HEIGHT
    const place = node.index - key.index * 2 ** (HEIGHT - row)
    if (isFull(key, edge.size)) {
      const group = fullGroup(key)
      invariant(group, `the log keeps group ${key.level}/${key.index}`)
      return hashAt(group.hashes, BEGINS[row]! + place)
    }
    let children = edge.levels[key.level] ?? []
    children = children.slice(place * 2 ** row, (place + 1) * 2 ** row)
    invariant(children.length === 2 ** row, 'the node is complete')
    while (children.length > 1) children = pairs(sha256, children)
    return children[0]!
  }
}

/** The root: the edge alone holds all it is made of. */
export const rootOf = (sha256: Sha256, edge: Edge): Hash =>
  spanHash(
    sha256,
    { from: 0, to: edge.size },
    nodeReader(sha256, edge, () => undefined),
  )

/** How many children the unfinished group of a level has follows from the size. */
const countAt = (level: number, size: number): number => Math.floor(size / WIDTH ** level) % WIDTH

export function edgeToBytes({ levels }: Edge): Uint8Array {
  const all = levels.flat()
  const bytes = new Uint8Array(all.length * HASH)
  for (const [place, hash] of all.entries()) bytes.set(hash, place * HASH)
  return bytes
}

export function edgeFromBytes(size: number, bytes: Uint8Array): Edge {
  const levels: Hash[][] = []
  let at = 0
  for (let level = 0; WIDTH ** level <= size; level++)
    levels.push(Array.from({ length: countAt(level, size) }, () => hashAt(bytes, at++)))
  invariant(at * HASH === bytes.length, 'the edge is as long as its size says')
  return { size, levels }
}
