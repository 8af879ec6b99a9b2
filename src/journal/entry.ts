// One entry of the journal: canonical bytes, and the hash that the next entry names.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { OrganisationId, Uuid } from '../core/ids.ts'
import { invariant } from '../core/result.ts'

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
  const body = canonicalize({
    actor: author.actorId,
    at: author.at.toISOString(),
    content: entry.content,
    id: author.id,
    kind: entry.kind,
    organisation: author.organisationId,
    previous: head.hash.toString('hex'),
    seq,
    subject: entry.subjectId,
    v: 1,
  })
  invariant(body !== undefined, 'an entry is JSON')
  return { ...entry, id: author.id, seq, body, hash: hashOf(body) }
}

export const hashOf = (body: string): Buffer => createHash('sha256').update(body, 'utf8').digest()
