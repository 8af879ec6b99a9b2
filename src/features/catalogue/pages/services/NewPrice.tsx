// A new version of a price, with what it becomes shown while it is typed: by the server's own rule.
import { useState } from 'react'
import { Checkbox } from '../../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { MoneyField, NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { servicesApi as api } from '../../api/services.ts'
import { priceOf, type PriceParts } from '../../rules/price.ts'
import { servicesTexts as texts } from '../../texts/pages.ts'
import { refusals } from '../../texts.ts'

const empty: PriceParts = {
  ...{ purchaseOre: 0, residualOre: 0, returnBasisPoints: 9_500, interestBasisPoints: 0 },
  ...{ supportOre: 0, handlingOre: 0, months: 36, roundTo: 'krona' },
}

export function NewPrice(props: {
  readonly serviceId: string
  readonly termMonths: number
  readonly latest: PriceParts | undefined
  readonly onClose: () => void
}) {
  const t = useText()
  const { money } = useFormat()
  const { act, busy, problem } = useAct(api.addPrice)
  const [parts, setParts] = useState<PriceParts>(
    props.latest ?? { ...empty, months: props.termMonths },
  )
  const [validFromOn, setFrom] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<PriceParts>) => setParts({ ...parts, ...change })
  const amount = (name: 'purchaseOre' | 'residualOre' | 'supportOre' | 'handlingOre') => ({
    amountOre: parts[name],
    onChange: (ore: number | null) => set({ [name]: ore ?? 0 }),
  })
  const percent = (name: 'returnBasisPoints' | 'interestBasisPoints') => ({
    value: parts[name] / 100,
    onChange: (value: number | null) => set({ [name]: Math.round((value ?? 0) * 100) }),
    ...{ unit: '%', min: 0, max: 100, decimals: 2, plain: true },
  })
  const submit = async () => {
    setTried(true)
    if (!validFromOn) return
    const params = { serviceId: props.serviceId }
    if (await act({ params, body: { validFromOn, parts } })) props.onClose()
  }
  return (
    <FormDialog
      title={t(texts.newPrice)}
      act={t(texts.decidePrice)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <DayField
        label={t(texts.priceFrom)}
        value={validFromOn}
        onChange={setFrom}
        wrong={tried && !validFromOn ? t(texts.chooseDay) : null}
      />
      <MoneyField label={t(texts.purchase)} {...amount('purchaseOre')} />
      <MoneyField label={t(texts.residual)} {...amount('residualOre')} />
      <NumberField label={t(texts.returned)} {...percent('returnBasisPoints')} />
      <NumberField
        label={t(texts.term)}
        unit={t(texts.monthsUnit)}
        value={parts.months}
        onChange={(months) => set({ months: months ?? props.termMonths })}
        min={1}
        max={120}
      />
      <NumberField label={t(texts.interest)} {...percent('interestBasisPoints')} />
      <MoneyField label={t(texts.support)} {...amount('supportOre')} />
      <MoneyField label={t(texts.handling)} {...amount('handlingOre')} />
      <Checkbox
        label={t(texts.toKrona)}
        checked={parts.roundTo === 'krona'}
        onChange={(whole) => set({ roundTo: whole ? 'krona' : 'ore' })}
      />
      <p role="status">
        <b>{t(texts.becomes, money({ amountOre: priceOf(parts).priceOre, currency: 'SEK' }))}</b>
      </p>
    </FormDialog>
  )
}
