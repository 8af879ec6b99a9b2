// A hand scanner types as a keyboard does, only faster. Most end with Enter or Tab; some do not, and
// then a pause says that the code is whole.

/** A pause this long after fast typing ends a scan. */
export const pauseMs = 80
/** Scanners send a key every 1–30 ms, slow ones by radio up to 40; the fastest typists need 60. */
const fastMs = 40
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
  let first = 0
  let last = 0
  let fast = true
  return {
    typed(next, atMs) {
      if (value === '' || next.length < value.length) {
        first = atMs
        fast = true
      } else if (atMs - last > pauseMs) fast = false
      // Several letters in one go are a paste or a word suggested by the phone, not a scanner.
      if (next.length - value.length > 1) fast = false
      value = next
      last = atMs
      // On the whole, not for each key: a busy machine holds one key up now and then.
      const pace = (last - first) / Math.max(1, next.length - 1)
      return fast && pace <= fastMs && value.trim().length >= shortest
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
