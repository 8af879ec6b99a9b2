// What a row would do to the register: create, update, leave, or be refused. No I/O: the caller
// looks up what the register holds.
import { addMonths } from '../../../../core/dates.ts'
import { invariant } from '../../../../core/result.ts'
import { isPlaceholderSerial, normaliseMaker, normaliseSerial } from '../serial.ts'
import {
  importFieldNames,
  type ImportField,
  type ImportValue,
  type ImportValues,
} from './fields.ts'
import type { FileRow, ReadRow, RowRefusal } from './row.ts'
import { kindOfModel } from './words.ts'

export const importKeys = [
  'serialNumber+maker',
  'serialNumber',
  'assetTag',
  'imei',
  'macAddress',
  'name',
] as const
export type ImportKey = (typeof importKeys)[number]

export interface PlanOptions {
  /** What tells that a row and a device in the register are the same. */
  readonly key: ImportKey
  /** Empty cells wipe values; only when the user has said so. */
  readonly emptyClears?: boolean
  /** For new devices whose kind neither file nor model tells. */
  readonly defaultKind?: string
}

/** A device of the register, in the same form as a row. */
export interface ExistingDevice {
  readonly deviceId: string
  readonly values: ImportValues
}

/** What the register holds of a row's marks. */
export interface Found {
  /** The device that the key names. */
  readonly existing: ExistingDevice | null
  /** Devices that hold the row's serial number (with its maker), asset tag or IMEI. */
  readonly owners?: {
    readonly serialNumber?: string | null
    readonly assetTag?: string | null
    readonly imei?: string | null
  }
}

export interface Change {
  readonly field: ImportField
  readonly from: ImportValue | null
  readonly to: ImportValue | null
}

export type RowPlan =
  | { readonly kind: 'create'; readonly row: number; readonly changes: readonly Change[] }
  | {
      readonly kind: 'update'
      readonly row: number
      readonly deviceId: string
      readonly changes: readonly Change[]
    }
  | { readonly kind: 'unchanged'; readonly row: number; readonly deviceId: string }
  | { readonly kind: 'refused'; readonly row: number; readonly refusal: RowRefusal }

/** The marks of a row as the register compares them; null for what is missing or a placeholder. */
export interface RowMarks {
  /** By the chosen key; null when the row has none. */
  readonly key: string | null
  /** `maker|serial`, both normalised. */
  readonly serialNumber: string | null
  readonly assetTag: string | null
  readonly imei: string | null
}

/** A row that is ready to be looked up in the register. */
export interface PreparedRow {
  readonly row: number
  readonly values: ImportValues
  readonly marks: RowMarks
}

export type Prepared =
  | { readonly ok: true; readonly value: PreparedRow }
  | { readonly ok: false; readonly plan: RowPlan }

const makers = new Map<string, string>()
const kinds = new Map<string, string | null>()

/** Answers are the same for the same text, and a file holds few makers and models. */
function remembered<T>(known: Map<string, T>, text: string, find: (text: string) => T): T {
  let value = known.get(text)
  if (value === undefined) {
    if (known.size >= 5_000) known.clear()
    known.set(text, (value = find(text)))
  }
  return value
}

export const makerKey = (maker: string): string => remembered(makers, maker, normaliseMaker)

/** The usual serial needs no normalising: capitals and digits only. */
const serialKeyOf = (serial: string): string =>
  /^(?!SN|SERIAL)[0-9A-Z]+$/.test(serial) ? serial : normaliseSerial(serial)

const serialKey = (maker: string, serial: string): string =>
  `${makerKey(maker)}|${serialKeyOf(serial)}`

/** Asset tags differ by case and spaces in nobody's storeroom. */
const assetTagKey = (tag: string): string => tag.toUpperCase().replace(/\s+/g, '')

