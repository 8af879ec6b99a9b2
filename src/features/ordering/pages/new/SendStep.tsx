// Whom it is charged to, what it costs a month and a year, and away.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DefinitionList, type Fact } from '../../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import {
  CodingFields,
  codingFaults,
  useCodingString,
} from '../../../organisations/pages/fields/CodingFields.tsx'
import { PlaceField } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { sumOf } from '../../../resale/rules/purchase.ts'
import { codingWords } from '../../../organisations/texts/coding.ts'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import { api } from '../api.ts'
import { needsOf, type Draft } from './draft.ts'

export function SendStep({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.createOrder)
  const { of, coding } = draft
  const { parts } = useCodingString()
  const [tried, setTried] = useState(false)
  const faults = codingFaults(parts, coding, t)
  const send = async (submit: boolean) => {
    setTried(true)
    if (submit && Object.keys(faults).length > 0) return
    const made = await act({
      body: {
        unitId: of.unitId,
        coding: Object.fromEntries(Object.entries(coding).filter(([, code]) => code.trim())),
        needs: needsOf(draft),
        submit,
      },
    })
    if (made) router.history.push(`/orders/${made.id}`)
  }
  return (
    <form
      className="form ordform"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void send(true)
      }}
    >
      <Refusal problem={problem} words={codingWords} />
      <CodingFields
        coding={coding}
        onChange={draft.code}
        faults={tried ? faults : {}}
        problem={problem}
        on={draft.today}
      />
      {draft.said.rest === 'shop' && draft.rest > 0 && draft.seesUnits && (
        <PlaceField
          label={t(texts.deliverTo)}
          hint={t(texts.deliverToHint)}
          optional
          value={draft.said.place || null}
          onChange={(place) => draft.set({ place })}
        />
      )}
      <h3>{t(texts.summary)}</h3>
      <DefinitionList sum facts={useSummary(draft)} />
      {draft.said.rest === 'shop' && draft.rest > 0 && <p className="note">{t(texts.heldUntil)}</p>}
      <div className="tools">
        <Button kind="primary" type="submit" busy={busy}>
          {t(texts.send)}
        </Button>
        <Button onPress={() => void send(false)}>{t(texts.save)}</Button>
      </div>
    </form>
  )
}

function useSummary({ said, rest, offer, options }: Draft): readonly Fact[] {
  const t = useText()
  const { num, money } = useFormat()
  const isNew = said.rest === 'new' ? rest : 0
  const stock = said.rest === 'shop' ? rest : 0
  const bought = offer ? sumOf(Array.from({ length: stock }, () => offer)).totalOre : 0
  const price = options?.services.find(({ id }) => id === said.service)?.monthOre ?? 0
  const kr = (amountOre: number) => money({ amountOre, currency: 'SEK' })
  return [
    { name: t(texts.sumReserved), value: num(said.device.length) },
    { name: t(texts.sumWait), value: num(rest - isNew - stock) },
    ...(stock > 0 ? [{ name: t(texts.sumShop), value: num(stock) }] : []),
    { name: t(texts.sumNew), value: num(isNew) },
    { name: t(texts.sumYear), value: kr(price * isNew * 12) },
    { name: t(texts.sumMonth), value: kr(price * isNew) },
    ...(stock > 0 ? [{ name: t(texts.sumPurchase), value: kr(bought) }] : []),
  ]
}
