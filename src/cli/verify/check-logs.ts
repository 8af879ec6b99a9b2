// Every log of a database, checked by the checker that shares no code with the writer; and what only
// the database can tell: entries of the journal that no log holds, and chains that cross from one organisation's log into another's.
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Json } from '../../checker/entry.ts'
import { checkLog } from '../../checker/log.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { Findings, type Verdict } from '../../checker/verdict.ts'
import { Chains } from './chains.ts'
import { batchesOf } from './rows.ts'

/** Asks the database; a transaction of a test asks in the midst of its own changes. */
export interface Source {
  ask<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]>
  /** What `COPY … TO STDOUT` sends. Nothing else can be asked until it has ended. */
  copyOut(sql: string): AsyncIterable<Buffer>
}

export interface LogsToCheck {
  readonly source: Source
  /** Raw public log keys of the installation, in base64, which the reader trusts; empty pins none. */
  readonly vkeysOf: (origin: string) => readonly string[]
  /** The installation's log keys, as keys.json lists them: a trusted one leads to its successors. */
  readonly keys?: readonly Json[]
}

export interface LogsVerdict extends Verdict {
  readonly logs: number
  readonly entries: number
}

/** By one connection, so that what is read of a log is not in the way of itself. */
export const sourceOf = (client: ClientBase): Source => ({
  ask: async <Row extends object>(sql: string, values: readonly unknown[]) =>
    (await client.query<Row>(sql, [...values])).rows,
  copyOut: (sql) => client.query(copyTo(sql)),
})

export async function checkLogs(of: LogsToCheck): Promise<LogsVerdict> {
  const found = new Findings()
  const { source } = of
  const chains = new Chains(source, found)
  const logs = await source.ask<{ id: string }>(LOGS, [])
  let entries = 0
  for (const { id } of logs) entries += await checkOne(of, found, chains, id)
  await checkJournal(source, found, chains)
  return { ...found.verdict(), logs: logs.length, entries }
}

/** From one log to the next by the key, since a log has many entries. */
const LOGS = `
  WITH RECURSIVE logged AS (
    (SELECT organisation_id AS id FROM proofs.log_entry ORDER BY 1 LIMIT 1)
    UNION ALL
    SELECT (SELECT organisation_id FROM proofs.log_entry
      WHERE organisation_id > l.id ORDER BY organisation_id LIMIT 1)
    FROM logged l WHERE l.id IS NOT NULL
  )
  SELECT id FROM logged WHERE id IS NOT NULL UNION SELECT organisation_id FROM proofs.log
  UNION SELECT organisation_id FROM proofs.checkpoint
  UNION SELECT organisation_id FROM proofs.log_group ORDER BY 1`

const nameOf = (note: string): string => note.slice(0, note.indexOf('\n'))

async function checkOne(
  { source, vkeysOf, keys = [] }: LogsToCheck,
  found: Findings,
  chains: Chains,
  id: string,
): Promise<number> {
  const heads = (
    await source.ask<{ note: string }>(
      'SELECT note FROM proofs.checkpoint WHERE organisation_id = $1 ORDER BY size',
      [id],
    )
  ).map(({ note }) => note)
  const origin = heads.length > 0 ? nameOf(heads.at(-1)!) : id
  // A database that was restored without its keys goes on under a new name: what was signed under
  // the earlier one is for who kept that key. The entries are the same, and are checked all.
  const checkpoints = heads.filter((note) => nameOf(note) === origin)
  const earlier = new Set(heads.map(nameOf).filter((name) => name !== origin))
  for (const name of earlier) found.omit('heads-of-earlier-name', name)
  const [head] = await source.ask<{ size: number; edge: Uint8Array }>(
    'SELECT size, edge FROM proofs.log WHERE organisation_id = $1',
    [id],
  )
  const verdict = await checkLog({
    origin,
    batches: batchesOf(source, id, (entries) => chains.follow(entries)),
    edge: head?.edge ?? new Uint8Array(0),
    elsewhere: chains.step,
    checkpoints,
    vkeys: vkeysOf(origin),
    keys,
    engine: nodeEngine,
  })
  for (const list of ['checked', 'notChecked', 'failures'] as const)
    for (const one of verdict[list]) found[list].push(one)
  const [at, { entries }] = [`${origin}#${verdict.entries}`, verdict]
  const size = Number(head?.size ?? 0)
  if (size !== entries) found.fail('entries-missing', at, { entries, size })
  // Without it the last entries would be nobody's word.
  const signed = Number(checkpoints.at(-1)?.split('\n')[1] ?? 0)
  if (signed !== entries) found.fail('head-not-signed', at, { signed })
  return entries
}

interface Unlogged {
  readonly subject: string
  readonly seq: number
  readonly previous: string | null
}

const UNLOGGED = `
  SELECT e.subject_id AS subject, e.seq,
    substring(e.body FROM '"previous":"([0-9a-f]{64})","seq":') AS previous
  FROM journal.entry e`
const PLACE = `SELECT xact, position FROM journal.listener WHERE name = 'proofs.log'
  UNION ALL SELECT '0', 0 LIMIT 1`

/** What the listener has passed is in a log; what came after it will be, within a minute. */
async function checkJournal({ ask }: Source, found: Findings, chains: Chains): Promise<void> {
  const waiting = await ask<Unlogged>(
    `${UNLOGGED} WHERE (e.xact, e.position) > (${PLACE}) ORDER BY e.xact, e.position`,
    [],
  )
  if (waiting.length > 0)
    found.omit('entries-after-checkpoint', 'journal', { entries: waiting.length })
  const [journal] = await ask<{ entries: number }>(
    'SELECT count(*) AS entries FROM journal.entry',
    [],
  )
  // Each that was found by way of a log is another, so that as many are all.
  const lost =
    Number(journal!.entries) === chains.entries + waiting.length
      ? []
      : await ask<Unlogged>(
          `${UNLOGGED} WHERE (e.xact, e.position) <= (${PLACE}) AND NOT EXISTS (
             SELECT FROM proofs.log_entry l WHERE l.organisation_id = e.organisation_id
               AND l.subject_id = e.subject_id AND l.seq = e.seq)
           LIMIT 100`,
          [],
        )
  for (const { subject, seq } of lost) found.fail('entry-in-no-log', `${subject}:${seq}`)
  for (const { subject, seq, previous } of [...waiting, ...lost])
    chains.step({ subject, seq, previous: previous ?? '' })
  await chains.follow(0)
  if (chains.whole) found.pass('chains-whole', 'journal')
}
