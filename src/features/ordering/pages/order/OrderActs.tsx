// What can be done with the whole order now, by who may.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { allowsAct } from '../../rules/orders.ts'
import { codingWords } from '../../../organisations/texts/coding.ts'
import { orderTexts as texts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import type { WholeOrder } from '../OrderPage.tsx'

export function OrderActs({ order }: { readonly order: WholeOrder }) {
  const t = useText()
  const router = useRouter()
  const { person, may } = useSession()
  const send = useAct(api.submitOrder)
  const match = useAct(api.startMatch)
  const [withdrawing, withdraw] = useState(false)
  const own = order.orderer.id === person?.id || may('ordering.approve')
  const waits = order.needsList.some(({ state }) => state === 'open')
  const matches = allowsAct(order.state, 'deliver') && waits && may('custody.handOut')
  return (
    <>
      <Refusal problem={send.problem ?? match.problem} words={codingWords} />
      {own && allowsAct(order.state, 'withdraw') && (
        <Button onPress={() => withdraw(true)}>{t(texts.withdraw)}</Button>
      )}
      {own && allowsAct(order.state, 'submit') && (
        <Button
          kind="primary"
          busy={send.busy}
          onPress={() => void send.act({ params: { orderId: order.id } })}
        >
          {t(texts.submit)}
        </Button>
      )}
      {matches && (
        <Button
          kind="primary"
          busy={match.busy}
          onPress={() =>
            void match
              .act({ body: { orderId: order.id } })
              .then((made) => made && router.history.push(`/matches/${made.id}`))
          }
        >
          {t(texts.match)}
        </Button>
      )}
      {withdrawing && <Withdraw order={order} onClose={() => withdraw(false)} />}
    </>
  )
}

function Withdraw(props: { readonly order: WholeOrder; readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.withdrawOrder)
  const [words, setWords] = useState('')
  const submit = async () => {
    const params = { orderId: props.order.id }
    if (await act({ params, body: { words: words.trim() || null } })) props.onClose()
  }
  return (
    <FormDialog
      title={t(texts.withdrawTitle, props.order.number)}
      act={t(texts.withdraw)}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <p>{t(texts.withdrawHow)}</p>
      <TextAreaField
        label={t(texts.words)}
        optional
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}
