// A cell to a value of its field, compiled once per column: 100 000 rows pass here.
import { parseAmountOre } from '../../../../core/money.ts'
import { deviceKinds, type DeviceKind } from '../kinds.ts'
import { isPlaceholderSerial } from '../serial.ts'
import { cleanCell, cleanLines, saysNothing, wordsOf } from './cells.ts'
import { decideOrder, noDateEvidence, readDay, readInstant, type DecidedOrder } from './days.ts'
import {
  importFields,
  importStatuses,
  type ColumnMapping,
  type FieldType,
  type ImportStatus,
  type ImportValue,
} from './fields.ts'
import type { ValueRefusalCode } from './refusals.ts'
import { isPersonal, readKind, readStatus, saysNoKind } from './words.ts'

/** Why a cell is refused, with its text as it stands in the file. */
export interface ValueRefusal {
  readonly code: ValueRefusalCode
  readonly value: string
}

export type ReadValue = ImportValue | null | ValueRefusal
export type CellReader = (cell: string) => ReadValue

export const isValueRefusal = (value: ReadValue | undefined): value is ValueRefusal =>
  typeof value === 'object' && value !== null && 'code' in value

/** What the user has answered about words that are not known: `Elevpaket` is a laptop. */
export interface KnownWords {
  readonly kind?: Readonly<Record<string, DeviceKind>>
  readonly status?: Readonly<Record<string, ImportStatus>>
}

export interface ReaderOptions {
  readonly dates?: DecidedOrder
  readonly words?: KnownWords
}

const assumed = decideOrder(noDateEvidence(), 'dmy')
const reject = (code: ValueRefusalCode, value: string): ValueRefusal => ({ code, value })

/** The reader of one column. Equal cells that are costly to read are read once. */
export function cellReader(mapping: ColumnMapping, options: ReaderOptions = {}): CellReader {
  const rule = importFields[mapping.field]
  const read = typed(rule.type, mapping, options)
  const { longest } = rule
  const whole: CellReader = (cell) => {
    if (cell === '') return null
    const text = mapping.field === 'note' ? cleanLines(cell) : cleanCell(cell)
    if (saysNothing(text)) return null
    // What a wrong encoding has eaten is not stored as a name.
    if (text.includes('\ufffd')) return reject('text-unreadable', text)
    if (text.length > longest) return reject('text-too-long', `${text.slice(0, 40)}…`)
    return read(text)
  }
  return remembered.has(rule.type) ? remembering(whole) : whole
}

const remembered = new Set<FieldType>(['kind', 'status', 'day', 'money', 'ownership', 'count'])

function remembering(read: CellReader): CellReader {
  const known = new Map<string, ReadValue>()
  return (cell) => {
    let value = known.get(cell)
    if (value === undefined) {
      value = read(cell)
      if (known.size < 10_000) known.set(cell, value)
    }
    return value
  }
}

function typed(type: FieldType, mapping: ColumnMapping, options: ReaderOptions): CellReader {
  switch (type) {
    case 'text':
      return (text) =>
        isScientific(text) && mapping.field === 'assetTag' ? scientific(text) : text
    case 'serial':
      return (text) => (isScientific(text) ? scientific(text) : withoutApostrophe(text))
    case 'email':
      // Intune and Jamf write the address also where a user name is asked for, never the reverse.
      return (text) => (text.includes('@') ? text.toLowerCase() : null)
    case 'imei':
      return readImei
    case 'mac':
      return readMac
    case 'kind':
      return kindReader(options.words?.kind)
    case 'status':
      return statusReader(options.words?.status)
    case 'day':
      return dayReader(options.dates ?? assumed)
    case 'instant':
      return instantReader(options.dates ?? assumed)
    case 'money':
      return (text) => readOre(text) ?? reject('amount-unreadable', text)
    case 'count':
      return countReader(mapping)
    case 'list':
      return (text) =>
        text
          .split(/\s*[,;|]\s*|\s*\n\s*/)
          .filter((part) => !saysNothing(part) && !isPlaceholderSerial(part))
    case 'ownership':
      return (text) => (isPersonal(text) ? reject('personal-device', text) : null)
  }
}

const scientific = (text: string): ValueRefusal => reject('serial-in-scientific-notation', text)

/** `5.12E+11`: a spreadsheet has thrown the last digits away. `5E12345` is a serial number. */
const isScientific = (text: string): boolean =>
  text.length > 4 && /^\d(?:[.,]\d+)?e\+\d{1,3}$|^\d[.,]\d+e\d{1,3}$/i.test(text)

const withoutApostrophe = (text: string): string =>
  text.charCodeAt(0) === 39 ? text.slice(1).trim() : text

/** Fifteen digits and a check digit (3GPP TS 23.003, Luhn). Zeros mean that there is none. */
function readImei(text: string): ReadValue {
  let digits = text.replace(/[\s\-/.]/g, '')
  // Excel writes fifteen digits in full as `3.56938035643809E+14`; the check digit vouches.
  const written = /^(\d)[.,](\d{14})E\+?14$/i.exec(text)
  if (written) digits = written[1]! + written[2]!
  else if (isScientific(text)) return scientific(text)
  if (/^0*$/.test(digits)) return null
  return /^\d{15}$/.test(digits) && passesLuhn(digits) ? digits : reject('imei-wrong', text)
}

