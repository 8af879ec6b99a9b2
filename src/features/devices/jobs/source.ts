// The stored file as a stream of batches, the same ones each time it is read.
import type { Uuid } from '../../../core/ids.ts'
import type { Result } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import { tableOptions } from '../reading/choices.ts'
import type { Encoding } from '../reading/decode.ts'
import { openTable, type Table } from '../reading/table.ts'
import { folder } from '../rules/import/continuation.ts'
import type { DecidedOrder } from '../rules/import/days.ts'
import { prepareRow, seenMarks } from '../rules/import/plan.ts'
import { dateObserver, rowReader, type FileRow, type ReadRow } from '../rules/import/row.ts'
import type { FileRefusalCode } from '../rules/import/refusals.ts'
import * as store from '../store/import.ts'
import type { Batch, SourceRow } from './plan.ts'

/** Chunk after chunk, each fetched when the one before has been used. */
async function* storedFile(database: Database, runId: Uuid): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const bytes = await database.asSystem((tx) => store.chunk(tx, runId, seq))
    if (!bytes) return
    yield bytes
  }
}

export const openStored = (
  database: Database,
  run: Pick<store.ImportRun, 'id' | 'options'>,
): Promise<Result<Table, FileRefusalCode>> =>
  openTable(storedFile(database, run.id), tableOptions(run.options))

export interface Survey {
  readonly rows: number
  readonly dates: Map<number, DecidedOrder>
  readonly encoding: Encoding | null
}

/**
 * Reads the whole file once before anything is written: a file that breaks off half-way is refused
 * with nothing done, and the order of day and month is decided from every row.
 */
export async function survey(table: Table, run: store.ImportRun): Promise<Survey> {
  const dates = dateObserver(run.mapping.columns)
  const fold = folder<FileRow>(run.mapping.continuationKey)
  let rows = 0
  for await (const batch of table.batches) {
    dates.observe(batch)
    rows += fold.push(batch).length
  }
  rows += fold.end().length
  return { rows, dates: dates.decide(run.mapping.dateOrder), encoding: table.encoding() }
}

/** Batches of rows after the run's place; the rows before it are read for their marks alone. */
export async function* batchesOf(
  table: Table,
  run: store.ImportRun,
  { dates }: Survey,
  size: number,
): AsyncGenerator<Batch> {
  const { mapping } = run
  const { columns, words, constants } = mapping
  const read = rowReader(columns, { dates, words, constants })
  const fold = folder<FileRow>(mapping.continuationKey)
  const seen = seenMarks()
  const options = { key: run.key }
  let from = run.place
  let rows: SourceRow[] = []
  const take = (file: FileRow) => {
    const row = sourceRow(file, read(file))
    if (file.row > run.place) rows.push(row)
  }
  function sourceRow(file: FileRow, given: ReadRow): SourceRow {
    const broken = given.ok ? brokenText(given.values) : null
    const prepared = prepareRow(file, broken ? { ok: false, refusal: broken } : given, options)
    if (!prepared.ok) {
      const { plan } = prepared
      if (plan.kind !== 'refused') throw new Error('what is not ready is refused')
      return { ok: false, row: file.row, refusal: plan.refusal }
    }
    const duplicate = seen.check(prepared.value)
    return duplicate
      ? { ok: false, row: file.row, refusal: duplicate }
      : { ok: true, value: prepared.value }
  }
  function* full(least: number): Generator<Batch> {
    while (rows.length >= least && rows.length > 0) {
      const part = rows.splice(0, size)
      const place = rowOf(part.at(-1)!)
      yield { from, place, rows: part }
      from = place
    }
  }
  for await (const piece of table.batches) {
    for (const file of fold.push(piece)) take(file)
    yield* full(size)
  }
  for (const file of fold.end()) take(file)
  yield* full(1)
}

const rowOf = (row: SourceRow): number => (row.ok ? row.value.row : row.row)

const surrogate = /[\ud800-\udfff]/

/** Half a character cannot be kept, and the journal could not hash it. */
function brokenText(values: object) {
  for (const [field, value] of Object.entries(values))
    if (typeof value === 'string' && surrogate.test(value) && Buffer.from(value).includes('\ufffd'))
      return { code: 'text-unreadable', field: field as 'name', value } as const
  return null
}
