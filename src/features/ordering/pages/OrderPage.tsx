// One order: what it has come to, what it costs, its needs and what has been said.
import './ordering.css'
import type { Output } from '../../../core/endpoint.ts'
import { Facts } from '../../../web/kit/Facts.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section, WithSide } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { partName, useCodingString } from '../../organisations/pages/fields/CodingFields.tsx'
import { listTexts, orderTexts as texts } from '../texts/pages.ts'
import { orderStateTexts } from '../texts/words.ts'
import { api } from './api.ts'
import { Approval } from './order/Approval.tsx'
import { Comments } from './order/Comments.tsx'
import { Needs } from './order/Needs.tsx'
import { OrderActs } from './order/OrderActs.tsx'

export type WholeOrder = Output<typeof api.getOrder>

export default function OrderPage() {
  const t = useText()
  const orderId = useParam('orderId')
  const { data: order, error } = useEndpoint(api.getOrder, { params: { orderId } }, { keep: false })
  const up = { href: '/orders', text: t(listTexts.title) }
  if (!order)
    return (
      <>
        <PageHead title={t(texts.one)} up={up} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={8} />}
      </>
    )
  return (
    <>
      <PageHead
        title={`${order.number}. ${finding(order, t)}`}
        heading={finding(order, t)}
        lead={order.words}
        up={up}
        acts={<OrderActs order={order} />}
      />
      <OrderFacts order={order} />
      <WithSide
        side={
          <>
            <Section title={t(texts.approval)}>
              <Approval order={order} />
            </Section>
            <Section title={t(texts.comments)}>
              <Comments order={order} />
            </Section>
          </>
        }
      >
        <Section title={t(texts.needs)}>
          <Needs order={order} />
        </Section>
      </WithSide>
    </>
  )
}

/** Where it stands, as a sentence: what still waits is said before what is done. */
function finding(order: WholeOrder, t: ReturnType<typeof useText>): string {
  const { state, needs, deliveredNeeds } = order
  const said = texts.finding
  const count = (wanted: string) => order.needsList.filter((need) => need.state === wanted).length
  if (state === 'draft') return t(said.draft, needs)
  if (state === 'submitted') return t(said.submitted, needs)
  if (state === 'declined' || state === 'withdrawn') return t(said[state])
  if (state === 'delivered')
    return t(deliveredNeeds < needs ? said.deliveredSome : said.delivered, deliveredNeeds)
  if (state === 'partlyDelivered') return t(said.partly, deliveredNeeds, needs)
  if (count('open') > 0) return t(said.waiting, count('open'), needs)
  const reserved = order.needsList.filter(({ state: one }) => one === 'reserved')
  const ready = reserved.filter(({ device }) => device?.status === 'pool').length
  if (ready > 0) return t(said.ready, ready)
  if (reserved.length > 0) return t(said.onWay, reserved.length)
  const reused = order.needsList.filter(
    ({ way, state: one }) => way === 'shop' && one === 'onOrder',
  )
  return reused.length > 0 ? t(said.reused, reused.length) : t(said.bought, count('onOrder'))
}

function OrderFacts({ order }: { readonly order: WholeOrder }) {
  const t = useText()
  const { coding, codingNames } = order
  const said = useCodingString()
    .parts.flatMap((part) => {
      const name = codingNames[part.key]
      const code = coding[part.key]
      return code ? `${partName(part, t)} ${code}${name ? ` ${name}` : ''}` : []
    })
    .join(', ')
  return (
    <Facts
      facts={[
        { name: t(listTexts.number), value: order.number },
        { name: t(listTexts.state), value: t(orderStateTexts[order.state]) },
        { name: t(listTexts.orderer), value: order.orderer.name ?? t(listTexts.somebody) },
        ...(order.unit?.name ? [{ name: t(listTexts.unit), value: order.unit.name }] : []),
        ...(said ? [{ name: t(texts.coding), value: said }] : []),
        { name: t(listTexts.made), value: <Instant at={order.madeAt} only="day" /> },
        ...(order.decidedAt
          ? [
              {
                name: t(texts.decided),
                value: (
                  <>
                    <Instant at={order.decidedAt} only="day" />
                    {order.decidedBy?.name && `, ${order.decidedBy.name}`}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