/** First half: checks what the row alone can tell, and gives the marks to look up. */
export function prepareRow(file: FileRow, read: ReadRow, options: PlanOptions): Prepared {
  const { row } = file
  const refused = (refusal: RowRefusal): Prepared => ({
    ok: false,
    plan: { kind: 'refused', row, refusal },
  })
  if (!read.ok) return refused(read.refusal)
  let { values } = read
  const serial = textOf(values.serialNumber)
  const usesSerial = options.key === 'serialNumber' || options.key === 'serialNumber+maker'
  if (serial !== '' && isPlaceholderSerial(serial)) {
    if (usesSerial)
      return refused({ code: 'placeholder-serial', field: 'serialNumber', value: serial })
    // What says nothing is no change either.
    values = { ...values }
    delete values.serialNumber
  }
  const marks = marksOf(values, options.key)
  if (marks.key === null)
    return refused({ code: 'key-missing', field: missingKeyField(values, options.key) })
  return { ok: true, value: { row, values, marks } }
}

const textOf = (value: ImportValue | null | undefined): string =>
  typeof value === 'string' ? value : ''

function marksOf(values: ImportValues, key: ImportKey): RowMarks {
  const serial = textOf(values.serialNumber)
  const maker = textOf(values.maker)
  const tag = textOf(values.assetTag)
  const marks = {
    serialNumber: serial === '' ? null : serialKey(maker, serial),
    assetTag: tag === '' ? null : assetTagKey(tag),
    imei: textOf(values.imei) || null,
  }
  return { ...marks, key: keyOf(values, marks, key) }
}

function keyOf(values: ImportValues, marks: Omit<RowMarks, 'key'>, key: ImportKey): string | null {
  switch (key) {
    case 'serialNumber+maker':
      return marks.serialNumber?.startsWith('|') === false ? marks.serialNumber : null
    case 'serialNumber':
      return marks.serialNumber?.slice(marks.serialNumber.indexOf('|') + 1) || null
    case 'assetTag':
      return marks.assetTag
    case 'imei':
      return marks.imei
    case 'macAddress':
      return textOf(values.macAddress) || null
    case 'name':
      return textOf(values.name).toLowerCase() || null
  }
}

const missingKeyField = (values: ImportValues, key: ImportKey): ImportField =>
  key !== 'serialNumber+maker' ? key : textOf(values.serialNumber) === '' ? 'serialNumber' : 'maker'

/** Remembers every mark of a file, so that the second row with one is refused. */
export interface SeenMarks {
  /** The refusal of a duplicate; null the first time, when the row's marks are remembered. */
  check(prepared: PreparedRow): RowRefusal | null
}

export function seenMarks(): SeenMarks {
  // One table for all marks. The letter in front also makes each mark a string of its own, where a
  // bare slice would keep the whole piece of the file it was cut from in memory.
  const rows = new Map<string, number>()
  return {
    check({ row, marks, values }) {
      const { serialNumber, assetTag, imei } = marks
      const serial = serialNumber === null ? null : `s${serialNumber}`
      const tag = assetTag === null ? null : `t${assetTag}`
      const phone = imei === null ? null : `i${imei}`
      const own = marks.key !== serialNumber && marks.key !== assetTag && marks.key !== imei
      const key = own ? `k${marks.key}` : null
      const taken = (mark: string | null): number | null => {
        const first = mark === null ? undefined : rows.get(mark)
        return first === undefined || first === row ? null : first
      }
      const duplicate = (firstRow: number, field: 'serialNumber' | 'assetTag' | 'imei') =>
        ({ code: 'duplicate-in-file', field, firstRow, value: textOf(values[field]) }) as const
      const [bySerial, byTag, byImei, byKey] = [taken(serial), taken(tag), taken(phone), taken(key)]
      if (bySerial !== null) return duplicate(bySerial, 'serialNumber')
      if (byTag !== null) return duplicate(byTag, 'assetTag')
      if (byImei !== null) return duplicate(byImei, 'imei')
      if (byKey !== null) return { code: 'duplicate-in-file', firstRow: byKey, value: marks.key! }
      for (const mark of [serial, tag, phone, key]) if (mark !== null) rows.set(mark, row)
      return null
    },
  }
}

