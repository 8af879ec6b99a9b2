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
