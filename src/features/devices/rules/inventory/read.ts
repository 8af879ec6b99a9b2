// Reading what is not known beforehand: values that may be missing, filler or of another type.
import { isPlaceholderSerial } from '../serial.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** A text that says something, or null. */
export const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

export const numberIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** A text that names one thing: firmware's filler is nothing. */
export function nameIn(value: unknown): string | null {
  const text = textIn(value)
  return text === null || isPlaceholderSerial(text) ? null : text
}

/** Larger than any capture of one machine. */
const largestCapture = 20_000_000

export function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > largestCapture) return null
  if (!/^\ufeff?\s*[[{]/.test(value.slice(0, 200))) return null
  try {
    return JSON.parse(value.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
