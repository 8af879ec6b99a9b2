import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { useLanguage, useText } from '../language.tsx'
import { texts } from '../../texts.ts'
import { FieldFoot, FieldLabel, ariaOf, type FieldProps } from './parts.tsx'

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly decimals?: number
  /** Stands after the figure: `kr`, `månader`. */
  readonly unit?: string
  /** Without buttons for less and more, for amounts that nobody steps through. */
  readonly plain?: boolean
  /** A year is a name: its figures stand together. */
  readonly year?: boolean
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step, decimals = 0, unit, plain, year } = props
  const t = useText()
  return (
    <AriaNumberField
      {...ariaOf(props)}
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      formatOptions={{
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: !year,
      }}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
      {...(step !== undefined && { step })}
    >
      <FieldLabel {...props} />
      <Group className="input-row">
        <Input className="input" />
        {unit && <span className="unit">{unit}</span>}
        {!plain && !props.readOnly && (
          <>
            <Button slot="decrement" aria-label={t(texts.decrease)}>
              <Minus aria-hidden />
            </Button>
            <Button slot="increment" aria-label={t(texts.increase)}>
              <Plus aria-hidden />
            </Button>
          </>
        )}
      </Group>
      <FieldFoot {...props} />
    </AriaNumberField>
  )
}

/** An amount in whole öre, written in kronor. */
export function MoneyField({
  amountOre,
  onChange,
  ...props
}: FieldProps & {
  readonly amountOre: number | null
  readonly onChange: (amountOre: number | null) => void
}) {
  const { language } = useLanguage()
  return (
    <NumberField
      {...props}
      plain
      decimals={2}
      unit={language === 'sv' ? 'kr' : 'SEK'}
      value={amountOre === null ? null : amountOre / 100}
      onChange={(kronor) => onChange(kronor === null ? null : Math.round(kronor * 100))}
    />
  )
}
