// The terms on which what was chosen is put up for the employees.
import { useState } from 'react'
import { MoneyField, NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { vatSchemes, type VatScheme } from '../../rules/listing.ts'
import { employeeSaleTexts as texts } from '../../texts/employees.ts'
import { stockTexts } from '../../texts/seller.ts'
import { insideVatChoices } from '../../texts/words.ts'
import { api } from '../api.ts'
import { PictureFields, usePicture } from '../stock/Picture.tsx'
import { outcomeOf, type PublishDialog } from '../stock/PublishDialog.tsx'

export function OfferDialog(props: Parameters<typeof PublishDialog>[0]) {
  const { devices, onClose, onDone } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.offerToEmployees)
  const [price, setPrice] = useState<number | null>(null)
  const [vat, setVat] = useState<VatScheme>('standard')
  const [months, setMonths] = useState<number | null>(0)
  const picture = usePicture(api.sendEmployeePhoto)
  const offer = async () => {
    const photos = await picture.sent()
    if (!photos) return
    const items = devices.map(({ deviceId }) => ({ deviceId, priceOre: price }))
    const answer = await act({ body: { items, vat, warrantyMonths: months ?? 0, photos } })
    if (answer) onDone(outcomeOf(answer, devices, t, texts))
  }
  return (
    <FormDialog
      wide
      title={t(texts.offerTitle, devices.length)}
      act={t(stockTexts.act)}
      busy={busy || picture.sending}
      problem={picture.fault ?? problem}
      onSubmit={() => void offer()}
      onClose={onClose}
    >
      <MoneyField
        label={t(texts.eachPrice)}
        hint={t(texts.marketValue)}
        optional
        amountOre={price}
        onChange={setPrice}
      />
      <SelectField
        label={t(stockTexts.vat)}
        options={vatSchemes.map((id) => ({ id, text: t(insideVatChoices[id]) }))}
        value={vat}
        onChange={setVat}
      />
      <NumberField
        label={t(stockTexts.monthsField)}
        min={0}
        max={60}
        value={months}
        onChange={setMonths}
      />
      <PictureFields {...picture} />
    </FormDialog>
  )
}
