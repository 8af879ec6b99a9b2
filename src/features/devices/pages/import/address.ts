import { oneOf, text } from '../../../../web/kit/search.ts'

const importSteps = ['', 'columns', 'rules', 'review', 'run'] as const
export type ImportStepId = (typeof importSteps)[number]

/** Without a step in the address, the state of the import decides. */
export const importSearch = {
  step: oneOf(importSteps, ''),
  part: oneOf(['', 'updated', 'created', 'refused', 'notApplied'] as const, ''),
  /** Of the refused: only those with this code. */
  reason: text,
}
export const hrefOfImport = (id: string, step: ImportStepId = '') =>
  `/devices/import/${id}${step && `?step=${step}`}`
