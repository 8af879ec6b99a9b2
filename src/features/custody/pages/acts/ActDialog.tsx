// What the dialogs of the acts have in common: a short form, why it did not work, and the act.
import { useId } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'
import { actTexts } from '../../texts/pages.ts'
import type { Targets } from './bulk.ts'

export interface ActDialogProps {
  readonly targets: Targets
  readonly onClose: () => void
  /** How it went; for one device the dialog itself says why not. */
  readonly onDone: (outcome: BulkOutcome) => void
}

export function ActDialog(props: {
  readonly title: string
  readonly act: string
  readonly busy: boolean
  readonly progress?: string | undefined
  readonly problem: Error | null
  /** Refused by itself, for the one device. */
  readonly refused?: BulkOutcome | null | undefined
  readonly onAct: () => void
  readonly onClose: () => void
  readonly children: React.ReactNode
}) {
  const id = useId()
  const { refused } = props
  return (
    <Dialog
      open
      keep
      title={props.title}
      onClose={props.onClose}
      acts={
        <Button kind="primary" type="submit" form={id} busy={props.busy}>
          {props.act}
        </Button>
      }
    >
      <Refusal problem={props.problem} />
      {refused && (
        <div className="message bad-box" role="alert">
          <span aria-hidden />
          <div>
            <p className="what">{refused.text}</p>
            {refused.refused.map(({ name, why }) => (
              <p key={name}>{why}</p>
            ))}
          </div>
        </div>
      )}
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!props.busy) props.onAct()
        }}
      >
        {props.children}
      </form>
      {props.busy && props.progress && (
        <p className="note" role="status">
          {props.progress}
        </p>
      )}
    </Dialog>
  )
}

/** `EX-104 815`, or how many. */
export function useTargetName() {
  const t = useText()
  const { num } = useFormat()
  return ({ count, name }: Targets) => name ?? t(actTexts.several, num(count))
}
