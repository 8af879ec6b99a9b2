// A log as the database keeps it. Rows come by COPY, their bytes as they lie there: that costs a third
// of what rows of a query do.
import type { KeptGroup } from '../../checker/groups.ts'
import type { LogBatch, LogRow } from '../../checker/log.ts'
import { checkedUuid } from '../../core/ids.ts'
import { columnsReader, type ColumnsReader } from './columns.ts'
import { recordsOf, type Fields } from './copy-records.ts'
import { readLogged, type Logged } from './logged.ts'
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
  const read = columnsReader(id)
  let size = 0
  for (;;) {
    const logged = await readLogged(source, id, size - 1, BATCH)
    let entries = 0
    for await (const rows of entriesOf(source, id, logged, read)) {
      yield { rows }
      for (const { bytes } of rows) if (bytes) entries++
    }
    const due = logged.end(size)
    yield { rows: [], groups: await groupsBetween(source, id, size, due) }
    await between(entries)
    size = due
    if (logged.count < BATCH) break
  }
  yield { rows: [], groups: await groupsBetween(source, id, size, Infinity) }
}

/**
 * A log takes entries in the order of the journal, and read in that order they come at a fifth of
 * what it costs to look for each by its key. Nothing hangs on that order: from the first entry that
 * is another than the log's own row says, the rest of these are looked for by their keys.
 */
async function* entriesOf(
  source: Source,
  id: string,
  logged: Logged,
  read: ColumnsReader,
): AsyncGenerator<LogRow[]> {
  let at = 0
  const span = await spanOf(source, id, logged)
  if (span) {
    let met = true
    const meet = (fields: Fields): LogRow | null => {
      met &&= at < logged.count && logged.isNext(at, fields)
      return met ? logged.row(at++, fields, read) : null
    }
    for await (const rows of recordsOf(source.copyOut(inOrder(id, span)), meet))
      yield rows.filter((row) => row !== null)
  }
  if (at === logged.count) return
  const after = at === 0 ? logged.first - 1 : logged.indexAt(at - 1)
  const byKey = recordsOf(source.copyOut(byKeys(id, after, logged.count - at)), (fields) =>
    logged.row(at++, fields, read),
  )
  yield* byKey
}

/** Where in the journal the first and the last of some entries stand. */
interface Span {
  readonly from: Place
  readonly to: Place
}
interface Place {
  readonly index: number
  readonly xact: string
  readonly position: number
}

/** Others' entries that stand between are read and left: more of them than this cost more than keys. */
const MOST_BETWEEN = 8

async function spanOf(source: Source, id: string, logged: Logged): Promise<Span | null> {
  if (logged.count === 0) return null
  const ends = [logged.first, logged.end(0) - 1]
  const places = await source.ask<Place>(
    `SELECT l.index, e.xact::text AS xact, e.position FROM proofs.log_entry l
     JOIN journal.entry e ON e.subject_id = l.subject_id AND e.seq = l.seq
     WHERE l.organisation_id = $1 AND l.index = ANY($2::bigint[]) ORDER BY l.index`,
    [id, ends],
  )
  const [from, to] = [places[0], places.at(-1)]
  if (!from || Number(from.index) !== ends[0] || Number(to!.index) !== ends[1]) return null
  const across = Number(to!.position) - Number(from.position)
  return across >= 0 && across <= MOST_BETWEEN * logged.count ? { from, to: to! } : null
}

const ENTRY = 'e.body, e.hash, e.id, e.kind, e.at'
const placeOf = ({ xact, position }: Place) => `('${BigInt(xact)}'::xid8, ${Number(position)})`

const inOrder = (id: string, { from, to }: Span) =>
  `COPY (SELECT e.subject_id, e.seq, ${ENTRY} FROM journal.entry e
   WHERE e.organisation_id = '${id}' AND (e.xact, e.position) >= ${placeOf(from)}
     AND (e.xact, e.position) <= ${placeOf(to)}
   ORDER BY e.xact, e.position) TO STDOUT (FORMAT binary)`

/** `OFFSET 0` makes it look for each entry by its key, so that the first come at once. */
const byKeys = (id: string, after: number, count: number) =>
  `COPY (SELECT ${ENTRY}
   FROM (SELECT index, subject_id, seq, organisation_id FROM proofs.log_entry
     WHERE organisation_id = '${id}' AND index > ${after} ORDER BY index LIMIT ${count}) l
   LEFT JOIN LATERAL (SELECT ${ENTRY} FROM journal.entry e
     WHERE e.subject_id = l.subject_id AND e.seq = l.seq
       AND e.organisation_id = l.organisation_id OFFSET 0) e ON true
   ORDER BY l.index) TO STDOUT (FORMAT binary)`

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
  hashes: Buffer.from(fields.bytes()!),
})
