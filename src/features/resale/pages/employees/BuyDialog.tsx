// What is bought, what it costs, and how the person pays.
import type { Static } from 'typebox'
import { useState } from 'react'
import { sek } from '../../../../core/money.ts'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import type { EmployeeOffer } from '../../api/employees.ts'
import type { Payment } from '../../rules/employees.ts'
import { employeeShopTexts as texts, paymentTexts } from '../../texts/employees.ts'
import { api } from '../api.ts'
import { AgainstNewLine, Photo, useSpecs } from '../parts.tsx'

export type Offered = Static<typeof EmployeeOffer>

export function BuyDialog(props: {
  readonly offer: Offered
  readonly payments: readonly Payment[]
  readonly onClose: () => void
}) {
  const { offer, payments, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.buyAsEmployee)
  const [only, another] = payments
  const [payment, pay] = useState<Payment | null>(another ? null : (only ?? null))
  const [tried, setTried] = useState(false)
  const notes = { payroll: texts.payrollNote, invoice: texts.invoiceNote } as const
  const buy = async () => {
    setTried(true)
    if (!payment) return
    if (await act({ body: { listingId: offer.listingId, payment } })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.buyTitle, `${offer.maker} ${offer.model}`)}
      act={t(texts.buy)}
      busy={busy}
      problem={problem}
      onSubmit={() => void buy()}
      onClose={onClose}
    >
      {offer.photos.length > 0 && (
        <div className="shopthumbs" role="group" aria-label={t(texts.pictures)}>
          {offer.photos.map((photo) => (
            <Photo key={photo.photoId} photo={photo} from={api.getEmployeePhoto} />
          ))}
        </div>
      )}
      <OfferFacts offer={offer} />
      <RadioField
        label={t(texts.payment)}
        options={payments.map((id) => ({ id, text: t(paymentTexts[id]), note: t(notes[id]) }))}
        value={payment}
        onChange={pay}
        wrong={tried && !payment ? t(texts.choosePayment) : null}
      />
      <p className="note">{t(texts.fetchNote)}</p>
    </FormDialog>
  )
}

function OfferFacts({ offer }: { readonly offer: Offered }) {
  const t = useText()
  const { num, money } = useFormat()
  const specs = useSpecs()(offer)
  return (
    <DefinitionList
      facts={[
        { name: t(texts.grade), value: offer.grade },
        ...(specs ? [{ name: t(texts.specs), value: specs }] : []),
        ...(offer.batteryPercent === null
          ? []
          : [{ name: t(texts.battery), value: t(texts.percent, num(offer.batteryPercent)) }]),
        { name: t(texts.warranty), value: t(texts.months, offer.warrantyMonths) },
        ...(offer.words ? [{ name: t(texts.words), value: offer.words }] : []),
        ...(offer.againstNew
          ? [{ name: t(texts.climate), value: <AgainstNewLine figure={offer.againstNew} /> }]
          : []),
        {
          name: t(texts.price),
          value: (
            <>
              <b>{money(sek(offer.priceOre))}</b>
              {offer.vatOre > 0 && (
                <span className="note"> {t(texts.vatInside, money(sek(offer.vatOre)))}</span>
              )}
            </>
          ),
        },
        ...(offer.benefitOre
          ? [
              {
                name: t(texts.benefit),
                value: t(texts.benefitNote, money(sek(offer.benefitOre))),
              },
            ]
          : []),
      ]}
    />
  )
}
