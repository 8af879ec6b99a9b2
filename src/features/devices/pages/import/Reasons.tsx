// Why rows are refused, summed: a thousand rows with one fault are one thing to mend in the file.
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { columnOf } from './column-of.ts'
import { capital } from './shown-value.ts'
import type { Run } from './shapes.ts'

interface ReasonsProps {
  readonly run: Run
  /** The code of the reason whose rows are shown; empty for all. */
  readonly chosen: string
  readonly onChoose: (code: string) => void
}

export function Reasons({ run, chosen, onChoose }: ReasonsProps) {
  const t = useText()
  const { num } = useFormat()
  const { data, error } = useEndpoint(importApi.listImportReasons, {
    params: { importId: run.id },
  })
  if (error) return <Refusal problem={error} />
  // Of a single reason, and of reasons with a row each, the rows say it all.
  if (!data || data.items.length < 2 || data.items.every(({ rows }) => rows === 1)) return null
  return (
    <section className="reasons" aria-labelledby="reasons-title">
      <h3 id="reasons-title">{t(texts.reasons)}</h3>
      <ul>
        {data.items.map(({ code, heading, rows, row, message }) => (
          <li key={`${code}\t${heading}`}>
            <b>{num(rows)}</b>
            <p>
              {heading !== null && (
                <span className="muted">{capital(columnOf(t, heading) ?? '')}. </span>
              )}
              {message}
              {rows > 1 && <span className="note"> {t(texts.firstOn, num(row))}</span>}
            </p>
            {chosen !== code && (
              <Button small kind="quiet" onPress={() => onChoose(code)}>
                {t(texts.onlyThese)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen && (
        <Button small onPress={() => onChoose('')}>
          {t(texts.allRefused)}
        </Button>
      )}
    </section>
  )
}
