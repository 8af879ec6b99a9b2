// What the order costs and how much of it is new, for who decides.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
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
  const decides = order.state === 'submitted' && may('ordering.approve')
  const params = { orderId: order.id }
  return (
    <div className="ordapproval">
      <p className={order.monthOre > 0 ? 'ordcost' : undefined}>
        {order.monthOre > 0
          ? t(texts.costs, kr(order.monthOre), kr(order.yearOre))
          : t(order.newNeeds > 0 ? texts.unpriced : texts.noCost)}
      </p>
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
            cannot={own ? t(texts.own) : null}
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
