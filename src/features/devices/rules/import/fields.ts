// What an import can set on a device, and what kind of value each field takes.

export type FieldType =
  | 'text'
  | 'serial'
  | 'imei'
  | 'mac'
  | 'email'
  | 'kind'
  | 'status'
  | 'day'
  | 'instant'
  | 'money'
  | 'count'
  | 'list'
  | 'ownership'

interface FieldRule {
  readonly type: FieldType
  /** Longest text. */
  readonly longest?: number
}

const field = <const T extends FieldType>(type: T, longest = 200) => ({ type, longest }) as const

/** The closed list. `modelNumber` is the maker's part number, `model` what people call it. */
export const importFields = {
  assetTag: field('text', 80),
  serialNumber: field('serial', 80),
  imei: field('imei'),
  imei2: field('imei'),
  macAddress: field('mac'),
  theftMarking: field('text', 80),
  name: field('text'),
  kind: field('kind'),
  maker: field('text'),
  model: field('text'),
  modelNumber: field('text', 80),
  status: field('status'),
  /** What somebody has written of the state; a grade is only ever given by an inspection. */
  condition: field('text'),
  holderName: field('text'),
  holderEmail: field('email'),
  holderUsername: field('text'),
  unitName: field('text'),
  costCentre: field('text', 80),
  placeName: field('text'),
  purchasedOn: field('day'),
  priceOre: field('money'),
  warrantyUntil: field('day'),
  /** Counted from the day of purchase when there is no last day. */
  warrantyMonths: field('count'),
  /** Last day of the period of use or of the rental. */
  endsOn: field('day'),
  orderNumber: field('text', 120),
  supplierName: field('text'),
  note: field('text', 4_000),
  osName: field('text'),
  osVersion: field('text', 80),
  lastSeenAt: field('instant'),
  enrolledAt: field('instant'),
  ramMb: field('count'),
  storageGb: field('count'),
  driveSerials: field('list', 80),
  /** Read only to refuse what is personal; never kept. */
  ownership: field('ownership'),
} as const satisfies Record<string, FieldRule>

export type ImportField = keyof typeof importFields
export const importFieldNames = Object.keys(importFields) as ImportField[]

/** Text and days as text, amounts and counts as whole numbers, lists as lists. */
export type ImportValue = string | number | readonly string[]

/** A field that is not there has no column; null is a column whose cell is empty. */
export type ImportValues = { [F in ImportField]?: ImportValue | null }

/** The glossary's statuses that an outside file may claim. */
export const importStatuses = [
  'ordered',
  'delivered',
  'inStock',
  'handedOut',
  'handedIn',
  'shipped',
  'sold',
  'recycled',
  'missing',
  'stolen',
] as const
export type ImportStatus = (typeof importStatuses)[number]

/** What a column's numbers count, where a tool has its own measure. */
export type Unit = 'bytes' | 'megabytes' | 'gigabytes'

/** One column of the file and the field that it fills. */
export interface ColumnMapping {
  /** Position, from 0: names may repeat. */
  readonly column: number
  readonly field: ImportField
  readonly unit?: Unit
}

/** Decides `3/4/2023`: written in the file's locale. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'
