// Which column fills which field: by the tool it comes from, else by the title, else by the values.
import { cleanCell } from './cells.ts'
import {
  importFields,
  type ColumnMapping,
  type DateOrder,
  type ImportField,
  type ImportValues,
  type Unit,
} from './fields.ts'
import type { Preset } from './presets/shape.ts'
import { headingKey, presets } from './presets.ts'
import { fieldBySynonym } from './synonyms.ts'
import { passesLuhn } from './values.ts'

export interface ProposedColumn extends ColumnMapping {
  readonly confidence: number
  readonly ground: 'preset' | 'title' | 'values'
}

export interface ProposedMapping {
  readonly preset: string | null
  /** Share of the preset's known headings in the file that it explains, 0 to 1. */
  readonly presetConfidence: number
  readonly columns: readonly ProposedColumn[]
  readonly constants: ImportValues
  readonly dateOrder: DateOrder
  readonly words: NonNullable<Preset['words']>
  /** Columns that are all empty on the rows that carry on the device before; empty for none. */
  readonly continuationKey: readonly number[]
}

/** @param locale the order of dates where neither tool nor column tells; Swedish files put the day first */
export function proposeMapping(
  headings: readonly string[],
  sampleRows: readonly (readonly string[])[],
  locale: DateOrder = 'dmy',
  among: readonly Preset[] = presets,
): ProposedMapping {
  const { preset, score, byPosition } = bestPreset(headings, among)
  const columns = new Map<number, ProposedColumn>()
  const taken = new Set<ImportField>()
  const put = (proposed: ProposedColumn): void => {
    const many = importFields[proposed.field].type === 'list'
    if (columns.has(proposed.column) || (taken.has(proposed.field) && !many)) return
    columns.set(proposed.column, proposed)
    taken.add(proposed.field)
  }
  const valuesOf = (column: number): string[] =>
    sampleRows.map((cells) => cleanCell(cells[column] ?? '')).filter((text) => text !== '')
  if (preset)
    for (const proposed of presetColumns(preset, headings, byPosition)) {
      const { column, field } = proposed
      const unit = proposed.unit ?? unitOf(field, headings[column]!, valuesOf(column))
      put({ ...proposed, ...(unit && { unit }) })
    }
  for (const [column, heading] of headings.entries()) {
    const values = valuesOf(column)
    const field = byLength(fieldBySynonym(headingKey(heading)), values)
    const unit = unitOf(field, heading, values)
    // In a tool's file a title means what the tool means by it, but people add fields of their own.
    if (field && (!preset || ownFields.has(field)))
      put({ column, field, confidence: 0.8, ground: 'title', ...(unit && { unit }) })
  }
  if (!preset)
    for (const [column] of headings.entries()) {
      const found = columns.has(column) ? null : byShape(valuesOf(column))
      if (found) put({ column, ...found, ground: 'values' })
    }
  const listed = [...columns.values()].sort((a, b) => a.column - b.column)
  const keys = listed.filter(({ field }) => field === 'serialNumber' || field === 'name')
  return {
    preset: preset?.id ?? null,
    presetConfidence: score,
    columns: listed,
    constants: preset?.constants ?? {},
    dateOrder: preset?.dateOrder ?? locale,
    words: preset?.words ?? {},
    continuationKey: preset?.continues ? keys.map(({ column }) => column) : [],
  }
}

function bestPreset(
  headings: readonly string[],
  among: readonly Preset[],
): {
  preset: Preset | null
  score: number
  byPosition: boolean
} {
  const keys = new Set(headings.map(headingKey))
  let best: { preset: Preset | null; score: number } = { preset: null, score: 0 }
  let most = 0
  for (const preset of among) {
    const known = Object.keys(preset.columns).filter((title) => keys.has(headingKey(title))).length
    const signs = preset.signs.filter((title) => keys.has(headingKey(title))).length
    // One sign may stand in anybody's list; then most of the file has to be the tool's.
    if (known < 2 || signs === 0 || (signs === 1 && known < keys.size * 0.6)) continue
    const weight = known + 3 * signs
    if (weight <= most) continue
    most = weight
    best = {
      preset,
      score: Math.min(1, known / Math.min(keys.size, Object.keys(preset.columns).length)),
    }
  }
  if (best.preset) return { ...best, byPosition: false }
  const preset = among.find(({ positions }) => positions && repeatsAlike(headings, positions))
  return { preset: preset ?? null, score: preset ? 0.7 : 0, byPosition: preset !== undefined }
}

