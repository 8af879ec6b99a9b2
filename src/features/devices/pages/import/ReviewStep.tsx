// Step 4: every row is tried against the register, and nothing is written.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { hrefOfImport } from './address.ts'
import { Counts } from './Counts.tsx'
import { Outcomes } from './Outcomes.tsx'
import { bodyOf, type Preview, type Run } from './shapes.ts'
import { UnknownWords, wordsAfter, type Answers } from './UnknownWords.tsx'
import { useMapping } from './use-mapping.ts'
import { importWords } from './words.ts'
import { Working } from './Working.tsx'

interface ReviewProps {
  readonly run: Run
  readonly preview: Preview | undefined
}

export function ReviewStep({ run, preview }: ReviewProps) {
  if (run.state === 'checked' && run.checked)
    return <Reviewed run={run} checked={run.checked} preview={preview} />
  return run.state === 'uploaded' ? <NotReviewed run={run} /> : <Reviewing run={run} />
}

function Reviewing({ run }: { readonly run: Run }) {
  const t = useText()
  return <Working head={t(texts.reviewHead)} name={t(texts.checking)} run={run} />
}

function NotReviewed({ run }: { readonly run: Run }) {
  const t = useText()
  const check = useAct(importApi.checkImport)
  return (
    <div className="wizardstep">
      <h2>{t(texts.reviewHead)}</h2>
      <Refusal problem={check.problem} words={importWords} />
      <Notice
        title={t(texts.notChecked)}
        act={
          <Button
            busy={check.busy}
            onPress={() => void check.act({ params: { importId: run.id } })}
          >
            {t(texts.check)}
          </Button>
        }
      >
        {t(texts.notCheckedLead)}
      </Notice>
    </div>
  )
}

function Reviewed(props: ReviewProps & { readonly checked: NonNullable<Run['checked']> }) {
  const { run, checked, preview } = props
  const t = useText()
  const { num } = useFormat()
  const router = useRouter()
  const start = useAct(importApi.startImport)
  const useful = checked.created + checked.updated
  const goOn = async () => {
    if (await start.act({ params: { importId: run.id } }))
      router.history.push(hrefOfImport(run.id, 'run'))
  }
  return (
    <div className="wizardstep">
      <h2>{t(texts.reviewHead)}</h2>
      <Refusal problem={start.problem} words={importWords} />
      <Counts
        counts={checked}
        words={{
          created: texts.toCreate,
          updated: texts.toUpdate,
          unchanged: texts.toLeave,
          refused: texts.toRefuse,
        }}
      />
      {preview && <Answering run={run} preview={preview} />}
      <div className="tools">
        <Button
          kind="primary"
          busy={start.busy}
          cannot={useful === 0 ? t(texts.startNothing) : null}
          onPress={() => void goOn()}
        >
          {t(texts.start, useful, num(useful))}
        </Button>
      </div>
      <Section title={t(texts.lookCloser)}>
        <Outcomes run={run} counts={checked} />
      </Section>
    </div>
  )
}

/** Words that stood in the way of rows: answered here, the file is reviewed again. */
function Answering({ run, preview }: { readonly run: Run; readonly preview: Preview }) {
  const t = useText()
  const params = { importId: run.id }
  const { data } = useEndpoint(importApi.listImportWords, { params })
  const { map, busy, problem } = useMapping(run.id)
  const check = useAct(importApi.checkImport)
  const [answers, setAnswers] = useState<Answers>({})
  if (!data || data.items.length === 0) return null
  const again = async () => {
    const words = wordsAfter(preview.words, answers)
    if (await map(bodyOf(preview, { words }))) await check.act({ params })
  }
  return (
    <Section title={t(texts.words)} lead={t(texts.wordsLead)}>
      <Refusal problem={problem ?? check.problem} words={importWords} />
      <UnknownWords words={data.items} answers={answers} onAnswer={setAnswers} />
      <div className="tools">
        <Button
          busy={busy || check.busy}
          cannot={Object.keys(answers).length > 0 ? null : t(texts.answerFirst)}
          onPress={() => void again()}
        >
          {t(texts.answerAndCheck)}
        </Button>
      </div>
    </Section>
  )
}
