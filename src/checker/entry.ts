// One entry of the journal as its bytes say it. Nothing is taken from anywhere else.
import { textOf } from './bytes.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export interface Entry {
  readonly id: string
  readonly seq: number
  readonly subject: string
  readonly previous: string
  readonly organisation: string
  readonly kind: string
  /** Instant in UTC, to the millisecond: text order is time order. */
  readonly at: string
  readonly content: JsonObject
}

const HASH = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
export const NO_ENTRY = '0'.repeat(64)

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value, or null: RFC 8785 has one spelling for each, so that all readers read the same. */
export function parseCanonical(bytes: Uint8Array): Json | null {
  const text = textOf(bytes)
  const value = text === null ? null : parseJson(text)
  return value !== null && canonical(value) === text ? value : null
}

export function parseJson(text: string): Json | null {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

/** RFC 8785: names in the order of their UTF-16 units, values as ECMAScript writes them. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  let fields = ''
  for (const name of inOrder(Object.keys(value)))
    fields += `${fields && ','}${JSON.stringify(name)}:${canonical(value[name]!)}`
  return `{${fields}}`
}

/** What is written as it should be has its names in order already. */
const inOrder = (names: string[]): string[] =>
  names.every((name, nth) => nth === 0 || names[nth - 1]! < name) ? names : names.toSorted()

export function readEntry(value: Json | null): Entry | null {
  if (!isObject(value) || value['v'] !== 1) return null
  const { id, seq, subject, previous, organisation, kind, at, content } = value
  const good =
    typeof seq === 'number' &&
    Number.isSafeInteger(seq) &&
    seq > 0 &&
    isLike(UUID, id) &&
    isLike(UUID, subject) &&
    isLike(UUID, organisation) &&
    isLike(HASH, previous) &&
    isLike(INSTANT, at) &&
    typeof kind === 'string' &&
    isObject(content)
  if (!good) return null
  return { id, seq, subject, previous, organisation, kind, at, content }
}

const isLike = (pattern: RegExp, value: Json | undefined): value is string =>
  typeof value === 'string' && pattern.test(value)

/** For showing: the text, and nothing where there is none. */
export const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
