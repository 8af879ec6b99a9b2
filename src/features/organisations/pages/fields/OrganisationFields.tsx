// Fields that choose a person, a unit or a place of the own organisation.
import { useDeferredValue, useMemo, useState } from 'react'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import type { FieldProps } from '../../../../web/kit/field/parts.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { unitPath } from './units.ts'

export interface ChosenPerson {
  readonly id: string
  readonly unitId: string | null
}

/** People are many: the server searches while one types. */
export function PersonField(
  props: FieldProps & {
    readonly value: ChosenPerson | null
    readonly onChange: (person: ChosenPerson) => void
  },
) {
  const { value, onChange, ...field } = props
  const [query, setQuery] = useState('')
  const q = useDeferredValue(query.trim())
  const { data } = useEndpoint(api.listPeople, { query: { limit: 20, ...(q && { q }) } })
  const units = useUnits()
  const people = data?.items ?? []
  return (
    <ComboField
      {...field}
      value={value?.id ?? null}
      onSearch={setQuery}
      onChange={(id) => {
        const person = people.find((one) => one.id === id)
        if (person) onChange({ id, unitId: person.unitId })
      }}
      options={people.map(({ id, name, email, unitId }) => ({
        id,
        text: name,
        note: (unitId && unitPath(units, unitId)) || email || undefined,
      }))}
    />
  )
}

interface IdFieldProps extends FieldProps {
  readonly value: string | null
  readonly onChange: (id: string) => void
}

export function UnitField({ value, onChange, ...field }: IdFieldProps) {
  const units = useUnits()
  const options = useMemo(() => units.map(({ id }) => ({ id, text: unitPath(units, id) })), [units])
  return <ComboField {...field} value={value} onChange={onChange} options={options} />
}

export function PlaceField({ value, onChange, ...field }: IdFieldProps) {
  const { data } = useEndpoint(api.listPlaces, {})
  const options = (data?.items ?? []).map(({ id, name, address }) => ({
    id,
    text: name,
    note: address ?? undefined,
  }))
  return <ComboField {...field} value={value} onChange={onChange} options={options} />
}

const none: readonly never[] = []
export function useUnits() {
  return useEndpoint(api.listUnits, {}).data?.items ?? none
}
