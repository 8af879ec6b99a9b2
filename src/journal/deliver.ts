// Wakes listeners after the commit. Each keeps its place in the journal and moves it in the
// transaction of its own work, so that effects inside happen once.
import { randomFillSync } from 'node:crypto'
import type { Client } from 'pg'
import { idMaker, type OrganisationId, type Uuid } from '../core/ids.ts'
import type { Database } from '../database/connect.ts'
import type { ActionContext } from '../database/context.ts'
import { sendJob } from '../database/send-job.ts'
import type { Tx } from '../database/tx.ts'
import type { Keys } from '../keys/keys.ts'

export interface HeardEntry {
  readonly id: Uuid
  readonly subjectId: Uuid
  readonly seq: number
  readonly kind: string
  readonly at: Date
  readonly organisationId: OrganisationId
  readonly partyIds: readonly OrganisationId[]
  readonly body: string
}

export interface Listener {
  readonly name: string
  /** Entry kinds it wants, or all of them; others are passed over. */
  readonly kinds: readonly string[] | 'all'
  /** For one that only needs to know that something happened: it is told the last entry of each organisation, without its body. */
  readonly withoutBodies?: true
  /** Called with entries of one organisation, in that organisation's transaction, as of the last entry's moment. */
  hear(ctx: ActionContext, entries: readonly HeardEntry[]): Promise<void>
  /**
   * Empties what it has counted, as the owner of the tables, so that hearing everything once more
   * gives the same again (`omlopp rebuild`). Only for what stays inside: a message that has been
   * sent is not sent anew.
   */
  readonly forget?: (tx: Tx) => Promise<void>
}

const BATCH = 500
const newIdAt = idMaker((bytes) => randomFillSync(bytes))
type NewIdAt = (at: Date) => Uuid

/** What those who hear one after the other need not each read: entries never change. */
export type SharedReading = Map<string, ReadBatch>
interface ReadBatch {
  readonly end: BatchEnd
  readonly entries: readonly HeardEntry[]
}
/** No more is kept in memory than some megabytes; whoever comes after that reads for itself. */
const BATCHES_SHARED = 4

interface Delivery {
  /** How many entries it takes in one transaction. */
  readonly batch?: number
  /**
   * For who lets several hear right after each other, with the same batch, and then throws it away.
   * All stop where the first did: what has come since is heard the next time, and they stand together.
   */
  readonly shared?: SharedReading
  /** What ids of its own work are made with; of chance unless something else is wanted. */
  readonly newIdAt?: NewIdAt
}

/** Lets one listener hear all that is certain; @returns how many entries it took. */
export async function deliver(
  database: Database,
  listener: Listener,
  { batch = BATCH, shared, newIdAt: idAt = newIdAt }: Delivery = {},
): Promise<number> {
  let taken = 0
  for (;;) {
    const count = await database.asSystem((tx) =>
      deliverBatch(tx, listener, batch, { keys: database.keys, idAt, shared }),
    )
    taken += count
    if (count < batch) return taken
  }
}

/** Whether there are entries that it has not heard, held back or not. */
export async function isBehind(database: Database, { name }: Listener): Promise<boolean> {
  const { rows } = await database.pool.query<{ behind: boolean }>(
    `SELECT EXISTS (
       SELECT FROM journal.listener l, LATERAL (
         SELECT xact, position FROM journal.entry ORDER BY xact DESC, position DESC LIMIT 1) e
       WHERE l.name = $1 AND (e.xact, e.position) > (l.xact, l.position)) AS behind`,
    [name],
  )
  return rows[0]!.behind
}

interface Hearing {
  readonly keys: Keys | undefined
  readonly idAt: NewIdAt
  readonly shared: SharedReading | undefined
}

async function deliverBatch(
  tx: Tx,
  listener: Listener,
  batch: number,
  hearing: Hearing,
): Promise<number> {
  await tx.run('INSERT INTO journal.listener (name) VALUES ($1) ON CONFLICT DO NOTHING', [
    listener.name,
  ])
  const place = await tx.maybe<Place>(
    `SELECT xact::text, position FROM journal.listener WHERE name = $1 FOR UPDATE SKIP LOCKED`,
    [listener.name],
  )
  if (!place) return 0 // another process is at it
  const at = `${place.xact} ${place.position}`
  const before = hearing.shared?.get(at)
  const end = before?.end ?? (await endOfBatch(tx, place, batch))
  if (!end) return 0
  const wanted = before
    ? wantedOf(before.entries, listener)
    : await wantedBetween(tx, listener, place, end)
  if (hearing.shared && !before && hearsAll(listener) && hearing.shared.size < BATCHES_SHARED)
    hearing.shared.set(at, { end, entries: wanted })
  for (const heard of inTurns(wanted))
    await hearAs(tx, listener, heard[0]!.organisationId, heard, hearing)
  await tx.run('UPDATE journal.listener SET xact = $2::xid8, position = $3 WHERE name = $1', [
    listener.name,
    end.xact,
    end.position,
  ])
  return end.entries
}

