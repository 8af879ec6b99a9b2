import { performance } from 'node:perf_hooks'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chained,
  checkpoint,
  consistency,
  cosigned,
  inclusion,
  leafOf,
  newKey,
  root,
  sorted,
  tlogProof,
  uuid,
  vkey,
} from '../../test/support/log-writer.ts'
import { base64, fromBase64, hex } from './bytes.ts'
import { parseCheckpoint, parseTlogProof } from './checkpoint.ts'
import { checkConsistency } from './consistency.ts'
import { anyEngine } from './engine.ts'
import { checkLog, type LogRow } from './log.ts'
import { nodeEngine } from './node-engine.ts'
import { parseVkey } from './note.ts'
import { GrowingTree, isConsistent, leafHash, rootOf } from './tree.ts'

const { sha256 } = anyEngine
// The leaves that the reference implementation of RFC 6962 is tried with, and its roots.
const vectors = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Buffer.from(text, 'hex'))
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
const leaves = vectors.map((data) => leafOf(data))

describe('the tree of RFC 6962', () => {
  it('has the roots of the reference vectors', () => {
    const tree = new GrowingTree(sha256)
    const grown = vectors.map((data) => {
      tree.add(leafHash(sha256, data))
      return hex(tree.root())
    })
    expect(grown).toEqual(roots)
    expect(hex(new GrowingTree(sha256).root())).toMatch(/^e3b0c442/)
  })

  it('takes each of the 36 inclusion proofs, and none for another place', () => {
    let tried = 0
    for (let size = 1; size <= 8; size++)
      for (let index = 0; index < size; index++) {
        const path = inclusion(index, leaves.slice(0, size))
        expect(hex(rootOf(sha256, leaves[index]!, index, size, path)!)).toBe(roots[size - 1])
        for (const [at, of] of [
          [index + 1, size],
          [index, size + 1],
          [size, size],
        ] as const) {
          const wrong = rootOf(sha256, leaves[index]!, at, of, path)
          // A longer tree may have paths of the same length; then it is another root's.
          if (wrong && of === size) expect(hex(wrong)).not.toBe(roots[of - 1])
          if (wrong && of > size && of <= 8) expect(hex(wrong)).not.toBe(roots[of - 1])
        }
        tried++
      }
    expect(tried).toBe(36)
  })

  it('follows consistency between any two sizes, and refuses any other proof', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (a, b, flip) => {
          const [from, to] = a < b ? [a, b] : [b, a]
          const many = Array.from({ length: to }, (_, n) => leafOf(Buffer.from(String(n))))
          const [earlier, later] = [from, to].map((size) => ({
            size,
            root: root(many.slice(0, size)),
          }))
          const proof = consistency(from, many)
          expect(isConsistent(sha256, earlier!, later!, proof)).toBe(true)
          const spoiled = Buffer.from(earlier!.root)
          spoiled[flip % 32]! ^= 1
          expect(isConsistent(sha256, { size: from, root: spoiled }, later!, proof)).toBe(false)
          if (proof.length > 0)
            expect(isConsistent(sha256, earlier!, later!, proof.slice(1))).toBe(false)
          expect(isConsistent(sha256, later!, earlier!, proof)).toBe(from === to)
        },
      ),
      { numRuns: 200, seed: 1 },
    )
  })
})

const origin = `omlopp.example/log/${uuid(1)}`
const key = newKey()
const heads = (size: number, bodies: readonly string[]) =>
  checkpoint(
    origin,
    key,
    bodies.slice(0, size).map((body) => leafOf(Buffer.from(body))),
  )

