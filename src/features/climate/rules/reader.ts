// Reads JSON from outside field by field. The first thing that is wrong is kept and named by its
// place, so that a misspelt or broken value is never counted as a default.
import { refuse, type Refusal } from '../../../core/result.ts'

export type InputRefusal =
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-number'
  | 'not-a-text'
  | 'number-out-of-range'
  | 'unknown-field'
  | 'value-missing'

export type JsonObject = Readonly<Record<string, unknown>>

export interface Limits {
  readonly min?: number
  readonly above?: number
  readonly max?: number
  readonly whole?: boolean
}

export interface Reader {
  /** The first refusal, if any; values read after it mean nothing. */
  readonly refusal: () => Refusal | undefined
  readonly fail: (code: string, field: string, details?: Record<string, string | number>) => void
  readonly object: (value: unknown, field: string, known?: readonly string[]) => JsonObject
  readonly list: (value: unknown, field: string) => readonly unknown[]
  readonly number: (
    from: JsonObject,
    key: string,
    field: string,
    limits?: Limits,
  ) => number | undefined
  readonly text: (from: JsonObject, key: string, field: string) => string | undefined
}

export function reader(): Reader {
  let first: Refusal | undefined
  const fail: Reader['fail'] = (code, field, details = {}) => {
    first ??= refuse(code, { field, ...details })
  }
  /** A left-out value may also be written as null. */
  const absent = (value: unknown) => value === undefined || value === null
  return {
    refusal: () => first,
    fail,
    object(value, field, known) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        fail('not-an-object', field)
        return {}
      }
      const unknown = known && Object.keys(value).find((key) => !known.includes(key))
      if (unknown !== undefined) fail('unknown-field', under(field, unknown))
      return value as JsonObject
    },
    list(value, field) {
      if (Array.isArray(value)) return value
      fail('not-a-list', field)
      return []
    },
    number(from, key, field, limits = {}) {
      const value = from[key]
      if (absent(value)) return undefined
      const place = under(field, key)
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        fail('not-a-number', place)
        return undefined
      }
      if (outside(value, limits)) fail('number-out-of-range', place, { value })
      return value
    },
    text(from, key, field) {
      const value = from[key]
      if (absent(value)) return undefined
      if (typeof value === 'string') return value
      fail('not-a-text', under(field, key))
      return undefined
    },
  }
}

const outside = (value: number, { min, above, max, whole }: Limits): boolean =>
  (min !== undefined && value < min) ||
  (above !== undefined && value <= above) ||
  (max !== undefined && value > max) ||
  (whole === true && !Number.isInteger(value))

/** The place of a key, as a JSON pointer without the leading slash. */
export const under = (field: string, key: string | number): string =>
  field === '' ? `${key}` : `${field}/${key}`
