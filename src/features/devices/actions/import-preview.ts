// A look at the beginning of a stored file: how it reads, and what its columns seem to mean.
import { createHash } from 'node:crypto'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { openTable } from '../reading/table.ts'
import { refusalOf } from '../reading/refused.ts'
import { tableOptions } from '../reading/choices.ts'
import type { ColumnMapping, DateOrder } from '../rules/import/fields.ts'
import { proposeMapping, type ProposedColumn } from '../rules/import/mapping.ts'
import type { ImportKey } from '../rules/import/plan.ts'
import type { Preset } from '../rules/import/presets/shape.ts'
import { headingKey, presets } from '../rules/import/presets.ts'
import { proposeKey, type ImportChoices, type ImportMapping } from '../rules/import/run.ts'
import type { KnownWords } from '../rules/import/values.ts'
import * as store from '../store/import.ts'

/** Bytes that one row of the table of files holds. */
export const CHUNK_BYTES = 1024 * 1024

const LOOKED_AT = 200
const SHOWN = 20

/** What somebody has chosen; the rest is proposed. */
export interface Wanted extends ImportChoices {
  readonly preset?: string | null
  readonly columns?: readonly (
    | ColumnMapping
    | { column: number; field: ColumnMapping['field']; unit?: ColumnMapping['unit'] | null }
  )[]
  readonly dateOrder?: DateOrder
  readonly words?: KnownWords
  readonly key?: ImportKey
}

export interface Preview {
  readonly reading: store.Reading
  readonly headingRow: number
  readonly sampleRows: readonly (readonly string[])[]
  readonly presetConfidence: number
  /** Of the columns that stand as they were proposed. */
  readonly proposed: ReadonlyMap<number, Pick<ProposedColumn, 'confidence' | 'ground'>>
  readonly sheet: string | null
  readonly rowsSeen: number
  readonly more: boolean
  readonly presets: readonly { id: string; name: string }[]
  /** Name of the saved mapping that has been applied. */
  readonly saved: string | null
}

export async function preview(
  ctx: ActionContext,
  runId: Uuid,
  wanted: Wanted,
): Promise<Result<Preview>> {
  const choices = choicesOf(wanted)
  const among = wanted.preset ? presetsCalled(wanted.preset) : presets
  if (among.length === 0) return refuse('preset-unknown', { preset: wanted.preset ?? '' })
  const opened = await openTable(chunks(ctx, runId), tableOptions(choices))
  if (!opened.ok) return opened
  const table = opened.value
  try {
    const rows: (readonly string[])[] = []
    let more = false
    for await (const batch of table.batches) {
      more = rows.length >= LOOKED_AT
      if (more) break
      for (const { cells } of batch) rows.push(cells)
    }
    const { headings } = table
    const proposed = proposeMapping(headings, rows.slice(0, LOOKED_AT), 'dmy', among)
    const chosen = wanted.columns !== undefined || wanted.preset != null
    const saved = chosen ? null : await store.savedMappingFor(ctx.tx, fingerprintOf(headings))
    const columns = wanted.columns?.map(({ column, field, unit }) => ({
      column,
      field,
      ...(unit ? { unit } : {}),
    }))
    const mapping: ImportMapping = saved?.mapping ?? {
      columns: columns ?? proposed.columns.map(({ confidence: _c, ground: _g, ...rest }) => rest),
      constants: proposed.constants,
      dateOrder: wanted.dateOrder ?? proposed.dateOrder,
      words: {
        kind: { ...proposed.words.kind, ...wanted.words?.kind },
        status: { ...proposed.words.status, ...wanted.words?.status },
      },
      continuationKey: proposed.continuationKey,
    }
    return done({
      reading: {
        format: table.format,
        encoding: table.encoding(),
        delimiter: table.delimiter,
        sheets: table.sheets,
        headings,
        preset: saved ? saved.preset : proposed.preset,
        mapping,
        key: wanted.key ?? saved?.key ?? proposeKey(mapping) ?? 'serialNumber+maker',
        options: { ...saved?.options, ...choices },
      },
      headingRow: table.headingRow,
      sampleRows: rows.slice(0, SHOWN),
      presetConfidence: proposed.presetConfidence,
      proposed: new Map(
        proposed.columns
          .filter(({ column, field }) =>
            mapping.columns.some((one) => one.column === column && one.field === field),
          )
          .map((one) => [one.column, one]),
      ),
      sheet: table.sheet,
      rowsSeen: rows.length,
      more,
      presets: presets.map(({ id, name }) => ({ id, name })),
      saved: saved?.name ?? null,
    })
  } catch (error) {
    // A short file may turn out to be broken already here.
    const refusal = refusalOf(error)
    if (refusal) return refusal
    throw error
  } finally {
    await table.close()
  }
}

function choicesOf(wanted: Wanted): ImportChoices {
  const { encoding, delimiter, sheet, headingRow, emptyClears, defaultKind } = wanted
  const all = { encoding, delimiter, sheet, headingRow, emptyClears, defaultKind }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** By id, or by the beginning of it: `snipe-it` is any of Snipe-IT's files. */
function presetsCalled(name: string): Preset[] {
  const wanted = name.toLowerCase()
  const exact = presets.filter(({ id }) => id === wanted)
  return exact.length > 0 ? exact : presets.filter(({ id }) => id.startsWith(wanted))
}

/** The same headings, however they are written, have the same fingerprint. */
export const fingerprintOf = (headings: readonly string[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(headings.map(headingKey)))
    .digest()

async function* chunks(ctx: ActionContext, runId: Uuid): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const bytes = await store.chunk(ctx.tx, runId, seq)
    if (!bytes) return
    yield bytes
  }
}
