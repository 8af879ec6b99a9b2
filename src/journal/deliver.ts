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
  /** For one that only needs to know that something happened: bodies come empty. */
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

/** Lets one listener hear all that is certain; @returns how many entries it took. */
export async function deliver(
  database: Database,
  listener: Listener,
  batch = BATCH,
): Promise<number> {
  let taken = 0
  for (;;) {
    const count = await database.asSystem((tx) => deliverBatch(tx, listener, batch, database.keys))
    taken += count
    if (count < batch) return taken
  }
}

async function deliverBatch(
  tx: Tx,
  listener: Listener,
  batch: number,
  keys: Keys | undefined,
): Promise<number> {
  await tx.run('INSERT INTO journal.listener (name) VALUES ($1) ON CONFLICT DO NOTHING', [
    listener.name,
  ])
  const place = await tx.maybe<{ xact: string; position: number }>(
    `SELECT xact::text, position FROM journal.listener WHERE name = $1 FOR UPDATE SKIP LOCKED`,
    [listener.name],
  )
  if (!place) return 0 // another process is at it
  // Only transactions older than every running one: none can still slip in before them.
  // The order is that of the column (xid8), not of its text: a name in ORDER BY means the output
  // column first, hence the other name.
  const entries = await tx.rows<HeardEntry & { xactText: string; position: number }>(
    `SELECT e.id, e.subject_id AS "subjectId", e.seq, e.kind, e.at,
       e.organisation_id AS "organisationId", e.party_ids AS "partyIds",
       CASE WHEN $3 AND ($4::text[] IS NULL OR e.kind = ANY ($4)) THEN e.body ELSE '' END AS body,
       e.xact::text AS "xactText", e.position
     FROM journal.entry e
     WHERE (e.xact, e.position) > ($1::xid8, $2)
       AND e.xact < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY e.xact, e.position LIMIT $5`,
    [
      place.xact,
      place.position,
      !listener.withoutBodies,
      listener.kinds === 'all' ? null : listener.kinds,
      batch,
    ],
  )
  const last = entries.at(-1)
  if (!last) return 0
  const wanted = entries.filter(
    ({ kind }) => listener.kinds === 'all' || listener.kinds.includes(kind),
  )
  for (const heard of inTurns(wanted))
    await hearAs(tx, listener, heard[0]!.organisationId, heard, keys)
  await tx.run('UPDATE journal.listener SET xact = $2::xid8, position = $3 WHERE name = $1', [
    listener.name,
    last.xactText,
    last.position,
  ])
  return entries.length
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
  heard: HeardEntry[],
  keys: Keys | undefined,
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
      newId: () => newIdAt(now),
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
      for (const listener of listeners)
        await deliver(database, listener).catch((fault: unknown) => onFault(listener.name, fault))
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
