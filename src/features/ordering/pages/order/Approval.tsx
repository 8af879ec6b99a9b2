// What the order costs and how much of it is new, for who decides.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText, type Translate } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { allowsAct } from '../../rules/orders.ts'
import { codingWords } from '../../../organisations/texts/coding.ts'
import { orderTexts as texts } from '../../texts/pages.ts'
import { reasonTexts } from '../../texts/words.ts'
import { api } from '../api.ts'
import type { WholeOrder } from '../OrderPage.tsx'

export function Approval({ order }: { readonly order: WholeOrder }) {
  const t = useText()
  const { money, list } = useFormat()
  const { person, may } = useSession()
  const { act, busy, problem } = useAct(api.approveOrder)
  const [declining, decline] = useState(false)
  const kr = (amountOre: number) => money({ amountOre, currency: 'SEK' })
  const reasons = new Set(order.needsList.flatMap(({ newReason }) => newReason ?? []))
  const own = order.orderer.id === person?.id
  const stock = order.needsList.filter(
    ({ way, state, purchaseEnd }) => way === 'shop' && state !== 'withdrawn' && !purchaseEnd,
  )
  const lost = order.needsList.filter(
    ({ way, state, purchaseEnd }) => way === 'shop' && state !== 'withdrawn' && purchaseEnd,
  ).length
  const { totalOre, netOre, vatOre } = order.purchaseSum
  const decides = order.state === 'submitted' && may('ordering.approve')
  const params = { orderId: order.id }
  return (
    <div className="ordapproval">
      {stock.length > 0 && (
        <>
          <p className="ordcost">{t(texts.costsOnce, kr(totalOre))}</p>
          {vatOre > 0 && <p className="muted">{t(texts.ofItVat, kr(netOre), kr(vatOre))}</p>}
          <p className="muted">{t(texts.stockOf, stock.length, warrantyOf(stock, t))}</p>
        </>
      )}
      {(order.monthOre > 0 || stock.length === 0) && (
        <p className={order.monthOre > 0 ? 'ordcost' : undefined}>
          {order.monthOre > 0
            ? t(texts.costs, kr(order.monthOre), kr(order.yearOre))
            : t(order.newNeeds > 0 ? texts.unpriced : texts.noCost)}
        </p>
      )}
      {lost > 0 && allowsAct(order.state, 'withdraw') && (
        <Notice tone="warn" title={t(texts.stockLost, lost)} />
      )}
      <p className="muted">
        {order.newNeeds === 0
          ? t(texts.noneNew)
          : t(
              texts.someNew,
              order.newNeeds,
              list([...reasons].map((reason) => t(reasonTexts[reason]).toLowerCase())),
            )}
      </p>
      <Refusal problem={problem} words={codingWords} />
      {decides && (
        <div className="tools">
          <Button
            kind={own ? 'plain' : 'primary'}
            busy={busy}
            cannot={own ? t(texts.own) : lost > 0 ? t(texts.stockFirst) : null}
            onPress={() => void act({ params })}
          >
            {t(texts.approve)}
          </Button>
          {!own && <Button onPress={() => decline(true)}>{t(texts.decline)}</Button>}
        </div>
      )}
      {order.state === 'submitted' && !decides && <p className="muted">{t(texts.waits)}</p>}
      {declining && <Decline order={order} onClose={() => decline(false)} />}
    </div>
  )
}

/** The same warranty for all, or none is named. */
function warrantyOf(stock: WholeOrder['needsList'], t: Translate): string {
  const months = new Set(stock.map(({ purchase }) => purchase?.warrantyMonths ?? 0))
  const [only] = months
  return months.size === 1 && only ? t(texts.withWarranty, only) : ''
}

function Decline({ order, onClose }: { readonly order: WholeOrder; readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.declineOrder)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!words.trim()) return
    const answer = await act({ params: { orderId: order.id }, body: { words: words.trim() } })
    if (answer) onClose()
  }
  return (
    <FormDialog
      title={t(texts.declineTitle, order.number)}
      act={t(texts.decline)}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t(texts.declineHow)}</p>
      <TextAreaField
        label={t(texts.why)}
        autoFocus
        maxLength={2000}
        value={words}
        onChange={setWords}
        wrong={tried && !words.trim() ? t(texts.writeWhy) : null}
      />
    </FormDialog>
  )
}
