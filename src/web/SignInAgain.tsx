// An expired session asks again over the page, so that nothing under way is lost.
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Session } from '../features/organisations/api/session.ts'
import { onExpiredSession } from './kit/api-client.ts'
import { sessionQuery } from './session.ts'

const SignInDialog = lazy(() => import('./SignInDialog.tsx'))

/** Several calls may have failed at once: they share one dialog and one answer. */
export function SignInAgain() {
  const [open, setOpen] = useState(false)
  const before = useLastKnown()
  const waiting = useRef<Waiting | null>(null)
  useEffect(() => {
    onExpiredSession(() => {
      waiting.current ??= promised()
      setOpen(true)
      return waiting.current.answer
    })
    return () => onExpiredSession(null)
  }, [])
  const close = useCallback((again: boolean) => {
    setOpen(false)
    waiting.current?.say(again)
    waiting.current = null
  }, [])
  if (!open) return null
  return (
    <Suspense>
      <SignInDialog before={before} onClose={close} />
    </Suspense>
  )
}

/** Who was signed in, also when the session is already known to have ended. */
function useLastKnown(): Session | null {
  const { data } = useQuery(sessionQuery)
  const [last, setLast] = useState<Session | null>(data ?? null)
  useEffect(() => {
    if (data) setLast(data)
  }, [data])
  return last
}

interface Waiting {
  readonly answer: Promise<boolean>
  readonly say: (again: boolean) => void
}
/** `Promise.withResolvers` is not in every browser we promise. */
function promised(): Waiting {
  let say: (again: boolean) => void = () => {}
  const answer = new Promise<boolean>((resolve) => {
    say = resolve
  })
  return { answer, say }
}
