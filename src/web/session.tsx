// Who is signed in. An expired session asks again over the page, so that nothing under way is lost.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { readSession, signOut, type Session } from '../features/organisations/api/session.ts'
import { ApiProblem, call, onExpiredSession } from './kit/api-client.ts'
import { Dialog } from './kit/Dialog.tsx'
import { useText } from './kit/language.tsx'
import { SignInForm } from './SignInForm.tsx'
import { texts } from './texts.ts'

export const sessionQuery = {
  queryKey: ['session'],
  staleTime: Infinity,
  /** Null: nobody is signed in. */
  queryFn: async (): Promise<Session | null> => {
    try {
      return await call(readSession, {}, { asStranger: true })
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null
      throw problem
    }
  },
}

/** Everything read for one person is forgotten before the next: the page is loaded anew. */
export async function leave() {
  await call(signOut, {}, { asStranger: true }).catch((problem: unknown) => {
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem
  })
  location.assign('/sign-in')
}

/** The dialog over the page. Several calls may have failed at once: they share one answer. */
export function SignInAgain() {
  const t = useText()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const waiting = useRef<{ answer: Promise<boolean>; say: (again: boolean) => void } | null>(null)
  useEffect(() => {
    onExpiredSession(() => {
      if (!waiting.current) {
        const { promise, resolve } = promised()
        waiting.current = { answer: promise, say: resolve }
        setOpen(true)
      }
      return waiting.current.answer
    })
    return () => onExpiredSession(null)
  }, [])
  const close = useCallback((again: boolean) => {
    setOpen(false)
    waiting.current?.say(again)
    waiting.current = null
  }, [])
  return (
    <Dialog open={open} keep title={t(texts.sessionEnded)} onClose={() => close(false)}>
      <p className="muted">{t(texts.sessionEndedLead)}</p>
      <SignInForm
        onSignedIn={(session) => {
          const before = client.getQueryData<Session | null>(sessionQuery.queryKey)
          // Somebody else at the same screen must neither see nor send what the first one began.
          if (before && before.person.id !== session.person.id) return location.assign('/')
          client.setQueryData(sessionQuery.queryKey, session)
          close(true)
        }}
      />
    </Dialog>
  )
}

/** `Promise.withResolvers` is not in every browser we promise. */
function promised() {
  let resolve: (again: boolean) => void = () => {}
  const promise = new Promise<boolean>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
