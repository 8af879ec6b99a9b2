// An import as people steer it: send in a file, say what its columns mean, try, start, stop.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { importApi } from '../api/import.ts'
import { keyIsMapped, allowsImport } from '../rules/import/run.ts'
import { importFields } from '../rules/import/fields.ts'
import * as store from '../store/import.ts'
import { notAppliedText, rowRefusalMessage } from '../texts/import.ts'
import { CHUNK_BYTES, fingerprintOf, preview, type Preview, type Wanted } from './import-preview.ts'
import { runView } from './import-view.ts'

type In<Name extends keyof typeof importApi> = Input<(typeof importApi)[Name]>
type Out<Name extends keyof typeof importApi> = Promise<Result<Output<(typeof importApi)[Name]>>>

/** The job that works an import through. */
export const IMPORT_JOB = 'devices.import'

const LARGEST_BYTES = 256 * 1024 * 1024

export interface SentFile {
  readonly fileName: string
  readonly stream: Readable
  readonly fields?: Readonly<Record<string, string>>
}

export async function sendImport(
  ctx: ActionContext,
  { file }: { file: SentFile },
): Out<'sendImport'> {
  const received = await receive(ctx, file, readingFrom(file.fields ?? {}))
  return received.ok ? done(previewView(ctx, received.value.id, received.value.preview)) : received
}

/** How to read the file may be said with it, since a file that cannot be read is not kept. */
function readingFrom({ sheet, headingRow, encoding, delimiter }: Readonly<Record<string, string>>) {
  const row = Number(headingRow)
  return {
    ...(sheet !== undefined && { sheet }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(Number.isInteger(row) && row > 0 && row <= 1000 && { headingRow: row }),
  }
}

/** Takes the file in, chunk by chunk, and proposes how to read it. */
export async function receive(
  ctx: ActionContext,
  file: SentFile,
  wanted: Wanted = {},
): Promise<Result<{ id: Uuid; preview: Preview }>> {
  const id = ctx.newId()
  const stored = await storeFile(ctx, id, file.stream)
  if (!stored.ok) return stored
  const looked = await preview(ctx, id, wanted)
  if (!looked.ok) return looked
  await store.insertRun(ctx.tx, {
    id,
    organisationId: ctx.organisationId,
    actorId: ctx.actorId,
    fileName: file.fileName.slice(0, 300),
    ...stored.value,
    uploadedAt: ctx.now,
    ...looked.value.reading,
  })
  return done({ id, preview: looked.value })
}

async function storeFile(
  ctx: ActionContext,
  id: Uuid,
  stream: Readable,
): Promise<Result<{ fileSize: number; fileSha256: Buffer }>> {
  const hash = createHash('sha256')
  let fileSize = 0
  let seq = 0
  let held: Buffer[] = []
  let heldBytes = 0
  const flush = async () => {
    if (heldBytes === 0) return
    await store.addChunk(ctx.tx, id, ctx.organisationId, seq++, Buffer.concat(held))
    held = []
    heldBytes = 0
  }
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    fileSize += bytes.length
    if (fileSize > LARGEST_BYTES) return tooLarge()
    hash.update(bytes)
    held.push(bytes)
    heldBytes += bytes.length
    if (heldBytes >= CHUNK_BYTES) await flush()
  }
  // The server cuts a file that passes its limit, and says so on the stream.
  if ((stream as { truncated?: boolean }).truncated) return tooLarge()
  await flush()
  return done({ fileSize, fileSha256: hash.digest() })
}

const tooLarge = () => refuse('file-too-large', { limitMegabytes: LARGEST_BYTES / 1024 / 1024 })

export async function getImportMapping(
  ctx: ActionContext,
  { params }: In<'getImportMapping'>,
): Out<'getImportMapping'> {
  const run = await store.getRun(ctx.tx, params.importId)
  if (!run) return refuse('import-not-found')
  const { columns, dateOrder, words } = run.mapping
  const wanted = { ...run.options, preset: run.preset, columns, dateOrder, words, key: run.key }
  const looked = await preview(ctx, run.id, wanted)
  return looked.ok ? done(previewView(ctx, run.id, looked.value)) : looked
}

