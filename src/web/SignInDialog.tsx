import { useQueryClient } from '@tanstack/react-query'
import type { Session } from '../features/organisations/api/session.ts'
import { Dialog } from './kit/Dialog.tsx'
import { useText } from './kit/language.tsx'
import { sessionQuery } from './session.ts'
import { SignInForm } from './SignInForm.tsx'
import { texts } from './texts.ts'

interface SignInDialogProps {
  /** Who was signed in until now. */
  readonly before: Session | null
  readonly onClose: (again: boolean) => void
}

export default function SignInDialog({ before, onClose }: SignInDialogProps) {
  const t = useText()
  const client = useQueryClient()
  return (
    <Dialog open keep title={t(texts.sessionEnded)} onClose={() => onClose(false)}>
      <p className="muted">{t(texts.sessionEndedLead)}</p>
      <SignInForm
        known={before?.person.email}
        onSignedIn={(session) => {
          // Somebody else at the same screen must neither see nor send what the first one began.
          const same =
            before?.person.id === session.person.id &&
            before.organisation.id === session.organisation.id
          if (before && !same) return location.assign('/')
          client.setQueryData(sessionQuery.queryKey, session)
          onClose(true)
        }}
      />
    </Dialog>
  )
}
