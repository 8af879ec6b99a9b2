// What either side can do with the purchase now.
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { useLanguage, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api as proofs } from '../../../proofs/api.ts'
import { allowsAct } from '../../rules/purchase.ts'
import { purchaseTexts as texts } from '../../texts/shop.ts'
import { api } from '../api.ts'
import type { WholePurchase } from '../PurchasePage.tsx'

export function PurchaseActs({ purchase }: { readonly purchase: WholePurchase }) {
  const t = useText()
  const { language } = useLanguage()
  const { may } = useSession()
  const confirm = useAct(api.confirmPurchase)
  const send = useAct(api.sendPurchase)
  const accept = useAct(api.acceptPurchase)
  const [callingOff, callOff] = useState(false)
  const { id, side, state } = purchase
  const params = { purchaseId: id }
  const acts = (permission: 'resale.buy' | 'resale.sell', act: Parameters<typeof allowsAct>[2]) =>
    may(permission) && allowsAct(state, side, act)
  const mayCallOff = acts(side === 'buyer' ? 'resale.buy' : 'resale.sell', 'cancel')
  const noted = ['confirmed', 'sent', 'received'].includes(state)
  return (
    <>
      <Refusal problem={confirm.problem ?? send.problem ?? accept.problem} />
      {noted && (
        <LinkButton
          icon={FileText}
          href={addressOf(proofs.purchaseNotePdf, { params, query: { language } })}
        >
          {t(texts.note)}
        </LinkButton>
      )}
      {mayCallOff && (
        <Button onPress={() => callOff(true)}>
          {t(side === 'buyer' ? texts.cancel : texts.decline)}
        </Button>
      )}
      {acts('resale.buy', 'confirm') && (
        <Button
          kind="primary"
          busy={confirm.busy}
          cannot={purchase.orderId ? t(texts.ofOrderWaits) : null}
          onPress={() => void confirm.act({ params })}
        >
          {t(texts.confirm)}
        </Button>
      )}
      {acts('resale.sell', 'send') && (
        <Button kind="primary" busy={send.busy} onPress={() => void send.act({ params })}>
          {t(texts.send)}
        </Button>
      )}
      {acts('resale.buy', 'accept') && (
        <Button
          kind="primary"
          busy={accept.busy}
          onPress={() => void accept.act({ params, body: {} })}
        >
          {t(texts.accept)}
        </Button>
      )}
      {callingOff && <CallOff purchase={purchase} onClose={() => callOff(false)} />}
    </>
  )
}

function CallOff(props: { readonly purchase: WholePurchase; readonly onClose: () => void }) {
  const { purchase, onClose } = props
  const t = useText()
  const cancel = useAct(api.cancelPurchase)
  const decline = useAct(api.declinePurchase)
  const buyer = purchase.side === 'buyer'
  const { act, busy, problem } = buyer ? cancel : decline
  return (
    <Dialog
      open
      alert
      title={t(buyer ? texts.cancelTitle : texts.declineTitle, purchase.number)}
      leave={t(texts.keepPurchase)}
      onClose={onClose}
      acts={
        <Button
          kind="primary"
          busy={busy}
          onPress={() =>
            void act({ params: { purchaseId: purchase.id } }).then((done) => done && onClose())
          }
        >
          {t(buyer ? texts.cancel : texts.decline)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(buyer ? texts.cancelHow : texts.declineHow)}</p>
    </Dialog>
  )
}