export async function listImportWords(
  ctx: ActionContext,
  { params }: In<'listImportWords'>,
): Out<'listImportWords'> {
  const run = await store.getRun(ctx.tx, params.importId)
  if (!run) return refuse('import-not-found')
  return done({ items: await store.unknownWords(ctx.tx, run), next: null })
}

export async function mapImport(
  ctx: ActionContext,
  { params, body }: In<'mapImport'>,
): Out<'mapImport'> {
  const run = await store.lockRun(ctx.tx, params.importId)
  if (!run) return refuse('import-not-found')
  const allowed = allowsImport(run.state, 'map')
  if (!allowed.ok) return allowed
  const { saveAs, ...chosen } = body
  const looked = await preview(ctx, run.id, chosen)
  if (!looked.ok) return looked
  const { reading } = looked.value
  const { columns } = reading.mapping
  const fields = columns.map((column) => column.field)
  const once = fields.filter((field) => importFields[field].type !== 'list')
  if (
    new Set(once).size < once.length ||
    columns.some((column) => column.column >= reading.headings.length)
  )
    return refuse('import-column-unknown')
  if (!keyIsMapped(reading.key, reading.mapping)) return refuse('import-key-missing')
  await store.saveReading(ctx.tx, run.id, reading)
  if (saveAs)
    await store.saveMapping(ctx.tx, ctx.organisationId, fingerprintOf(reading.headings), {
      name: saveAs,
      preset: reading.preset,
      mapping: reading.mapping,
      key: reading.key,
      options: reading.options,
      savedAt: ctx.now,
    })
  return done(previewView(ctx, run.id, looked.value))
}

const previewView = (ctx: ActionContext, id: Uuid, { reading, ...rest }: Preview) => ({
  id,
  format: reading.format,
  encoding: reading.encoding,
  delimiter: reading.delimiter,
  sheets: [...reading.sheets],
  headings: [...reading.headings],
  headingRow: rest.headingRow,
  sampleRows: rest.sampleRows.map((cells) => [...cells]),
  preset: reading.preset,
  presetConfidence: rest.presetConfidence,
  presets: [...rest.presets],
  columns: reading.mapping.columns.map((column) => ({
    column: column.column,
    field: column.field,
    unit: column.unit ?? null,
    confidence: rest.proposed.get(column.column)?.confidence ?? 1,
    ground: rest.saved ? ('saved' as const) : (rest.proposed.get(column.column)?.ground ?? null),
  })),
  dateOrder: reading.mapping.dateOrder,
  key: reading.key,
  keyIsMapped: keyIsMapped(reading.key, reading.mapping),
  sheet: rest.sheet,
  rowsSeen: rest.rowsSeen,
  more: rest.more,
  words: { kind: { ...reading.mapping.words.kind }, status: { ...reading.mapping.words.status } },
  chosen: { ...reading.options },
  saved: rest.saved,
  notApplied: notAppliedText[ctx.language],
})

export async function checkImport(
  ctx: ActionContext,
  { params }: In<'checkImport'>,
): Out<'checkImport'> {
  return take(ctx, params.importId, 'check')
}

export async function startImport(
  ctx: ActionContext,
  { params }: In<'startImport'>,
): Out<'startImport'> {
  return take(ctx, params.importId, 'start')
}

async function take(ctx: ActionContext, id: Uuid, step: 'check' | 'start') {
  const run = await store.lockRun(ctx.tx, id)
  if (!run) return refuse('import-not-found')
  const allowed = allowsImport(run.state, step)
  if (!allowed.ok) return allowed
  if (!keyIsMapped(run.key, run.mapping)) return refuse('import-key-missing')
  const goesOn = step === 'start' && run.work === 'import' && run.place > 0
  if (goesOn) await store.resumeWork(ctx.tx, id, ctx.now)
  else await store.beginWork(ctx.tx, id, step === 'check' ? 'check' : 'import', ctx.now)
  await ctx.send({ name: IMPORT_JOB, payload: { runId: id }, key: `import:${id}` })
  return view(ctx, id)
}

