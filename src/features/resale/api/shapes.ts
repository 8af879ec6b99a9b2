// The shapes that the endpoints of the shop share.
import { Type } from 'typebox'
import { Choice, Closed, InstantType, Nullable, UuidType } from '../../../core/endpoint.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { defectCodes, deviceParts, severities } from '../../grading/rules/findings.ts'
import { cosmetics, functionals, stepReasons } from '../../grading/rules/grade.ts'
import { functionTests } from '../../grading/rules/tests.ts'
import { soldGrades, vatSchemes } from '../rules/listing.ts'

export const Named = Closed({ id: UuidType(), name: Nullable(Type.String()) })
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
export const Ore = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })

/** What a second life is reckoned to avoid against a new one, with its interval and its method. */
export const AgainstNew = Closed({
  kg: Type.Number(),
  lowKg: Type.Number(),
  highKg: Type.Number(),
  method: Type.String(),
  factorVersion: Type.String(),
})

export const Picture = Closed({
  photoId: UuidType(),
  alt: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
})

export const thing = {
  kind: Choice(deviceKinds),
  maker: Type.String(),
  model: Type.String(),
  grade: Choice(soldGrades),
  memoryGb: Nullable(Type.Integer()),
  storageGb: Nullable(Type.Integer()),
  osFamily: Nullable(Type.String()),
}
export const sale = {
  priceOre: Ore,
  vat: Choice(vatSchemes),
  warrantyMonths: Type.Integer({ minimum: 0, maximum: 60 }),
}

const level = Choice([...cosmetics, ...functionals, ...soldGrades, 'D', 'E'])
export const Calculation = Closed({
  rule: Type.String(),
  cosmetic: Choice(cosmetics),
  functional: Nullable(Choice(functionals)),
  steps: Type.Array(
    Closed({
      area: Choice(['cosmetic', 'functional', 'grade']),
      reason: Choice(stepReasons),
      defect: Type.Optional(Choice(defectCodes)),
      part: Type.Optional(Choice(deviceParts)),
      severity: Type.Optional(Choice(severities)),
      test: Type.Optional(Choice(functionTests)),
      points: Type.Optional(Type.Integer()),
      percent: Type.Optional(Type.Integer()),
      after: Nullable(level),
    }),
  ),
})

export const Offer = Closed({
  /** One of them, by which they are ordered. */
  listingId: UuidType(),
  count: Type.Integer(),
  seller: Named,
  ...thing,
  ...sale,
  batteryLow: Nullable(Type.Integer()),
  batteryHigh: Nullable(Type.Integer()),
  againstNew: Nullable(AgainstNew),
  photo: Nullable(Picture),
})

export const Priced = Closed({
  priceOre: Ore,
  setAt: InstantType(),
  setBy: Nullable(Type.String()),
})

/** What one partner has for a need: how many, from what price, and the cheapest that will do. */
export const ReusedStock = Closed({
  seller: Named,
  listingId: UuidType(),
  count: Type.Integer(),
  fromOre: Ore,
  vat: Choice(vatSchemes),
  fromMonthOre: Ore,
  termMonths: Type.Integer(),
  bestGrade: Choice(soldGrades),
  poorestGrade: Choice(soldGrades),
  againstNew: Nullable(AgainstNew),
})
