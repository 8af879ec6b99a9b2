// Who may grade what, and what grading does to the status.
import type { OrganisationId } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import { custodianOf, type CustodyDevice } from '../../custody/rules.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { allows, dataIsProvenGone, type DeviceStatus } from '../../devices/rules/status.ts'
import { checkFindings, type Findings, type FindingsRefusal } from './findings.ts'
import { calculateGrade, type Calculation } from './grade.ts'

export type GradeRefusal = 'not-custodian' | 'status-forbids' | 'data-unproven' | FindingsRefusal

export interface Graded extends Calculation {
  readonly status: DeviceStatus
}

/**
 * Law 2: grading opens the way to a new user, so a device that may hold data is never graded past
 * its erasure. In the pool it is graded again and stays there.
 */
export function decideGrade(
  device: CustodyDevice & { readonly kind: DeviceKind },
  by: OrganisationId,
  findings: Findings,
): Result<Graded, GradeRefusal> {
  if (custodianOf(device.account) !== by || device.account.kind !== 'depot')
    return refuse('not-custodian', { deviceId: device.id })
  const allowed = allows(device, 'grade')
  if (!allowed.ok) return allowed
  if (!dataIsProvenGone(device)) return refuse('data-unproven', { deviceId: device.id })
  const wrong = checkFindings(device.kind, findings)
  if (wrong) return wrong
  const status = device.status === 'pool' ? 'pool' : 'graded'
  return done({ ...calculateGrade(device.kind, findings), status })
}
