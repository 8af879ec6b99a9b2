// Money is whole öre. Every rounding has a name; nothing here uses fractions of an öre.
import { invariant } from './result.ts'

export interface Money {
  readonly amountOre: number
  readonly currency: 'SEK'
}

export const sek = (amountOre: number): Money => {
  invariant(Number.isSafeInteger(amountOre), 'money is whole öre')
  return { amountOre, currency: 'SEK' }
}

/**
 * Reads an amount as people and systems write it: `12 490,00`, `12,490.00`, `$12.58`, `12490 kr`.
 * The last of comma and dot is the decimal sign when one to two digits follow it.
 * @returns whole öre, or null when the text is not an amount
 */
export function parseAmountOre(text: string): number | null {
  const bare = text
    .replace(/(sek|kronor|kr|eur|usd|:-)\.?/gi, '')
    .replace(/[\s\u00a0\u202f$€£']/g, '')
    .replace(/\u2212/g, '-')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(bare)) return null
  const decimal = /[.,](\d{1,2})$/.exec(bare)
  const whole = (decimal ? bare.slice(0, decimal.index) : bare).replace(/[.,]/g, '')
  const cents = decimal ? decimal[1]!.padEnd(2, '0') : '00'
  const amount = Number(`${whole === '' || whole === '-' ? `${whole}0` : whole}${cents}`)
  return Number.isSafeInteger(amount) ? amount : null
}