interface Place {
  readonly xact: string
  readonly position: number
}
interface BatchEnd extends Place {
  readonly entries: number
}

const hearsAll = ({ kinds, withoutBodies }: Listener) => kinds === 'all' && !withoutBodies

/** As `wantedBetween`, of entries that another has read. */
function wantedOf(entries: readonly HeardEntry[], { kinds, withoutBodies }: Listener) {
  if (withoutBodies) {
    const last = new Map(entries.map((one) => [one.organisationId, one]))
    return [...last.values()].map((one) => ({ ...one, body: '' }))
  }
  if (kinds === 'all') return entries
  const wanted = new Set(kinds)
  return entries.filter(({ kind }) => wanted.has(kind))
}

/**
 * Only transactions older than every running one: none can still slip in before them.
 * The order is that of the column (xid8), not of its text: a name in ORDER BY means the output
 * column first, hence the names within.
 */
const endOfBatch = (tx: Tx, { xact, position }: Place, batch: number) =>
  tx.maybe<BatchEnd>(
    `SELECT b.x::text AS xact, b.p AS position, b.entries FROM (
       SELECT e.x, e.p, (count(*) OVER ())::integer AS entries FROM (
         SELECT xact AS x, position AS p FROM journal.entry
         WHERE (xact, position) > ($1::xid8, $2) AND xact < pg_snapshot_xmin(pg_current_snapshot())
         ORDER BY xact, position LIMIT $3) AS e) AS b
     ORDER BY b.x DESC, b.p DESC LIMIT 1`,
    [xact, position, batch],
  )

/** What a listener does not want is not read: of five listeners, two want every body. */
function wantedBetween(
  tx: Tx,
  { kinds, withoutBodies }: Listener,
  from: Place,
  end: Place,
): Promise<HeardEntry[]> {
  const [which, body, order] = withoutBodies
    ? ['DISTINCT ON (e.organisation_id)', "''", 'e.organisation_id, e.xact DESC, e.position DESC']
    : ['', 'e.body', 'e.xact, e.position']
  return tx.rows<HeardEntry>(
    `SELECT ${which} e.id, e.subject_id AS "subjectId", e.seq, e.kind, e.at,
       e.organisation_id AS "organisationId", e.party_ids AS "partyIds", ${body} AS body
     FROM journal.entry e
     WHERE (e.xact, e.position) > ($1::xid8, $2) AND (e.xact, e.position) <= ($3::xid8, $4)
       AND ($5::text[] IS NULL OR e.kind = ANY ($5))
     ORDER BY ${order}`,
    [from.xact, from.position, end.xact, end.position, kinds === 'all' ? null : kinds],
  )
}

/**
 * Entries of one organisation together, as far as each subject's entries stay in their order: what
 * the owner did and what its partner then did to the same device is heard in that order, also when
 * both come in one batch.
 */
export function inTurns<Entry extends Pick<HeardEntry, 'organisationId' | 'subjectId'>>(
  entries: readonly Entry[],
): Entry[][] {
  const turns: Entry[][] = []
  const ofOrganisation = new Map<OrganisationId, number>()
  const ofSubject = new Map<Uuid, number>()
  for (const entry of entries) {
    let turn = ofOrganisation.get(entry.organisationId)
    if (turn === undefined || turn < (ofSubject.get(entry.subjectId) ?? 0))
      turn = turns.push([]) - 1
    turns[turn]!.push(entry)
    ofOrganisation.set(entry.organisationId, turn)
    ofSubject.set(entry.subjectId, turn)
  }
  return turns
}

async function hearAs(
  tx: Tx,
  listener: Listener,
  organisationId: OrganisationId,
  heard: readonly HeardEntry[],
  { keys, idAt }: Hearing,
) {
  const now = heard.at(-1)!.at
  await tx.enter(organisationId)
  await listener.hear(
    {
      tx,
      organisationId,
      actorId: organisationId,
      permissions: new Set(),
      now,
      newId: () => idAt(now),
      language: 'sv',
      keys,
      send: (job) => sendJob(tx, job),
    },
    heard,
  )
  await tx.leave()
}

/** Delivers now, and again each time a transaction with entries commits. @returns how to stop */
export async function deliverAlways(
  database: Database,
  listeners: readonly Listener[],
  listen: Client,
  onFault: (listener: string, fault: unknown) => void,
): Promise<() => Promise<void>> {
  let again = false
  let running: Promise<void> | undefined
  let stopped = false
  const run = async () => {
    do {
      again = false
      const shared: SharedReading = new Map()
      for (const listener of listeners)
        await deliver(database, listener, { shared }).catch((fault: unknown) =>
          onFault(listener.name, fault),
        )
    } while (again && !stopped)
    running = undefined
  }
  const wake = () => {
    again = true
    if (!stopped) running ??= run()
  }
  listen.on('notification', wake)
  await listen.query('LISTEN omlopp_journal')
  // An entry that a long transaction held back is heard at the latest now.
  const timer = setInterval(wake, 15_000)
  wake()
  return async () => {
    stopped = true
    clearInterval(timer)
    await running
  }
}
