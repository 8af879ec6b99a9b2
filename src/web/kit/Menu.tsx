// A button that opens a few acts or places.
import './popover.css'
import { ChevronDown, type LucideIcon } from 'lucide-react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Check } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

export interface MenuAct {
  readonly id: string
  readonly text: string
  readonly note?: string
  readonly icon?: LucideIcon
  readonly onAct?: () => void
  readonly href?: string
  /** Why it cannot be done now; stands under the text. */
  readonly cannot?: string | null
  /** A hairline above. */
  readonly parted?: boolean
  /** Of several that exclude each other, the one that holds. */
  readonly current?: boolean
}

export interface MenuProps extends Pick<ButtonProps, 'kind' | 'small' | 'icon' | 'label'> {
  readonly text: React.ReactNode
  readonly acts: readonly MenuAct[]
  /** No chevron: the button's own face says it. */
  readonly bare?: boolean
  /** Open from the start: it was asked for before it was here. */
  readonly defaultOpen?: boolean
  /** Stands above the acts: whose they are. */
  readonly head?: { readonly title: string; readonly note?: string }
  /** What is chosen: the menu is then a choice of several, and stays open. */
  readonly chosen?: readonly string[]
  readonly onChosen?: (ids: readonly string[]) => void
}

export function Menu({
  text,
  acts,
  bare,
  defaultOpen,
  head,
  chosen,
  onChosen,
  ...button
}: MenuProps) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!defaultOpen) return
    // The menu gives the focus back to what had it when it opened.
    trigger.current?.focus()
    setOpen(true)
  }, [defaultOpen])
  const cannot = acts.filter((act) => act.cannot).map((act) => act.id)
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button {...button} ref={trigger}>
        {text}
        {!bare && <ChevronDown aria-hidden />}
      </Button>
      <Popover className="popover" offset={4} placement="bottom end">
        {head && (
          <p className="menuhead">
            <b>{head.title}</b>
            {head.note && <span className="note">{head.note}</span>}
          </p>
        )}
        <AriaMenu
          className="options"
          disabledKeys={cannot}
          {...(chosen && {
            selectionMode: 'multiple' as const,
            selectedKeys: chosen,
            onSelectionChange: (keys) =>
              onChosen?.(keys === 'all' ? acts.map((act) => act.id) : [...keys].map(String)),
          })}
        >
          {acts.map((act) => (
            <Fragment key={act.id}>
              {act.parted && <Separator className="parting" />}
              <Item {...act} />
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

const Item = ({ id, text, note, icon: Icon, onAct, href, cannot, current }: MenuAct) => (
  <MenuItem
    id={id}
    className="option"
    textValue={text}
    {...(current && { 'aria-current': true as const })}
    {...(onAct && { onAction: onAct })}
    {...(href && { href })}
  >
    {({ isSelected, selectionMode }) => (
      <>
        {Icon && <Icon aria-hidden />}
        <span className="grow">
          {text}
          {(cannot ?? note) && <span className="note">{cannot ?? note}</span>}
        </span>
        {(current || (selectionMode !== 'none' && isSelected)) && <Check aria-hidden />}
      </>
    )}
  </MenuItem>
)
