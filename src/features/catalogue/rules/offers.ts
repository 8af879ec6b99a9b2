// Offers on one need, requirement by requirement. A compulsory requirement that is not met stops
// the choice; unknown is not met, and is said as unknown. The others weigh what they were given.
import type { Day } from '../../../core/dates.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import { criterionShape, knownValue, type CriterionKey, type KnownModel } from './criteria.ts'
import { isValueOf, reaches, type RequirementValue } from './requirements.ts'

export interface Criterion {
  readonly key: CriterionKey
  readonly least: RequirementValue
  readonly compulsory: boolean
  /** Of a requirement that is not compulsory: what it counts against the others. */
  readonly weight: number
}

export type Stated = Readonly<Partial<Record<CriterionKey, RequirementValue | null>>>

export interface Offer {
  readonly id: string
  readonly monthPriceOre: number
  /** As the offer states it. */
  readonly stated: Stated
  /** The model in the catalogue, if it is there. */
  readonly model: KnownModel | null
}

export const verdicts = ['met', 'notMet', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export interface Judged {
  readonly key: CriterionKey
  readonly value: RequirementValue | null
  readonly from: 'offer' | 'catalogue' | null
  readonly verdict: Verdict
}

export interface JudgedOffer {
  readonly id: string
  readonly judged: readonly Judged[]
  /** Compulsory requirements that stop it, in their order. */
  readonly stoppedBy: readonly CriterionKey[]
  readonly points: number
  readonly ofPoints: number
  /** Among those that may be chosen: most points first, then the lowest price. Null: stopped. */
  readonly place: number | null
}

export type CriteriaRefusal = 'criterion-repeated' | 'value-not-valid' | 'weight-missing'

/** Compulsory first, each part in the order given. */
export function orderCriteria(
  criteria: readonly Criterion[],
): Result<Criterion[], CriteriaRefusal> {
  const seen = new Set<CriterionKey>()
  for (const [index, { key, least, compulsory, weight }] of criteria.entries()) {
    const field = `body/requirements/${index}`
    if (seen.has(key)) return refuse('criterion-repeated', { field, requirement: key })
    seen.add(key)
    if (!isValueOf(criterionShape(key), least))
      return refuse('value-not-valid', { field: `${field}/least`, requirement: key })
    if (!compulsory && weight === 0)
      return refuse('weight-missing', { field: `${field}/weight`, requirement: key })
  }
  return done([
    ...criteria.filter((one) => one.compulsory).map((one) => ({ ...one, weight: 0 })),
    ...criteria.filter((one) => !one.compulsory),
  ])
}

/** What an offer states must be values of what they answer; null says that it does not state one. */
export function checkStated(stated: Stated): Refusal<'value-not-valid'> | null {
  const wrong = (Object.entries(stated) as [CriterionKey, RequirementValue | null][]).find(
    ([key, value]) => value !== null && !isValueOf(criterionShape(key), value),
  )
  return wrong
    ? refuse('value-not-valid', { field: `body/stated/${wrong[0]}`, requirement: wrong[0] })
    : null
}

export function compareOffers(
  criteria: readonly Criterion[],
  offers: readonly Offer[],
  on: Day,
): JudgedOffer[] {
  const ofPoints = criteria.reduce((sum, one) => sum + (one.compulsory ? 0 : one.weight), 0)
  const judged = offers.map((offer) => {
    const answers = criteria.map((criterion) => judge(criterion, offer, on))
    const met = (index: number) => answers[index]!.verdict === 'met'
    return {
      id: offer.id,
      monthPriceOre: offer.monthPriceOre,
      judged: answers,
      stoppedBy: criteria
        .filter((one, index) => one.compulsory && !met(index))
        .map((one) => one.key),
      points: criteria.reduce(
        (sum, one, index) => sum + (!one.compulsory && met(index) ? one.weight : 0),
        0,
      ),
      ofPoints,
    }
  })
  const ranked = judged
    .filter((offer) => offer.stoppedBy.length === 0)
    .toSorted((a, b) => b.points - a.points || a.monthPriceOre - b.monthPriceOre)
  return judged.map(({ monthPriceOre, ...offer }) => {
    // Equal in points and price is equal in place.
    const place = ranked.findIndex(
      (one) => one.points === offer.points && one.monthPriceOre === monthPriceOre,
    )
    return { ...offer, place: offer.stoppedBy.length === 0 ? place + 1 : null }
  })
}

/** What the offer states goes before the catalogue: it is what the supplier will be held to. */
function judge({ key, least }: Criterion, { stated, model }: Offer, on: Day): Judged {
  const said = stated[key] ?? null
  const known = said === null && model ? knownValue(model, key, on) : null
  const value = said ?? known
  if (value === null) return { key, value, from: null, verdict: 'unknown' }
  const verdict = reaches(criterionShape(key), value, least) ? 'met' : 'notMet'
  return { key, value, from: said === null ? 'catalogue' : 'offer', verdict }
}

export type ChoiceRefusal = 'offer-not-found' | 'requirement-unmet' | 'requirement-unknown'

/** Whether an offer may be chosen; the requirement that stops it is named. */
export function decideChoice(
  offers: readonly JudgedOffer[],
  offerId: string,
): Refusal<ChoiceRefusal> | null {
  const offer = offers.find((one) => one.id === offerId)
  if (!offer) return refuse('offer-not-found', { offerId })
  const [requirement] = offer.stoppedBy
  if (requirement === undefined) return null
  const answer = offer.judged.find((one) => one.key === requirement)
  return refuse(answer?.verdict === 'unknown' ? 'requirement-unknown' : 'requirement-unmet', {
    offerId,
    requirement,
  })
}
