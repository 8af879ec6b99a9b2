// Which groups of the rail stand open: as many as the window holds, and those that somebody opened.
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { NavigationGroup } from './kit/page.ts'

export interface RailGroup {
  readonly group: NavigationGroup
  readonly links: number
}

/** In px, as `shell.css` has them: a link, a heading with the air above it, and all around the links. */
const LINK = 28
const HEADING = 34
const AROUND = 190

/** In their order, while there is room; where the reader is, is always open. */
export function groupsThatFit(
  groups: readonly RailGroup[],
  current: NavigationGroup | undefined,
  height: number,
): ReadonlySet<NavigationGroup> {
  const named = groups.filter(({ group }) => group !== 'start')
  const started = groups.find(({ group }) => group === 'start')?.links ?? 0
  let room = height - AROUND - started * LINK - named.length * HEADING
  const open = new Set<NavigationGroup>()
  for (const { group, links } of named) {
    room -= links * LINK
    if (room >= 0) open.add(group)
    // The first that has no room ends it: a later one that happens to be short would look chosen.
    else break
  }
  if (current) open.add(current)
  return open
}

const NARROW = '(max-width: 900px)'
const listen = (tell: () => void) => {
  addEventListener('resize', tell)
  return () => removeEventListener('resize', tell)
}
/** On a phone the menu is a page of its own, which may be as long as it likes. */
const heightNow = () => (matchMedia(NARROW).matches ? Infinity : innerHeight)
export const useRailHeight = () => useSyncExternalStore(listen, heightNow)

const KEY = 'omlopp-rail'
type Chosen = Partial<Record<NavigationGroup, boolean>>
const kept = (): Chosen => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Chosen
  } catch {
    return {}
  }
}

/** What somebody opened or closed by hand stays so in this browser. */
export function useChosenGroups() {
  const [chosen, setChosen] = useState(kept)
  useEffect(() => localStorage.setItem(KEY, JSON.stringify(chosen)), [chosen])
  return {
    chosen,
    choose: (group: NavigationGroup, open: boolean) => setChosen({ ...chosen, [group]: open }),
  }
}
