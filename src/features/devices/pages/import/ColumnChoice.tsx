import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { importFieldNames, type ImportField, type Unit } from '../../rules/import/fields.ts'
import { importFieldTexts } from '../../texts/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import type { MappedColumn } from './shapes.ts'
import { capital } from './shown-value.ts'

export interface Chosen {
  readonly field: ImportField
  readonly unit: Unit | null
}
const units = ['bytes', 'megabytes', 'gigabytes'] as const
const measured = (field: ImportField) => field === 'ramMb' || field === 'storageGb'

const grounds = {
  preset: texts.groundPreset,
  title: texts.groundTitle,
  values: texts.groundValues,
  saved: texts.groundSaved,
} as const

export function ColumnChoice(props: {
  readonly heading: string
  readonly examples: readonly string[]
  readonly chosen: Chosen | null
  readonly mapped: MappedColumn | undefined
  /** Heading of the column that already fills the field. */
  readonly takenBy: string | undefined
  readonly onChoose: (chosen: Chosen | null) => void
}) {
  const { heading, examples, chosen, mapped, takenBy, onChoose } = props
  const t = useText()
  const proposed = chosen !== null && mapped?.field === chosen.field
  const ground = proposed && mapped.ground ? t(grounds[mapped.ground]) : null
  const said = chosen && (ground ?? t(texts.groundChosen))
  return (
    <li>
      <div className="fieldrow">
        <SelectField
          label={heading}
          options={[
            { id: 'none' as const, text: capital(t(texts.notRead)) },
            ...importFieldNames.map((id) => ({ id, text: capital(t(importFieldTexts[id])) })),
          ]}
          value={chosen?.field ?? 'none'}
          onChange={(field) =>
            onChoose(
              field === 'none'
                ? null
                : { field, unit: measured(field) ? (chosen?.unit ?? 'gigabytes') : null },
            )
          }
          wrong={takenBy === undefined ? null : t(texts.fieldTaken, takenBy)}
        />
        {chosen && measured(chosen.field) && (
          <SelectField
            label={t(texts.unit)}
            options={units.map((id) => ({ id, text: t(texts[id]) }))}
            value={chosen.unit}
            onChange={(unit) => onChoose({ ...chosen, unit })}
          />
        )}
      </div>
      <div className="examples">
        <p>{examples.length > 0 ? examples.join(' · ') : <span>{t(texts.exampleNone)}</span>}</p>
        {said && <p className="note">{said}</p>}
      </div>
    </li>
  )
}