export async function stopImport(
  ctx: ActionContext,
  { params }: In<'stopImport'>,
): Out<'stopImport'> {
  const run = await store.lockRun(ctx.tx, params.importId)
  if (!run) return refuse('import-not-found')
  const allowed = allowsImport(run.state, 'stop')
  if (!allowed.ok) return allowed
  await store.setState(ctx.tx, run.id, 'stopping')
  // Should nobody be at work, this job puts the run to rest.
  await ctx.send({ name: IMPORT_JOB, payload: { runId: run.id }, key: `import:${run.id}` })
  return view(ctx, run.id)
}

async function view(ctx: ActionContext, id: Uuid) {
  const run = await store.getRun(ctx.tx, id)
  return run ? done(runView(run, ctx.now, ctx.language)) : refuse('import-not-found')
}

export const getImport = (ctx: ActionContext, { params }: In<'getImport'>): Out<'getImport'> =>
  view(ctx, params.importId)

export async function listImports(
  ctx: ActionContext,
  { query }: In<'listImports'>,
): Out<'listImports'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const place = after ? ([String(after[0]), String(after[1])] as const) : null
  const rows = await store.listRuns(ctx.tx, place, limit + 1)
  const page = pageOf(rows, limit, (run) => [run.uploadedAt.toISOString(), run.id])
  return done({
    items: page.items.map((run) => runView(run, ctx.now, ctx.language)),
    next: page.next,
  })
}

export async function listImportReasons(
  ctx: ActionContext,
  { params }: In<'listImportReasons'>,
): Out<'listImportReasons'> {
  const run = await store.getRun(ctx.tx, params.importId)
  if (!run) return refuse('import-not-found')
  const rows = await store.reasons(ctx.tx, run)
  return done({
    items: rows.map((row) => ({
      code: row.code,
      heading: row.heading,
      rows: row.rows,
      row: row.row,
      message: rowRefusalMessage(row, ctx.language),
    })),
  })
}

export async function listImportRows(
  ctx: ActionContext,
  { params, query }: In<'listImportRows'>,
): Out<'listImportRows'> {
  const { cursor, limit = 50, outcome, code } = query
  const after = fromCursor(cursor, 1)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const run = await store.getRun(ctx.tx, params.importId)
  if (!run) return refuse('import-not-found')
  const rows = await store.outcomes(ctx.tx, run, {
    outcome: outcome ?? null,
    code: code ?? null,
    after: Number(after?.[0] ?? 0),
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.row])
  return done({
    items: page.items.map((row) => ({
      row: row.row,
      outcome: row.outcome,
      code: row.code,
      message: row.code
        ? rowRefusalMessage({ ...row, code: row.code }, ctx.language)
        : row.changes?.some(({ applied }) => applied === false)
          ? notAppliedText[ctx.language]
          : null,
      heading: row.heading,
      value: row.value,
      firstRow: row.firstRow,
      deviceId: row.deviceId,
      device: row.device,
      changes: (row.changes ?? []).map((change) => ({
        field: change.field,
        from: said(change.from),
        to: said(change.to),
        applied: change.applied ?? true,
      })),
    })),
    next: page.next,
  })
}

const said = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)

export async function listImportMappings(ctx: ActionContext): Out<'listImportMappings'> {
  const saved = await store.savedMappings(ctx.tx)
  return done({
    items: saved.map(({ name, preset, key, savedAt, mapping }) => ({
      name,
      preset,
      key,
      columns: mapping.columns.length,
      savedAt: savedAt.toISOString(),
    })),
  })
}
