// What somebody has chosen and not ordered yet. It stays in the browser: nothing is kept for
// anybody until it is ordered, and then it is the server that keeps it.
import { useSyncExternalStore } from 'react'

export interface CartLine {
  readonly listingId: string
  readonly count: number
}

const KEY = 'omlopp-cart'
const isLine = (one: unknown): one is CartLine => {
  const line = one as Partial<CartLine> | null
  return typeof line?.listingId === 'string' && Number.isSafeInteger(line.count) && line.count! > 0
}

function read(): readonly CartLine[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isLine) : []
  } catch {
    return []
  }
}

let lines = read()
const listeners = new Set<() => void>()

function write(next: readonly CartLine[]) {
  lines = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing still shows the cart until it is closed.
  }
  for (const heard of listeners) heard()
}

/** Nought takes it out. */
export function setInCart(listingId: string, count: number) {
  const others = lines.filter((line) => line.listingId !== listingId)
  const at = lines.findIndex((line) => line.listingId === listingId)
  if (count <= 0) write(others)
  else if (at < 0) write([...lines, { listingId, count }])
  else write(lines.map((line, index) => (index === at ? { listingId, count } : line)))
}

export const clearCart = (ids: readonly string[]) =>
  write(lines.filter((line) => !ids.includes(line.listingId)))

function subscribe(heard: () => void) {
  // Another tab of the same shop.
  const other = (event: StorageEvent) => {
    if (event.key !== KEY) return
    lines = read()
    heard()
  }
  listeners.add(heard)
  window.addEventListener('storage', other)
  return () => {
    listeners.delete(heard)
    window.removeEventListener('storage', other)
  }
}

export const useCart = (): readonly CartLine[] => useSyncExternalStore(subscribe, () => lines)
