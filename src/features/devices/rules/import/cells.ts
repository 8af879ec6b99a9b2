// A cell as it stands in the file to the text that was meant.

/** Anything beyond the ends of words that may need care: controls, odd spaces, lost characters. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const odd = /[\u0000-\u001f\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/
const oddSpaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
// oxlint-disable-next-line no-control-regex -- and what is taken away
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** Trimmed, one line, without what cannot be seen. */
export function cleanCell(cell: string): string {
  if (cell === '') return ''
  const text = odd.test(cell)
    ? cell.replace(invisible, '').replace(oddSpaces, ' ').trim()
    : trimmed(cell)
  const first = text.charCodeAt(0)
  // Only `'` and `=` begin what a spreadsheet adds.
  return first === 39 || first === 61 ? withoutFormulaSigns(text) : text
}

const trimmed = (cell: string): string =>
  cell.charCodeAt(0) === 32 || cell.charCodeAt(cell.length - 1) === 32 ? cell.trim() : cell

/** As `cleanCell`, but lines are kept: for notes. */
export function cleanLines(cell: string): string {
  if (!odd.test(cell)) return cleanCell(cell)
  return cell
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map(cleanCell)
    .join('\n')
    .trim()
}

/**
 * `="00142"` is how Excel is told to keep zeros, and `'00142` how people tell it. An apostrophe
 * before a letter is left: it begins names (`'t Hart`).
 */
function withoutFormulaSigns(text: string): string {
  const formula = /^="((?:[^"]|"")*)"$/.exec(text)
  if (formula) return formula[1]!.replaceAll('""', '"').trim()
  return /^'[\d=+@-]/.test(text) ? text.slice(1).trim() : text
}

/** What tools write where there is nothing. */
const nothing = new Set([
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  '#n/a',
  'null',
  '(null)',
  'none',
  'nil',
  '(none)',
  '(blank)',
  '(tom)',
  'ej angivet',
  'undefined',
  'not available',
  'not applicable',
])

export const saysNothing = (text: string): boolean =>
  text === '' || (text.length < 15 && nothing.has(text.toLowerCase()))

/** Words to compare by: lower case, signs as single spaces. */
export const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
