// One collection, as both sides see it.
import { Download } from 'lucide-react'
import type { Output } from '../../../core/endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Facts } from '../../../web/kit/Facts.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Day, Instant } from '../../../web/kit/values.tsx'
import { api as proofs } from '../../proofs/api.ts'
import { eventTexts } from '../../proofs/texts/events.ts'
import { api } from './api.ts'
import { collectionStateTexts } from '../texts.ts'
import { listTexts, oneTexts as texts } from '../texts/pages.ts'
import { CollectionActs } from './one/CollectionActs.tsx'
import { Discrepancies } from './one/Discrepancies.tsx'
import { Lines } from './one/Lines.tsx'
import { Packages } from './one/Packages.tsx'

export type WholeCollection = Output<typeof api.getCollection>

export default function CollectionPage() {
  const t = useText()
  const collectionId = useParam('collectionId')
  const { data, error } = useEndpoint(api.getCollection, { params: { collectionId } })
  if (error && !data) return <Refusal problem={error} />
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <PageHead
        title={data.number}
        lead={<Lead collection={data} />}
        up={{ href: '/collections', text: t(listTexts.title) }}
        acts={<CollectionActs collection={data} />}
      />
      <CollectionFacts collection={data} />
      {data.discrepancies.length > 0 && <Discrepancies collection={data} />}
      <Section title={t(texts.packages)}>
        <Packages collection={data} />
      </Section>
      <Section
        title={t(texts.devices)}
        acts={
          <LinkButton
            kind="quiet"
            small
            icon={Download}
            href={addressOf(proofs.collectionEpcis, { params: { collectionId } })}
            download
          >
            {t(eventTexts.fetch)}
          </LinkButton>
        }
      >
        <Lines collection={data} />
      </Section>
    </>
  )
}

/** How far it has come, in one sentence that adds up. */
function Lead({ collection: { state, counts } }: { readonly collection: WholeCollection }) {
  const t = useText()
  const sent = counts.total - counts.takenBack
  if (state === 'packing') return t(texts.leads.packing, counts.total)
  if (state === 'sent') return t(texts.leads.sent, counts.total)
  if (state === 'receiving') return t(texts.leads.counting, counts.received, sent)
  return t(texts.leads.done, sent, counts.received, counts.missing)
}

function CollectionFacts({ collection: one }: { readonly collection: WholeCollection }) {
  const t = useText()
  const when = (name: string, at: string | null) =>
    at ? [{ name, value: <Instant at={at} /> }] : []
  const facts = [
    { name: t(texts.state), value: t(collectionStateTexts[one.state]) },
    { name: t(texts.from), value: one.sender.name },
    { name: t(texts.to), value: one.receiver.name },
    { name: t(texts.pickedUpAt), value: one.fromPlace ?? t(texts.noPlace) },
    ...(one.wantedPickupOn
      ? [{ name: t(texts.wanted), value: <Day day={one.wantedPickupOn} /> }]
      : []),
    ...when(t(texts.begun), one.createdAt),
    ...when(t(texts.sent), one.sentAt),
    ...when(t(texts.firstScan), one.receivedAt),
    ...when(t(texts.closed), one.closedAt),
  ]
  return <Facts facts={facts} />
}
