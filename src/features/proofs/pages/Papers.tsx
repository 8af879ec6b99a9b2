// Batches of printed certificates: how far the running one is, and the zips that can be fetched.
import { Download } from 'lucide-react'
import type { Output } from '../../../core/endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { LongWork } from '../../../web/kit/LongWork.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import { batchTexts as texts } from '../texts/papers.ts'

type Batch = Output<typeof api.getPapers>

/** Nothing at all while there are none. */
export function Papers() {
  const t = useText()
  const found = useEndpoint(api.listPapers, {}, { every: 2000 })
  const batches = found.data?.items ?? []
  if (batches.length === 0) return null
  return (
    <Section title={t(texts.title)} lead={t(texts.kept)}>
      {batches
        .slice(0, 5)
        .map((batch) =>
          batch.state === 'running' ? (
            <Running key={batch.id} batch={batch} />
          ) : (
            <Made key={batch.id} batch={batch} />
          ),
        )}
    </Section>
  )
}

function Running({ batch }: { readonly batch: Batch }) {
  const t = useText()
  const { num } = useFormat()
  const { act, busy, problem } = useAct(api.stopPapers)
  const done = batch.made + batch.refused
  return (
    <>
      <Refusal problem={problem} />
      <LongWork
        name={batch.name}
        done={done}
        total={batch.total}
        said={t(texts.progress, num(done), num(batch.total))}
        stopping={busy}
        onStop={() => void act({ params: { batchId: batch.id } })}
      />
    </>
  )
}

function Made({ batch }: { readonly batch: Batch }) {
  const t = useText()
  const { num, instant } = useFormat()
  const href = addressOf(api.papersZip, { params: { batchId: batch.id } })
  return (
    <p className="papers">
      <LinkButton small icon={Download} href={href} aria-label={`${t(texts.zip)}, ${batch.name}`}>
        {t(texts.zip)}
      </LinkButton>{' '}
      <b>{batch.name}</b>{' '}
      <span className="muted">
        {t(texts.outcome, num(batch.made), num(batch.refused))} {instant(batch.createdAt)}
      </span>
    </p>
  )
}