export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

const usualMac = /^(?!00:00:00:00:00:00|FF:FF:FF:FF:FF:FF)[0-9A-F]{2}(?::[0-9A-F]{2}){5}$/

/** `02:AA:BB:CC:DD:0E` from any way of writing it; the first of several. */
function readMac(text: string): ReadValue {
  if (usualMac.test(text)) return text
  const first = text.split(/[,;|\s]+/)[0]!
  const hex = first.replace(/[^0-9a-f]/gi, '').toUpperCase()
  if (/^0*$|^F{12}$/.test(hex) && /^[\s0Ff:.-]*$/.test(first)) return null
  if (hex.length !== 12 || !/^[0-9a-f:.-]+$/i.test(first)) return reject('mac-wrong', text)
  return hex.match(/../g)!.join(':')
}

function kindReader(known: KnownWords['kind']): CellReader {
  const own = new Set<string>(deviceKinds)
  const answers = byWords(known)
  return (text) => {
    const kind = answers.get(wordsOf(text)) ?? (own.has(text) ? text : readKind(text))
    return kind ?? (saysNoKind(text) ? null : reject('kind-unknown', text))
  }
}

function statusReader(known: KnownWords['status']): CellReader {
  const own = new Set<string>(importStatuses)
  const answers = byWords(known)
  return (text) => {
    const answered = answers.get(wordsOf(text))
    if (answered) return answered
    if (own.has(text)) return text
    const status = readStatus(text)
    if (status === 'needs-proof') return reject('status-needs-proof', text)
    return status ?? reject('status-unknown', text)
  }
}

const byWords = <T extends string>(known: Readonly<Record<string, T>> = {}): Map<string, T> =>
  new Map(Object.entries(known).map(([text, meaning]) => [wordsOf(text), meaning]))

const dayReader =
  (dates: DecidedOrder): CellReader =>
  (text) => {
    const day = readDay(text, dates)
    return day === 'date-unreadable' || day === 'date-ambiguous' ? reject(day, text) : day
  }

const instantReader =
  (dates: DecidedOrder): CellReader =>
  (text) => {
    const at = readInstant(text, dates)
    return at === 'date-unreadable' || at === 'date-ambiguous' ? reject(at, text) : at
  }

/**
 * Öre. More than two decimals come from a sum with VAT, and are rounded to the nearest öre, half
 * up; a group of three digits is thousands only where thousands can stand.
 */
function readOre(text: string): number | null {
  const long = /^[^\d-]*(-?)(\d+)[.,](\d{3,})\D*$/.exec(text.replace(/\s/g, ''))
  if (long && (long[3]!.length > 3 || long[2]!.length > 3 || long[2]!.startsWith('0'))) {
    const [, sign, whole, decimals] = long
    const cents = Number(decimals!.slice(0, 2)) + (decimals!.charCodeAt(2) >= 53 ? 1 : 0)
    const ore = Number(whole) * 100 + cents
    return Number.isSafeInteger(ore) ? (sign === '-' && ore !== 0 ? -ore : ore) : null
  }
  return parseAmountOre(text)
}

const powers = { bytes: 0, kb: 1, mb: 2, gb: 3, tb: 4 } as const

/** Whole months, megabytes or gigabytes: `36 månader`, `16 GB`, `255009488896` bytes. */
function countReader({ field, unit }: ColumnMapping): CellReader {
  // Drives are sold in powers of ten, memory in powers of two (IEC 80000-13 calls them apart).
  const base = field === 'ramMb' ? 1024 : 1000
  const target = field === 'ramMb' ? 'mb' : 'gb'
  const plain =
    unit === 'bytes' ? 'bytes' : unit === 'megabytes' ? 'mb' : unit === 'gigabytes' ? 'gb' : target
  return (text) => {
    const found = /^(\d{1,3}(?:[\s\u00a0]\d{3})+|\d+)(?:[.,](\d+))?\s*([a-zåäöé]*)\.?$/i.exec(text)
    if (!found) return reject('number-unreadable', text)
    const number = Number(`${found[1]!.replace(/\s/g, '')}.${found[2] ?? '0'}`)
    const word = found[3]!.toLowerCase()
    if (number === 0) return null
    if (field === 'warrantyMonths')
      return monthsOf(number, word) ?? reject('number-unreadable', text)
    const from = (word.replace('ib', 'b').replace(/^byte$/, 'bytes') ||
      plain) as keyof typeof powers
    if (!(from in powers)) return reject('number-unreadable', text)
    const counted = Math.round(number * base ** (powers[from] - powers[target]))
    return counted > 0 && counted < 1e9 ? counted : reject('number-unreadable', text)
  }
}

function monthsOf(number: number, word: string): number | null {
  const years = /^(?:år|year|years|y|an|ans)$/.test(word)
  const months = /^(?:|m|mån|månad|månader|month|months|mois)$/.test(word)
  const count = years ? number * 12 : number
  return (years || months) && Number.isInteger(count) && count <= 600 ? count : null
}
