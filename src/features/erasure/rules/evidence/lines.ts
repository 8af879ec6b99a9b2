// Lines of a text of any size, one at a time.

/** Longer lines than any tool writes are cut, so that no pattern works on a megabyte. */
const longestLine = 2000

export function* linesOf(text: string): Generator<string> {
  let from = text.startsWith('\ufeff') ? 1 : 0
  while (from < text.length) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    const line = text.slice(from, Math.min(end, from + longestLine))
    yield line.endsWith('\r') ? line.slice(0, -1) : line
    from = end + 1
  }
}

/** A whole number as tools write it, or null when it is none or too large to be exact. */
export function wholeNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return null
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : null
}
