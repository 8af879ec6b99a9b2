// One purchase: where it stands, what can be done with it now, and each device in it.
import type { Output } from '../../../core/endpoint.ts'
import { sek } from '../../../core/money.ts'
import { DefinitionList, Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section, WithSide } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { purchaseTexts as texts } from '../texts/shop.ts'
import { api } from './api.ts'
import { AgainstNewLine, MethodNote } from './parts.tsx'
import { PurchaseActs } from './purchase/PurchaseActs.tsx'
import { PurchaseLines } from './purchase/PurchaseLines.tsx'

export type WholePurchase = Output<typeof api.getPurchase>

export default function PurchasePage() {
  const t = useText()
  const { instant } = useFormat()
  const purchaseId = useParam('purchaseId')
  const { data, error } = useEndpoint(api.getPurchase, { params: { purchaseId } }, { keep: false })
  const up = { href: '/purchases', text: t(texts.title) }
  if (!data)
    return (
      <>
        <PageHead title={t(texts.one)} up={up} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={8} />}
      </>
    )
  const heading = finding(data, t, instant)
  return (
    <>
      <PageHead
        title={`${data.number}. ${heading}`}
        heading={heading}
        lead={
          data.caseId ? (
            <>
              {t(texts.replacement)}{' '}
              <Link href={`/warranty-cases/${data.caseId}`}>{t(texts.toCase)}</Link>
            </>
          ) : (
            data.orderId && (
              <>
                {t(texts.ofOrder)} <Link href={`/orders/${data.orderId}`}>{t(texts.toOrder)}</Link>
              </>
            )
          )
        }
        up={up}
        acts={<PurchaseActs purchase={data} />}
      />
      <PurchaseFacts purchase={data} />
      <WithSide
        side={
          <>
            <Section title={t(texts.cost)}>
              <Cost purchase={data} />
            </Section>
            {data.againstNew && (
              <Section title={t(texts.climate)}>
                <p>
                  <AgainstNewLine figure={data.againstNew} several={data.devices > 1} />.
                </p>
                <MethodNote figure={data.againstNew} />
              </Section>
            )}
          </>
        }
      >
        <Section title={t(texts.lines)}>
          <PurchaseLines purchase={data} />
        </Section>
      </WithSide>
    </>
  )
}

function finding(
  { state, devices, received, reservedUntil }: WholePurchase,
  t: ReturnType<typeof useText>,
  instant: (at: string) => string,
): string {
  const said = texts.finding
  if (state === 'reserved')
    return t(said.reserved, devices, reservedUntil ? instant(reservedUntil) : '')
  if (state === 'sent') return t(said.sent, devices, received)
  if (state === 'confirmed' || state === 'received') return t(said[state], devices)
  return t(said[state])
}

function PurchaseFacts({ purchase }: { readonly purchase: WholePurchase }) {
  const t = useText()
  const { seller, buyer, madeBy, reference, toName, toAddress } = purchase
  const times = [
    ['confirmed', purchase.confirmedAt],
    ['sent', purchase.sentAt],
    ['received', purchase.receivedAt],
  ] as const
  const to = [toName, ...(toAddress ?? '').split('\n')].filter(Boolean).join(', ')
  return (
    <Facts
      facts={[
        { name: t(texts.number), value: purchase.number },
        { name: t(texts.seller), value: seller.name ?? '' },
        { name: t(texts.buyer), value: buyer.name ?? '' },
        ...(madeBy ? [{ name: t(texts.madeBy), value: madeBy }] : []),
        ...(to ? [{ name: t(texts.to), value: to }] : []),
        ...(reference ? [{ name: t(texts.reference), value: reference }] : []),
        { name: t(texts.made), value: <Instant at={purchase.madeAt} only="day" /> },
        ...times.flatMap(([name, at]) =>
          at ? [{ name: t(texts[name]), value: <Instant at={at} only="day" /> }] : [],
        ),
      ]}
    />
  )
}

function Cost({ purchase: { sum } }: { readonly purchase: WholePurchase }) {
  const t = useText()
  const { money } = useFormat()
  return (
    <DefinitionList
      sum
      facts={[
        { name: t(texts.goods), value: money(sek(sum.netOre)) },
        ...(sum.vatOre > 0 ? [{ name: t(texts.vat), value: money(sek(sum.vatOre)) }] : []),
        { name: t(texts.total), value: money(sek(sum.totalOre)) },
      ]}
    />
  )
}
