// Input against its declaration, with every fault named by field.
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Value } from 'typebox/value'

const compiled = new WeakMap<TSchema, Validator>()
function validatorOf(schema: TSchema): Validator {
  let validator = compiled.get(schema)
  if (!validator) {
    validator = Compile(schema)
    compiled.set(schema, validator)
  }
  return validator
}

export interface FieldFault {
  readonly field: string
  readonly message: string
}

/** Two faults that have nothing to do with the declaration: what no text and no count can keep. */
const NUL = '\0'
const HOLDS_NUL = 'must not hold the character U+0000'
const TOO_LARGE = 'must be a number that can be counted exactly'

/** What is declared may still not be kept: PostgreSQL has no U+0000, and counts are exact. */
function unkeepable(value: unknown, field: string): FieldFault[] {
  if (typeof value === 'string') return value.includes(NUL) ? [{ field, message: HOLDS_NUL }] : []
  if (typeof value === 'number')
    return Math.abs(value) > Number.MAX_SAFE_INTEGER ? [{ field, message: TOO_LARGE }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name.includes(NUL) ? [{ field, message: HOLDS_NUL }] : unkeepable(part, `${field}/${name}`),
  )
}

/** Of what a caller sends: its declaration, and what could never be kept. */
export function inputFaultsOf(schema: TSchema, value: unknown, where: string): FieldFault[] {
  const faults = faultsOf(schema, value, where)
  return faults.length > 0 ? faults : unkeepable(value, where).slice(0, 20)
}

/** The first field that looks like a day and is none (31 February), when nothing else is wrong. */
export function noDayIn(schema: TSchema, value: unknown, where: string): string | null {
  const errors = [...validatorOf(schema).Errors(value)]
  const days = new Set(
    errors.filter(({ keyword }) => keyword === 'format').map(({ instancePath }) => instancePath),
  )
  const [first] = days
  // A field that may be null is refused twice: for its form, and for being none of its kinds.
  return first !== undefined && errors.every(({ instancePath }) => days.has(instancePath))
    ? `${where}${first}`
    : null
}

export function faultsOf(schema: TSchema, value: unknown, where: string): FieldFault[] {
  const validator = validatorOf(schema)
  if (validator.Check(value)) return []
  return [...validator.Errors(value)].slice(0, 20).map((error) => ({
    field: `${where}${error.instancePath}`,
    message: error.message,
  }))
}

/** Query text becomes the declared types; a body is never coerced. */
export const readQuery = (schema: TSchema, query: unknown): unknown =>
  Value.Default(schema, Value.Convert(schema, structuredClone(query)))
