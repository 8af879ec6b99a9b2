// One entry of the journal: canonical bytes, and the hash that the next entry names.
import { hash } from 'node:crypto'
import { canonicalJson } from '../core/canonical-json.ts'
import type { OrganisationId, Uuid } from '../core/ids.ts'

/** JSON without personal data: people are opaque ids here. */
export type EntryValue =
  string | number | boolean | null | readonly EntryValue[] | { readonly [name: string]: EntryValue }

export interface NewEntry {
  readonly subjectId: Uuid
  /** `feature.pastTense`, such as `custody.handedOut`. */
  readonly kind: string
  readonly content: { readonly [name: string]: EntryValue }
  /** The organisations that share the entry: those party to the subject now. */
  readonly partyIds: readonly OrganisationId[]
}

export interface ChainHead {
  readonly seq: number
  readonly hash: Buffer
}

export interface ChainedEntry extends NewEntry {
  readonly id: Uuid
  readonly seq: number
  readonly body: string
  readonly hash: Buffer
}

/** The hash that the first entry of every chain names as its predecessor. */
export const NO_ENTRY: ChainHead = { seq: 0, hash: Buffer.alloc(32) }

export interface EntryAuthor {
  readonly id: Uuid
  readonly organisationId: OrganisationId
  readonly actorId: Uuid
  readonly at: Date
}

/**
 * Chains one entry: RFC 8785 (JCS) bytes of who, what, when and the predecessor's hash, then
 * SHA-256 over those bytes. The text is stored verbatim and never serialised again to verify.
 */
export function chainEntry(entry: NewEntry, author: EntryAuthor, head: ChainHead): ChainedEntry {
  const seq = head.seq + 1
  // RFC 8785 orders the names, so that all around the content is known: ids, a time and hex digits
  // stand as they are.
  const body =
    `{"actor":"${author.actorId}","at":"${author.at.toISOString()}","content":${canonicalJson(entry.content)},` +
    `"id":"${author.id}","kind":${JSON.stringify(entry.kind)},` +
    `"organisation":"${author.organisationId}","previous":"${head.hash.toString('hex')}",` +
    `"seq":${seq},"subject":"${entry.subjectId}","v":1}`
  return { ...entry, id: author.id, seq, body, hash: hashOf(body) }
}

/**
 * In one call and by way of hex: neither a hash object nor a buffer with memory of its own is left
 * for each entry, which collecting garbage takes longer over than hashing.
 */
export const hashOf = (body: string): Buffer => Buffer.from(hash('sha256', body, 'hex'), 'hex')
