// The frame around every page: rail, top with search, and the page itself.
import './shell.css'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { Menu as MenuIcon, Search, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Brand } from './Brand.tsx'
import { useText } from './kit/language.tsx'
import type { PaletteHit } from './kit/page.ts'
import { Link } from './kit/Link.tsx'
import { Kbd } from './kit/values.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Navigation } from './Navigation.tsx'
import { Person } from './Person.tsx'
import { palette } from './pages.ts'
import { listenForScans } from './scanner.ts'
import { sessionQuery } from './session.ts'
import { SignInAgain } from './SignInAgain.tsx'
import { statementTexts } from './statement-texts.ts'
import { texts } from './texts.ts'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(loadPalette)
/** Long enough for the first page to have what it asked for. */
const QUIET = 2000

export function Shell({ page }: { readonly page?: React.ReactNode }) {
  const t = useText()
  const { data: session } = useQuery(sessionQuery)
  const { asked, ask, close } = usePalette()
  const [menu, setMenu] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setMenu(false), [pathname])
  useFocusOnNewPage(pathname)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t(texts.toContent)}
      </a>
      <nav className={menu ? 'rail open' : 'rail'} aria-label={t(texts.mainMenu)}>
        <div className="railtop">
          <Brand />
          <button
            type="button"
            className="btn quiet menubutton"
            aria-expanded={menu}
            aria-controls="rail-links"
            onClick={() => setMenu(!menu)}
          >
            {menu ? <X aria-hidden /> : <MenuIcon aria-hidden />}
            {t(menu ? texts.closeMenu : texts.menu)}
          </button>
        </div>
        <div className="raillinks" id="rail-links">
          <Navigation permissions={session?.permissions ?? []} />
          <div className="railtools">
            <LanguageSwitch />
            {session && <Person session={session} named />}
          </div>
          <div className="org">
            {session && (
              <p>
                <b>{session.organisation.name}</b>
                {session.unitName ?? t(texts.wholeOrganisation)}
              </p>
            )}
            <p className="railfoot">
              <Link href="/tillganglighet">{t(statementTexts.link)}</Link>
              <a href="/api">{t(statementTexts.api)}</a>
            </p>
          </div>
        </div>
      </nav>
      <div className="page">
        <header className="top">
          <button type="button" className="find" onClick={() => ask('')}>
            <Search aria-hidden />
            <span>{t(texts.searchHint)}</span>
            <Kbd>Ctrl K</Kbd>
          </button>
          <div className="toptools">
            <LanguageSwitch />
            {session && <Person session={session} />}
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {page ?? <Outlet />}
        </main>
      </div>
      {asked !== null && (
        <Suspense>
          <Palette first={asked} onClose={close} />
        </Suspense>
      )}
      <SignInAgain />
    </div>
  )
}

/** Ctrl K, and a scan anywhere outside a field, open the palette. */
function usePalette() {
  const router = useRouter()
  const [asked, ask] = useState<string | null>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      ask('')
    }
    document.addEventListener('keydown', listen)
    // Fetched once it is calm, so that the first press opens it at once.
    const early = setTimeout(() => void loadPalette().catch(() => {}), QUIET)
    const ended = new AbortController()
    // A mark that means one device opens it; any other is a question for the palette.
    const stop = listenForScans((code) => {
      void scanned(code, ended.signal).then((hits) => {
        if (ended.signal.aborted) return
        if (hits.length === 1) router.history.push(hits[0]!.href)
        else ask(code)
      })
    })
    return () => {
      document.removeEventListener('keydown', listen)
      clearTimeout(early)
      stop()
      ended.abort()
    }
  }, [router])
  return { asked, ask, close: () => ask(null) }
}

/** Without an answer the palette is still there to search in. */
async function scanned(code: string, signal: AbortSignal): Promise<readonly PaletteHit[]> {
  const hits = palette.map(async ({ scan }) => (await scan?.(code, signal).catch(() => [])) ?? [])
  return (await Promise.all(hits)).flat()
}

/** A new page is said from its start; the first one has not been left by anybody. */
function useFocusOnNewPage(pathname: string) {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
