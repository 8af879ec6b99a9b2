import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EMPTY,
  edgeFromBytes,
  edgeToBytes,
  grow,
  nodeReader,
  rootOf,
  type Edge,
  type Group,
} from './groups.ts'
import {
  consistencyHolds,
  consistencyPath,
  inclusionHolds,
  inclusionPath,
  leafHash,
  spanHash,
  type Hash,
  type Sha256,
} from './tree.ts'

const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The tree as RFC 6962, 2.1 defines it, word for word: what ours must agree with. */
function definition(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (leaves.length === 1) return leaves[0]!
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(
    Buffer.concat([Buffer.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k))]),
  )
}

interface Kept {
  readonly edge: Edge
  readonly groups: Map<string, Group>
}

/** Grown in pieces, as batches come. */
function kept(leaves: readonly Hash[], pieces: readonly number[]): Kept {
  const groups = new Map<string, Group>()
  let edge = EMPTY
  let at = 0
  for (const piece of [...pieces, leaves.length]) {
    const next = grow(sha256, edge, leaves.slice(at, at + piece))
    for (const group of next.groups) groups.set(`${group.level}/${group.index}`, group)
    edge = edgeFromBytes(next.edge.size, edgeToBytes(next.edge))
    at = edge.size
  }
  return { edge, groups }
}

const readerOf = ({ edge, groups }: Kept) =>
  nodeReader(sha256, edge, ({ level, index }) => groups.get(`${level}/${index}`))

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => leafHash(sha256, Buffer.from(`entry ${n}`)))

// The well-known leaves of the RFC's first implementation.
const known = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the tree of RFC 6962', () => {
  const leaves = known.map((text) => leafHash(sha256, Buffer.from(text, 'hex')))

  it.each(roots.map((root, n) => [n + 1, root]))(
    'of %i known leaves has its known root',
    (size, root) => {
      const tree = kept(leaves.slice(0, size as number), [])
      expect(hex(rootOf(sha256, tree.edge))).toBe(root)
    },
  )

  it('of no leaves is the hash of nothing', () => {
    expect(hex(rootOf(sha256, EMPTY))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('proves each of the 36 places in the known trees', () => {
    let proven = 0
    for (let size = 1; size <= 8; size++) {
      const tree = kept(leaves.slice(0, size), [])
      const read = readerOf(tree)
      for (let index = 0; index < size; index++) {
        const spans = inclusionPath(index, { from: 0, to: size })
        const path = spans.map((span) => spanHash(sha256, span, read))
        const root = Buffer.from(roots[size - 1]!, 'hex')
        expect(inclusionHolds(sha256, { index, size, leaf: leaves[index]!, path, root })).toBe(true)
        proven++
      }
    }
    expect(proven).toBe(36)
  })
})

describe('a log of any size', () => {
  const sizes = fc.integer({ min: 1, max: 700 })
  const pieces = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 8 })

  it('hashes to what the definition says, however it grew', () => {
    fc.assert(
      fc.property(sizes, pieces, (size, parts) => {
        const leaves = leavesOf(size)
        const { edge } = kept(leaves, parts)
        expect(edge.size).toBe(size)
        expect(hex(rootOf(sha256, edge))).toBe(hex(definition(leaves)))
      }),
      { numRuns: 60 },
    )
  })

  it('proves every entry, and no other in its place', () => {
    fc.assert(
      fc.property(sizes, pieces, fc.nat(), fc.nat(), (size, parts, pick, spoil) => {
        const leaves = leavesOf(size)
        const tree = kept(leaves, parts)
        const index = pick % size
        const root = rootOf(sha256, tree.edge)
        const path = inclusionPath(index, { from: 0, to: size }).map((span) =>
          spanHash(sha256, span, readerOf(tree)),
        )
        const proof = { index, size, leaf: leaves[index]!, path, root }
        expect(inclusionHolds(sha256, proof)).toBe(true)
        expect(inclusionHolds(sha256, { ...proof, leaf: leafHash(sha256, Buffer.from('x')) })).toBe(
          false,
        )
        expect(inclusionHolds(sha256, { ...proof, path: [...path, root] })).toBe(false)
        expect(inclusionHolds(sha256, { ...proof, index: size + (spoil % 5) })).toBe(false)
        if (size > 1) {
          const other = (index + 1 + (spoil % (size - 1))) % size
          expect(inclusionHolds(sha256, { ...proof, index: other })).toBe(false)
          expect(inclusionHolds(sha256, { ...proof, path: path.slice(1) })).toBe(false)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('shows each earlier size to be its beginning, and no other tree', () => {
    fc.assert(
      fc.property(sizes, pieces, fc.nat(), (size, parts, pick) => {
        const leaves = leavesOf(size)
        const tree = kept(leaves, parts)
        const oldSize = 1 + (pick % size)
        const path = consistencyPath(oldSize, size).map((span) =>
          spanHash(sha256, span, readerOf(tree)),
        )
        const oldRoot = definition(leaves.slice(0, oldSize))
        const proof = { oldSize, size, oldRoot, root: rootOf(sha256, tree.edge), path }
        expect(consistencyHolds(sha256, proof)).toBe(true)
        const changed = [...leaves.slice(0, oldSize - 1), leafHash(sha256, Buffer.from('changed'))]
        expect(consistencyHolds(sha256, { ...proof, oldRoot: definition(changed) })).toBe(false)
        if (oldSize < size) {
          const root = definition([...changed, ...leaves.slice(oldSize)])
          expect(consistencyHolds(sha256, { ...proof, root })).toBe(false)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('knows no proof from a larger tree to a smaller, and nothing to prove from nothing', () => {
    const [oldRoot, root] = [definition(leavesOf(3)), definition(leavesOf(2))]
    expect(consistencyHolds(sha256, { oldSize: 3, size: 2, oldRoot, root, path: [] })).toBe(false)
    expect(consistencyPath(0, 9)).toEqual([])
    const nothing = definition([])
    expect(
      consistencyHolds(sha256, { oldSize: 0, size: 2, oldRoot: nothing, root, path: [] }),
    ).toBe(true)
  })
})
