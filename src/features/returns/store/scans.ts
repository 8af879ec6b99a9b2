// Scans by the id that the scanning device gave them.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { ScanOutcome } from '../rules/scan.ts'

export interface ScanRow {
  scanId: Uuid
  code: string
  outcome: ScanOutcome
  deviceId: DeviceId | null
}

export const takenScans = (tx: Tx, collectionId: Uuid, scanIds: readonly Uuid[]) =>
  tx.rows<ScanRow>(
    `SELECT scan_id AS "scanId", code, outcome, device_id AS "deviceId" FROM returns.scan
     WHERE collection_id = $1 AND organisation_id = organisations.current_id()
       AND scan_id = ANY ($2)`,
    [collectionId, scanIds],
  )

export const insertScans = (
  tx: Tx,
  scope: { collectionId: Uuid; organisationId: OrganisationId; by: PersonId; now: Date },
  rows: readonly (ScanRow & { at: string })[],
) =>
  tx.run(
    `INSERT INTO returns.scan (collection_id, organisation_id, by_id, taken_at, scan_id, code, at,
       outcome, device_id)
     SELECT $1, $2, $3, $4, s.* FROM unnest($5::uuid[], $6::text[], $7::timestamptz[], $8::text[],
       $9::uuid[]) AS s`,
    [
      scope.collectionId,
      scope.organisationId,
      scope.by,
      scope.now,
      rows.map((row) => row.scanId),
      rows.map((row) => row.code),
      rows.map((row) => row.at),
      rows.map((row) => row.outcome),
      rows.map((row) => row.deviceId),
    ],
  )
