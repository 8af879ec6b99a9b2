// A run at work, checking or importing: how far it is, and the way to stop it.
import { useText } from '../../../../web/kit/language.tsx'
import { LongWork } from '../../../../web/kit/LongWork.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import type { Run } from './shapes.ts'
import { importWords } from './words.ts'

export function Working(props: {
  readonly head: string
  readonly name: string
  readonly run: Run
  readonly children?: React.ReactNode
}) {
  const { run } = props
  const t = useText()
  const stop = useAct(importApi.stopImport)
  const stopping = run.state === 'stopping' || stop.busy
  return (
    <div className="wizardstep">
      <h2>{props.head}</h2>
      <Refusal problem={stop.problem} words={importWords} />
      <LongWork
        name={props.name}
        done={run.counts.rows}
        total={run.rowsTotal}
        secondsLeft={run.secondsLeft}
        {...(stopping
          ? { said: t(texts.stopping) }
          : run.rowsTotal === null && { said: t(texts.countingRows) })}
        stopping={stopping}
        onStop={() => void stop.act({ params: { importId: run.id } })}
      />
      {props.children}
    </div>
  )
}
