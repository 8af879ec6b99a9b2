// Which step an import stands on, and what has been answered so far.
import type { Step } from '../../../../web/kit/Steps.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { hrefOfImport, type ImportStepId } from './address.ts'
import type { Preview, Run } from './shapes.ts'

/** The file and its mapping may still be changed. */
export const isOpen = ({ state }: Run): boolean => state === 'uploaded' || state === 'checked'

export function stepOf(run: Run, asked: ImportStepId): Exclude<ImportStepId, ''> {
  if (run.state === 'checking' || (run.state === 'stopping' && run.work === 'check'))
    return 'review'
  if (!isOpen(run)) return 'run'
  if (asked === 'columns' || asked === 'rules' || asked === 'review') return asked
  return run.state === 'checked' ? 'review' : 'columns'
}

const order = ['file', 'columns', 'rules', 'review', 'run'] as const

/** The steps, with the answers of those that lie before the current one. */
export function useSteps(
  current: (typeof order)[number],
  run?: Run,
  preview?: Preview,
): readonly Step[] {
  const t = useText()
  const { num } = useFormat()
  const change = (step: ImportStepId) =>
    run && isOpen(run) ? { href: hrefOfImport(run.id, step) } : {}
  const counts = run?.checked
  const steps: readonly Step[] = [
    {
      id: 'file',
      text: t(texts.stepFile),
      ...(run && { answer: run.fileName }),
      ...(run && isOpen(run) && { href: '/devices/import' }),
    },
    {
      id: 'columns',
      text: t(texts.stepColumns),
      ...(preview && {
        answer: t(texts.columnsAnswer, num(preview.columns.length), num(preview.headings.length)),
        ...change('columns'),
      }),
    },
    {
      id: 'rules',
      text: t(texts.stepRules),
      ...(run && { answer: t(texts.keys[run.key]), ...change('rules') }),
    },
    {
      id: 'review',
      text: t(texts.stepReview),
      ...(counts && {
        answer: t(
          texts.countsAnswer,
          num(counts.created),
          num(counts.updated),
          num(counts.refused),
        ),
      }),
    },
    { id: 'run', text: t(texts.stepRun) },
  ]
  return steps.map((step, at) =>
    at < order.indexOf(current) ? step : { id: step.id, text: step.text },
  )
}
