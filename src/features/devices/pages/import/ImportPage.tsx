// Steps 2 to 5 of one import. The address is enough to leave it and come back, on any computer.
import './import.css'
import { useText } from '../../../../web/kit/language.tsx'
import { useParam } from '../../../../web/kit/page.ts'
import { PageHead } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../../web/kit/search.ts'
import { Skeleton } from '../../../../web/kit/Skeleton.tsx'
import { Steps } from '../../../../web/kit/Steps.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { isAtWork } from '../../rules/import/run.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { importSearch } from './address.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RulesStep } from './RulesStep.tsx'
import { RunStep } from './RunStep.tsx'
import type { Preview } from './shapes.ts'
import { isOpen, stepOf, useSteps } from './steps.ts'
import { importWords } from './words.ts'

const EVERY = 700

export default function ImportPage() {
  const t = useText()
  const params = { importId: useParam('importId') }
  const [{ step }] = useSearch(importSearch)
  const { data: run, error } = useEndpoint(importApi.getImport, { params })
  const atWork = run !== undefined && isAtWork(run.state)
  useEndpoint(importApi.getImport, { params }, { enabled: atWork, every: EVERY })
  const reading = useEndpoint(
    importApi.getImportMapping,
    { params },
    { enabled: run !== undefined && isOpen(run) },
  )
  const current = run && stepOf(run, step)
  const steps = useSteps(current ?? 'file', run, reading.data)
  return (
    <>
      <PageHead
        title={run ? t(texts.titleOf, run.fileName) : t(texts.title)}
        up={{ href: '/devices/import', text: t(texts.title) }}
      />
      <Refusal problem={error ?? reading.error} words={importWords} />
      {run && current && (
        <Steps steps={steps} current={current}>
          {current === 'run' ? (
            <RunStep run={run} />
          ) : current === 'review' ? (
            <ReviewStep run={run} preview={reading.data} />
          ) : reading.data ? (
            current === 'columns' ? (
              <ColumnsStep key={readingKey(reading.data)} run={run} preview={reading.data} />
            ) : (
              <RulesStep key={readingKey(reading.data)} run={run} preview={reading.data} />
            )
          ) : (
            !reading.error && <Skeleton lines={6} height={36} />
          )}
        </Steps>
      )}
      {!run && !error && <Skeleton lines={6} height={36} />}
    </>
  )
}

/** A step begins anew when the file is read in another way, not when the same answer comes again. */
const readingKey = (preview: Preview) =>
  JSON.stringify([preview.headings, preview.columns, preview.preset, preview.chosen, preview.key])
