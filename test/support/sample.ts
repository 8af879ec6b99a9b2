// A valid value for any declared schema, with ids of real things put in by the name of their field.
import type { TSchema } from 'typebox'
import { faultsOf } from '../../src/server/validate.ts'

/** Values by field name; `deviceIds` is looked up as `deviceId`. */
export type Known = Readonly<Record<string, unknown>>

interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
}

/** Every field is filled, also those that may be left out, so that each id is tried. */
export function sampleOf(schema: TSchema, name: string, known: Known): unknown {
  const value = valueOf(schema, name, known)
  const faults = faultsOf(schema, value, name)
  if (faults.length > 0) throw new Error(`No sample for ${name}: ${JSON.stringify(faults)}`)
  return value
}

function valueOf(schema: JsonSchema, name: string, known: Known): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.includes(known[name]) ? known[name] : schema.enum[0]
  if (schema.anyOf)
    return valueOf(schema.anyOf.find((one) => one.type !== 'null') ?? schema.anyOf[0]!, name, known)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, inner]) => [
          field,
          valueOf(inner, field, known),
        ]),
      )
    case 'array':
      return [valueOf(schema.items!, name.replace(/s$/, ''), known)]
    case 'string':
      return textOf(schema, name, known)
    case 'integer':
    case 'number':
      return known[name] ?? Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return known[name] ?? false
    case 'null':
      return null
    default:
      return known[name] ?? {}
  }
}

function textOf(
  { pattern = '', minLength = 1, maxLength }: JsonSchema,
  name: string,
  known: Known,
): string {
  const given = known[name]
  if (typeof given === 'string') return given
  if (pattern.startsWith('^[0-9a-f]{8}'))
    throw new Error(`No id is known for "${name}": make one in test/support/full-world.ts`)
  if (pattern.endsWith('\\d{2}$')) return '2026-03-01'
  if (pattern === '^[0-9a-f]{64}$') return 'ab'.repeat(32)
  if (pattern === '^[0-9]{10}$') return '5560000001'
  if (pattern.startsWith('^[a-z]')) return name.toLowerCase()
  if (pattern.endsWith('T')) return '2026-03-01T08:00:00Z'
  return `sample ${name}`.padEnd(minLength, '.').slice(0, maxLength)
}
