/** Kept as ten digits; people write them with and without hyphen, century or country. */
export const organisationNumberOf = (text: string): string | null => {
  const digits = text
    .trim()
    .replace(/^(?:SE|16)(?=\d{6}-?\d{4}(?:01)?$)/i, '')
    .replace(/[\s-]/g, '')
  const own = /^\d{12}$/.test(digits) && digits.endsWith('01') ? digits.slice(0, 10) : digits
  return /^\d{10}$/.test(own) ? own : null
}

/** `556000-0001`, as people read it. */
export const shownNumber = (number: string | null): string =>
  number === null ? '' : number.replace(/^(\d{6})(\d{4})$/, '$1-$2')
