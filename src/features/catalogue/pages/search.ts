import { oneOf, text } from '../../../web/kit/search.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'

export const modelsSearch = { q: text, kind: oneOf(['', ...deviceKinds], '') }
/** On a small screen one offer is shown at a time. */
export const comparisonSearch = { offer: text }
