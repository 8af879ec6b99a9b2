// All that the proofs of a subject are made of, in one look: its entries with their places, the head
// of each log that they stand in, and the full groups that lie between an entry and its root. A round
// trip for each of these takes longer than all else that a bundle takes.
import type { DeviceId, OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface ProvenRows {
  readonly entries: readonly PlacedEntry[]
  readonly logs: readonly HeadRow[]
  readonly groups: readonly GroupRow[]
}

export interface PlacedEntry {
  readonly seq: number
  /** The canonical bytes, as text. */
  readonly body: string
  readonly logId: OrganisationId
  /** Null while the entry is not in the log yet. */
  readonly index: number | null
}

/** Bytes are in hexadecimal, as JSON carries them. */
export interface HeadRow {
  readonly logId: OrganisationId
  readonly size: number
  readonly edge: string
  readonly note: string
  readonly cosignatures: readonly string[]
}

export interface GroupRow {
  readonly logId: OrganisationId
  readonly level: number
  readonly index: number
  readonly hashes: string
}

/**
 * A leaf's siblings on the way up lie in the groups that the leaf's own ancestors lie in, and what is
 * not full yet is in the edge. `OFFSET 0` keeps each look at a table a look by its key, however many
 * rows the planner takes a function to give.
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
      WHERE l.organisation_id = o.id OFFSET 0) l),
  way AS (
    SELECT DISTINCT p.organisation_id, k.level, p.index >> k.height AS index
    FROM placed p JOIN head h ON h.organisation_id = p.organisation_id
    CROSS JOIN (SELECT n AS level, 4 * (n + 1) AS height FROM generate_series(0, 12) AS n) k
    WHERE ((p.index >> k.height) + 1) << k.height <= h.size)`

const PROVEN = `json_build_object(
  'entries', (SELECT coalesce(json_agg(json_build_object('seq', seq, 'body', body,
      'logId', organisation_id, 'index', index) ORDER BY seq), '[]') FROM placed),
  'logs', (SELECT coalesce(json_agg(json_build_object('logId', organisation_id, 'size', size,
      'edge', encode(edge, 'hex'), 'note', note, 'cosignatures', cosignatures)), '[]') FROM head),
  'groups', (SELECT coalesce(json_agg(json_build_object('logId', w.organisation_id,
      'level', w.level, 'index', w.index, 'hashes', encode(g.hashes, 'hex'))), '[]')
    FROM way w CROSS JOIN LATERAL (SELECT g.hashes FROM proofs.log_group g
      WHERE g.organisation_id = w.organisation_id AND g.level = w.level AND g.index = w.index
      OFFSET 0) g))`

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
