// Around pages that need no account.
import './shell.css'
import { Outlet } from '@tanstack/react-router'
import { Brand } from './Brand.tsx'
import { useText } from './kit/language.tsx'
import { Link } from './kit/Link.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { statementTexts } from './statement-texts.ts'

export function OpenFrame({ page }: { readonly page?: React.ReactNode }) {
  const t = useText()
  return (
    <div className="bare">
      <header className="baretop">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {page ?? <Outlet />}
      </main>
      <footer className="barefoot">
        <Link href="/tillganglighet">{t(statementTexts.link)}</Link>
      </footer>
    </div>
  )
}
