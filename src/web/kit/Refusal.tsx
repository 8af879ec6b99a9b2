// Why it did not work, where it was tried: what, why, what to do. Never a toast.
import './message.css'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { texts } from '../texts.ts'
import { ApiProblem } from './api-client.ts'
import { useLanguage, type Translate } from './language.tsx'
import type { Language } from '../../core/text.ts'

export interface RefusalProps {
  readonly problem: ApiProblem | Error | null | undefined
  /** Worded by the feature: `texts.refusals`; the values are the problem's `details`. */
  readonly words?: RefusalWords | undefined
  /** What can be done about it: a button or a link. */
  readonly act?: React.ReactNode
}
export type Details = Readonly<Record<string, unknown>>
type Worded = string | ((details: Details) => string)
export type RefusalWords = Readonly<Record<string, { readonly sv: Worded; readonly en: Worded }>>

const known = {
  network: [texts.network, texts.networkHow],
  '403': [texts.forbidden, texts.forbiddenHow],
  '404': [texts.gone, texts.goneHow],
  '412': [texts.changedMeanwhile, texts.changedMeanwhileHow],
  '429': [texts.tooMany, texts.tooManyHow],
  '500': [texts.fault, texts.faultHow],
} as const

export function Refusal({ problem, words, act }: RefusalProps) {
  const { t, language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  const { what, how } = wordsOf(problem, words, t, language)
  return (
    <div className="message bad-box" role="alert" tabIndex={-1} ref={box}>
      <TriangleAlert aria-hidden />
      <div>
        <p className="what">{what}</p>
        {how && <p>{how}</p>}
        {problem instanceof ApiProblem && problem.status >= 500 && problem.instance && (
          <p className="note">{t(texts.reference, problem.instance)}</p>
        )}
        {act && <div className="tools">{act}</div>}
      </div>
    </div>
  )
}

function wordsOf(
  problem: ApiProblem | Error,
  words: RefusalProps['words'],
  t: Translate,
  language: Language,
): { what: string; how?: string } {
  if (!(problem instanceof ApiProblem)) return { what: t(texts.fault), how: t(texts.faultHow) }
  const worded = words?.[problem.code]?.[language]
  if (worded !== undefined)
    return { what: typeof worded === 'string' ? worded : worded(problem.details) }
  const generic = known[(problem.status >= 500 ? '500' : problem.status || 'network') as '500']
  if (generic) return { what: t(generic[0]), how: t(generic[1]) }
  return { what: problem.title, ...(problem.detail && { how: problem.detail }) }
}
