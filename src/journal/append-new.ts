// The first entries of new subjects, many at a time. Each is the head of its own chain, so there is
// no entry before to look for, and COPY takes them.
import { hash } from 'node:crypto'
import type { OrganisationId, Uuid } from '../core/ids.ts'
import { column, copyLines } from '../database/copy.ts'
import type { Tx } from '../database/tx.ts'
import { NO_ENTRY } from './entry.ts'

export interface FirstEntriesOf {
  readonly organisationId: OrganisationId
  readonly actorId: Uuid
  readonly at: Date
  readonly kind: string
  readonly partyIds: readonly OrganisationId[]
}

/** Makes one line of COPY from a subject, the entry's id, and its content as canonical JSON. */
export function firstEntryLines(
  of: FirstEntriesOf,
): (subjectId: Uuid, id: Uuid, canonicalContent: string) => string {
  // The same bytes as `chainEntry` gives: RFC 8785 orders the names, so most of it is constant.
  const at = of.at.toISOString()
  const start = `{"actor":"${of.actorId}","at":"${at}","content":`
  const middle = `","kind":${JSON.stringify(of.kind)},"organisation":"${of.organisationId}","previous":"${NO_ENTRY.hash.toString('hex')}","seq":1,"subject":"`
  const before = `\t${of.organisationId}\t${column(of.kind)}\t${at}\t`
  const after = `\t{${of.partyIds.join(',')}}\n`
  return (subjectId, id, content) => {
    const body = `${start}${content},"id":"${id}${middle}${subjectId}","v":1}`
    return `${subjectId}\t1\t${id}${before}${column(body)}\t\\\\x${hash('sha256', body)}${after}`
  }
}

/**
 * Appends the lines. The transaction has left its organisation, since COPY does not pass row-level
 * security; the lines carry the organisation that they were made for.
 */
export async function appendNew(tx: Tx, lines: string): Promise<void> {
  if (lines === '') return
  await copyLines(
    tx,
    `COPY journal.entry (subject_id, seq, id, organisation_id, kind, at, body, hash, party_ids)
     FROM STDIN`,
    lines,
  )
  await tx.run("SELECT pg_notify('omlopp_journal', '')")
}
