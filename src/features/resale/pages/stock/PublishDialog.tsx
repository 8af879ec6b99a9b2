// The terms on which what was chosen is put up: price, VAT, warranty, and a picture for them all.
import { useState } from 'react'
import { MoneyField, NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import type { BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { vatSchemes, WARRANTY_MONTHS, type VatScheme } from '../../rules/listing.ts'
import { stockTexts as texts } from '../../texts/seller.ts'
import { vatChoices } from '../../texts/words.ts'
import { api } from '../api.ts'
import { PictureFields, usePicture } from './Picture.tsx'
import { nameOf, type Stocked } from './stocked.ts'

export function PublishDialog(props: {
  readonly devices: readonly Stocked[]
  readonly onClose: () => void
  readonly onDone: (how: BulkOutcome) => void
}) {
  const { devices, onClose, onDone } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.publishListings)
  const [price, setPrice] = useState<number | null>(null)
  const [vat, setVat] = useState<VatScheme>('margin')
  const [months, setMonths] = useState<number | null>(WARRANTY_MONTHS)
  const [words, setWords] = useState('')
  const picture = usePicture(api.sendPhoto)
  const publish = async () => {
    const photos = await picture.sent()
    if (!photos) return
    const items = devices.map(({ deviceId }) => ({ deviceId, priceOre: price }))
    const answer = await act({
      body: { items, vat, warrantyMonths: months ?? 0, photos, words: words.trim() || null },
    })
    if (answer) onDone(outcomeOf(answer, devices, t))
  }
  return (
    <FormDialog
      wide
      title={t(texts.publishTitle, devices.length)}
      act={t(texts.act)}
      busy={busy || picture.sending}
      problem={picture.fault ?? problem}
      onSubmit={() => void publish()}
      onClose={onClose}
    >
      <MoneyField
        label={t(texts.eachPrice)}
        hint={t(texts.eachPriceHint)}
        optional
        amountOre={price}
        onChange={setPrice}
      />
      <SelectField
        label={t(texts.vat)}
        options={vatSchemes.map((id) => ({ id, text: t(vatChoices[id]) }))}
        value={vat}
        onChange={setVat}
      />
      <NumberField
        label={t(texts.monthsField)}
        min={0}
        max={60}
        value={months}
        onChange={setMonths}
      />
      <PictureFields {...picture} />
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

type Said = (done: number, of: number) => string

export function outcomeOf(
  answer: {
    done: number
    items: readonly { deviceId: string; done: boolean; title: string | null }[]
  },
  devices: readonly Stocked[],
  t: ReturnType<typeof useText>,
  said: { readonly done: { sv: Said; en: Said } } = texts,
): BulkOutcome {
  return {
    text: t(said.done, answer.done, answer.items.length),
    refused: answer.items.flatMap(({ deviceId, done, title }) => {
      const device = devices.find((one) => one.deviceId === deviceId)
      return done || !device ? [] : [{ name: nameOf(device), why: title ?? '' }]
    }),
  }
}
