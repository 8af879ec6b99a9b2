import { Check } from 'lucide-react'
import type { Language } from '../../../core/text.ts'
import { Flag } from '../charts/Flag.tsx'
import { pick } from '../charts/texts.ts'
import { stationTexts } from './texts.ts'
import './station.css'

export interface LoggedScan {
  readonly id: string
  /** A clock time already written for the reader: "10.52.07". */
  readonly at: string
  readonly code: string
  readonly model?: string | undefined
  readonly is: 'right' | 'wrong' | 'unknown'
  /** "stämmer", "utöver listan", "redan skannad". */
  readonly word: string
}

/** The latest scans, newest first. */
export function ScanLog({ scans, language }: { scans: readonly LoggedScan[]; language: Language }) {
  return (
    <section className="log">
      <h2>{pick(stationTexts.recent, language)}</h2>
      {scans.length === 0 ? (
        <p className="muted">{pick(stationTexts.noScans, language)}</p>
      ) : (
        <ol>
          {scans.map(({ id, at, code, model, is, word }) => (
            <li key={id}>
              <time>{at}</time>
              <span className="log-code">{code}</span>
              <span className="log-model">{model}</span>
              {is === 'right' ? (
                <span className="log-right">
                  <Check aria-hidden />
                  {word}
                </span>
              ) : (
                <Flag>{word}</Flag>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
