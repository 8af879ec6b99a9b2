// Who gets the devices: one search over people and units.
import { useDeferredValue, useState } from 'react'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api as organisations } from '../../../organisations/api/organisation.ts'
import { deskTexts as texts } from '../../texts/stations.ts'

export interface Taker {
  readonly kind: 'person' | 'unit'
  readonly id: string
  readonly name: string
  /** Of a person: the unit where the device is used. */
  readonly unitId: string | null
}

export function TakerField(props: {
  readonly value: Taker | null
  readonly onChange: (taker: Taker) => void
}) {
  const t = useText()
  const [query, setQuery] = useState('')
  const q = useDeferredValue(query.trim())
  const people = useEndpoint(organisations.listPeople, { query: { limit: 20, ...(q && { q }) } })
  const units = useEndpoint(organisations.listUnits, {}).data?.items ?? []
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name
  const takers = [
    ...(people.data?.items ?? []).map(({ id, name, email, unitId }) => ({
      taker: { kind: 'person', id, name, unitId } as const,
      note: unitName(unitId) ?? email ?? undefined,
    })),
    ...units
      .filter(({ name }) => q && name.toLocaleLowerCase('sv').includes(q.toLocaleLowerCase('sv')))
      .slice(0, 10)
      .map(({ id, name, parentId }) => ({
        taker: { kind: 'unit', id, name, unitId: id } as const,
        note: [t(texts.takerUnit), unitName(parentId)].filter(Boolean).join(', '),
      })),
  ]
  const { value } = props
  const chosen = value && { taker: value, note: undefined }
  const options =
    chosen && !takers.some(({ taker }) => taker.id === chosen.taker.id)
      ? [chosen, ...takers]
      : takers
  return (
    <ComboField
      label={t(texts.taker)}
      hint={t(texts.takerHint)}
      value={value?.id ?? null}
      onSearch={setQuery}
      onChange={(id) => {
        const hit = takers.find(({ taker }) => taker.id === id)
        if (hit) props.onChange(hit.taker)
      }}
      options={options.map(({ taker, note }) => ({ id: taker.id, text: taker.name, note }))}
    />
  )
}
