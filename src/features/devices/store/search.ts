// Finding by words in a register of any size. Measured at a million devices: a rare word is found
// by its trigrams in a few milliseconds, but the trigrams of a common one give 300 000 hits to
// sort; and a walk in the order of the list meets a common word at once, but a rare one never. So
// a short walk is tried first. Both would take seconds for the beginning of a series of numbers
// (`EX-01`), whose devices lie together in that order; such a word is found by its beginning.
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { OrganisationId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import { normaliseSerial } from '../rules/serial.ts'
import { build } from './build.ts'

/** How many rows of the list a walk looks at. */
export const WALK = 1500
/** A word that begins this many numbers is the beginning of a series. */
const SERIES = 1000
const MOST_WORDS = 6

export interface Word {
  /** As written, in upper case. */
  readonly text: string
  readonly serialKey: string
  /** Too short for trigrams: found only where a sort key begins with it. */
  readonly short: boolean
  readonly begins: readonly Column[]
}
type Column = 'tag_sort' | 'serial_sort' | 'model_sort'

export const wordsOf = (q = ''): Word[] =>
  q
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => {
      const text = word.toUpperCase()
      const short = text.length < 3
      const begins: Column[] = short ? ['tag_sort', 'serial_sort', 'model_sort'] : []
      return { text, serialKey: normaliseSerial(word), short, begins }
    })

/** Words that are found in the columns of the listing alone. */
export const standsInListing = (word: Word): boolean => word.begins.length > 0

export const beginsWith = (word: Word): RawBuilder<SqlBool> =>
  anyOf(word.begins.map((column) => inSeries(column, word)))

/** On `s.search`, the text that stands on the device. */
export const occurs = (words: readonly Word[]): RawBuilder<SqlBool> =>
  sql.join(
    words.map(({ text, serialKey }) => {
      const forms = [...new Set([text, serialKey])].filter(Boolean)
      return anyOf(forms.map((form) => sql<SqlBool>`s.search LIKE ${`%${escapeLike(form)}%`}`))
    }),
    sql` AND `,
  )

/** Marks the words that begin a series of asset tags or serial numbers of the organisation. */
export async function markSeries(
  tx: Tx,
  organisationId: OrganisationId,
  words: readonly Word[],
): Promise<Word[]> {
  const marked: Word[] = []
  for (const word of words) {
    if (word.short) {
      marked.push(word)
      continue
    }
    const columns = ['tag_sort', 'serial_sort'] as const
    const counts = columns.map(
      (column) => sql`(SELECT count(*) FROM (
          SELECT FROM devices.listing WHERE organisation_id = ${organisationId}
            AND ${inSeries(column, word)}
          LIMIT ${SERIES}) one)`,
    )
    const query = sql<
      Record<string, number>
    >`SELECT ${counts[0]} AS tag_sort, ${counts[1]} AS serial_sort`
    const [found] = await tx.built(query.compile(build))
    marked.push({ ...word, begins: columns.filter((column) => found?.[column] === SERIES) })
  }
  return marked
}

// The sort keys are in C order, where this bound is above every text that begins so. One range and
// no alternatives, so that an index on the key reads just that range.
function inSeries(column: Column, { text, serialKey }: Word): RawBuilder<SqlBool> {
  const form = column === 'serial_sort' ? serialKey : text
  if (!form) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.ref(column)} >= ${form} AND ${sql.ref(column)} < ${`${form}\u{10ffff}`})`
}

const anyOf = (conditions: readonly RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`

const escapeLike = (text: string): string => text.replace(/[%_\\]/g, '\\$&')
