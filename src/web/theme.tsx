// Light, dark, or as the system says.
import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'
const KEY = 'omlopp-theme'
const listeners = new Set<() => void>()

const isTheme = (value: unknown): value is Theme =>
  value === 'light' || value === 'dark' || value === 'system'

function chosenTheme(): Theme {
  const chosen = localStorage.getItem(KEY)
  return isTheme(chosen) ? chosen : 'system'
}

/** Called before the first paint, so that a dark room stays dark. */
export function applyTheme() {
  const theme = chosenTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function setTheme(theme: Theme) {
  localStorage.setItem(KEY, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTheme() {
  return { theme: useSyncExternalStore(subscribe, chosenTheme), setTheme }
}
