import { oneOf, text, yes } from '../../../web/kit/search.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'

export const modelsSearch = { q: text, kind: oneOf(['', ...deviceKinds], '') }
/** Also those that can no longer be ordered. */
export const servicesSearch = { closed: yes }
/** On a small screen one offer is shown at a time. */
export const comparisonSearch = { offer: text }
