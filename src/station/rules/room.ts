// What fits on the screen: of more drives than lines one page at a time, and nothing left out unsaid.

export interface Page {
  readonly from: number
  readonly to: number
  /** Beginning with 0. */
  readonly page: number
  readonly pages: number
}

/** A page turns as a whole, so that a drive keeps its place on the screen. */
export function pageOf(all: number, lines: number, wanted: number): Page {
  const size = Math.max(1, lines)
  const pages = Math.max(1, Math.ceil(all / size))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  return { from: page * size, to: Math.min(all, (page + 1) * size), page, pages }
}

/** Words on as many lines as they need; a word that is too long by itself is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.trimEnd().split(' ')) {
    const line = lines.at(-1)!
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) lines[lines.length - 1] = longer
    else lines.push(word.slice(0, width))
  }
  return lines.filter((line, place) => line !== '' || place > 0)
}
