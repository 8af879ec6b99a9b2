// A short form over the page: what is typed is kept until it is done or left.
import { useId } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Refusal, type RefusalProps } from './Refusal.tsx'
import './field/field.css'

export interface FormDialogProps extends Pick<RefusalProps, 'problem' | 'words'> {
  readonly title: string
  readonly wide?: boolean
  /** Says the act: `Lägg till enhet`. */
  readonly act: string
  readonly busy: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: React.ReactNode
}

export function FormDialog(props: FormDialogProps) {
  const { title, act, busy, onSubmit, onClose, problem, words, wide, children } = props
  const form = useId()
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={title}
      {...(wide && { wide })}
      acts={
        <Button kind="primary" type="submit" form={form} busy={busy}>
          {act}
        </Button>
      }
    >
      <Refusal problem={problem} {...(words && { words })} />
      <form
        id={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
