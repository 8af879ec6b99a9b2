// Every log of a database, checked by the checker that shares no code with the writer; and what only
// the database can tell: entries of the journal that no log holds, columns that say other than the
// canonical bytes, chains that cross from one organisation's log into another's.
import { hash } from 'node:crypto'
import { checkLog, type LogRow } from '../../checker/log.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { Findings, type Verdict } from '../../checker/verdict.ts'

/** Asks the database; a transaction of a test asks in the midst of its own changes. */
export type Ask = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>

export interface LogsToCheck {
  readonly ask: Ask
  /** Raw public log keys of the installation, in base64, which the reader trusts; empty pins none. */
  readonly vkeysOf: (origin: string) => readonly string[]
}

export interface LogsVerdict extends Verdict {
  readonly logs: number
  readonly entries: number
}

/** Rows at a time: few round trips, and little memory. */
const BATCH = 4000

export async function checkLogs({ ask, vkeysOf }: LogsToCheck): Promise<LogsVerdict> {
  const found = new Findings()
  const logs = await ask<{ id: string }>(
    `SELECT organisation_id AS id FROM proofs.log UNION SELECT organisation_id FROM proofs.log_entry
     UNION SELECT organisation_id FROM proofs.checkpoint ORDER BY 1`,
    [],
  )
  let entries = 0
  for (const { id } of logs) entries += await checkOne(ask, found, id, vkeysOf)
  await checkJournal(ask, found)
  return { ...found.verdict(), logs: logs.length, entries }
}

async function checkOne(
  ask: Ask,
  found: Findings,
  id: string,
  vkeysOf: (origin: string) => readonly string[],
): Promise<number> {
  const heads = (
    await ask<{ note: string }>(
      'SELECT note FROM proofs.checkpoint WHERE organisation_id = $1 ORDER BY size',
      [id],
    )
  ).map(({ note }) => note)
  const nameOf = (note: string) => note.slice(0, note.indexOf('\n'))
  const origin = heads.length > 0 ? nameOf(heads.at(-1)!) : id
  // A database that was restored without its keys goes on under a new name: what was signed under
  // the earlier one is for who kept that key. The entries are the same, and are checked all.
  const checkpoints = heads.filter((note) => nameOf(note) === origin)
  const earlier = new Set(heads.map(nameOf).filter((name) => name !== origin))
  for (const name of earlier) found.omit('heads-of-earlier-name', name)
  // Made anew from the leaves at need; a wrong one gives proofs that fail, never one that holds.
  if (heads.length > 0) found.omit('group-hashes', origin)
  const verdict = await checkLog({
    origin,
    rows: rowsOf(ask, found, origin, id),
    checkpoints,
    vkeys: vkeysOf(origin),
    engine: nodeEngine,
  })
  for (const list of ['checked', 'notChecked', 'failures'] as const)
    for (const one of verdict[list]) found[list].push(one)
  const [head] = await ask<{ size: number }>(
    'SELECT size FROM proofs.log WHERE organisation_id = $1',
    [id],
  )
  if (Number(head?.size ?? 0) !== verdict.entries)
    found.fail('entries-missing', `${origin}#${verdict.entries}`, {
      entries: verdict.entries,
      size: Number(head?.size ?? 0),
    })
  // Without it the last entries would be nobody's word.
  const signed = Number(checkpoints.at(-1)?.split('\n')[1] ?? 0)
  if (signed !== verdict.entries)
    found.fail('head-not-signed', `${origin}#${verdict.entries}`, { signed })
  return verdict.entries
}

interface Stored {
  readonly index: string | number
  readonly leafHash: Buffer
  readonly subject: string
  readonly seq: number
  readonly id: string | null
  readonly kind: string
  readonly at: Date
  readonly body: string | null
  readonly hash: Buffer
}

/** By index from the log, with the body out of the journal. */
async function* rowsOf(
  ask: Ask,
  found: Findings,
  origin: string,
  logId: string,
): AsyncGenerator<LogRow[]> {
  let after = -1
  for (;;) {
    const rows = await ask<Stored>(
      `SELECT l.index, l.leaf_hash AS "leafHash", l.subject_id AS subject, l.seq, e.id, e.kind, e.at,
         e.body, e.hash
       FROM proofs.log_entry l
       LEFT JOIN journal.entry e ON e.subject_id = l.subject_id AND e.seq = l.seq
         AND e.organisation_id = l.organisation_id
       WHERE l.organisation_id = $1 AND l.index > $2 ORDER BY l.index LIMIT ${BATCH}`,
      [logId, after],
    )
    if (rows.length === 0) return
    yield rows.map((row) => {
      const index = Number(row.index)
      const at = `${origin}#${index}`
      if (row.body === null) found.fail('entry-not-in-journal', at)
      else if (!columnsAgree(row, row.body, logId)) found.fail('entry-columns-differ', at)
      return { index, body: row.body ?? '', leafHash: row.leafHash }
    })
    after = Number(rows.at(-1)!.index)
  }
}

/**
 * The names of the canonical form are in the order of RFC 8785, so that all but the content stands
 * at a known distance from either end; reading the JSON once more would cost as much as the hashes.
 */
function columnsAgree(row: Stored, body: string, organisation: string): boolean {
  const end = `","seq":${row.seq},"subject":"${row.subject}","v":1}`
  const middle = `,"id":"${row.id}","kind":"${row.kind}","organisation":"${organisation}","previous":"`
  const previous = body.length - end.length - 64
  return (
    body.endsWith(end) &&
    body.startsWith(middle, previous - middle.length) &&
    body.startsWith(`,"at":"${row.at.toISOString()}","content":`, ACTOR) &&
    row.hash.equals(hash('sha256', body, 'buffer'))
  )
}

/** After `{"actor":"` and a UUID and its quotation mark. */
const ACTOR = 47

async function checkJournal(ask: Ask, found: Findings): Promise<void> {
  // What the listener has passed is in a log; what came after it will be, within a minute.
  const unlogged = await ask<{ subject: string; seq: number; passed: boolean }>(
    `SELECT e.subject_id AS subject, e.seq,
       (e.xact, e.position) <= (coalesce(p.xact, '0'), coalesce(p.position, 0)) AS passed
     FROM journal.entry e
     LEFT JOIN journal.listener p ON p.name = 'proofs.log'
     WHERE NOT EXISTS (SELECT FROM proofs.log_entry l
       WHERE l.organisation_id = e.organisation_id AND l.subject_id = e.subject_id AND l.seq = e.seq)`,
    [],
  )
  for (const { subject, seq } of unlogged.filter(({ passed }) => passed).slice(0, 100))
    found.fail('entry-in-no-log', `${subject}:${seq}`)
  const waiting = unlogged.filter(({ passed }) => !passed).length
  if (waiting > 0) found.omit('entries-after-checkpoint', 'journal', { entries: waiting })
  // Within one log the checker has seen to it; here each step from one log into another.
  const broken = await ask<{ subject: string; seq: number }>(
    `SELECT e.subject_id AS subject, e.seq
     FROM journal.entry e
     LEFT JOIN journal.entry p ON p.subject_id = e.subject_id AND p.seq = e.seq - 1
     WHERE e.seq > 1 AND (p.seq IS NULL OR p.organisation_id <> e.organisation_id
       AND position('"previous":"' || encode(p.hash, 'hex') || '"' IN right(e.body, 250)) = 0)
     ORDER BY 1, 2 LIMIT 100`,
    [],
  )
  for (const { subject, seq } of broken) found.fail('chain-broken', `${subject}:${seq}`)
  if (broken.length === 0) found.pass('chains-whole', 'journal')
}
