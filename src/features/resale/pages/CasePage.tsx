// One warranty case: the fault, the answer, and what comes of it.
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Facts } from '../../../web/kit/Facts.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Day, Instant, Serial } from '../../../web/kit/values.tsx'
import { decideCaseAct } from '../rules/warranty.ts'
import { caseTexts as texts } from '../texts/warranty.ts'
import { caseAnswerTexts } from '../texts/words.ts'
import { api } from './api.ts'
import { AnswerDialog } from './case/AnswerDialog.tsx'

export type WholeCase = Output<typeof api.getCase>

export default function CasePage() {
  const t = useText()
  const caseId = useParam('caseId')
  const { data, error } = useEndpoint(api.getCase, { params: { caseId } }, { keep: false })
  const up = { href: '/warranty-cases', text: t(texts.title) }
  if (!data)
    return (
      <>
        <PageHead title={t(texts.one)} up={up} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={6} />}
      </>
    )
  const heading = t(texts.finding[data.state])
  return (
    <>
      <PageHead
        title={`${data.number}. ${heading}`}
        heading={heading}
        up={up}
        acts={<CaseActs of={data} />}
      />
      <CaseFacts of={data} />
      <Section title={t(texts.what)}>
        <p className="prose">{data.fault}</p>
      </Section>
      <Section title={t(texts.answer)}>
        {data.answer === null ? (
          <p className="muted">{t(texts.noAnswer)}</p>
        ) : (
          <>
            <p>
              <b>{t(caseAnswerTexts[data.answer])}.</b>{' '}
              {data.answeredAt && (
                <span className="faint">
                  <Instant at={data.answeredAt} only="day" />
                </span>
              )}
            </p>
            {data.answerWords && <p className="prose">{data.answerWords}</p>}
          </>
        )}
      </Section>
    </>
  )
}

function CaseFacts({ of }: { readonly of: WholeCase }) {
  const t = useText()
  const name = `${of.maker} ${of.model}`
  return (
    <Facts
      facts={[
        { name: t(texts.number), value: of.number },
        {
          name: t(texts.device),
          value: of.deviceId ? <Link href={`/devices/${of.deviceId}`}>{name}</Link> : name,
        },
        ...(of.serialNumber
          ? [{ name: t(texts.serial), value: <Serial>{of.serialNumber}</Serial> }]
          : []),
        {
          name: t(texts.purchase),
          value: <Link href={`/purchases/${of.purchase.id}`}>{of.purchase.number}</Link>,
        },
        { name: t(texts.seller), value: of.seller.name ?? '' },
        { name: t(texts.buyer), value: of.buyer.name ?? '' },
        ...(of.warrantyUntilOn
          ? [{ name: t(texts.until), value: <Day day={of.warrantyUntilOn} /> }]
          : []),
        { name: t(texts.opened), value: <Instant at={of.openedAt} only="day" /> },
        ...(of.replacement
          ? [
              {
                name: t(texts.replacement),
                value: (
                  <Link href={`/purchases/${of.replacement.id}`}>
                    {of.replacement.number ?? t(texts.purchase)}
                  </Link>
                ),
              },
            ]
          : []),
        ...(of.returnByOn && !of.returnedAt
          ? [{ name: t(texts.returnBy), value: <Day day={of.returnByOn} /> }]
          : []),
        ...(of.returnedAt
          ? [{ name: t(texts.returned), value: <Instant at={of.returnedAt} only="day" /> }]
          : []),
      ]}
    />
  )
}

function CaseActs({ of }: { readonly of: WholeCase }) {
  const t = useText()
  const { may } = useSession()
  const close = useAct(api.closeCase)
  const [answering, answer] = useState(false)
  if (of.side !== 'seller' || !may('resale.sell')) return null
  const closes = of.state === 'repairing' || of.state === 'replacing'
  return (
    <>
      <Refusal problem={close.problem} />
      {closes && (
        <Button
          kind={of.state === 'replacing' ? 'primary' : 'plain'}
          busy={close.busy}
          onPress={() => void close.act({ params: { caseId: of.id } })}
        >
          {t(of.state === 'repairing' ? texts.repaired : texts.oldBack)}
        </Button>
      )}
      {decideCaseAct(of.state, 'answer') === null && (
        <Button kind="primary" onPress={() => answer(true)}>
          {t(texts.answerAct)}
        </Button>
      )}
      {answering && <AnswerDialog of={of} onClose={() => answer(false)} />}
    </>
  )
}
