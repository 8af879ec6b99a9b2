// Only to confirm what cannot be undone, or for a short form. The button says the act.
import './dialog.css'
import { X } from 'lucide-react'
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
  /** Says that something irreversible is asked. */
  readonly alert?: boolean
  readonly children: React.ReactNode
}

export function Dialog({ open, onClose, title, wide, keep, acts, alert, children }: DialogProps) {
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
          <div className="body">{children}</div>
          {acts && (
            <footer className="tools">
              {acts}
              <Button kind="quiet" onPress={onClose}>
                {t(texts.cancel)}
              </Button>
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
