// What a log shows: the proofs of a subject's entries, its heads, and that one head follows another.
import { fromBase64 } from '../../../core/base64.ts'
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import { invariant } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { keysOf, type Keys } from '../../../keys/keys.ts'
import { parseCheckpoint } from '../rules/log/checkpoint.ts'
import { ED25519, parseNote, printKey, verifierKey } from '../rules/log/note.ts'
import { printTlogProof } from '../rules/log/tlog-proof.ts'
import { inclusionPath } from '../rules/log/tree.ts'
import * as store from '../store/log.ts'
import { spanHashes } from './log-tree.ts'

export interface ProvenEntry {
  readonly seq: number
  readonly origin: string
  readonly index: number
  /** The canonical bytes, as UTF-8 text. */
  readonly body: string
  /** c2sp.org/tlog-proof, against the newest checkpoint of its log. */
  readonly tlogProof: string
}

export interface ProvenLog {
  readonly origin: string
  /** The keys of this installation that have signed for the log, the one in use first. */
  readonly vkeys: readonly string[]
  /** The signed note, with the cosignatures of witnesses. */
  readonly checkpoint: string
}

export interface ProvenEntries {
  readonly logs: readonly ProvenLog[]
  /** By number in the subject's own chain. */
  readonly entries: readonly ProvenEntry[]
  /** Numbers of entries that are in the journal and will be in their log within a minute. */
  readonly pending: readonly number[]
}

/** The entries on a subject that the acting organisation shares, each with its proof. */
export async function provenEntries(ctx: ActionContext, subjectId: Uuid): Promise<ProvenEntries> {
  const placed = await store.placesOf(ctx.tx, subjectId)
  const byLog = new Map<OrganisationId, (store.PlacedEntry & { index: number })[]>()
  const pending: number[] = []
  for (const entry of placed) {
    const { index } = entry
    if (index === null) pending.push(entry.seq)
    else
      byLog.set(entry.organisationId, [
        ...(byLog.get(entry.organisationId) ?? []),
        { ...entry, index },
      ])
  }
  const proven = await Promise.all(
    [...byLog].map(([logId, entries]) => provenIn(ctx, logId, entries)),
  )
  return {
    logs: proven.map(({ log }) => log),
    entries: proven.flatMap(({ entries }) => entries).sort((a, b) => a.seq - b.seq),
    pending,
  }
}

async function provenIn(
  ctx: ActionContext,
  logId: OrganisationId,
  entries: readonly (store.PlacedEntry & { index: number })[],
): Promise<{ log: ProvenLog; entries: ProvenEntry[] }> {
  const head = await store.headOf(ctx.tx, logId)
  invariant(head, 'a log with entries has a signed head')
  const { edge, note, cosignatures } = head
  const checkpoint = note + cosignatures.join('')
  const { origin } = readHead(note)
  const paths = entries.map(({ index }) => inclusionPath(index, { from: 0, to: edge.size }))
  const hashes = await spanHashes(ctx.tx, logId, edge, paths.flat())
  let at = 0
  return {
    log: { origin, vkeys: vkeysOf(keysOf(ctx), origin), checkpoint },
    entries: entries.map(({ seq, body, index }, place) => {
      const path = hashes.slice(at, (at += paths[place]!.length))
      return { seq, origin, index, body, tlogProof: printTlogProof({ index, path, checkpoint }) }
    }),
  }
}

/** Every key that has signed heads of the log, as verifiers are given keys; the one in use first. */
export const vkeysOf = (keys: Keys, origin: string): string[] =>
  keys
    .logKeys()
    .map(({ publicKey }) => printKey(verifierKey(origin, ED25519, fromBase64(publicKey)!)))
    .reverse()

/** What a stored note says; it was written by us. */
export function readHead(note: string) {
  const parsed = parseNote(note)
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : null
  invariant(head, 'a stored checkpoint can be read')
  return head
}
