// The coding string (kodsträng) that a cost is posted by: its parts, and what makes one valid. Which
// parts there are, and how long they are, differs from one municipality to the next.
import type { Day } from '../../../core/dates.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'

/** Where the codes of a part come from: the units' cost centres, a list with dates, or anything. */
export const codingSources = ['costCentres', 'list', 'any'] as const
export type CodingSource = (typeof codingSources)[number]

export interface CodingPart {
  /** How orders and vouchers name it: `ansvar`. */
  readonly key: string
  readonly name: string
  readonly source: CodingSource
  readonly compulsory: boolean
  readonly digitsOnly: boolean
  readonly leastLength: number
  readonly mostLength: number
  /** The dimension in a SIE file; null for the account, which SIE names by itself. */
  readonly sieDimension: number | null
  /** What is proposed where nothing else is known. */
  readonly defaultCode: string | null
}

/** How long a code may be used; null: as long as anybody knows. */
export interface CodingValue {
  readonly code: string
  readonly validFromOn: Day | null
  readonly validUntilOn: Day | null
}

/** Until an organisation says otherwise: who pays, and on which account. */
export const plainParts: readonly CodingPart[] = [
  {
    ...{ key: 'ansvar', name: 'Ansvar', source: 'costCentres', compulsory: true },
    ...{ digitsOnly: false, leastLength: 1, mostLength: 40, sieDimension: 1, defaultCode: null },
  },
  {
    ...{ key: 'konto', name: 'Konto', source: 'any', compulsory: true },
    ...{ digitsOnly: true, leastLength: 3, mostLength: 8, sieDimension: null, defaultCode: null },
  },
]
export const PLAIN_SEPARATOR = '-'

export type CodingRefusal =
  | 'coding-missing'
  | 'coding-malformed'
  | 'coding-unknown'
  | 'coding-not-yet'
  | 'coding-expired'
  | 'coding-part-unknown'

type Codes = Readonly<Record<string, string>>

/**
 * Whether a coding string can be posted by on a day; the first part that cannot is named.
 * @param valueOf the known code of a part that takes its codes from a list
 * @returns the codes in the order of the parts
 */
export function decideCodingString(
  coding: Codes,
  parts: readonly CodingPart[],
  valueOf: (part: string, code: string) => CodingValue | undefined,
  on: Day,
): Result<Codes, CodingRefusal> {
  const stray = Object.keys(coding).find((key) => !parts.some((part) => part.key === key))
  if (stray !== undefined)
    return refuse('coding-part-unknown', { field: `body/coding/${stray}`, part: stray })
  const codes: Record<string, string> = {}
  for (const part of parts) {
    const code = coding[part.key]?.trim() ?? ''
    const fault = faultOf(part, code, (given) => valueOf(part.key, given), on)
    if (fault) return fault
    if (code) codes[part.key] = code
  }
  return done(codes)
}

function faultOf(
  part: CodingPart,
  code: string,
  valueOf: (code: string) => CodingValue | undefined,
  on: Day,
): Refusal<CodingRefusal> | null {
  const about = { field: `body/coding/${part.key}`, part: part.key, name: part.name }
  if (!code) return part.compulsory ? refuse('coding-missing', about) : null
  if (!isWellFormed(part, code)) return refuse('coding-malformed', { ...about, value: code })
  if (part.source === 'any') return null
  const value = valueOf(code)
  if (!value) return refuse('coding-unknown', { ...about, value: code })
  const { validFromOn, validUntilOn } = value
  if (validFromOn !== null && on < validFromOn)
    return refuse('coding-not-yet', { ...about, value: code, from: validFromOn })
  if (validUntilOn !== null && validUntilOn < on)
    return refuse('coding-expired', { ...about, value: code, until: validUntilOn })
  return null
}

export const isWellFormed = (
  { digitsOnly, leastLength, mostLength }: CodingPart,
  code: string,
): boolean =>
  code.length >= leastLength &&
  code.length <= mostLength &&
  (digitsOnly ? /^\d+$/.test(code) : /^[^\s"{}]+$/.test(code))

/** As people write it: `4711-6460-61100`; a part left out in between leaves its place empty. */
export const writtenCoding = (
  coding: Codes,
  parts: readonly CodingPart[],
  separator: string,
): string => {
  const codes = parts.map(({ key }) => coding[key] ?? '')
  return codes.slice(0, codes.findLastIndex((code) => code !== '') + 1).join(separator)
}

export type PartsRefusal =
  'coding-part-repeated' | 'coding-part-lengths' | 'coding-dimension-taken' | 'coding-malformed'

/** SIE 4 keeps 3–5 and 11–19 for itself; from 20 on they are free. */
const isFreeDimension = (dimension: number): boolean =>
  dimension >= 20 || [1, 2, 6, 7, 8, 9, 10].includes(dimension)

/** Whether these can be the parts of a coding string. */
export function checkParts(parts: readonly CodingPart[]): Refusal<PartsRefusal> | null {
  const keys = new Set<string>()
  const dimensions = new Set<number>()
  for (const [index, part] of parts.entries()) {
    const at = (field: string) => ({ field: `body/parts/${index}/${field}`, part: part.key })
    if (keys.size === keys.add(part.key).size) return refuse('coding-part-repeated', at('key'))
    if (part.leastLength > part.mostLength) return refuse('coding-part-lengths', at('leastLength'))
    const { sieDimension: dimension } = part
    if (dimension !== null && (!isFreeDimension(dimension) || dimensions.has(dimension)))
      return refuse('coding-dimension-taken', at('sieDimension'))
    if (dimension !== null) dimensions.add(dimension)
    if (part.defaultCode !== null && !isWellFormed(part, part.defaultCode))
      return refuse('coding-malformed', at('defaultCode'))
  }
  return null
}
