// One of a few (Select) or one of many that you search (Combo).
import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { useText } from '../language.tsx'
import { texts } from '../../texts.ts'
import { FieldFoot, FieldLabel, ariaOf, type FieldProps } from './parts.tsx'

export interface Option<Id extends string = string> {
  readonly id: Id
  readonly text: string
  /** A quiet second line. */
  readonly note?: string | undefined
}

export const OptionRow = ({ id, text, note }: Option) => (
  <ListBoxItem id={id} textValue={text} className="option">
    {({ isSelected }) => (
      <>
        <span className="grow">
          {text}
          {note && <span className="note">{note}</span>}
        </span>
        {isSelected && <Check aria-hidden />}
      </>
    )}
  </ListBoxItem>
)

export interface SelectFieldProps<Id extends string> extends FieldProps {
  readonly options: readonly Option<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id) => void
}

export function SelectField<Id extends string>(props: SelectFieldProps<Id>) {
  const { options, value, onChange } = props
  const t = useText()
  return (
    <Select
      {...ariaOf(props)}
      className="field"
      value={value}
      onChange={(id) => id !== null && onChange(id as Id)}
      placeholder={t(texts.choose)}
    >
      <FieldLabel {...props} />
      <Button className="input select">
        <SelectValue>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <FieldFoot {...props} />
      <Popover className="popover" offset={4}>
        <ListBox className="options" items={options}>
          {(option) => <OptionRow {...option} />}
        </ListBox>
      </Popover>
    </Select>
  )
}

export interface ComboFieldProps<Id extends string> extends SelectFieldProps<Id> {
  /** Given: the server searches and `options` are what it found. Otherwise all options are here. */
  readonly onSearch?: (query: string) => void
}

export function ComboField<Id extends string>(props: ComboFieldProps<Id>) {
  const { options, value, onChange, onSearch } = props
  const t = useText()
  return (
    <ComboBox
      {...ariaOf(props)}
      className="field"
      value={value}
      onChange={(id) => id !== null && onChange(id as Id)}
      menuTrigger="focus"
      allowsEmptyCollection
      {...(onSearch
        ? { items: options, onInputChange: onSearch, defaultFilter: () => true }
        : { defaultItems: options })}
    >
      <FieldLabel {...props} />
      <Group className="input-row">
        <Input className="input" />
        <Button aria-label={t(texts.showOptions)}>
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      <FieldFoot {...props} />
      <Popover className="popover" offset={4}>
        <ListBox<Option<Id>>
          className="options"
          renderEmptyState={() => <p className="none">{t(texts.noOptions)}</p>}
        >
          {(option) => <OptionRow {...option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
