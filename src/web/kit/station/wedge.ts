// A hand scanner types as a keyboard does, only faster. Most end with Enter or Tab; some do not, and
// then a pause says that the code is whole.

/** A pause this long after fast typing ends a scan. */
export const pauseMs = 80
/** Scanners send a key every 1–30 ms; the fastest typists need about 60. */
const fastMs = 35
/** Shorter than any serial number: three quick keys are a person. */
const shortest = 4

export interface Wedge {
  /** Tells what stands in the field and when; answers whether a pause would end a scan. */
  typed(value: string, atMs: number): boolean
  /** The code, cleaned, when the scan has ended; empty when there was nothing. */
  end(): string
}

export function createWedge(): Wedge {
  let value = ''
  let last = 0
  let fast = true
  return {
    typed(next, atMs) {
      if (next.length <= 1 || next.length < value.length) fast = true
      else if (atMs - last > fastMs) fast = false
      // Several letters in one go are a paste or a word suggested by the phone, not a scanner.
      if (next.length - value.length > 1) fast = false
      value = next
      last = atMs
      return fast && value.trim().length >= shortest
    },
    end() {
      const code = cleaned(value)
      value = ''
      fast = true
      return code
    },
  }
}

/** Without the control characters some scanners send first or last (GS, RS, EOT in ISO 15434). */
export const cleaned = (text: string): string =>
  [...text]
    .filter((letter) => letter >= ' ' && letter !== '\u007f')
    .join('')
    .trim()
