// The rows of imports: the file, the run and its place, and what came of each row.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { RefusalDetails } from '../../../core/result.ts'
import type { Tx } from '../../../database/tx.ts'
import type { ImportField } from '../rules/import/fields.ts'
import type { ImportKey, PlanCounts } from '../rules/import/plan.ts'
import type {
  ImportChoices,
  ImportMapping,
  ImportOutcome,
  ImportState,
  ImportWork,
} from '../rules/import/run.ts'

export interface ImportRun extends PlanCounts {
  readonly id: Uuid
  readonly organisationId: OrganisationId
  readonly actorId: PersonId
  readonly fileName: string
  readonly fileSize: number
  readonly fileSha256: Buffer
  readonly format: 'csv' | 'xlsx' | 'json'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  readonly headings: readonly string[]
  readonly preset: string | null
  readonly mapping: ImportMapping
  readonly key: ImportKey
  readonly options: ImportChoices
  readonly state: ImportState
  readonly work: ImportWork
  readonly rowsTotal: number | null
  readonly place: number
  readonly notApplied: number
  readonly checked: (PlanCounts & { notApplied: number }) | null
  readonly refusal: { code: string; details: RefusalDetails } | null
  readonly uploadedAt: Date
  readonly startedAt: Date | null
  readonly resumedAt: Date | null
  readonly resumedRows: number
  readonly finishedAt: Date | null
  readonly version: number
}

const RUN = `
  id, organisation_id AS "organisationId", actor_id AS "actorId", file_name AS "fileName",
  file_size AS "fileSize", file_sha256 AS "fileSha256", format, encoding, delimiter, sheets,
  headings, preset, mapping, key, options, state, work, rows_total AS "rowsTotal", place, rows,
  created, updated, unchanged, refused, not_applied AS "notApplied", checked, refusal,
  uploaded_at AS "uploadedAt", started_at AS "startedAt", resumed_at AS "resumedAt",
  resumed_rows AS "resumedRows", finished_at AS "finishedAt", version`

export const addChunk = (
  tx: Tx,
  runId: Uuid,
  organisationId: OrganisationId,
  seq: number,
  bytes: Buffer,
) =>
  tx.run(
    `INSERT INTO devices.import_file (run_id, seq, organisation_id, bytes) VALUES ($1, $2, $3, $4)`,
    [runId, seq, organisationId, bytes],
  )

export const chunk = async (tx: Tx, runId: Uuid, seq: number): Promise<Buffer | null> =>
  (
    await tx.maybe<{ bytes: Buffer }>(
      'SELECT bytes FROM devices.import_file WHERE run_id = $1 AND seq = $2',
      [runId, seq],
    )
  )?.bytes ?? null

export const dropFile = (tx: Tx, runId: Uuid) =>
  tx.run('DELETE FROM devices.import_file WHERE run_id = $1', [runId])

export type Reading = Pick<
  ImportRun,
  'format' | 'encoding' | 'delimiter' | 'sheets' | 'headings' | 'preset' | 'mapping' | 'key'
> & { readonly options: ImportChoices }

export const insertRun = (
  tx: Tx,
  run: Reading &
    Pick<
      ImportRun,
      'id' | 'organisationId' | 'actorId' | 'fileName' | 'fileSize' | 'fileSha256' | 'uploadedAt'
    >,
) =>
  tx.run(
    `INSERT INTO devices.import_run (id, organisation_id, actor_id, file_name, file_size,
       file_sha256, uploaded_at, state, format, encoding, delimiter, sheets, headings, preset,
       mapping, key, options)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'uploaded', $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      run.id,
      run.organisationId,
      run.actorId,
      run.fileName,
      run.fileSize,
      run.fileSha256,
      run.uploadedAt,
      ...readingValues(run),
    ],
  )

const readingValues = (reading: Reading): unknown[] => [
  reading.format,
  reading.encoding,
  reading.delimiter,
  reading.sheets,
  reading.headings,
  reading.preset,
  JSON.stringify(reading.mapping),
  reading.key,
  JSON.stringify(reading.options),
]

export const saveReading = (tx: Tx, id: Uuid, reading: Reading) =>
  tx.run(
    `UPDATE devices.import_run SET state = 'uploaded', format = $2, encoding = $3, delimiter = $4,
       sheets = $5, headings = $6, preset = $7, mapping = $8, key = $9, options = $10,
       version = version + 1
     WHERE id = $1`,
    [id, ...readingValues(reading)],
  )

export const getRun = (tx: Tx, id: Uuid) =>
  tx.maybe<ImportRun>(`SELECT ${RUN} FROM devices.import_run WHERE id = $1`, [id])

export const lockRun = (tx: Tx, id: Uuid) =>
  tx.maybe<ImportRun>(`SELECT ${RUN} FROM devices.import_run WHERE id = $1 FOR UPDATE`, [id])

export const listRuns = (
  tx: Tx,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ImportRun[]> =>
  tx.rows<ImportRun>(
    `SELECT ${RUN} FROM devices.import_run
     WHERE organisation_id = organisations.current_id()
       AND ($1::timestamptz IS NULL OR (uploaded_at, id) < ($1, $2::uuid))
     ORDER BY uploaded_at DESC, id DESC LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  )

