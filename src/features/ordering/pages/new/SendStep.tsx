// Whom it is charged to, what it costs a month and a year, and away.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DefinitionList, type Fact } from '../../../../web/kit/Facts.tsx'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { useUnits } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import { api } from '../api.ts'
import { needsOf, type Draft } from './draft.ts'

export function SendStep({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.createOrder)
  const { said, set, of } = draft
  const [tried, setTried] = useState(false)
  const kontoWrong = !/^\d{3,8}$/.test(said.konto)
  const send = async (submit: boolean) => {
    setTried(true)
    if (submit && (!said.ansvar || kontoWrong)) return
    const { ansvar, konto } = said
    const made = await act({
      body: {
        unitId: of.unitId,
        coding: { ...(ansvar && { ansvar }), ...(konto && { konto }) },
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
      <Refusal problem={problem} />
      <Ansvar draft={draft} wrong={tried && !said.ansvar ? t(texts.writeAnsvar) : null} />
      <TextField
        label={t(texts.konto)}
        hint={t(texts.kontoHint)}
        maxLength={8}
        value={said.konto}
        onChange={(konto) => set({ konto })}
        wrong={tried && kontoWrong ? t(texts.writeKonto) : null}
      />
      <h3>{t(texts.summary)}</h3>
      <DefinitionList sum facts={useSummary(draft)} />
      <div className="tools">
        <Button kind="primary" type="submit" busy={busy}>
          {t(texts.send)}
        </Button>
        <Button onPress={() => void send(false)}>{t(texts.save)}</Button>
      </div>
    </form>
  )
}

function Ansvar({ draft, wrong }: { readonly draft: Draft; readonly wrong: string | null }) {
  const t = useText()
  const { said, set, seesUnits } = draft
  const units = useUnits()
  const field = { label: t(texts.ansvar), wrong }
  if (!seesUnits)
    return (
      <TextField
        {...field}
        maxLength={40}
        value={said.ansvar}
        onChange={(ansvar) => set({ ansvar: ansvar.trim() })}
      />
    )
  const centres = new Map(
    units.flatMap(({ costCentre, name }) => (costCentre ? [[costCentre, name] as const] : [])),
  )
  return (
    <ComboField
      {...field}
      options={[...centres].map(([id, name]) => ({ id, text: `${id} ${name}` }))}
      value={said.ansvar || null}
      onChange={(ansvar) => set({ ansvar })}
    />
  )
}

function useSummary({ said, rest, options }: Draft): readonly Fact[] {
  const t = useText()
  const { num, money } = useFormat()
  const isNew = said.rest === 'new' ? rest : 0
  const price = options?.services.find(({ id }) => id === said.service)?.monthOre ?? 0
  const kr = (amountOre: number) => money({ amountOre, currency: 'SEK' })
  return [
    { name: t(texts.sumReserved), value: num(said.device.length) },
    { name: t(texts.sumWait), value: num(rest - isNew) },
    { name: t(texts.sumNew), value: num(isNew) },
    { name: t(texts.sumYear), value: kr(price * isNew * 12) },
    { name: t(texts.sumMonth), value: kr(price * isNew) },
  ]
}
