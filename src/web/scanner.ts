// A scanner is a keyboard that types faster than any hand: six signs or more, in one stretch, 35 ms
// apart or less on the whole. A remote desktop or a busy machine holds one key up now and then.
const FASTEST_HAND_MS = 35
/** A longer halt begins anew. Most who listen for scanners wait 50 to 100 ms. */
const LONGEST_HALT_MS = 100
const FEWEST = 6

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  target.getAttribute('type') !== 'checkbox'

interface Typed {
  readonly text: string
  /** When its first sign came, and its last. */
  readonly from: number
  readonly at: number
}
const nothing: Typed = { text: '', from: 0, at: 0 }

/** What has been typed in one stretch once this key comes; after a halt it starts anew. */
export const typedOn = (before: Typed, key: string, at: number): Typed =>
  before.text && at - before.at <= LONGEST_HALT_MS
    ? { text: before.text + key, from: before.from, at }
    : { text: key, from: at, at }

/** Whether what was typed is a scan, when the key that ends one comes at that moment. */
export const isScan = ({ text, from, at }: Typed, endedAt: number): boolean =>
  text.length >= FEWEST &&
  endedAt - at <= LONGEST_HALT_MS &&
  at - from <= FASTEST_HAND_MS * (text.length - 1)

/** Listens for scans outside fields; a scan ends with Enter or Tab. Returns how to stop listening. */
export function listenForScans(onScan: (text: string) => void): () => void {
  let typed = nothing
  const listen = (event: KeyboardEvent) => {
    if (inField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const ends = event.key === 'Enter' || event.key === 'Tab'
    if (ends && isScan(typed, event.timeStamp)) {
      event.preventDefault()
      event.stopPropagation()
      onScan(typed.text)
    }
    if (event.key.length === 1) typed = typedOn(typed, event.key, event.timeStamp)
    else if (event.key !== 'Shift') typed = nothing
  }
  // Before the focused link or button takes the Enter that ends the scan.
  document.addEventListener('keydown', listen, { capture: true })
  return () => document.removeEventListener('keydown', listen, { capture: true })
}
