// What the latest scan was worth: readable at arm's length, and never by colour or sound alone.

import type { Language } from '../../../core/text.ts'
import { pick } from '../charts/texts.ts'
import { stationTexts } from './texts.ts'
import './station.css'

export interface Answer {
  /** Another one each time, also when the same code is scanned again: it triggers the tone. */
  readonly id: string
  readonly is: 'right' | 'wrong' | 'unknown'
  readonly code: string
  /** Which device it is and what it needs, or why it is not right and what to do. */
  readonly detail?: React.ReactNode
  /** Other words than the standard ones: "Redan skannad". */
  readonly say?: string | undefined
}

export function ScanAnswer({ answer, language }: { answer: Answer | null; language: Language }) {
  const t = stationTexts
  return (
    // One region that stays, so that each new answer is read out.
    <div className={`answer ${answer?.is ?? 'ready'}`} role="status">
      <Disc is={answer?.is ?? null} />
      <div className="answer-words">
        <p className="answer-say">
          {answer ? (answer.say ?? pick(t[answer.is], language)) : pick(t.ready, language)}
        </p>
        {answer && <p className="answer-code">{answer.code}</p>}
        <p className="answer-detail">{answer ? answer.detail : pick(t.readyMore, language)}</p>
      </div>
    </div>
  )
}

/** Right: a filled disc with a check. Not right: a triangle. Unknown: an open ring with a question. */
function Disc({ is }: { is: Answer['is'] | null }) {
  return (
    <svg className="answer-disc" viewBox="0 0 96 96" aria-hidden="true">
      {is === 'wrong' ? (
        <path className="disc-shape" d="M48 8 92 84H4Z" strokeLinejoin="round" />
      ) : (
        <circle className="disc-shape" cx="48" cy="48" r={is === 'right' ? 44 : 42} />
      )}
      {is === 'right' && <path className="disc-sign" d="M28 50 42 64 69 34" />}
      {is === 'wrong' && <path className="disc-sign" d="M48 38v22M48 72v.5" />}
      {is === 'unknown' && (
        <path
          className="disc-sign"
          d="M36 38c0-8 5-13 12.500-13S61 30 61 37c0 9-12.500 10-12.500 19M48.500 69v.5"
        />
      )}
    </svg>
  )
}
