// Why evidence gives no certificate at once: the closed list, and what each reason leads to.

/**
 * The order here is the order they are shown in. *refuse*: a failure record only, the way forward
 * is another erasure or destruction. *review*: a person decides, with a written reason.
 */
export const reasonSeverity = {
  UNKNOWN_FORMAT: 'refuse',
  TRAINING_MATERIAL: 'refuse',
  DUPLICATE: 'refuse',
  NOT_STARTED: 'refuse',
  NO_ERASURE_PERFORMED: 'refuse',
  STATUS_FAILED: 'refuse',
  STATUS_ABORTED: 'refuse',
  IN_PROGRESS: 'refuse',
  TRUNCATED: 'refuse',
  CONTRADICTORY: 'refuse',
  HIDDEN_AREA_NOT_ERASED: 'refuse',
  PARTIAL_ERASURE: 'refuse',
  NOT_VERIFIED: 'refuse',
  SERIAL_OF_ANOTHER_MEDIUM: 'refuse',
  LEVEL_TOO_LOW: 'refuse',
  UNKNOWN_VERSION: 'review',
  UNKNOWN_METHOD: 'review',
  COMMAND_ONLY: 'review',
  READBACK_MISSING: 'review',
  REPORT_UNVERIFIED: 'review',
  MAPPED_REPORT: 'review',
  ERRORS_IN_LOG: 'review',
  SERIAL_MISSING: 'review',
  SERIAL_UNKNOWN: 'review',
  SERIAL_MASKED: 'review',
  SERIAL_MISMATCH: 'review',
  SERIAL_WRITTEN_DIFFERENTLY: 'review',
  MEDIUM_UNKNOWN: 'review',
  MODEL_MISMATCH: 'review',
  CAPACITY_MISMATCH: 'review',
  CAPACITY_UNKNOWN: 'review',
  HIDDEN_AREA_UNKNOWN: 'review',
  CACHED_VERIFY: 'review',
  VIRTUAL_DEVICE: 'review',
  NOT_RECEIVED: 'review',
  CLOCK_UNKNOWN: 'review',
  CLOCK_ZONE_UNKNOWN: 'review',
  CLOCK_BACKWARDS: 'review',
  CLOCK_IMPLAUSIBLE: 'review',
  CLOCK_FUTURE: 'review',
  CLOCK_BEFORE_RECEIPT: 'review',
  CLOCK_AFTER_OUTCOME: 'review',
  FOUR_EYES: 'review',
  LOCKED: 'review',
} as const satisfies Record<string, 'refuse' | 'review'>

export type ReasonCode = keyof typeof reasonSeverity

export const reasonCodes = Object.keys(reasonSeverity) as readonly ReasonCode[]

export type Decision = 'issue' | 'review' | 'refuse'

export interface Certificate {
  readonly decision: Decision
  readonly reasons: readonly ReasonCode[]
}

/**
 * Weighs the reasons: refuse outranks review outranks issue. A refusal names only what refuses,
 * since nothing a person could say about the rest would change it.
 */
export function weigh(found: Iterable<ReasonCode>): Certificate {
  const all = new Set(found)
  const inOrder = reasonCodes.filter((code) => all.has(code))
  const refusing = inOrder.filter((code) => reasonSeverity[code] === 'refuse')
  if (refusing.length > 0) return { decision: 'refuse', reasons: refusing }
  return { decision: inOrder.length > 0 ? 'review' : 'issue', reasons: inOrder }
}
