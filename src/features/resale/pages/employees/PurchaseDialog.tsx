// One purchase: its receipt once it is fetched, and until then what can be done with it.
import type { Static } from 'typebox'
import { sek } from '../../../../core/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../../web/kit/values.tsx'
import type { EmployeePurchase } from '../../api/employees.ts'
import {
  employeeSaleTexts,
  employeeShopTexts as texts,
  employeeStateTexts,
  paymentTexts,
} from '../../texts/employees.ts'
import { api } from '../api.ts'

export type Bought = Static<typeof EmployeePurchase>

export function PurchaseDialog(props: {
  readonly purchase: Bought
  readonly handsOver: boolean
  readonly onClose: () => void
}) {
  const { purchase, handsOver, onClose } = props
  const t = useText()
  const cancel = useAct(api.cancelEmployeePurchase)
  const handOver = useAct(api.handOverEmployeePurchase)
  const waits = purchase.state === 'ordered'
  const params = { employeePurchaseId: purchase.id }
  const busy = cancel.busy || handOver.busy
  return (
    <Dialog
      open
      title={t(texts.receipt, purchase.number)}
      onClose={onClose}
      acts={
        waits && (
          <>
            <Button
              busy={busy}
              onPress={() => void cancel.act({ params }).then((done) => done && onClose())}
            >
              {t(texts.cancel)}
            </Button>
            {handsOver && (
              <Button
                kind="primary"
                busy={busy}
                onPress={() => void handOver.act({ params }).then((done) => done && onClose())}
              >
                {t(employeeSaleTexts.handOver)}
              </Button>
            )}
          </>
        )
      }
    >
      <Refusal problem={cancel.problem ?? handOver.problem} />
      <PurchaseFacts purchase={purchase} linked={handsOver} />
      {waits && (
        <p className="note">{t(handsOver ? employeeSaleTexts.handOverNote : texts.fetchNote)}</p>
      )}
    </Dialog>
  )
}

function PurchaseFacts({
  purchase,
  linked,
}: {
  readonly purchase: Bought
  readonly linked: boolean
}) {
  const t = useText()
  const { money } = useFormat()
  const name = `${purchase.maker} ${purchase.model}`
  const { vatOre } = purchase
  return (
    <DefinitionList
      facts={[
        {
          name: t(texts.device),
          value:
            linked && purchase.deviceId ? (
              <Link href={`/devices/${purchase.deviceId}`}>{name}</Link>
            ) : (
              name
            ),
        },
        ...(purchase.serialNumber
          ? [{ name: t(texts.serial), value: <Serial>{purchase.serialNumber}</Serial> }]
          : []),
        { name: t(texts.grade), value: purchase.grade },
        { name: t(texts.person), value: purchase.person.name ?? t(texts.somebody) },
        { name: t(texts.state), value: t(employeeStateTexts[purchase.state]) },
        { name: t(texts.ordered), value: <Instant at={purchase.orderedAt} only="day" /> },
        purchase.handedOverAt
          ? { name: t(texts.fetched), value: <Instant at={purchase.handedOverAt} only="day" /> }
          : { name: t(texts.fetchBy), value: <Instant at={purchase.fetchBy} only="day" /> },
        { name: t(texts.warranty), value: t(texts.months, purchase.warrantyMonths) },
        { name: t(texts.paidBy), value: t(paymentTexts[purchase.payment]) },
        {
          name: t(texts.price),
          value: (
            <>
              <b>{money(sek(purchase.priceOre))}</b>
              {vatOre > 0 && (
                <span className="note"> {t(texts.vatInside, money(sek(vatOre)))}</span>
              )}
            </>
          ),
        },
        ...(purchase.benefitOre
          ? [
              {
                name: t(texts.benefit),
                value: t(texts.benefitNote, money(sek(purchase.benefitOre))),
              },
            ]
          : []),
      ]}
    />
  )
}
