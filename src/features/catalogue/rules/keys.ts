// What tells one model from another, however people and systems write it.
import { normaliseMaker } from '../../devices/rules/serial.ts'

export const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim()

export const modelKeys = (maker: string, name: string) => ({
  makerKey: normaliseMaker(maker),
  nameKey: nameKey(name),
})

/** GTIN-8, -12, -13 or -14 with its check digit (GS1 General Specifications, 7.9). */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false
  const digits = [...text].map(Number).toReversed()
  const sum = digits.slice(1).reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 3 : 1), 0)
  return (sum + digits[0]!) % 10 === 0
}
