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
  const sizeOf = (group: NavigationGroup | undefined) =>
    LINK * (groups.find((one) => one.group === group)?.links ?? 0)
  const here = current === 'start' ? undefined : current
  let room = height - AROUND - named.length * HEADING - sizeOf('start') - sizeOf(here)
  const open = new Set<NavigationGroup>(here && [here])
  for (const { group } of named.filter((one) => one.group !== here)) {
    room -= sizeOf(group)
    // The first that has no room ends it: a later one that happens to be short would look chosen.
    if (room < 0) break
    open.add(group)
  }
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
