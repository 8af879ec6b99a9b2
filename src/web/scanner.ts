// A scanner is a keyboard that types faster than any hand: six signs or more, 35 ms apart or less.
const FASTEST_HAND_MS = 35
const FEWEST = 6

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  target.getAttribute('type') !== 'checkbox'

interface Typed {
  readonly text: string
  readonly at: number
}

/** What has been typed in one stretch once this key comes; slower typing starts anew. */
export const typedOn = (before: Typed, key: string, at: number): Typed => ({
  text: at - before.at <= FASTEST_HAND_MS ? before.text + key : key,
  at,
})

/** Listens for scans outside fields; a scan ends with Enter or Tab. Returns how to stop listening. */
export function listenForScans(onScan: (text: string) => void): () => void {
  let typed: Typed = { text: '', at: 0 }
  const listen = (event: KeyboardEvent) => {
    if (inField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const ends = event.key === 'Enter' || event.key === 'Tab'
    const fast = event.timeStamp - typed.at <= FASTEST_HAND_MS
    if (ends && fast && typed.text.length >= FEWEST) {
      event.preventDefault()
      event.stopPropagation()
      onScan(typed.text)
    }
    if (event.key.length === 1) typed = typedOn(typed, event.key, event.timeStamp)
    else if (event.key !== 'Shift') typed = { text: '', at: 0 }
  }
  // Before the focused link or button takes the Enter that ends the scan.
  document.addEventListener('keydown', listen, { capture: true })
  return () => document.removeEventListener('keydown', listen, { capture: true })
}