describe('what a log writes', () => {
  it('base64 has one spelling', () => {
    for (let size = 0; size < 20; size++) {
      const bytes = Buffer.alloc(size, 0xd7)
      expect(base64(bytes)).toBe(bytes.toString('base64'))
      expect(Buffer.from(fromBase64(base64(bytes))!)).toEqual(bytes)
    }
    for (const wrong of ['AB==', 'A', 'AA', 'A===', '====', 'AAA\n', 'A-AA', 'AAAB\u00e5AAA'])
      expect(fromBase64(wrong), wrong).toBe(null)
  })

  it('a checkpoint and a proof are read, and odd ones are not', () => {
    const head = checkpoint(origin, key, leaves)
    expect(parseCheckpoint(head)).toMatchObject({ origin, size: 8 })
    const odd = [
      head.slice(0, -1),
      head.replace('\n8\n', '\n08\n'),
      head.replace('\n8\n', '\n8 \n'),
      head.replace('\u2014 ', '- '),
      head.replace('\n\n', '\n'),
      head.replace('\n8\n', '\r\n8\n'),
    ]
    for (const text of odd) expect(parseCheckpoint(text), text).toBe(null)
    const proof = tlogProof(3, leaves, head)
    expect(parseTlogProof(proof)).toMatchObject({ index: 3 })
    expect(parseTlogProof(proof.replace('@v1\n', '@v1\nextra AAAA\n'))).toMatchObject({ index: 3 })
    for (const text of [
      proof.replace('index 3', 'index 03'),
      proof.replace('@v1', '@v2'),
      '',
      '\n\n',
    ])
      expect(parseTlogProof(text), text).toBe(null)
  })

  it('a verifier key names itself', () => {
    const good = vkey(origin, key)
    expect(parseVkey(sha256, good)).toMatchObject({ name: origin, type: 1 })
    for (const wrong of [
      '',
      'a+b',
      good.replace(/\+.{8}\+/, '+00000000+'),
      `${good}A`,
      vkey('a b', key),
      vkey(origin, key, 2),
    ])
      expect(parseVkey(sha256, wrong), wrong).toBe(null)
  })
})

const subjects = [uuid(11), uuid(12), uuid(13)]
const written = chained(
  Array.from({ length: 40 }, (_, n) => ({ subject: subjects[n % 3]!, organisation: uuid(1) })),
)
const bodies = written.map(({ body }) => body)
const rowsOf = (some: readonly string[]): LogRow[] =>
  some.map((body, index) => ({ index, bytes: Buffer.from(body) }))
const check = (
  rows: readonly LogRow[],
  checkpoints = [heads(16, bodies), heads(40, bodies)],
  vkeys = [vkey(origin, key)],
) => checkLog({ origin, batches: [{ rows }], checkpoints, vkeys })
const codes = (list: readonly { code: string }[]) => [...new Set(list.map(({ code }) => code))]

