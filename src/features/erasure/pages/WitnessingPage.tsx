// Where the one who was named as witness of a destruction says that it was so, or that it was not.
import './erasure.css'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DefinitionList } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { certificateTexts as words } from '../../proofs/texts/certificate.ts'
import { destructionMethodNames } from '../../proofs/texts/certificate-terms.ts'
import { witnessApi } from '../api/witness.ts'
import { witnessTexts as texts } from '../texts/witness-pages.ts'
import { DenyDialog } from './DenyDialog.tsx'

export type Asked = Output<typeof witnessApi.listWitnessing>['items'][number]

export default function WitnessingPage() {
  const t = useText()
  const { data, error } = useEndpoint(witnessApi.listWitnessing, {})
  const [said, setSaid] = useState<string | null>(null)
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} />
      <Refusal problem={error} />
      <div role="status">{said && <Notice>{said}</Notice>}</div>
      {!data && !error && <Skeleton lines={3} height={72} />}
      {data?.items.length === 0 && (
        <EmptyState act={<LinkButton href="/">{t(texts.toStart)}</LinkButton>}>
          {t(texts.empty)}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Section title={t(texts.waiting)} lead={t(texts.how)}>
          <ul className="witnessing">
            {data.items.map((asked) => (
              <One key={asked.certificateId} asked={asked} onSaid={setSaid} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function One(props: { readonly asked: Asked; readonly onSaid: (words: string) => void }) {
  const { asked, onSaid } = props
  const t = useText()
  const { num } = useFormat()
  const { act, busy, problem } = useAct(witnessApi.confirmDestruction)
  const [denying, setDenying] = useState(false)
  const confirm = async () => {
    const issued = await act({ params: { certificateId: asked.certificateId } })
    if (issued) onSaid(t(texts.confirmed, issued.number))
  }
  const { largestParticleMm: size } = asked
  return (
    <li>
      <h3>{t(texts.drive, asked.serial)}</h3>
      <DefinitionList
        facts={[
          {
            name: t(texts.satIn),
            value: [asked.device, asked.assetTag].filter(Boolean).join(', '),
          },
          { name: t(words.destroyedAt), value: <Instant at={asked.destroyedAt} /> },
          { name: t(words.method), value: t(destructionMethodNames[asked.method]) },
          ...(asked.equipment ? [{ name: t(words.equipment), value: asked.equipment }] : []),
          ...(size
            ? [{ name: t(words.particle), value: t(words.particleSize, num(size, 1)) }]
            : []),
          ...(asked.remainsTo ? [{ name: t(words.remains), value: asked.remainsTo }] : []),
          { name: t(texts.by), value: asked.destroyedBy ?? t(texts.someone) },
          { name: t(texts.photo), value: t(asked.hasPhoto ? texts.hasPhoto : texts.noPhoto) },
        ]}
      />
      <Refusal problem={problem} />
      <div className="acts">
        <Button
          kind="primary"
          busy={busy}
          label={t(texts.confirmOf, asked.serial)}
          onPress={() => void confirm()}
        >
          {t(texts.confirm)}
        </Button>
        <Button label={t(texts.denyOf, asked.serial)} onPress={() => setDenying(true)}>
          {t(texts.deny)}
        </Button>
      </div>
      {denying && (
        <DenyDialog
          asked={asked}
          onClose={() => setDenying(false)}
          onDenied={() => onSaid(t(texts.denied, asked.number))}
        />
      )}
    </li>
  )
}
