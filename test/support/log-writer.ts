// A log as a writer makes it, as short as can be: what the checker is tried on before and beside
// the product's own.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

export const leafOf = (body: Uint8Array): Buffer => sha256(Buffer.of(0), body)
const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right)

/** The largest power of two below n. */
const split = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1)

export function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0]!
  const k = split(leaves.length)
  return node(root(leaves.slice(0, k)), root(leaves.slice(k)))
}

export function inclusion(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  return index < k
    ? [...inclusion(index, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...inclusion(index - k, leaves.slice(k)), root(leaves.slice(0, k))]
}

export function consistency(earlier: number, leaves: readonly Buffer[], whole = true): Buffer[] {
  if (earlier === leaves.length) return whole ? [] : [root(leaves)]
  const k = split(leaves.length)
  return earlier <= k
    ? [...consistency(earlier, leaves.slice(0, k), whole), root(leaves.slice(k))]
    : [...consistency(earlier - k, leaves.slice(k), false), root(leaves.slice(0, k))]
}

export interface LogKey {
  readonly privateKey: KeyObject
  readonly publicKey: Buffer
}

export function newKey(): LogKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) }
}

const keyId = (name: string, key: LogKey, type = 1) =>
  sha256(Buffer.from(`${name}\n`), Buffer.of(type), key.publicKey).subarray(0, 4)

export const vkey = (name: string, key: LogKey, type = 1): string =>
  `${name}+${keyId(name, key, type).toString('hex')}+${Buffer.concat([Buffer.of(type), key.publicKey]).toString('base64')}`

export function checkpoint(origin: string, key: LogKey, leaves: readonly Buffer[]): string {
  const text = `${origin}\n${leaves.length}\n${root(leaves).toString('base64')}\n`
  const signature = sign(null, Buffer.from(text), key.privateKey)
  const line = Buffer.concat([keyId(origin, key), signature]).toString('base64')
  return `${text}\n\u2014 ${origin} ${line}\n`
}

export function cosigned(note: string, name: string, key: LogKey, seconds: number): string {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
  const signature = sign(
    null,
    Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`),
    key.privateKey,
  )
  const line = Buffer.concat([keyId(name, key, 4), time, signature]).toString('base64')
  return `${note}\u2014 ${name} ${line}\n`
}

export const tlogProof = (index: number, leaves: readonly Buffer[], head: string): string =>
  [
    'c2sp.org/tlog-proof@v1',
    `index ${index}`,
    ...inclusion(index, leaves).map((hash) => hash.toString('base64')),
    '',
    head,
  ].join('\n')

export interface WrittenEntry {
  readonly subject: string
  readonly seq: number
  readonly body: string
}

const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

/** Chains entries of some subjects in turn, as the journal does. */
export function chained(
  drafts: readonly {
    readonly subject: string
    readonly organisation: string
    readonly kind?: string
    readonly content?: object
    readonly at?: string
  }[],
): WrittenEntry[] {
  const heads = new Map<string, WrittenEntry>()
  return drafts.map((draft, nth) => {
    const before = heads.get(draft.subject)
    const seq = (before?.seq ?? 0) + 1
    const body = sorted({
      actor: uuid(9_000_000),
      at: draft.at ?? new Date(Date.UTC(2026, 2, 1) + nth * 60_000).toISOString(),
      content: draft.content ?? {},
      id: uuid(1_000_000 + nth),
      kind: draft.kind ?? 'custody.moved',
      organisation: draft.organisation,
      previous: before ? hashOf(before.body) : '0'.repeat(64),
      seq,
      subject: draft.subject,
      v: 1,
    })
    const entry = { subject: draft.subject, seq, body }
    heads.set(draft.subject, entry)
    return entry
  })
}

export const uuid = (n: number): string =>
  `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** Canonical for what tests write: names in order at every depth. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