describe('a whole log', () => {
  it('is found whole, and what was not checked is said', async () => {
    const verdict = await check(rowsOf(bodies))
    expect(verdict).toMatchObject({ valid: true, entries: 40, checkpoints: 2, failures: [] })
    expect(codes(verdict.checked)).toEqual(['checkpoint-signed-by-pinned', 'entries-in-tree'])
    const unpinned = await checkLog({
      origin,
      batches: [{ rows: rowsOf(bodies) }],
      checkpoints: [heads(16, bodies)],
      ownVkeys: [vkey(origin, key)],
    })
    expect(unpinned.valid).toBe(true)
    expect(unpinned.notChecked).toEqual([
      { code: 'key-not-pinned', at: origin },
      { code: 'entries-after-checkpoint', at: origin, details: { entries: 24 } },
    ])
  })

  it('any entry that is changed, missing, moved or added shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(39),
        fc.nat(39),
        fc.constantFrom('change', 'drop', 'move', 'add'),
        async (at, to, how) => {
          const rows = [...bodies]
          if (how === 'change') rows[at] = rows[at]!.replace('custody.moved', 'custody.moveD')
          if (how === 'drop') rows.splice(at, 1)
          if (how === 'add') rows.splice(at, 0, rows[to]!)
          if (how === 'move') [rows[at], rows[to]] = [rows[to]!, rows[at]!]
          const verdict = await check(rowsOf(rows))
          expect(verdict.valid).toBe(how === 'move' && at === to)
        },
      ),
      { numRuns: 120, seed: 2 },
    )
  })

  it('says which entry it was where the writer keeps the hash of the leaf', async () => {
    const rows = rowsOf(bodies).map((row) => ({ ...row, leafHash: leafOf(row.bytes!) }))
    rows[7] = { ...rows[7]!, bytes: Buffer.from(bodies[7]!.replace('moved', 'mOved')) }
    const { failures } = await check(rows)
    expect(failures[0]).toEqual({ code: 'entry-changed', at: `${origin}#7` })
    expect(codes(failures)).toEqual(['entry-changed', 'chain-broken', 'root-differs'])
  })

  it('a gap in the indexes is not passed over', async () => {
    const rows = rowsOf(bodies).filter(({ index }) => index !== 20)
    expect(codes((await check(rows)).failures)).toEqual(
      expect.arrayContaining(['entry-missing', 'chain-out-of-order'].slice(0, 1)),
    )
  })

  it('heads: another key, another log, a forged signature, a split view, more than there is', async () => {
    const rows = rowsOf(bodies)
    const other = newKey()
    const tail = [...bodies.slice(0, 39), bodies[0]!]
    const tried: [string, readonly string[], string[]][] = [
      [
        'key-not-the-pinned',
        [
          checkpoint(
            origin,
            other,
            bodies.map((body) => leafOf(Buffer.from(body))),
          ),
        ],
        [vkey(origin, key)],
      ],
      ['checkpoint-of-another-log', [checkpoint('else', key, leaves)], [vkey(origin, key)]],
      ['checkpoint-unreadable', ['nothing'], [vkey(origin, key)]],
      [
        'checkpoint-signature-wrong',
        [heads(40, bodies).replace('\n40\n', '\n39\n')],
        [vkey(origin, key)],
      ],
      ['split-view', [heads(40, bodies), heads(40, tail)], [vkey(origin, key)]],
      ['entries-missing', [heads(40, bodies)], [vkey(origin, key)]],
      ['key-unreadable', [heads(40, bodies)], ['rubbish']],
    ]
    for (const [code, given, vkeys] of tried) {
      const verdict = await checkLog({
        origin,
        batches: [{ rows: code === 'entries-missing' ? rows.slice(0, 30) : rows }],
        checkpoints: given,
        vkeys,
        ownVkeys: [vkey(origin, other)],
      })
      expect(codes(verdict.failures), code).toContain(code)
    }
  })

  it('a witness that is pinned must have signed', async () => {
    const witness = newKey()
    const name = 'witness.example'
    const trusted = [vkey(origin, key), vkey(name, witness, 4)]
    const head = heads(40, bodies)
    const seen = await check(
      rowsOf(bodies),
      [cosigned(head, name, witness, 1_773_000_000)],
      trusted,
    )
    expect([seen.valid, codes(seen.checked)]).toEqual([
      true,
      expect.arrayContaining(['checkpoint-cosigned']),
    ])
    expect(codes((await check(rowsOf(bodies), [head], trusted)).failures)).toEqual([
      'cosignature-missing',
    ])
    const forged = cosigned(head, name, witness, 1_773_000_000).replace('\n40\n', '\n39\n')
    expect((await check(rowsOf(bodies), [forged], trusted)).valid).toBe(false)
  })

  it('two heads continue one another, by the text that is exchanged', () => {
    const all = bodies.map((body) => leafOf(Buffer.from(body)))
    const proof = consistency(16, all).map((hash) => hash.toString('base64'))
    const two = {
      earlier: heads(16, bodies),
      later: heads(40, bodies),
      proof,
      vkeys: [vkey(origin, key)],
    }
    expect(checkConsistency(two)).toMatchObject({ valid: true })
    const rewritten = [...bodies.slice(0, 39)]
    rewritten[3] = bodies[4]!
    expect(codes(checkConsistency({ ...two, later: heads(39, rewritten) }).failures)).toEqual([
      'heads-inconsistent',
    ])
    expect(codes(checkConsistency({ ...two, proof: ['x'] }).failures)).toEqual(['proof-unreadable'])
  })

  it('is checked at a good pace by Node’s own hashing', async () => {
    const many = chained(
      Array.from({ length: 20_000 }, (_, n) => ({
        subject: uuid(n % 4000),
        organisation: uuid(1),
        content: { note: sorted({ place: uuid(n), state: 'inUse' }) },
      })),
    )
    const tree = new GrowingTree(nodeEngine.sha256)
    for (const { body } of many) tree.add(leafOf(Buffer.from(body)))
    const rows = rowsOf(many.map(({ body }) => body))
    const began = performance.now()
    const verdict = await checkLog({
      origin,
      batches: [{ rows }],
      checkpoints: [],
      vkeys: [],
      engine: nodeEngine,
    })
    const rate = Math.round((1000 * rows.length) / (performance.now() - began))
    console.log(`${rate} entries a second, bodies of ${rows[0]!.bytes!.length} bytes`)
    expect(verdict.entries).toBe(20_000)
  })
})
