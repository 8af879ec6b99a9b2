// Rows as text that a spreadsheet reads: by semicolon, since the comma is the decimal sign here.

/** A leading = + - @ would be run as a formula by a spreadsheet; a tab before it makes it text. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  const text = typeof value === 'string' && /^[=+\-@]/.test(value) ? `\t${value}` : said
  return /[";\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvLine = (values: readonly unknown[]): string => values.map(cell).join(';')

/** The byte order mark makes spreadsheets read å ä ö right. */
export const csvFile = (lines: readonly string[]): string => `\ufeff${lines.join('\r\n')}\r\n`
