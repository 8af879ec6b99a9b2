// Where lines of print break.

/**
 * Breaks at spaces, which stay at the line's end, so that a screen reader does not run the words
 * on both sides together; a word wider than the line (a hash, an address) breaks after a sign
 * or anywhere.
 */
export function wrapText(
  content: string,
  width: number,
  widthOf: (part: string) => number,
): string[] {
  const lines: string[] = []
  content.split('\n').forEach((paragraph, n) => {
    if (n > 0) lines.push(`${lines.pop()!} `)
    let current = ''
    for (const word of paragraph.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`
      if (widthOf(longer) <= width) {
        current = longer
        continue
      }
      if (current !== '') lines.push(`${current} `)
      const parts = breakWord(word, width, widthOf)
      lines.push(...parts.slice(0, -1))
      current = parts.at(-1)!
    }
    lines.push(current)
  })
  return lines
}

function breakWord(word: string, width: number, widthOf: (part: string) => number): string[] {
  const parts: string[] = []
  let rest = [...word]
  while (rest.length > 1 && widthOf(rest.join('')) > width) {
    let [fits, tooMany] = [1, rest.length]
    while (tooMany - fits > 1) {
      const middle = (fits + tooMany) >> 1
      if (widthOf(rest.slice(0, middle).join('')) <= width) fits = middle
      else tooMany = middle
    }
    const last = (signs: string): number =>
      rest.slice(0, fits).findLastIndex((character) => signs.includes(character)) + 1
    const cut = [last('/'), last('-_.,:;')].find((at) => at > fits / 3) ?? fits
    parts.push(rest.slice(0, cut).join(''))
    rest = rest.slice(cut)
  }
  return [...parts, rest.join('')]
}
