// What a bundle needs beside entries and certificates: the bytes of evidence, and whose it is.
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

/** Those that this organisation has taken in: evidence is seen by nobody else. */
export const evidenceBytes = (tx: Tx, hashes: readonly string[]) =>
  tx.rows<{ sha256: string; fileName: string; bytes: Buffer }>(
    `SELECT encode(sha256, 'hex') AS sha256, file_name AS "fileName", bytes
     FROM erasure.evidence WHERE sha256 = ANY (SELECT decode(h, 'hex') FROM unnest($1::text[]) h)`,
    [hashes],
  )

export interface PublicCertificate {
  id: Uuid
  organisationId: OrganisationId
}

/** By what its QR code says. Whoever knows the 128 bits of it may see that one certificate. */
export const certificateByPublicId = (tx: Tx, publicId: string) =>
  tx.maybe<PublicCertificate>(
    `SELECT id, organisation_id AS "organisationId" FROM erasure.certificate WHERE public_id = $1`,
    [publicId],
  )

export const publicIdOf = (tx: Tx, certificateId: Uuid) =>
  tx.maybe<{ publicId: string }>(
    'SELECT public_id AS "publicId" FROM erasure.certificate WHERE id = $1',
    [certificateId],
  )
