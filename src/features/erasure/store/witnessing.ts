// Destructions that wait for the word of their witness: certificates in force, as they are indexed.
import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DestructionContent } from '../../proofs/rules/content.ts'

/** More than anybody has seen and not answered for; the rest come when these are answered. */
const MOST = 200

export const witnessing = (tx: Tx, organisationId: OrganisationId, personId: PersonId) =>
  tx.rows<{ id: Uuid; content: DestructionContent }>(
    `SELECT c.id, c.content FROM erasure.certificate c
     WHERE c.kind = 'destruction' AND c.revoked_at IS NULL AND c.superseded_by IS NULL
       AND c.content #>> '{witness,personId}' = $2 AND c.organisation_id = $1
       AND NOT c.content -> 'witness' ? 'confirmed'
     ORDER BY c.issued_at, c.id LIMIT ${MOST}`,
    [organisationId, personId],
  )
