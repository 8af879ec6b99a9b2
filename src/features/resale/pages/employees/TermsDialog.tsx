// Whether the sale to employees is open, to whom, how many, and how it is paid.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Checkbox, ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { payments as allPayments } from '../../rules/employees.ts'
import { employeeSaleTexts as texts, paymentTexts } from '../../texts/employees.ts'
import { api } from '../api.ts'

export function TermsDialog(props: {
  readonly sale: Output<typeof api.getEmployeeSale>
  readonly onClose: () => void
}) {
  const { sale, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.changeEmployeeSale)
  const [open, setOpen] = useState(sale.open)
  const [leastMonths, setMonths] = useState<number | null>(sale.leastMonths)
  const [perYear, setPerYear] = useState<number | null>(sale.perYear)
  const [percent, setPercent] = useState<number | null>(sale.pricePercent)
  const [payments, setPayments] = useState(sale.payments)
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (payments.length === 0) return
    const body = {
      ...{ open, leastMonths: leastMonths ?? 0, perYear: perYear ?? 1, payments },
      pricePercent: percent ?? 100,
    }
    if (await act({ body })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.terms)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Checkbox
        label={t(texts.openField)}
        hint={t(texts.openHint)}
        checked={open}
        onChange={setOpen}
      />
      <NumberField
        label={t(texts.leastMonths)}
        min={0}
        max={120}
        value={leastMonths}
        onChange={setMonths}
      />
      <NumberField
        label={t(texts.perYear)}
        min={1}
        max={20}
        value={perYear}
        onChange={setPerYear}
      />
      <NumberField
        label={t(texts.pricePercent)}
        hint={t(texts.pricePercentHint)}
        unit="%"
        min={1}
        max={100}
        value={percent}
        onChange={setPercent}
      />
      <ChecksField
        label={t(texts.payments)}
        options={allPayments.map((id) => ({ id, text: t(paymentTexts[id]) }))}
        value={payments}
        onChange={(chosen) => setPayments(allPayments.filter((one) => chosen.includes(one)))}
        wrong={tried && payments.length === 0 ? t(texts.choosePayments) : null}
      />
    </FormDialog>
  )
}
