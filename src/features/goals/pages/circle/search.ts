import { oneOf, text } from '../../../../web/kit/search.ts'

/** `goal` names the figure whose goal is being set. */
export const circleSearch = { period: oneOf(['year', 'month'], 'year'), goal: text }