/** True when titles repeat at the same places, whatever the language: `Address, Address, City`. */
function repeatsAlike(headings: readonly string[], positions: readonly string[]): boolean {
  if (headings.length < positions.length) return false
  const firsts = (titles: readonly string[]): string =>
    titles.map((title) => titles.indexOf(title)).join()
  return (
    firsts(headings.slice(0, positions.length).map(headingKey)) ===
    firsts(positions.map(headingKey))
  )
}

function* presetColumns(
  preset: Preset,
  headings: readonly string[],
  byPosition: boolean,
): Generator<ProposedColumn> {
  const titles = byPosition ? preset.positions! : headings
  const keys = titles.map((title) => headingKey(title))
  // In the preset's order, so that the better of two columns for a field is proposed.
  for (const [title, target] of Object.entries(preset.columns)) {
    const [field, unit] = typeof target === 'string' ? [target, undefined] : target
    const wanted = headingKey(title)
    const many = importFields[field].type === 'list'
    for (const [column, key] of keys.entries()) {
      if (key !== wanted && !(many && key.replace(/ \d+(?= )/, '') === wanted)) continue
      yield columnOf(column, field, unit, byPosition ? 0.7 : 0.95)
      if (!many) break
    }
  }
}

const columnOf = (
  column: number,
  field: ImportField,
  unit: Unit | undefined,
  confidence: number,
): ProposedColumn => ({ column, field, confidence, ground: 'preset', ...(unit && { unit }) })

/** `Garanti` heads days in one file and months in the next. */
function byLength(field: ImportField | null, values: readonly string[]): ImportField | null {
  if (field !== 'warrantyUntil' && field !== 'warrantyMonths') return field
  if (values.length === 0) return field
  const months = values.filter((text) => /^\d{1,3}(?:\s*\p{L}+\.?)?$/u.test(text)).length
  return months / values.length > 0.5 ? 'warrantyMonths' : 'warrantyUntil'
}

/** Gigabytes or megabytes: by the heading, else by what computers have been sold with. */
function unitOf(
  field: ImportField | null,
  heading: string,
  values: readonly string[],
): Unit | undefined {
  if (field !== 'ramMb' && field !== 'storageGb') return undefined
  const said = /\b([mg])i?b\b|\b(byte)/i.exec(heading)
  if (said) return said[2] ? 'bytes' : said[1]!.toLowerCase() === 'g' ? 'gigabytes' : 'megabytes'
  const numbers = values.map(Number).filter((number) => number > 0)
  const most = Math.max(0, ...numbers)
  if (most > 10_000_000) return 'bytes'
  return most >= (field === 'ramMb' ? 1_024 : 20_000) ? 'megabytes' : 'gigabytes'
}

const ownFields = new Set<ImportField>([
  'assetTag',
  'serialNumber',
  'imei',
  'imei2',
  'macAddress',
  'theftMarking',
  'costCentre',
  'condition',
  'ramMb',
  'storageGb',
  'driveSerials',
])

/** What the values themselves say; only what can hardly be anything else. */
function byShape(values: readonly string[]): { field: ImportField; confidence: number } | null {
  if (values.length < 3) return null
  const share = (test: (text: string) => boolean): number =>
    values.filter(test).length / values.length
  if (share((text) => /^\d{15}$/.test(text) && passesLuhn(text)) > 0.9)
    return { field: 'imei', confidence: 0.7 }
  if (share((text) => /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text)) > 0.9)
    return { field: 'macAddress', confidence: 0.7 }
  if (share((text) => /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(text)) > 0.9)
    return { field: 'holderEmail', confidence: 0.5 }
  const different = new Set(values).size / values.length
  const serialLike = share(
    (text) => /^[A-Z0-9]{7,17}$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text),
  )
  return serialLike > 0.9 && different > 0.95 ? { field: 'serialNumber', confidence: 0.4 } : null
}
