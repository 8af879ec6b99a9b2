// A log as the database keeps it. Entries come by COPY, their bytes as they lie there: that costs a
// third of what rows of a query do.
import type { KeptGroup } from '../../checker/groups.ts'
import type { LogBatch, LogRow } from '../../checker/log.ts'
import { checkedUuid } from '../../core/ids.ts'
import { recordsOf, type Fields } from './copy-records.ts'
import type { Source } from './check-logs.ts'

/** Entries at a time: so many that the questions between them cost little. */
const BATCH = 16_384

/** @param between runs after each batch, when the database can be asked again; told of its entries */
export async function* batchesOf(
  source: Source,
  logId: string,
  between: (entries: number) => Promise<void>,
): AsyncGenerator<LogBatch> {
  const id = checkedUuid(logId)
  let size = 0
  for (;;) {
    let taken = 0
    let entries = 0
    let last = size - 1
    for await (const rows of recordsOf(source.copyOut(entriesSql(id, last)), readerOf(id))) {
      yield { rows }
      taken += rows.length
      for (const { bytes } of rows) if (bytes) entries++
      last = rows.at(-1)!.index
    }
    yield { rows: [], groups: await groupsBetween(source, id, size, last + 1) }
    await between(entries)
    size = last + 1
    if (taken < BATCH) break
  }
  yield { rows: [], groups: await groupsBetween(source, id, size, Infinity) }
}

/** `OFFSET 0` makes it look for each entry by its key, so that the first come at once. */
const entriesSql = (id: string, after: number) =>
  `COPY (SELECT l.index, l.leaf_hash, l.subject_id::text, l.seq, e.body, e.hash, e.id::text, e.kind, e.at
   FROM (SELECT index, leaf_hash, subject_id, seq, organisation_id FROM proofs.log_entry
     WHERE organisation_id = '${id}' AND index > ${after} ORDER BY index LIMIT ${BATCH}) l
   LEFT JOIN LATERAL (SELECT e.body, e.hash, e.id, e.kind, e.at FROM journal.entry e
     WHERE e.subject_id = l.subject_id AND e.seq = l.seq
       AND e.organisation_id = l.organisation_id OFFSET 0) e ON true
   ORDER BY l.index) TO STDOUT (FORMAT binary)`

function readerOf(organisation: string): (fields: Fields) => LogRow {
  const instant = instants()
  return (fields) => {
    const index = fields.integer()!
    const leafHash = fields.bytes()!
    const subject = fields.text()!
    const seq = fields.integer()!
    const bytes = fields.bytes()
    const hash = fields.hex()
    const id = fields.text()
    const kind = fields.text()
    const at = fields.integer()
    // Without the entry all that comes of it is null.
    if (bytes === null || hash === null || id === null || kind === null || at === null)
      return { index, leafHash, bytes: null }
    const columns = { hash, id, subject, seq, kind, organisation, at: instant(at) }
    return { index, leafHash, bytes, columns }
  }
}

/** Between the epochs of PostgreSQL (2000) and of ECMAScript (1970). */
const EPOCH_MS = Date.UTC(2000, 0)

/** As entries write instants. Those of one transaction are the same, and made once. */
function instants(): (microseconds: number) => string {
  let of = NaN
  let text = ''
  return (microseconds) => {
    if (microseconds === of) return text
    of = microseconds
    const ms = Math.floor(microseconds / 1000)
    // What is finer than an entry can say differs from it.
    const finer = microseconds % 1000 === 0 ? '' : `+${microseconds % 1000}`
    text = new Date(EPOCH_MS + ms).toISOString() + finer
    return text
  }
}

/** More levels than sixteen entries to each group can fill below 2^53. */
const LEVELS = 13

/** The kept groups that become full as the log grows from one size to another. */
async function groupsBetween(
  { copyOut }: Source,
  id: string,
  from: number,
  to: number,
): Promise<KeptGroup[]> {
  const ranges = Array.from({ length: LEVELS }, (_, level) => {
    const [first, end] = [from, to].map((size) => Math.floor(size / 16 ** (level + 1)))
    if (end === Infinity) return `level = ${level} AND index >= ${first}`
    return first === end ? null : `level = ${level} AND index >= ${first} AND index < ${end}`
  }).filter((range) => range !== null)
  if (ranges.length === 0) return []
  if (to === Infinity) ranges.push(`level >= ${LEVELS}`, 'index < 0')
  const groups: KeptGroup[] = []
  const sql = `COPY (SELECT level::int, index, hashes FROM proofs.log_group
    WHERE organisation_id = '${id}' AND (${ranges.join(' OR ')}) ORDER BY level, index
    LIMIT ${to === Infinity ? 100 : BATCH}) TO STDOUT (FORMAT binary)`
  for await (const some of recordsOf(copyOut(sql), groupOf)) groups.push(...some)
  return groups
}

const groupOf = (fields: Fields): KeptGroup => ({
  level: fields.integer()!,
  index: fields.integer()!,
  hashes: fields.bytes()!,
})
