// What narrows a list: a chip for each, in the same order as in the address; click one to change it.
import './filters.css'
import './popover.css'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { SearchField } from 'react-aria-components/SearchField'
import { texts } from '../texts.ts'
import { Button, IconButton } from './Button.tsx'
import { OptionRow, type Option } from './field/SelectField.tsx'
import { useFormat, useText } from './language.tsx'
import { Menu } from './Menu.tsx'

export interface FilterDeclaration {
  /** As in the address. */
  readonly id: string
  readonly text: string
  readonly options: readonly Option[]
  /** Only one at a time. */
  readonly single?: boolean
}

export interface FiltersProps {
  readonly filters: readonly FilterDeclaration[]
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly onChange: (id: string, values: readonly string[]) => void
  /** How many the filters leave, of how many. */
  readonly count?: number | undefined
  readonly total?: number | undefined
  /** To the right: TableTools. */
  readonly tools?: React.ReactNode
}

export function Filters({ filters, values, onChange, count, total, tools }: FiltersProps) {
  const t = useText()
  const { num } = useFormat()
  const [open, setOpen] = useState<string | null>(null)
  const valuesOf = (id: string) => values[id] ?? []
  const shown = filters.filter(({ id }) => valuesOf(id).length > 0 || id === open)
  const others = filters.filter((filter) => !shown.includes(filter))
  return (
    <div className="filters" role="group" aria-label={t(texts.filters)}>
      {shown.length > 0 && (
        <ul>
          {shown.map((filter) => (
            <FilterChip
              key={filter.id}
              filter={filter}
              values={valuesOf(filter.id)}
              open={open === filter.id}
              onOpen={(now) => setOpen(now ? filter.id : null)}
              onChange={(next) => onChange(filter.id, next)}
            />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Menu
          kind="quiet"
          small
          bare
          icon={Plus}
          text={t(texts.addFilter)}
          // The menu gives the focus back first; then the new chip opens and takes it.
          acts={others.map(({ id, text }) => ({
            id,
            text,
            onAct: () => requestAnimationFrame(() => setOpen(id)),
          }))}
        />
      )}
      {count !== undefined && (
        <p className="faint" role="status">
          {total === undefined || total === count
            ? num(count)
            : t(texts.countOf, num(count), num(total))}
        </p>
      )}
      {tools}
    </div>
  )
}

/** Å is not A to somebody who reads Swedish, so only case is forgiven. */
const contains = (text: string, part: string) =>
  text.toLocaleLowerCase('sv').includes(part.toLocaleLowerCase('sv'))

function FilterChip(props: {
  readonly filter: FilterDeclaration
  readonly values: readonly string[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChange: (values: readonly string[]) => void
}) {
  const { filter, values, open, onOpen, onChange } = props
  const t = useText()
  const said = values.map((id) => filter.options.find((one) => one.id === id)?.text ?? id)
  const short = said.length > 2 ? t(texts.andMore, said[0]!, said.length - 1) : said.join(', ')
  return (
    <li className="chip">
      <DialogTrigger isOpen={open} onOpenChange={onOpen}>
        <AriaButton className="value" aria-label={t(texts.changeFilter, filter.text, short || '…')}>
          <span>{filter.text}</span> <b>{short || '…'}</b>
        </AriaButton>
        <Popover className="popover" offset={4} placement="bottom start">
          <Dialog aria-label={filter.text}>
            <Choices
              filter={filter}
              values={values}
              onChange={onChange}
              onDone={() => onOpen(false)}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {values.length > 0 && (
        <IconButton
          icon={X}
          label={t(texts.removeFilter, filter.text, short)}
          onPress={() => onChange([])}
        />
      )}
    </li>
  )
}

function Choices(props: {
  readonly filter: FilterDeclaration
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
  readonly onDone: () => void
}) {
  const { filter, values, onChange, onDone } = props
  const t = useText()
  const list = (
    <ListBox
      className="options"
      aria-label={filter.text}
      items={filter.options}
      selectionMode={filter.single ? 'single' : 'multiple'}
      selectedKeys={values}
      onSelectionChange={(keys) => {
        onChange(keys === 'all' ? filter.options.map(({ id }) => id) : [...keys].map(String))
        if (filter.single) onDone()
      }}
      renderEmptyState={() => <p className="none">{t(texts.noOptions)}</p>}
      autoFocus={filter.options.length <= 8 ? 'first' : false}
    >
      {(option) => <OptionRow {...option} />}
    </ListBox>
  )
  return (
    <>
      {filter.options.length <= 8 ? (
        list
      ) : (
        <Autocomplete filter={contains}>
          <SearchField className="narrow" aria-label={t(texts.search)} autoFocus>
            <Input className="input" />
          </SearchField>
          {list}
        </Autocomplete>
      )}
      {!filter.single && (
        <div className="chipfoot">
          <Button small kind="quiet" onPress={onDone}>
            {t(texts.done)}
          </Button>
        </div>
      )}
    </>
  )
}
