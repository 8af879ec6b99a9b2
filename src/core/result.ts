// What a decision answers: the value, or a refusal with a stable code.

/** Says what a refusal concerns, so that the answer can point at it. */
export interface RefusalDetails {
  /** The input field, as a JSON pointer without the leading slash: `items/3/serialNumber`. */
  readonly field?: string
  /** Row number as the reader of the file counts it; the heading is row 1. */
  readonly row?: number
  readonly deviceId?: string
  readonly serialNumber?: string
  /** Further values that the text of the refusal shows. */
  readonly [name: string]: string | number | boolean | undefined
}

export interface Done<T> {
  readonly ok: true
  readonly value: T
}
export interface Refusal<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  readonly details: RefusalDetails
}
export type Result<T, Code extends string = string> = Done<T> | Refusal<Code>

export const done = <T>(value: T): Done<T> => ({ ok: true, value })

export const refuse = <Code extends string>(
  code: Code,
  details: RefusalDetails = {},
): Refusal<Code> => ({ ok: false, code, details })

/** Throws when something that must be true is not: a fault of ours, answered with 500. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}
