// What has happened in a period, as one file. It comes page by page, so that a year is no heavier
// than a day for the server, and can be stopped.
import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { addDays, dayOf, type Day } from '../../../../core/dates.ts'
import { call } from '../../../../web/kit/api-client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { save } from '../../../../web/kit/charts/download.ts'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { LongWork } from '../../../../web/kit/LongWork.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { api } from '../../api.ts'
import type { EpcisDocument } from '../../rules/epcis/document.ts'
import type { EpcisEvent } from '../../rules/epcis/vocabulary.ts'
import { eventTexts as texts } from '../../texts/events.ts'

interface Done {
  readonly count: number
  readonly corrections: number
  readonly file: string
}

export function PeriodForm() {
  const t = useText()
  const { num } = useFormat()
  const today = dayOf(new Date())
  const [from, setFrom] = useState<Day | null>(addDays(today, -30))
  const [to, setTo] = useState<Day | null>(today)
  const [tried, setTried] = useState(false)
  const [count, setCount] = useState<number | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const stop = useRef<AbortController | null>(null)
  const backwards = from !== null && to !== null && to < from

  const fetchAll = async () => {
    setTried(true)
    if (!from || !to || backwards) return
    const control = new AbortController()
    stop.current = control
    setProblem(null)
    setDone(null)
    setCount(0)
    try {
      const document = await wholePeriod({ from, to }, control.signal, setCount)
      const events = document.epcisBody.eventList
      const found = events.length
      const corrections = events.filter(({ errorDeclaration }) => errorDeclaration).length
      const file = `epcis-${from}--${to}.jsonld`
      if (found > 0) save(file, 'application/ld+json', `${JSON.stringify(document, null, 2)}\n`)
      setDone({ count: found, corrections, file })
    } catch (error) {
      if (!control.signal.aborted) setProblem(error as Error)
    }
    setCount(null)
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (count === null) void fetchAll()
      }}
    >
      <Refusal problem={problem} />
      <div className="formpair">
        <DayField
          label={t(texts.from)}
          value={from}
          onChange={setFrom}
          wrong={tried && !from ? t(texts.dayMissing) : null}
        />
        <DayField
          label={t(texts.to)}
          value={to}
          onChange={setTo}
          wrong={tried ? (!to ? t(texts.dayMissing) : backwards ? t(texts.backwards) : null) : null}
        />
      </div>
      <p>
        <Button type="submit" kind="primary" icon={Download} busy={count !== null}>
          {t(texts.fetch)}
        </Button>
      </p>
      {count !== null && (
        <LongWork
          name={t(texts.fetching)}
          done={count}
          total={null}
          said={t(texts.fetched, num(count))}
          onStop={() => stop.current?.abort()}
        />
      )}
      <p role="status">
        {done && (done.count === 0 ? t(texts.none) : t(texts.done, num(done.count), done.file))}
        {done && done.corrections > 0 && ` ${t(texts.corrected, num(done.corrections))}`}
      </p>
    </form>
  )
}

/** Every page of the period as one document. */
async function wholePeriod(
  period: { readonly from: Day; readonly to: Day },
  signal: AbortSignal,
  onCount: (count: number) => void,
): Promise<EpcisDocument> {
  const events: EpcisEvent[] = []
  let cursor: string | undefined
  for (;;) {
    const query = { ...period, limit: 2000, ...(cursor && { cursor }) }
    const page = await call(api.periodEpcis, { query }, { signal })
    events.push(...page.document.epcisBody.eventList)
    onCount(events.length)
    if (!page.next) return { ...page.document, epcisBody: { eventList: events } }
    cursor = page.next
  }
}
