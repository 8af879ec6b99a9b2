// An offer with what it states; what is left empty is read from the model in the catalogue.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { MoneyField } from '../../../../web/kit/field/NumberField.tsx'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { comparisonsApi as api } from '../../api/comparisons.ts'
import { modelsApi } from '../../api/models.ts'
import type { Stated } from '../../rules/offers.ts'
import { modelsTexts, offersTexts as texts } from '../../texts/pages.ts'
import { criterionTexts } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'
import { ValueField } from '../ValueField.tsx'

export function AddOffer(props: {
  readonly comparison: Output<typeof api.getComparison>
  readonly onClose: () => void
}) {
  const { comparison, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.addOffer)
  const [supplier, setSupplier] = useState('')
  const [product, setProduct] = useState('')
  const [modelId, setModel] = useState<string | null>(null)
  const [monthPriceOre, setPrice] = useState<number | null>(null)
  const [stated, setStated] = useState<Stated>({})
  const [q, search] = useState('')
  const [tried, setTried] = useState(false)
  const { data } = useEndpoint(modelsApi.listModels, {
    query: { kind: comparison.kind, limit: 20, ...(q && { q }) },
  })
  const missing = (value: string) => (tried && !value.trim() ? t(modelsTexts.write) : null)
  const submit = async () => {
    setTried(true)
    if (!supplier.trim() || !product.trim() || monthPriceOre === null) return
    const said = comparison.requirements.flatMap(({ key }) => {
      const value = stated[key] ?? null
      return value === null ? [] : [{ key, value }]
    })
    const body = { supplier: supplier.trim(), product: product.trim(), modelId, monthPriceOre }
    const params = { comparisonId: comparison.id }
    if (await act({ params, body: { ...body, document: null, stated: said } })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.addOffer)}
      act={t(texts.addOffer)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t(texts.supplier)}
        value={supplier}
        onChange={setSupplier}
        maxLength={200}
        autoFocus
        wrong={missing(supplier)}
      />
      <TextField
        label={t(texts.product)}
        value={product}
        onChange={setProduct}
        maxLength={200}
        wrong={missing(product)}
      />
      <ComboField
        label={t(texts.model)}
        optional
        options={(data?.items ?? []).map((one) => ({
          id: one.id,
          text: `${one.maker} ${one.name}`,
        }))}
        value={modelId}
        onChange={setModel}
        onSearch={search}
      />
      <MoneyField
        label={t(texts.price)}
        amountOre={monthPriceOre}
        onChange={setPrice}
        wrong={tried && monthPriceOre === null ? t(modelsTexts.write) : null}
      />
      <fieldset className="criterion">
        <legend className="label">{t(texts.stated)}</legend>
        <p className="hint">{t(texts.statedHint)}</p>
        {comparison.requirements.map(({ key }) => (
          <ValueField
            key={key}
            criterion={key}
            label={t(criterionTexts[key])}
            value={stated[key] ?? null}
            onChange={(value) => setStated({ ...stated, [key]: value })}
            optional
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}
