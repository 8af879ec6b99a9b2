// JSON whose shape is not known beforehand, read without trust.

/** Larger than any report, so that hostile text costs little. */
export const largestDocument = 4_000_000

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** The object that the text is, or null when it is none. */
export function jsonObject(text: string): JsonObject | null {
  if (text.length > largestDocument || !/^\ufeff?\s*\{/.test(text.slice(0, 200))) return null
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
