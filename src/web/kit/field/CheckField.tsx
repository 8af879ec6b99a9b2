// Yes or no, several of a few, and one of a few in plain sight.
import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { FieldFoot, FieldLabel, ariaOf, type FieldProps } from './parts.tsx'
import type { Option } from './SelectField.tsx'

const Mark = ({ some }: { some: boolean }) => (some ? <Minus aria-hidden /> : <Check aria-hidden />)

export function Checkbox(props: {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Some of what it stands for. */
  readonly some?: boolean
  readonly disabled?: boolean
  /** The label is said but not shown. */
  readonly bare?: boolean
}) {
  const { label, hint, checked, onChange, some = false, disabled = false, bare } = props
  return (
    <AriaCheckbox
      className="check"
      isSelected={checked}
      isIndeterminate={some}
      isDisabled={disabled}
      onChange={onChange}
      {...(bare && { 'aria-label': label })}
    >
      {({ isSelected }) => (
        <>
          <span className="box">{(isSelected || some) && <Mark some={some} />}</span>
          {!bare && <Said text={label} note={hint} />}
        </>
      )}
    </AriaCheckbox>
  )
}

const Said = ({ text, note }: Pick<Option, 'text' | 'note'>) => (
  <span className="say">
    {text}
    {note && <span className="hint">{note}</span>}
  </span>
)

/** More than these stand in columns, where there is room; what has much to say keeps its line. */
const MANY = 6
const inColumns = (options: readonly Option<string>[]) =>
  options.length > MANY &&
  options.every(({ text, note }) => text.length <= 40 && (note?.length ?? 0) <= 24)

export function ChecksField<Id extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Id>[]
    readonly value: readonly Id[]
    readonly onChange: (value: readonly Id[]) => void
  },
) {
  return (
    <CheckboxGroup
      {...ariaOf(props)}
      className="field"
      value={[...props.value]}
      onChange={(ids) => props.onChange(ids as Id[])}
    >
      <FieldLabel {...props} />
      <div className={inColumns(props.options) ? 'checks many' : 'checks'}>
        {props.options.map(({ id, text, note }) => (
          <AriaCheckbox key={id} value={id} className="check">
            {({ isSelected }) => (
              <>
                <span className="box">{isSelected && <Mark some={false} />}</span>
                <Said text={text} note={note} />
              </>
            )}
          </AriaCheckbox>
        ))}
      </div>
      <FieldFoot {...props} />
    </CheckboxGroup>
  )
}

export function RadioField<Id extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Id>[]
    readonly value: Id | null
    readonly onChange: (value: Id) => void
  },
) {
  return (
    <RadioGroup
      {...ariaOf(props)}
      className="field"
      value={props.value}
      onChange={(id) => props.onChange(id as Id)}
    >
      <FieldLabel {...props} />
      {props.options.map(({ id, text, note }) => (
        <Radio key={id} value={id} className="check">
          <span className="box round" />
          <Said text={text} note={note} />
        </Radio>
      ))}
      <FieldFoot {...props} />
    </RadioGroup>
  )
}
