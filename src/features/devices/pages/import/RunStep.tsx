// Step 5: the rows are read in. It goes on when the page is left, and can be stopped and taken up again.
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { Counts } from './Counts.tsx'
import { Outcomes, RefusedFile } from './Outcomes.tsx'
import type { Run } from './shapes.ts'
import { importWords } from './words.ts'
import { Working } from './Working.tsx'

const words = {
  created: texts.created,
  updated: texts.updated,
  unchanged: texts.unchanged,
  refused: texts.refused,
}

export function RunStep({ run }: { readonly run: Run }) {
  if (run.state === 'done') return <Done run={run} />
  if (run.state === 'stopped' || run.state === 'failed') return <AtRest run={run} />
  return <Running run={run} />
}

function Running({ run }: { readonly run: Run }) {
  const t = useText()
  return (
    <Working head={t(texts.stepRun)} name={t(texts.running)} run={run}>
      <Counts counts={run.counts} words={words} soFar />
    </Working>
  )
}

/** Stopped by somebody, or broken off: what is in stays in. */
function AtRest({ run }: { readonly run: Run }) {
  const t = useText()
  const { num } = useFormat()
  const start = useAct(importApi.startImport)
  const stopped = run.state === 'stopped'
  const all = num(run.rowsTotal ?? run.counts.rows)
  return (
    <div className="wizardstep">
      <h2>{t(texts.stepRun)}</h2>
      <Refusal problem={start.problem} words={importWords} />
      <Notice
        tone={stopped ? 'plain' : 'warn'}
        title={stopped ? t(texts.stopped, num(run.counts.rows), all) : t(texts.failed)}
        act={
          <>
            <Button
              busy={start.busy}
              onPress={() => void start.act({ params: { importId: run.id } })}
            >
              {t(stopped ? texts.goOn : texts.again)}
            </Button>
            {!stopped && (
              <LinkButton kind="quiet" href="/devices/import">
                {t(texts.otherFile)}
              </LinkButton>
            )}
          </>
        }
      >
        {stopped ? t(texts.stoppedLead) : run.refusal?.message}
      </Notice>
      {run.work === 'import' && <Counts counts={run.counts} words={words} soFar />}
    </div>
  )
}

function Done({ run }: { readonly run: Run }) {
  const t = useText()
  const { num } = useFormat()
  const { created, updated, refused } = run.counts
  const useful = created + updated
  return (
    <div className="wizardstep">
      <div role="status">
        <h2>{useful > 0 ? t(texts.done, useful, num(useful)) : t(texts.doneNothing)}</h2>
      </div>
      <Counts counts={run.counts} words={words} />
      {refused > 0 && (
        <div className="stack">
          <p className="prose">{t(texts.fixRefused)}</p>
          <RefusedFile run={run} />
        </div>
      )}
      <div className="tools">
        <LinkButton kind="primary" href="/devices">
          {t(texts.seeDevices)}
        </LinkButton>
        <LinkButton href="/devices/import">{t(texts.another)}</LinkButton>
      </div>
      <Section title={t(texts.lookCloser)}>
        <Outcomes run={run} counts={run.counts} />
      </Section>
    </div>
  )
}
