// The addresses of `/outcomes`.
import { oneOf, text } from '../../../web/kit/search.ts'
import { outcomeSteps } from '../rules/hierarchy.ts'

export const outcomesSearch = {
  view: oneOf(['decide', 'decided'], 'decide'),
  /** The device whose outcome is being decided. */
  device: text,
  step: oneOf(['', ...outcomeSteps], ''),
  /** A calendar year; empty for all. */
  year: text,
}