/** Takes up a piece of work from the beginning: counts and rows of an earlier one are dropped. */
export async function beginWork(tx: Tx, id: Uuid, work: ImportWork, now: Date) {
  await tx.run('DELETE FROM devices.import_row WHERE run_id = $1 AND work = $2', [id, work])
  await tx.run(
    `UPDATE devices.import_run SET work = $2, place = 0, rows = 0, created = 0, updated = 0,
       unchanged = 0, refused = 0, not_applied = 0, refusal = NULL, started_at = $3,
       resumed_at = $3, resumed_rows = 0, finished_at = NULL,
       state = CASE $2 WHEN 'check' THEN 'checking' ELSE 'running' END, version = version + 1
     WHERE id = $1`,
    [id, work, now],
  )
}

export const resumeWork = (tx: Tx, id: Uuid, now: Date) =>
  tx.run(
    `UPDATE devices.import_run SET state = 'running', refusal = NULL, resumed_at = $2,
       resumed_rows = rows, finished_at = NULL, version = version + 1
     WHERE id = $1`,
    [id, now],
  )

export const setTotal = (tx: Tx, id: Uuid, rows: number, encoding: string | null) =>
  tx.run('UPDATE devices.import_run SET rows_total = $2, encoding = $3 WHERE id = $1', [
    id,
    rows,
    encoding,
  ])

export const setState = (
  tx: Tx,
  id: Uuid,
  state: ImportState,
  now: Date | null = null,
  refusal: ImportRun['refusal'] = null,
) =>
  tx.run(
    `UPDATE devices.import_run SET state = $2, finished_at = coalesce($3, finished_at),
       refusal = $4, version = version + 1,
       checked = CASE WHEN $2 = 'checked' THEN jsonb_build_object('rows', rows,
         'created', created, 'updated', updated, 'unchanged', unchanged, 'refused', refused,
         'notApplied', not_applied) ELSE checked END
     WHERE id = $1`,
    [id, state, now, refusal && JSON.stringify(refusal)],
  )

/** Moves the place and adds the counts, in the transaction of the rows that are counted. */
export const moveOn = (
  tx: Tx,
  id: Uuid,
  place: number,
  counts: PlanCounts & { readonly notApplied: number },
) =>
  tx.run(
    `UPDATE devices.import_run SET place = $2, rows = rows + $3, created = created + $4,
       updated = updated + $5, unchanged = unchanged + $6, refused = refused + $7,
       not_applied = not_applied + $8
     WHERE id = $1`,
    [
      id,
      place,
      counts.rows,
      counts.created,
      counts.updated,
      counts.unchanged,
      counts.refused,
      counts.notApplied,
    ],
  )

export interface OutcomeRow {
  readonly row: number
  readonly outcome: ImportOutcome
  readonly deviceId?: DeviceId | null
  readonly changes?: readonly object[] | null
  readonly code?: string
  readonly field?: string | null
  readonly heading?: string | null
  readonly value?: string | null
  readonly firstRow?: number | null
}

