import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useText } from './kit/language.tsx'
import { Link } from './kit/Link.tsx'
import { PageHead } from './kit/Page.tsx'
import { text, useSearch } from './kit/search.ts'
import { sessionQuery } from './session.ts'
import { SignInCircle } from './SignInCircle.tsx'
import { SignInForm } from './SignInForm.tsx'
import { statementTexts } from './statement-texts.ts'
import { texts } from './texts.ts'
import './shell.css'

export const signInSearch = { to: text }

/** Only a place of our own: an address from outside could lead anywhere. */
const safe = (to: string) => (/^\/(?![/\\])/.test(to) ? to : '/')

export default function SignInPage() {
  const t = useText()
  const [{ to }] = useSearch(signInSearch)
  const client = useQueryClient()
  const router = useRouter()
  return (
    <div className="bare">
      <header className="baretop">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className="signin">
        <PageHead title={t(texts.signIn)} lead={t(texts.signInLead)} />
        <p className="muted">{t(texts.signInHow)}</p>
        <SignInForm
          onSignedIn={(session) => {
            client.clear()
            client.setQueryData(sessionQuery.queryKey, session)
            router.history.push(safe(to))
          }}
        />
        <p className="railfoot">
          <Link href="/tillganglighet">{t(statementTexts.link)}</Link>
        </p>
        <SignInCircle />
      </main>
    </div>
  )
}
