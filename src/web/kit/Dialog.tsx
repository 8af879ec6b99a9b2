// Only to confirm what cannot be undone, or for a short form. The button says the act.
import './dialog.css'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { texts } from '../texts.ts'
import { Button, IconButton } from './Button.tsx'
import { useText } from './language.tsx'

export interface DialogProps {
  readonly open: boolean
  /** Escape, the cross and a press outside. Focus returns to where it was. */
  readonly onClose: () => void
  readonly title: string
  readonly wide?: boolean
  /** Something typed would be lost: a press outside does nothing. */
  readonly keep?: boolean
  /** The acts at the foot; `Avbryt` is added after them. */
  readonly acts?: React.ReactNode
  /** The way out, where `Avbryt` could be taken for the act itself: `Behåll köpet`. */
  readonly leave?: string
  /** Says that something irreversible is asked. */
  readonly alert?: boolean
  readonly children: React.ReactNode
}

export function Dialog(props: DialogProps) {
  const { open, onClose, title, wide, keep, acts, alert, children } = props
  const t = useText()
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isDismissable={!keep && !alert}
      onOpenChange={(next) => !next && onClose()}
    >
      <Modal className={wide ? 'dialog wide' : 'dialog'}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title">{title}</Heading>
            <IconButton icon={X} label={t(texts.close)} onPress={onClose} />
          </header>
          {keep ? <FormBody>{children}</FormBody> : <div className="body">{children}</div>}
          {acts && (
            <footer className="tools">
              {acts}
              <Button kind="quiet" onPress={onClose}>
                {props.leave ?? t(texts.cancel)}
              </Button>
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

const FIELDS =
  'input:not([type=hidden]):not([disabled]), textarea, button[aria-haspopup], [tabindex="0"]'

/** Where something is to be written, the first field is ready for it. */
function FormBody({ children }: { readonly children: React.ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog itself has taken the focus.
    const soon = requestAnimationFrame(() => {
      const here = body.current
      if (!here || here.contains(document.activeElement)) return
      const first = here.querySelector<HTMLElement>(FIELDS)
      // One that opens its suggestions when it is reached would lay them over a dialog not yet read.
      if (first?.role !== 'combobox') first?.focus()
    })
    return () => cancelAnimationFrame(soon)
  }, [])
  return (
    <div className="body" ref={body}>
      {children}
    </div>
  )
}
