// The route tree: what the features declare, around it sign-in, the gallery and what is not there.
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useMatches,
  type AnyRoute,
} from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { ErrorPage, NotFoundPage, WaitingPage } from './ErrorPage.tsx'
import { useText, type AnyText } from './kit/language.tsx'
import type { PageDeclaration } from './kit/page.ts'
import {
  parseSearch,
  readSearch,
  stringifySearch,
  writeSearch,
  type RawSearch,
  type SearchShape,
} from './kit/search.ts'
import { OpenFrame } from './OpenFrame.tsx'
import { pages } from './pages.ts'
import { sessionQuery } from './session.ts'
import { Shell } from './Shell.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { statementTexts } from './statement-texts.ts'
import { texts } from './texts.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly title?: AnyText
  }
}

interface RouterContext {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
})

/** Nobody signed in is sent to sign-in, and comes back to the very address afterwards. */
const requireSession = async ({
  context,
  location,
}: {
  context: RouterContext
  location: { href: string }
}) => {
  const session = await context.client.ensureQueryData(sessionQuery)
  if (session) return
  const to = location.href === '/' ? [] : [location.href]
  throw redirect({ to: '/sign-in', search: { to } })
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: requireSession,
  pendingComponent: () => <Shell page={<WaitingPage />} />,
})
const bare = createRoute({
  getParentRoute: () => root,
  id: 'bare',
  component: Bare,
  beforeLoad: requireSession,
})

/** What anybody may read stands in a frame of its own: the name, the language, the statement. */
const openly = createRoute({ getParentRoute: () => root, id: 'openly', component: OpenFrame })

/** Drops from the address what the page does not read, and writes the rest as the page would. */
const validate = (shape: SearchShape) => (raw: RawSearch) =>
  writeSearch(shape, readSearch(shape, raw))

const routeOf = (page: PageDeclaration, parent: AnyRoute) =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path.replace(/\{(\w+)\}/g, '$$$1'),
    component: lazyRouteComponent(page.load),
    staticData: { title: page.title },
    validateSearch: validate(page.search ?? {}) as (raw: Record<string, unknown>) => object,
  })

const signIn: PageDeclaration = {
  path: '/sign-in',
  load: () => import('./SignInPage.tsx'),
  title: texts.signIn,
  search: { to: ([first]) => first ?? '' },
}
const statement: PageDeclaration = {
  path: '/tillganglighet',
  load: () => import('./StatementPage.tsx'),
  title: statementTexts.title,
}
const gallery: PageDeclaration = {
  path: '/kit',
  load: () => import('./kit/gallery/Gallery.tsx'),
  title: { sv: 'Kit', en: 'Kit' },
}

/** A station has no frame, but a session that can end in the middle of a pallet. */
function Bare() {
  return (
    <>
      <Outlet />
      <SignInAgain />
    </>
  )
}

/** The declared title stands until the page's own heading knows better: that comes after layout. */
function Root() {
  const t = useText()
  const title = useMatches({
    select: (matches) => matches.at(-1)?.staticData.title,
  })
  const said = title && t(title)
  useLayoutEffect(() => {
    document.title = said ? `${said} – Omlopp` : 'Omlopp'
  }, [said])
  return <Outlet />
}

export function makeRouter(client: QueryClient) {
  const open = pages.filter(({ access }) => access === 'public')
  const mine = pages.filter(({ access }) => access !== 'public')
  const framed = mine.filter(({ frame }) => frame !== 'bare')
  const unframed = mine.filter(({ frame }) => frame === 'bare')
  const routeTree = root.addChildren([
    shell.addChildren(framed.map((page) => routeOf(page, shell))),
    bare.addChildren(unframed.map((page) => routeOf(page, bare))),
    openly.addChildren(open.map((page) => routeOf(page, openly))),
    ...[signIn, statement, gallery].map((page) => routeOf(page, root)),
  ])
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    defaultPendingMs: 200,
    defaultErrorComponent: ErrorPage,
    defaultPendingComponent: WaitingPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}