export async function addRows(
  tx: Tx,
  run: { readonly id: Uuid; readonly organisationId: OrganisationId; readonly work: ImportWork },
  rows: readonly OutcomeRow[],
) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO devices.import_row (run_id, work, organisation_id, row, outcome, device_id,
       changes, code, field, heading, value, first_row)
     SELECT $1, $2, $3, r.* FROM unnest($4::integer[], $5::text[], $6::uuid[], $7::jsonb[],
       $8::text[], $9::text[], $10::text[], $11::text[], $12::integer[]) AS r`,
    [
      run.id,
      run.work,
      run.organisationId,
      rows.map((row) => row.row),
      rows.map((row) => row.outcome),
      rows.map((row) => row.deviceId ?? null),
      rows.map((row) => (row.changes ? JSON.stringify(row.changes) : null)),
      rows.map((row) => row.code ?? null),
      rows.map((row) => row.field ?? null),
      rows.map((row) => row.heading ?? null),
      rows.map((row) => row.value ?? null),
      rows.map((row) => row.firstRow ?? null),
    ],
  )
}

export interface ListedOutcome {
  row: number
  outcome: ImportOutcome
  deviceId: DeviceId | null
  /** What people call the device: its tag, else its serial number. */
  device: string | null
  changes: { field: ImportField; from: unknown; to: unknown; applied?: boolean }[] | null
  code: string | null
  field: string | null
  heading: string | null
  value: string | null
  firstRow: number | null
}

export const outcomes = (
  tx: Tx,
  run: Pick<ImportRun, 'id' | 'work'>,
  wanted: { outcome: ImportOutcome | null; code?: string | null; after: number; limit: number },
): Promise<ListedOutcome[]> =>
  tx.rows<ListedOutcome>(
    `SELECT r.row, r.outcome, r.device_id AS "deviceId",
       coalesce(d.asset_tag, d.serial_number, d.imei) AS device, r.changes, r.code, r.field,
       r.heading, r.value, r.first_row AS "firstRow"
     FROM devices.import_row r LEFT JOIN devices.device d ON d.id = r.device_id
     WHERE r.run_id = $1 AND r.work = $2 AND r.row > $4
       AND ($3::text IS NULL OR r.outcome = $3
         -- A row that changes some things may leave others.
         OR ($3 = 'notApplied' AND r.changes @> '[{"applied": false}]'))
       AND ($6::text IS NULL OR r.code = $6)
     ORDER BY r.row LIMIT $5`,
    [run.id, run.work, wanted.outcome, wanted.after, wanted.limit, wanted.code ?? null],
  )

/** A file has some dozen reasons at most for each of its columns. */
const MOST_REASONS = 200

/** How many rows are refused for each reason and column, with the first of them. */
export const reasons = (tx: Tx, run: Pick<ImportRun, 'id' | 'work'>) =>
  tx.rows<ListedOutcome & { code: string; rows: number }>(
    `SELECT f.row, 'refused' AS outcome, f.device_id AS "deviceId",
       coalesce(d.asset_tag, d.serial_number, d.imei) AS device, NULL AS changes, f.code, f.field,
       f.heading, f.value, f.first_row AS "firstRow", f.rows
     FROM (
       SELECT DISTINCT ON (r.code, r.heading) r.*,
         count(*) OVER (PARTITION BY r.code, r.heading) AS rows
       FROM devices.import_row r
       WHERE r.run_id = $1 AND r.work = $2 AND r.outcome = 'refused'
       ORDER BY r.code, r.heading, r.row
     ) f LEFT JOIN devices.device d ON d.id = f.device_id
     ORDER BY f.rows DESC, f.row LIMIT ${MOST_REASONS}`,
    [run.id, run.work],
  )

/** As many as anybody answers at one sitting. */
const MOST_WORDS = 100

export const unknownWords = (tx: Tx, run: Pick<ImportRun, 'id' | 'work'>) =>
  tx.rows<{ field: 'kind' | 'status'; word: string; rows: number }>(
    `SELECT CASE code WHEN 'kind-unknown' THEN 'kind' ELSE 'status' END AS field,
       value AS word, count(*)::integer AS rows
     FROM devices.import_row
     WHERE run_id = $1 AND work = $2 AND code IN ('kind-unknown', 'status-unknown')
       AND value IS NOT NULL
     GROUP BY 1, 2 ORDER BY rows DESC, word LIMIT ${MOST_WORDS}`,
    [run.id, run.work],
  )

/** Runs that a process had at work when it ended. */
export const openRuns = (tx: Tx) =>
  tx.rows<{ id: Uuid }>(
    `SELECT id FROM devices.import_run WHERE state IN ('checking', 'running', 'stopping')`,
  )

export interface SavedMapping {
  readonly name: string
  readonly preset: string | null
  readonly mapping: ImportMapping
  readonly key: ImportKey
  readonly options: ImportChoices
  readonly savedAt: Date
}

const SAVED = 'name, preset, mapping, key, options, saved_at AS "savedAt"'

export const savedMappings = (tx: Tx) =>
  tx.rows<SavedMapping>(
    `SELECT ${SAVED} FROM devices.import_mapping ORDER BY name COLLATE "sv-x-icu"`,
  )

export const savedMappingFor = (tx: Tx, fingerprint: Buffer) =>
  tx.maybe<SavedMapping>(
    `SELECT ${SAVED} FROM devices.import_mapping WHERE fingerprint = $1
     ORDER BY saved_at DESC LIMIT 1`,
    [fingerprint],
  )

export const saveMapping = (
  tx: Tx,
  organisationId: OrganisationId,
  fingerprint: Buffer,
  saved: SavedMapping,
) =>
  tx.run(
    `INSERT INTO devices.import_mapping
       (organisation_id, name, fingerprint, preset, mapping, key, options, saved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organisation_id, name) DO UPDATE SET fingerprint = excluded.fingerprint,
       preset = excluded.preset, mapping = excluded.mapping, key = excluded.key,
       options = excluded.options, saved_at = excluded.saved_at`,
    [
      organisationId,
      saved.name,
      fingerprint,
      saved.preset,
      JSON.stringify(saved.mapping),
      saved.key,
      JSON.stringify(saved.options),
      saved.savedAt,
    ],
  )
