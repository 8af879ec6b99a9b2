import { manyOf, oneOf, text } from '../../../web/kit/search.ts'

export const erasureViews = [
  'toErase',
  'sample',
  'awaitingReview',
  'unmatched',
  'refused',
  'issued',
] as const
export type ErasureView = (typeof erasureViews)[number]
export const erasureSearch = { view: oneOf(erasureViews, 'toErase') }

export const certificateKinds = ['erasure', 'destruction'] as const
export const certificateStandings = ['valid', 'superseded', 'revoked'] as const
export const certificatesSearch = {
  q: text,
  kind: manyOf(certificateKinds),
  standing: manyOf(certificateStandings),
}
