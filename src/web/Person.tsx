// Who is signed in. The menu behind the face is fetched when somebody reaches for it.
import './kit/button.css'
import { lazy, Suspense, useState } from 'react'
import type { Session } from '../features/organisations/api/session.ts'
import { useText } from './kit/language.tsx'
import { texts } from './texts.ts'

const load = () => import('./PersonMenu.tsx')
const PersonMenu = lazy(load)

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean)
  const last = words.length > 1 ? words.at(-1) : ''
  return [words[0], last]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toLocaleUpperCase('sv')
}

/** `named`: the name stands in full beside the face. */
export function Person({
  session,
  named,
}: {
  readonly session: Session
  readonly named?: boolean
}) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const { name } = session.person
  const face = (
    <>
      <span className="face" data-initials={initialsOf(name)} />
      {named && name}
    </>
  )
  const waiting = (
    <button
      type="button"
      className="btn quiet"
      aria-haspopup="menu"
      aria-label={t(texts.signedInAs, name)}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setAsked(true)}
    >
      {face}
    </button>
  )
  return (
    <div className="person">
      {asked ? (
        <Suspense fallback={waiting}>
          <PersonMenu session={session} face={face} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  )
}
