// The coding string that an order is charged to: without it nobody can approve what it costs.
import { refuse, type Refusal } from '../../../core/result.ts'

const orderCoding = ['ansvar', 'konto'] as const

/**
 * Cost centre and account are always asked for. A cost centre must belong to a unit that is open.
 * @param costCentres those of the organisation's open units
 */
export function checkCoding(
  coding: Readonly<Record<string, string>>,
  costCentres: ReadonlySet<string>,
): Refusal<'coding-missing' | 'coding-unknown'> | null {
  for (const part of orderCoding)
    if (!coding[part]?.trim())
      return refuse('coding-missing', { field: `body/coding/${part}`, part })
  if (!costCentres.has(coding['ansvar']!))
    return refuse('coding-unknown', {
      field: 'body/coding/ansvar',
      part: 'ansvar',
      value: coding['ansvar']!,
    })
  return /^\d{3,8}$/.test(coding['konto']!)
    ? null
    : refuse('coding-unknown', {
        field: 'body/coding/konto',
        part: 'konto',
        value: coding['konto']!,
      })
}
