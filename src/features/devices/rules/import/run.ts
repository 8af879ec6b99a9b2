// The course of one import: its states, what each allows, and what of a file is kept.
import { done, refuse, type Result } from '../../../../core/result.ts'
import type { ImportField, ImportValues, ColumnMapping, DateOrder } from './fields.ts'
import type { ImportKey } from './plan.ts'
import type { KnownWords } from './values.ts'

export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'stopping',
  'stopped',
  'done',
  'failed',
] as const
export type ImportState = (typeof importStates)[number]

export const importWorks = ['check', 'import'] as const
export type ImportWork = (typeof importWorks)[number]

export const importOutcomes = ['created', 'updated', 'unchanged', 'refused', 'notApplied'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

type ImportStep = 'map' | 'check' | 'start' | 'stop'

const allowed: Record<ImportState, readonly ImportStep[]> = {
  uploaded: ['map', 'check', 'start'],
  checking: ['stop'],
  checked: ['map', 'check', 'start'],
  running: ['stop'],
  stopping: [],
  // What has been imported stays, so the mapping may not change half-way.
  stopped: ['start'],
  done: [],
  failed: ['start'],
}

export const allowsImport = (
  state: ImportState,
  step: ImportStep,
): Result<true, 'import-state-forbids'> =>
  allowed[state].includes(step) ? done(true) : refuse('import-state-forbids', { state, step })

/** While one of these, a job is or should be at work. */
export const isAtWork = (state: ImportState): boolean =>
  state === 'checking' || state === 'running' || state === 'stopping'

/** How a file is understood; the user may change all of it before the import. */
export interface ImportMapping {
  readonly columns: readonly ColumnMapping[]
  readonly constants: ImportValues
  readonly dateOrder: DateOrder
  readonly words: KnownWords
  readonly continuationKey: readonly number[]
}

/** What is chosen beside the mapping. */
export interface ImportChoices {
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly headingRow?: number
  readonly emptyClears?: boolean
  readonly defaultKind?: string
}

/** The key that tells most: what a device is made with before what somebody has called it. */
export function proposeKey({ columns, constants }: Pick<ImportMapping, 'columns' | 'constants'>) {
  const has = (field: ImportField) =>
    constants[field] !== undefined || columns.some((column) => column.field === field)
  const keys: readonly (readonly [ImportKey, boolean])[] = [
    ['serialNumber+maker', has('serialNumber') && has('maker')],
    ['serialNumber', has('serialNumber')],
    ['assetTag', has('assetTag')],
    ['imei', has('imei')],
    ['macAddress', has('macAddress')],
    ['name', has('name')],
  ]
  return keys.find(([, there]) => there)?.[0] ?? null
}

/** Every field of the key has a column or a constant. */
export function keyIsMapped(key: ImportKey, { columns, constants }: ImportMapping): boolean {
  const fields = key.split('+') as ImportField[]
  return fields.every(
    (field) => constants[field] !== undefined || columns.some((column) => column.field === field),
  )
}

/** Fields that a device in the register takes from a file. */
export const factFields = [
  'assetTag',
  'serialNumber',
  'imei',
  'imei2',
  'macAddress',
  'theftMarking',
  'name',
  'kind',
  'maker',
  'model',
  'purchasedOn',
  'priceOre',
  'warrantyUntil',
  'endsOn',
  'orderNumber',
  'supplierName',
  'note',
  'osName',
  'osVersion',
  'ramMb',
  'storageGb',
  'lastSeenAt',
  'enrolledAt',
  'driveSerials',
  'condition',
] as const satisfies readonly ImportField[]
export type FactField = (typeof factFields)[number]

/** Fields that only a new device takes: afterwards they change by hand-out, hand-in and events. */
export const beginningFields = [
  'status',
  'holderName',
  'holderEmail',
  'holderUsername',
  'unitName',
  'costCentre',
  'placeName',
  'modelNumber',
  'warrantyMonths',
] as const satisfies readonly ImportField[]
