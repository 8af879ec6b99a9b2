// A field for the value of a requirement, by what answers it: a figure, a day, or one of some words.
import { DayField } from '../../../web/kit/field/DayField.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { criterionShape, type CriterionKey } from '../rules/criteria.ts'
import type { RequirementValue } from '../rules/requirements.ts'
import { modelsTexts, servicesTexts } from '../texts/pages.ts'
import { shownValue } from './values.ts'

const units: Partial<Record<CriterionKey, string>> = { memoryGb: 'GB', storageGb: 'GB' }

export function ValueField(props: {
  readonly criterion: CriterionKey
  readonly label: string
  readonly value: RequirementValue | null
  readonly onChange: (value: RequirementValue | null) => void
  readonly wrong?: string | null
  readonly optional?: boolean
}) {
  const { criterion, value, onChange, ...field } = props
  const t = useText()
  const formats = useFormat()
  const shape = criterionShape(criterion)
  if (shape.type === 'day')
    return <DayField {...field} value={value as string | null} onChange={onChange} />
  if (shape.type === 'steps' || shape.type === 'oneOf') {
    const words = shape.type === 'steps' ? shape.steps : shape.values
    const options = words.map((id) => ({ id, text: shownValue(criterion, id, t, formats) }))
    return (
      <SelectField
        {...field}
        options={field.optional ? [{ id: '', text: t(modelsTexts.unknown) }, ...options] : options}
        value={value === null ? (field.optional ? '' : null) : String(value)}
        onChange={(id: string) => onChange(id || null)}
      />
    )
  }
  const unit =
    criterion === 'screenInches'
      ? t(modelsTexts.inchUnit)
      : criterion === 'warrantyMonths'
        ? t(servicesTexts.monthsUnit)
        : (units[criterion] ?? '%')
  return (
    <NumberField
      {...field}
      plain
      min={0}
      unit={unit}
      decimals={criterion === 'screenInches' ? 1 : 0}
      value={value as number | null}
      onChange={onChange}
    />
  )
}
