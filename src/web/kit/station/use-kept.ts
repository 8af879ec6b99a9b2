// What is being done at a station, kept on this computer: a killed browser loses nothing.
import { useCallback, useState } from 'react'

/** As `useState`; `key` says whose it is and what, and what is `empty` is not kept. */
export function useKept<T>(key: string, empty: T) {
  const name = `omlopp-station-${key}`
  const [kept, setKept] = useState(() => ({ name, value: read(name, empty) }))
  if (kept.name !== name) setKept({ name, value: read(name, empty) })
  const change = useCallback(
    (next: (before: T) => T) =>
      setKept((before) => {
        const value = next(before.value)
        if (value === empty) localStorage.removeItem(before.name)
        else localStorage.setItem(before.name, JSON.stringify(value))
        return { name: before.name, value }
      }),
    [empty],
  )
  return [kept.value, change] as const
}

function read<T>(name: string, empty: T): T {
  const text = localStorage.getItem(name)
  if (text === null) return empty
  try {
    return JSON.parse(text) as T
  } catch {
    return empty
  }
}
