// All that the proofs of a subject are made of, in one look: its entries with their places and the
// siblings on their way up, and the head of each log that they stand in. A round trip for each of
// these takes longer than all else that a bundle takes, and so do whole groups as text.
import type { DeviceId, OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface ProvenRows {
  readonly entries: readonly PlacedEntry[]
  readonly logs: readonly HeadRow[]
}

export interface PlacedEntry {
  readonly seq: number
  /** The canonical bytes, as text. */
  readonly body: string
  readonly logId: OrganisationId
  /** Null while the entry is not in the log yet. */
  readonly index: number | null
  /** In base 64 from the leaf's own upwards, as far as groups are full; above them is the edge. */
  readonly siblings: readonly string[]
}

/** Bytes are in hexadecimal, as JSON carries them. */
export interface HeadRow {
  readonly logId: OrganisationId
  readonly size: number
  readonly edge: string
  readonly note: string
  readonly cosignatures: readonly string[]
}

/**
 * A leaf's siblings on the way up lie in the groups that the leaf's own ancestors lie in, one in each
 * of a group's four rows of 16, 8, 4 and 2 hashes. `OFFSET 0` keeps each look at a table a look by its
 * key, however many rows the planner takes a function to give.
 */
const WITH = `
  WITH placed AS MATERIALIZED (SELECT seq, body, organisation_id, index FROM proofs.places($1)),
  head AS MATERIALIZED (
    SELECT l.organisation_id, l.size, l.edge, l.note, l.cosignatures
    FROM (SELECT DISTINCT organisation_id AS id FROM placed WHERE index IS NOT NULL) o
    CROSS JOIN LATERAL (SELECT l.organisation_id, l.size, l.edge, c.note,
        array(SELECT s.line FROM proofs.cosignature s
          WHERE s.organisation_id = l.organisation_id AND s.size = l.size
          ORDER BY s.name, s.key_id) AS cosignatures
      FROM proofs.log l JOIN proofs.checkpoint c
        ON c.organisation_id = l.organisation_id AND c.size = l.size
      WHERE l.organisation_id = o.id OFFSET 0) l)`

const SIBLINGS = `(
  SELECT coalesce(json_agg(encode(substring(g.hashes
      FROM 32 * (32 - (32 >> r.row)
        + (((p.index >> (4 * k.level + r.row)) & ((16 >> r.row) - 1)) # 1)::int) + 1
      FOR 32), 'base64') ORDER BY k.level, r.row), '[]')
  FROM head h CROSS JOIN generate_series(0, 12) AS k (level)
  CROSS JOIN LATERAL (SELECT g.hashes FROM proofs.log_group g
    WHERE g.organisation_id = p.organisation_id AND g.level = k.level
      AND g.index = p.index >> (4 * (k.level + 1)) OFFSET 0) g
  CROSS JOIN generate_series(0, 3) AS r (row)
  WHERE h.organisation_id = p.organisation_id
    AND ((p.index >> (4 * (k.level + 1))) + 1) << (4 * (k.level + 1)) <= h.size)`

const PROVEN = `json_build_object(
  'entries', (SELECT coalesce(json_agg(json_build_object('seq', seq, 'body', body,
      'logId', organisation_id, 'index', index, 'siblings', ${SIBLINGS}) ORDER BY seq), '[]')
    FROM placed p),
  'logs', (SELECT coalesce(json_agg(json_build_object('logId', organisation_id, 'size', size,
      'edge', encode(edge, 'hex'), 'note', note, 'cosignatures', cosignatures)), '[]') FROM head))`

export const provenRows = async (tx: Tx, subjectId: Uuid): Promise<ProvenRows> =>
  (await tx.one<{ proven: ProvenRows }>(`${WITH} SELECT ${PROVEN} AS proven`, [subjectId])).proven

export interface RecordRow {
  readonly number: string
  readonly record: string
  /** In hexadecimal. */
  readonly recordSha256: string
}

export interface DeviceToPack {
  readonly assetTag: string | null
  readonly serialNumber: string | null
  readonly proven: ProvenRows
  readonly records: readonly RecordRow[]
}

/** The device with its certificates' records, in the order of their issue; null when it is not seen. */
export const deviceToPack = (tx: Tx, id: DeviceId) =>
  tx.maybe<DeviceToPack>(
    `${WITH} SELECT d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
       ${PROVEN} AS proven,
       (SELECT coalesce(json_agg(json_build_object('number', c.number, 'record', c.record,
           'recordSha256', encode(c.record_sha256, 'hex')) ORDER BY c.issued_at, c.id), '[]')
         FROM erasure.certificate c WHERE c.device_id = $1) AS records
     FROM devices.device d WHERE d.id = $1`,
    [id],
  )
