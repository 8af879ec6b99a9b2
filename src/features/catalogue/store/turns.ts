import type { OrganisationId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

/** Whoever gives something in the catalogue a name waits for whoever does so just now. */
export const takeTurns = (tx: Tx, organisationId: OrganisationId) =>
  tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('catalogue ' || $1::text, 0))`, [
    organisationId,
  ])
