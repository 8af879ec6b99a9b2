// Who may decide what becomes of a device, and what the decision does.
import type { OrganisationId } from '../../../core/ids.ts'
import { dayOf, type Day } from '../../../core/dates.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import { addWorkingDays } from '../../../core/working-days.ts'
import {
  custodianOf,
  OUTSIDE,
  decideAgainstReservation,
  type CustodyDevice,
  type CustodyAccount,
  type Reservation,
} from '../../custody/rules.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import {
  allows,
  dataIsProvenGone,
  type DeviceStatus,
  type Grade,
} from '../../devices/rules/status.ts'
import {
  becomesWaste,
  isLower,
  leavesToUser,
  type LowerReason,
  type OutcomeStep,
} from './hierarchy.ts'
import { proposeOutcome, type Proposal } from './propose.ts'

export interface DecidedDevice extends CustodyDevice {
  readonly kind: DeviceKind
  readonly grade: Grade | null
  readonly life: number
  readonly partnerId: OrganisationId | null
  readonly reservation: Reservation | null
}

export interface Choice {
  readonly step: OutcomeStep
  readonly reason?: LowerReason | null
  readonly words?: string | null
  readonly priceOre?: number | null
  readonly recipient?: string | null
  readonly receiptNumber?: string | null
}

export type OutcomeRefusal =
  | 'status-forbids'
  | 'not-graded'
  | 'not-appointed'
  | 'owner-decides'
  | 'already-decided'
  | 'not-custodian'
  | 'data-unproven'
  | 'receipt-missing'
  | 'lower-step-needs-reason'
  | 'words-missing'
  | 'device-reserved'

export interface OutcomeDecision {
  readonly proposal: Proposal
  /** A second life that may be counted from here (law 5). */
  readonly secondLife: boolean
  readonly wasteDueOn: Day | null
  readonly hazardous: boolean | null
  readonly set?: { readonly status: DeviceStatus; readonly life?: number }
  readonly taker?: CustodyAccount
}

/** Guards from cheap to deep: status, who decides, where it stands, data, and only then the form. */
export function decideOutcome(
  device: DecidedDevice,
  known: { readonly ageYears: number | null; readonly keptByOwner: boolean },
  by: OrganisationId,
  choice: Choice,
  now: Date,
): Result<OutcomeDecision, OutcomeRefusal> {
  const of = { deviceId: device.id }
  const allowed = allows(device, 'decideOutcome')
  if (!allowed.ok) return allowed
  // Into the pool it is on its way to whom it is promised.
  const onItsWay = choice.step === 'internalReuse' && device.reservation?.promised
  const free = decideAgainstReservation(device, now)
  if (!free.ok && !onItsWay) return free
  if (device.grade === null) return refuse('not-graded', of)
  const mayNot = whoMayNot(device, known.keptByOwner, by, choice.step)
  if (mayNot) return refuse(mayNot, of)
  // Law 2. Also parts and recycling: a medium that holds data is erased or destroyed first.
  if (!dataIsProvenGone(device)) return refuse('data-unproven', of)
  if (choice.step === 'donation' && !choice.receiptNumber) return refuse('receipt-missing', of)
  const proposal = proposeOutcome({
    kind: device.kind,
    grade: device.grade,
    ageYears: known.ageYears,
    valueOre: choice.priceOre ?? null,
  })
  if (isLower(choice.step, proposal.step) && !choice.reason)
    return refuse('lower-step-needs-reason', { ...of, proposed: proposal.step })
  if (choice.reason === 'other' && !choice.words?.trim()) return refuse('words-missing', of)
  return done({ proposal, ...effectOf(device, choice.step, dayOf(now)) })
}

function whoMayNot(
  device: DecidedDevice,
  keptByOwner: boolean,
  by: OrganisationId,
  step: OutcomeStep,
): Extract<
  OutcomeRefusal,
  'not-appointed' | 'owner-decides' | 'already-decided' | 'not-custodian' | 'status-forbids'
> | null {
  const owns = by === device.ownerId
  if (!owns && by !== device.partnerId) return 'not-appointed'
  if (!owns && (step === 'internalReuse' || keptByOwner)) return 'owner-decides'
  if (step === 'internalReuse') {
    if (keptByOwner) return 'already-decided'
    return device.status === 'pool' ? 'status-forbids' : null
  }
  return device.account.kind === 'depot' && custodianOf(device.account) === by
    ? null
    : 'not-custodian'
}

/** Out of custody to its next user: a second life from here. */
export const saleOf = (device: { readonly life: number }): Omit<OutcomeDecision, 'proposal'> => ({
  secondLife: true,
  wasteDueOn: null,
  hazardous: null,
  set: { status: 'sold', life: device.life + 1 },
  taker: OUTSIDE,
})

/** Notes on hazardous waste must be reported within two working days (avfallsförordningen 6 kap.). */
const WASTE_WORKING_DAYS = 2

function effectOf(
  device: DecidedDevice,
  step: OutcomeStep,
  on: Day,
): Omit<OutcomeDecision, 'proposal'> {
  const nothing = { secondLife: false, wasteDueOn: null, hazardous: null }
  if (step === 'internalReuse') {
    const home = device.account.kind === 'depot' && device.account.organisationId === device.ownerId
    // At the partner it stays graded: it comes into the pool when it is back with its owner.
    return home ? { ...nothing, set: { status: 'pool' } } : nothing
  }
  if (step === 'resale') return saleOf(device)
  if (leavesToUser(step))
    return { ...saleOf(device), set: { status: 'donated', life: device.life + 1 } }
  if (!becomesWaste(step)) return { ...nothing, set: { status: 'parts' } }
  return {
    secondLife: false,
    // It is electronics, and electronics that has become waste is hazardous until treated.
    hazardous: true,
    wasteDueOn: addWorkingDays(on, WASTE_WORKING_DAYS),
    set: { status: 'recycled' },
  }
}
