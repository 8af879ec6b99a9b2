// COPY in its text form: the fastest way into a table, and the lines it takes.
import { finished } from 'node:stream/promises'
import type { Tx } from './tx.ts'

/** Sends whole lines; returns when PostgreSQL has taken them. */
export async function copyLines(tx: Tx, sql: string, lines: string): Promise<void> {
  if (lines === '') return
  const stream = tx.copyIn(sql)
  stream.end(lines)
  await finished(stream)
}

export const NULL = '\\N'

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

/** A text as a column of a line; null as COPY writes it. */
export function column(value: string | null): string {
  if (value === null) return NULL
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!) : value
}
