// Certificates: appended, and ended by revocation or by another that supersedes them.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import { uuidArray } from '../../custody/store.ts'
import type { CertificateContent } from '../../proofs/rules/content.ts'

export interface NewCertificate {
  readonly id: Uuid
  readonly deviceId: DeviceId
  readonly number: string
  readonly organisationId: OrganisationId
  readonly ownerId: OrganisationId
  readonly mediumId: Uuid
  readonly resultId: Uuid | null
  readonly kind: 'erasure' | 'destruction'
  readonly content: CertificateContent
  readonly publicId: string
  readonly record: { readonly text: string; readonly sha256: Buffer; readonly salt: Buffer }
  readonly partyIds: readonly OrganisationId[]
}

/** Contents and records are long, so they travel as lines: JSON has no line breaks of its own. */
export async function insertCertificates(tx: Tx, rows: readonly NewCertificate[], at: Date) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO erasure.certificate (device_id, id, number, organisation_id, owner_id, medium_id,
       result_id, kind, content, issued_at, public_id, party_ids, record, record_sha256, salt)
     SELECT c.device_id, c.id, c.number, c.organisation_id, c.owner_id, c.medium_id, c.result_id,
       c.kind, c.content::jsonb, $12, c.public_id, c.party_ids::uuid[], c.record, c.record_sha256,
       c.salt
     FROM ROWS FROM (
       unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[],
         $8::text[], $10::text[], $11::text[], $14::bytea[], $15::bytea[]),
       string_to_table($9, E'\\n'), string_to_table($13, E'\\n'))
       AS c (device_id, id, number, organisation_id, owner_id, medium_id, result_id, kind,
         public_id, party_ids, record_sha256, salt, content, record)`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.number),
      rows.map((row) => row.organisationId),
      rows.map((row) => row.ownerId),
      rows.map((row) => row.mediumId),
      rows.map((row) => row.resultId),
      rows.map((row) => row.kind),
      rows.map((row) => JSON.stringify(row.content)).join('\n'),
      rows.map((row) => row.publicId),
      rows.map((row) => uuidArray(row.partyIds)),
      at,
      rows.map((row) => row.record.text).join('\n'),
      rows.map((row) => row.record.sha256),
      rows.map((row) => row.record.salt),
    ],
  )
}

export interface LiveCertificate {
  id: Uuid
  deviceId: DeviceId
  mediumId: Uuid
  number: string
  recordSha256: Buffer
}

/** Neither revoked nor superseded. */
export const liveCertificates = (tx: Tx, mediumIds: readonly Uuid[]) =>
  tx.rows<LiveCertificate>(
    `SELECT id, device_id AS "deviceId", medium_id AS "mediumId", number,
       record_sha256 AS "recordSha256"
     FROM erasure.certificate
     WHERE medium_id = ANY ($1) AND revoked_at IS NULL AND superseded_by IS NULL`,
    [mediumIds],
  )

export async function supersede(
  tx: Tx,
  pairs: readonly { readonly deviceId: DeviceId; readonly old: Uuid; readonly by: Uuid }[],
) {
  if (pairs.length === 0) return
  await tx.run(
    `UPDATE erasure.certificate c SET superseded_by = p.by
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS p (device_id, id, by)
     WHERE c.device_id = p.device_id AND c.id = p.id`,
    [
      pairs.map((pair) => pair.deviceId),
      pairs.map((pair) => pair.old),
      pairs.map((pair) => pair.by),
    ],
  )
}

export const revoke = (
  tx: Tx,
  deviceId: DeviceId,
  id: Uuid,
  at: Date,
  by: PersonId,
  { reason, explanation }: { readonly reason: string; readonly explanation: string },
) =>
  tx.run(
    `UPDATE erasure.certificate SET revoked_at = $3, revoked_by = $4, revocation_reason = $5,
       revocation_words = $6
     WHERE device_id = $1 AND id = $2`,
    [deviceId, id, at, by, reason, explanation],
  )

export interface CertificateRow {
  id: Uuid
  number: string
  kind: 'erasure' | 'destruction'
  deviceId: DeviceId
  mediumId: Uuid
  resultId: Uuid | null
  organisationId: OrganisationId
  organisationName: string | null
  ownerId: OrganisationId
  serial: string | null
  assetTag: string | null
  model: string | null
  content: CertificateContent
  issuedAt: Date
  revokedAt: Date | null
  revocationReason: string | null
  revocationWords: string | null
  supersededBy: Uuid | null
  supersededByNumber: string | null
  publicId: string
  /** The record's own bytes, as the journal entry of its issue commits to them. */
  record: string
  recordSha256: Buffer
  /** Seals what people wrote; null when their words have been removed. */
  salt: Buffer | null
}

const SELECT = `
  SELECT c.id, c.number, c.kind, c.device_id AS "deviceId", c.medium_id AS "mediumId",
    c.result_id AS "resultId", c.organisation_id AS "organisationId",
    o.name AS "organisationName", c.owner_id AS "ownerId",
    coalesce(c.content #>> '{erasure,medium,serialNumber}', c.content #>> '{medium,serialNumber}')
      AS serial,
    c.content #>> '{device,assetTag}' AS "assetTag",
    concat_ws(' ', c.content #>> '{device,manufacturer}', c.content #>> '{device,model}') AS model,
    c.content, c.issued_at AS "issuedAt", c.revoked_at AS "revokedAt",
    c.revocation_reason AS "revocationReason", c.revocation_words AS "revocationWords", c.superseded_by AS "supersededBy",
    n.number AS "supersededByNumber", c.public_id AS "publicId", c.record,
    c.record_sha256 AS "recordSha256", c.salt
  FROM erasure.certificate c
  LEFT JOIN organisations.organisation o ON o.id = c.organisation_id
  LEFT JOIN erasure.certificate n ON n.device_id = c.device_id AND n.id = c.superseded_by`

export const certificateById = (tx: Tx, id: Uuid) =>
  tx.maybe<CertificateRow>(`${SELECT} WHERE c.id = $1`, [id])

/** As it is indexed: number, serials of medium and device, tag. */
const SEARCHED = `upper(c.number || ' '
  || coalesce(c.content #>> '{erasure,medium,serialNumber}',
    c.content #>> '{medium,serialNumber}', '')
  || ' ' || coalesce(c.content #>> '{device,serialNumber}', '')
  || ' ' || coalesce(c.content #>> '{device,assetTag}', ''))`

const STANDING = {
  valid: 'c.revoked_at IS NULL AND c.superseded_by IS NULL',
  superseded: 'c.revoked_at IS NULL AND c.superseded_by IS NOT NULL',
  revoked: 'c.revoked_at IS NOT NULL',
} as const

export interface CertificateQuery {
  readonly deviceId: DeviceId | null
  readonly search: string | null
  readonly kind: 'erasure' | 'destruction' | null
  readonly standing: keyof typeof STANDING | null
  readonly after: readonly [string, Uuid] | null
  readonly limit: number
}

export function listCertificates(tx: Tx, query: CertificateQuery) {
  const values: unknown[] = []
  const value = (one: unknown) => `$${values.push(one)}`
  const escaped = query.search?.toUpperCase().replace(/[\\%_]/g, '\\$&')
  const where = [
    ...(query.deviceId ? [`c.device_id = ${value(query.deviceId)}`] : []),
    ...(query.kind ? [`c.kind = ${value(query.kind)}`] : []),
    ...(query.standing ? [STANDING[query.standing]] : []),
    ...(escaped ? [`${SEARCHED} LIKE ${value(`%${escaped}%`)}`] : []),
    ...(query.after
      ? [
          `(c.issued_at, c.id) < (${value(query.after[0])}::timestamptz, ${value(query.after[1])}::uuid)`,
        ]
      : []),
  ]
  return tx.rows<CertificateRow>(
    `${SELECT} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY c.issued_at DESC, c.id DESC LIMIT ${value(query.limit)}`,
    values,
  )
}

/** In the order of the devices, each device's media in the order of issue. */
export const certificatesOfDevices = (tx: Tx, deviceIds: readonly DeviceId[]) =>
  tx.rows<CertificateRow>(
    `${SELECT} JOIN unnest($1::uuid[]) WITH ORDINALITY AS w (id, place) ON w.id = c.device_id
     ORDER BY w.place, c.issued_at, c.id`,
    [deviceIds],
  )

/** In the order asked for. */
export const certificatesById = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<CertificateRow>(
    `${SELECT} JOIN unnest($1::uuid[]) WITH ORDINALITY AS w (id, place) ON w.id = c.id
     ORDER BY w.place`,
    [ids],
  )

/** Those whom this organisation may name; the rest stay ids. */
export const signersNamed = (tx: Tx, ids: readonly string[]) =>
  tx.rows<{ id: PersonId; name: string }>(
    `SELECT id, name FROM organisations.person WHERE id = ANY ($1::uuid[]) AND purged_at IS NULL`,
    [ids],
  )
