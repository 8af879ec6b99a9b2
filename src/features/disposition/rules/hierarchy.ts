// The way onward by the waste hierarchy (Directive 2008/98/EC art. 4, miljöbalken 15 kap. 10 §),
// the best step first.

export const outcomeSteps = [
  'internalReuse',
  'resale',
  'donation',
  'parts',
  'recycling',
  'recovery',
  'disposal',
] as const
export type OutcomeStep = (typeof outcomeSteps)[number]

export const isLower = (step: OutcomeStep, than: OutcomeStep): boolean =>
  outcomeSteps.indexOf(step) > outcomeSteps.indexOf(than)

/** The device gets a next user: a recorded second life outside the organisation. */
export const leavesToUser = (step: OutcomeStep): boolean => step === 'resale' || step === 'donation'

/** From the decision on it is waste. Parts are taken out of a product that is not waste yet. */
export const becomesWaste = (step: OutcomeStep): boolean => isLower(step, 'parts')

/** Why a lower step than the proposed one. */
export const lowerReasons = [
  'noNeedInside',
  'noBuyer',
  'repairTooCostly',
  'damagedAfterGrading',
  'softwareUnsupported',
  'unsafe',
  'ownerPolicy',
  'other',
] as const
export type LowerReason = (typeof lowerReasons)[number]
