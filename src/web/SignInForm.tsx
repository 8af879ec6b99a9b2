import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readSignInHints, signIn, type Session } from '../features/organisations/api/session.ts'
import { ApiProblem, call } from './kit/api-client.ts'
import { Button } from './kit/Button.tsx'
import { TextField } from './kit/field/TextField.tsx'
import { useText } from './kit/language.tsx'
import { Refusal } from './kit/Refusal.tsx'
import { texts } from './texts.ts'

const words = {
  'sign-in-refused': {
    sv: () => `${texts.signInRefused.sv} ${texts.signInRefusedHow.sv}`,
    en: () => `${texts.signInRefused.en} ${texts.signInRefusedHow.en}`,
  },
}

interface SignInFormProps {
  readonly onSignedIn: (session: Session) => void
  /** Whose session has ended: only the password is missing, and nobody else is offered. */
  readonly known?: string | null | undefined
}

export function SignInForm({ onSignedIn, known }: SignInFormProps) {
  const t = useText()
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  const enter = async (account: { email: string; password: string }) => {
    setBusy(true)
    setProblem(null)
    try {
      onSignedIn(await call(signIn, { body: account }, { asStranger: true }))
    } catch (cause) {
      setProblem(asRefusal(cause))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Refusal problem={problem} words={words} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (email && password && !busy) void enter({ email, password })
        }}
      >
        <TextField
          label={t(texts.email)}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          wrong={tried && !email ? t(texts.writeEmail) : null}
        />
        <TextField
          label={t(texts.password)}
          type="password"
          name="password"
          autoComplete="current-password"
          autoFocus={Boolean(known)}
          value={password}
          onChange={setPassword}
          wrong={tried && !password ? t(texts.writePassword) : null}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {t(texts.signIn)}
        </Button>
      </form>
      {!known && <DemoPeople onChoose={(account) => void enter(account)} />}
    </>
  )
}

/** Nothing tells whether the address or the password was wrong: any 401 and 403 says the same. */
function asRefusal(cause: unknown): Error {
  const refused = cause instanceof ApiProblem && (cause.status === 401 || cause.status === 403)
  if (refused) return new ApiProblem(cause.status, { code: 'sign-in-refused' })
  return cause instanceof Error ? cause : new Error(String(cause))
}

/** Only the demo answers with people to sign in as; elsewhere nothing is shown. */
function DemoPeople(props: {
  readonly onChoose: (account: { email: string; password: string }) => void
}) {
  const t = useText()
  const { data } = useQuery({
    queryKey: ['sign-in-hints'],
    queryFn: ({ signal }) =>
      call(readSignInHints, {}, { signal, asStranger: true }).catch(() => ({ items: [] })),
    staleTime: Infinity,
  })
  if (!data || data.items.length === 0) return null
  const houses = [...new Set(data.items.map(({ organisation }) => organisation))]
  return (
    <section className="demo" aria-labelledby="demo-people">
      <h2 id="demo-people">{t(texts.demoPeople)}</h2>
      <p className="note">{t(texts.demoPeopleLead)}</p>
      {houses.map((house) => (
        <div key={house}>
          <h3>{house}</h3>
          <ul>
            {data.items
              .filter(({ organisation }) => organisation === house)
              .map(({ name, role, email, password }) => (
                <li key={email}>
                  <Button kind="quiet" onPress={() => props.onChoose({ email, password })}>
                    <b>{name}</b>
                    <span className="note">{t(role)}</span>
                  </Button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
