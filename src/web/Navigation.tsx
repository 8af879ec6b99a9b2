import { useLocation } from '@tanstack/react-router'
import { useFormat, useText } from './kit/language.tsx'
import { Link } from './kit/Link.tsx'
import type { NavigationGroup, NavigationItem } from './kit/page.ts'
import { navigation } from './pages.ts'
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
  const t = useText()
  const { pathname } = useLocation()
  const mine = navigation.filter((one) => !one.permission || permissions.includes(one.permission))
  const current = currentOf(mine, pathname)
  return (
    <div className="links">
      {groups.map((group) => {
        const items = mine.filter((item) => item.group === group)
        if (items.length === 0) return null
        return (
          <div key={group}>
            {group !== 'start' && (
              <div className="g" id={`group-${group}`}>
                {t(names[group])}
              </div>
            )}
            <ul {...(group !== 'start' && { 'aria-labelledby': `group-${group}` })}>
              {items.map((item) => (
                <Item key={item.to} item={item} current={item.to === current} />
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

/** The longest address that the page lies under: a device lies under the register. */
function currentOf(items: readonly NavigationItem[], pathname: string) {
  const under = items.filter(
    ({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)),
  )
  return under.toSorted((a, b) => b.to.length - a.to.length)[0]?.to
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
