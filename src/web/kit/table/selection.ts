// What is selected in a list: these rows, or everything the filter gives except these.
import { useCallback, useMemo, useState } from 'react'

interface Chosen {
  readonly all: boolean
  /** The selected ones; with `all`, the ones left out. */
  readonly ids: ReadonlySet<string>
}
export const nothing: Chosen = { all: false, ids: new Set() }

export const isSelected = ({ all, ids }: Chosen, id: string) => all !== ids.has(id)
export const countOf = ({ all, ids }: Chosen, total: number) => (all ? total - ids.size : ids.size)

export function select({ all, ids }: Chosen, changed: readonly string[], on: boolean): Chosen {
  const next = new Set(ids)
  for (const id of changed) {
    if (on === all) next.delete(id)
    else next.add(id)
  }
  return { all, ids: next }
}

export interface Selection extends Chosen {
  readonly has: (id: string) => boolean
  readonly count: (total: number) => number
  readonly set: (ids: readonly string[], on: boolean) => void
  readonly setAll: (on: boolean) => void
  readonly clear: () => void
}

export function useSelection(): Selection {
  const [chosen, choose] = useState<Chosen>(nothing)
  const clear = useCallback(() => choose(nothing), [])
  return useMemo(
    () => ({
      ...chosen,
      has: (id: string) => isSelected(chosen, id),
      count: (total: number) => countOf(chosen, total),
      set: (ids: readonly string[], on: boolean) => choose((before) => select(before, ids, on)),
      setAll: (on: boolean) => choose({ all: on, ids: new Set() }),
      clear,
    }),
    [chosen, clear],
  )
}