/** Second half: against what the register holds. */
export function planRow(prepared: PreparedRow, found: Found, options: PlanOptions): RowPlan {
  const { row, values } = prepared
  const { existing } = found
  const conflict = conflictOf(values, found)
  if (conflict) return { kind: 'refused', row, refusal: conflict }
  const wanted = withWarranty(values, existing?.values)
  if (existing) {
    const changes = changesOf(wanted, existing.values, options.emptyClears ?? false)
    return changes.length === 0
      ? { kind: 'unchanged', row, deviceId: existing.deviceId }
      : { kind: 'update', row, deviceId: existing.deviceId, changes }
  }
  const kind = wanted.kind ?? guessedKind(wanted) ?? options.defaultKind
  if (!kind) return { kind: 'refused', row, refusal: { code: 'kind-missing', field: 'kind' } }
  const whole = kind === wanted.kind ? wanted : { ...wanted, kind }
  return { kind: 'create', row, changes: changesOf(whole, {}, false) }
}

const conflictCodes = {
  serialNumber: 'serial-belongs-to-other',
  assetTag: 'asset-tag-belongs-to-other',
  imei: 'imei-belongs-to-other',
} as const

function conflictOf(values: ImportValues, { existing, owners }: Found): RowRefusal | null {
  if (!owners) return null
  for (const field of ['serialNumber', 'assetTag', 'imei'] as const) {
    const deviceId = owners[field]
    if (!deviceId || deviceId === existing?.deviceId || !values[field]) continue
    return { code: conflictCodes[field], field, value: textOf(values[field]), deviceId }
  }
  return null
}

function guessedKind(values: ImportValues): string | null {
  const model = textOf(values.model)
  const os = textOf(values.osName)
  const maker = textOf(values.maker)
  return remembered(kinds, `${model}|${os}|${maker}`, () => kindOfModel(model, os, maker))
}

/** A warranty in months runs from the purchase, unless the file gives its last day. */
function withWarranty(values: ImportValues, before: ImportValues = {}): ImportValues {
  if (values.warrantyMonths === undefined) return values
  const { warrantyMonths: months, ...rest } = values
  const bought = rest.purchasedOn ?? before.purchasedOn
  if (rest.warrantyUntil || typeof months !== 'number' || typeof bought !== 'string') return rest
  return { ...rest, warrantyUntil: addMonths(bought, months) }
}

function changesOf(wanted: ImportValues, before: ImportValues, emptyClears: boolean): Change[] {
  const changes: Change[] = []
  for (const field of importFieldNames) {
    const to = wanted[field]
    if (to === undefined) continue
    const from = before[field] ?? null
    if (to === null ? from === null || !emptyClears : same(field, from, to)) continue
    if (field === 'lastSeenAt' && isEarlier(to, from)) continue
    changes.push({ field, from, to })
  }
  return changes
}

/** An older export, or one that has not heard of it, never makes a device less lately seen. */
const isEarlier = (to: ImportValue | null, from: ImportValue | null): boolean =>
  typeof from === 'string' && (to === null || to < from)

/** Marks are compared as marks: `5cg1234abc` for `5CG1234ABC` is no change. */
function same(field: ImportField, from: ImportValue | null, to: ImportValue): boolean {
  if (from === to) return true
  // Tools list the drives of a device in any order.
  if (Array.isArray(to))
    return Array.isArray(from) && from.length === to.length && to.every((one) => from.includes(one))
  if (typeof from !== 'string' || typeof to !== 'string') return false
  if (field === 'serialNumber') return serialKeyOf(from) === serialKeyOf(to)
  if (field === 'assetTag') return assetTagKey(from) === assetTagKey(to)
  return field === 'maker' && makerKey(from) === makerKey(to)
}

export interface PlanCounts {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
}

export const noCounts: PlanCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0 }

const countOf = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  refused: 'refused',
} as const

/** Adds plans to the counts; what comes in always equals what comes out. */
export function counted(counts: PlanCounts, plans: readonly RowPlan[]): PlanCounts {
  const sum = { ...counts }
  for (const { kind } of plans) {
    sum.rows++
    sum[countOf[kind]]++
  }
  invariant(
    sum.rows === sum.created + sum.updated + sum.unchanged + sum.refused,
    'rows = created + updated + unchanged + refused',
  )
  return sum
}
