import { oneOf } from '../../../web/kit/search.ts'

export const erasureViews = ['toErase', 'awaitingReview', 'unmatched', 'refused', 'issued'] as const
export type ErasureView = (typeof erasureViews)[number]
export const erasureSearch = { view: oneOf(erasureViews, 'toErase') }
