import { useLocation, useRouter } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { useFormat, useText } from './kit/language.tsx'
import { Link } from './kit/Link.tsx'
import type { NavigationGroup, NavigationItem } from './kit/page.ts'
import { navigation } from './pages.ts'
import { groupsThatFit, useChosenGroups, useRailHeight } from './rail.ts'
import { texts } from './texts.ts'

const groups: readonly NavigationGroup[] = [
  'start',
  'equipment',
  'needs',
  'catalogue',
  'accounts',
  'settings',
]
const names = {
  equipment: texts.groupEquipment,
  needs: texts.groupNeeds,
  catalogue: texts.groupCatalogue,
  accounts: texts.groupAccounts,
  settings: texts.groupSettings,
} as const

export function Navigation({ permissions }: { readonly permissions: readonly string[] }) {
  const { pathname } = useLocation()
  const mine = navigation.filter((one) => !one.permission || permissions.includes(one.permission))
  const current = currentOf(mine, pathname)
  const parts = groups
    .map((group) => ({ group, items: mine.filter((item) => item.group === group) }))
    .filter(({ items }) => items.length > 0)
  const fit = groupsThatFit(
    parts.map(({ group, items }) => ({ group, links: items.length })),
    current?.group,
    useRailHeight(),
  )
  const { chosen, choose } = useChosenGroups()
  usePagesEarly(mine)
  return (
    <div className="links">
      {parts.map(({ group, items }) =>
        group === 'start' ? (
          <Links key={group} items={items} current={current} />
        ) : (
          <Group
            key={group}
            group={group}
            open={chosen[group] ?? fit.has(group)}
            here={current?.group === group}
            onOpen={(open) => choose(group, open)}
          >
            <Links items={items} current={current} group={group} />
          </Group>
        ),
      )}
    </div>
  )
}

function Group(props: {
  readonly group: keyof typeof names
  readonly open: boolean
  readonly here: boolean
  readonly onOpen: (open: boolean) => void
  readonly children: React.ReactNode
}) {
  const t = useText()
  const { group, open } = props
  return (
    <div className={props.here && !open ? 'group here' : 'group'}>
      <button
        type="button"
        className="g"
        id={`group-${group}`}
        aria-expanded={open}
        aria-controls={`links-${group}`}
        onClick={() => props.onOpen(!open)}
      >
        {t(names[group])}
        <ChevronRight aria-hidden />
      </button>
      <div id={`links-${group}`} hidden={!open}>
        {props.children}
      </div>
    </div>
  )
}

function Links(props: {
  readonly items: readonly NavigationItem[]
  readonly current: NavigationItem | undefined
  readonly group?: NavigationGroup
}) {
  return (
    <ul {...(props.group && { 'aria-labelledby': `group-${props.group}` })}>
      {props.items.map((item) => (
        <Item key={item.to} item={item} current={item === props.current} />
      ))}
    </ul>
  )
}

/** The longest address that the page lies under: a device lies under the register. */
function currentOf(items: readonly NavigationItem[], pathname: string) {
  const under = items.filter(
    ({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)),
  )
  return under.toSorted((a, b) => b.to.length - a.to.length)[0]
}

const noCount = () => undefined
const always = () => true

function Item({ item, current }: { readonly item: NavigationItem; readonly current: boolean }) {
  const t = useText()
  const { num } = useFormat()
  const { useCount = noCount, useShown = always } = item
  const count = useCount()
  if (!useShown()) return null
  return (
    <li>
      <Link className="n" href={item.to} {...(current && { 'aria-current': 'page' as const })}>
        {t(item.text)}
        {count !== undefined && <span>{num(count)}</span>}
      </Link>
    </li>
  )
}

/** Long enough that a page which is only passed through has nothing to fetch beside its own. */
const QUIET = 8000

/**
 * The programs of the pages in the rail are fetched one by one once it is calm, so that the first
 * visit opens as fast as the second. Not for whoever counts each megabyte.
 */
function usePagesEarly(items: readonly NavigationItem[]) {
  const router = useRouter()
  const wanted = items.map(({ to }) => to).join(' ')
  useEffect(() => {
    const connection = (navigator as { connection?: { saveData?: boolean } }).connection
    if (connection?.saveData) return
    let ended = false
    const calm = () =>
      new Promise<void>((done) => {
        if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 5000 })
        else setTimeout(done, 200)
      })
    const fetchAll = async () => {
      for (const to of wanted.split(' ')) {
        await calm()
        if (ended) return
        if (navigator.onLine) await router.preloadRoute({ to }).catch(() => {})
      }
    }
    const begin = setTimeout(() => void fetchAll(), QUIET)
    return () => {
      ended = true
      clearTimeout(begin)
    }
  }, [router, wanted])
}
