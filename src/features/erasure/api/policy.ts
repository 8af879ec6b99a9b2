import { Type } from 'typebox'
import { Choice, Closed, endpoint, Nullable } from '../../../core/endpoint.ts'
import { confidentialityCategories } from '../../proofs/rules.ts'
import { mediumKinds } from '../rules/media.ts'
import { requiredLevels } from '../rules/policy.ts'

const Policy = Closed({
  /** The share of approved erasures that a second person validates; R2v3 asks for at least 5. */
  samplePercent: Type.Number({ minimum: 0, maximum: 100 }),
  /** The least level for each kind of medium that the organisation owns. */
  levels: Closed(
    Object.fromEntries(mediumKinds.map((kind) => [kind, Choice(requiredLevels)])) as Record<
      (typeof mediumKinds)[number],
      ReturnType<typeof Choice<typeof requiredLevels>>
    >,
  ),
  /** How the organisation classes what lies on its media; printed on certificates, sets no requirements. */
  category: Nullable(Choice(confidentialityCategories)),
})

export const policyApi = {
  getErasurePolicy: endpoint({
    method: 'GET',
    path: '/erasure-policy',
    permission: 'erasure.see',
    summary:
      'What the organisation asks of an erasure, and how many are drawn for a second person.',
    output: Closed({
      ...Policy.properties,
      /** Results of the last year that could be certified, and how many of them were drawn. */
      lastYear: Closed({ results: Type.Integer(), drawn: Type.Integer() }),
    }),
    refusals: [],
  }),
  changeErasurePolicy: endpoint({
    method: 'PUT',
    path: '/erasure-policy',
    permission: 'erasure.review',
    summary: 'Changes it, whole, for what is recorded from now on.',
    body: Policy,
    output: Policy,
    refusals: [],
  }),
}
