// Why it did not work, where it was tried: what, why, what to do. Never a toast.
import './message.css'
import { useQueryClient } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { texts } from '../texts.ts'
import { ApiProblem } from './api-client.ts'
import { Button, LinkButton } from './Button.tsx'
import { useLanguage, useText, type Translate } from './language.tsx'
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
  const asked = useAsked(problem)
  const wayOn = useWayOn(problem, asked)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What merely could not be read takes no focus from somebody who scans or writes.
    if (problem && !asked) box.current?.focus()
  }, [problem, asked])
  // What was read before still stands there, and is read anew when the network is back.
  if (!problem || (isLost(problem) && asked?.state.data !== undefined)) return null
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
        {(act ?? wayOn) && <div className="tools">{act ?? wayOn}</div>}
      </div>
    </div>
  )
}

const isLost = (problem: Error) => problem instanceof ApiProblem && problem.status === 0

/** The question whose answer this was, if it was one; nothing for an act. */
function useAsked(problem: RefusalProps['problem']) {
  const client = useQueryClient()
  if (!problem) return undefined
  return client.getQueryCache().findAll({ predicate: ({ state }) => state.error === problem })[0]
}

/**
 * What could not be read is asked for again in place; what is closed or gone has a way back.
 * An act that was refused keeps its own button, with what was typed.
 */
function useWayOn(
  problem: RefusalProps['problem'],
  asked: ReturnType<typeof useAsked>,
): React.ReactNode {
  const t = useText()
  if (!asked || !(problem instanceof ApiProblem)) return null
  if (problem.status === 403 || problem.status === 404)
    return <LinkButton href="/">{t(texts.toStart)}</LinkButton>
  if (!isLost(problem) && problem.status < 500) return null
  return <Button onPress={() => void asked.fetch().catch(() => {})}>{t(texts.tryAgain)}</Button>
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
