// What a row says of a device in the register that an import leaves as it is: who holds it, where,
// and how far round the circle it has come. Each of them changes with a hand-over, a hand-in or a
// report, since laws 1 and 2 ask for a giver, a taker and proof. So the difference is told.
import type { DeviceStatus } from '../status.ts'
import type { ImportField, ImportStatus, ImportValues } from './fields.ts'
import type { Change } from './plan.ts'

export interface Present {
  readonly status: DeviceStatus
  readonly holderName: string | null
  readonly holderEmail: string | null
  readonly holderUsername: string | null
  readonly unitName: string | null
  readonly costCentre: string | null
  /** The depot it stands in; null when somebody has it. */
  readonly placeName: string | null
}

export type Unapplied = Change & { readonly applied: false }

export function unapplied(values: ImportValues, present: Present): Unapplied[] {
  const fields = [holder, status, unit, costCentre, place].map((differs) =>
    differs(values, present),
  )
  return fields.filter((one) => one !== null)
}

const text = (values: ImportValues, field: ImportField): string => {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}
const left = (field: ImportField, from: string | null, to: string): Unapplied => ({
  ...{ field, from, to },
  applied: false,
})

function holder(values: ImportValues, present: Present): Unapplied | null {
  const said = (['holderEmail', 'holderUsername', 'holderName'] as const).filter(
    (field) => text(values, field) !== '',
  )
  const [field] = said
  if (!field) return null
  const known = [present.holderEmail, present.holderUsername, present.holderName].map((one) =>
    one?.toLowerCase(),
  )
  const same = said
    .filter((one) => one === field || one === 'holderUsername')
    .some((one) => known.includes(text(values, one).toLowerCase()))
  return same ? null : left(field, present[field] ?? present.holderName, text(values, field))
}

/** Statuses of the register that a file's word leaves room for. */
const meant: Record<ImportStatus, readonly DeviceStatus[]> = {
  ordered: ['ordered'],
  delivered: ['ordered', 'inStock', 'pool'],
  inStock: ['inStock', 'handedIn', 'received', 'erased', 'graded', 'pool'],
  handedOut: ['handedOut', 'inUse'],
  handedIn: ['handedIn', 'inStock', 'sent', 'received', 'erased', 'graded', 'pool'],
  shipped: ['sent', 'received', 'erased', 'graded', 'sold', 'donated', 'parts', 'recycled'],
  sold: ['sold', 'donated'],
  recycled: ['recycled', 'parts', 'destroyed'],
  missing: ['missing', 'stolen'],
  stolen: ['stolen'],
}

function status(values: ImportValues, present: Present): Unapplied | null {
  const said = text(values, 'status')
  const same = said === '' || meant[said as ImportStatus]?.includes(present.status)
  return same ? null : left('status', present.status, said)
}

const unit = (values: ImportValues, { unitName }: Present): Unapplied | null =>
  named('unitName', text(values, 'unitName'), unitName)

/** Of the unit that has it: a device is charged there. */
const costCentre = (values: ImportValues, present: Present): Unapplied | null =>
  named('costCentre', text(values, 'costCentre'), present.costCentre)

const place = (values: ImportValues, { placeName }: Present): Unapplied | null =>
  named('placeName', text(values, 'placeName'), placeName)

/** What the register does not know of is not another. */
const named = (field: ImportField, said: string, known: string | null): Unapplied | null =>
  said === '' || known === null || known.toLowerCase() === said.toLowerCase()
    ? null
    : left(field, known, said)
