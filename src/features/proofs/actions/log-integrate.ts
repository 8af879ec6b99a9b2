// Entries go into the log of the organisation that made them, in the order in which listeners hear of
// them, and the new head is signed in the same transaction.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64 } from '../../../core/base64.ts'
import { invariant } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { HeardEntry } from '../../../journal/deliver.ts'
import { keysOf } from '../../../keys/keys.ts'
import { originOf, printCheckpoint } from '../rules/log/checkpoint.ts'
import { grow, rootOf, type Edge, type Group } from '../rules/log/groups.ts'
import { ED25519, printNote, signatureLine, verifierKey } from '../rules/log/note.ts'
import { consistencyHolds, consistencyPath, leafHash, same, type Hash } from '../rules/log/tree.ts'
import * as store from '../store/log.ts'
import { sha256, spanHashes } from './log-tree.ts'

/** @returns how many of the entries were new to the log */
export async function integrate(
  ctx: ActionContext,
  entries: readonly HeardEntry[],
): Promise<number> {
  const { tx, organisationId: logId } = ctx
  const before = await store.lockEdge(tx, logId)
  const last = await store.newestCheckpoint(tx, logId)
  // After a restore some entries are heard once more.
  const known = new Set((await store.loggedAmong(tx, logId, entries)).map(nameOf))
  const fresh = entries.filter((entry) => !known.has(nameOf(entry)))
  if (fresh.length === 0) return 0
  const leaves = fresh.map(({ subjectId, seq, body }) => ({
    subjectId,
    seq,
    leafHash: leafHash(sha256, utf8ToBytes(body)),
  }))
  const { edge, groups } = grow(
    sha256,
    before,
    leaves.map((leaf) => leaf.leafHash),
  )
  const root = rootOf(sha256, edge)
  await holdsTo(ctx, last, before, { edge, groups, root })
  await store.insertEntries(tx, logId, before.size, leaves)
  if (groups.length > 0) await store.insertGroups(tx, logId, groups)
  await store.saveEdge(tx, logId, edge)
  const { note, at } = signHead(ctx, edge.size, root)
  // A clock that was set back moves no head to before its forerunner.
  const signedAt = new Date(Math.max(at.getTime(), last?.signedAt.getTime() ?? 0))
  await store.insertCheckpoint(tx, logId, {
    size: edge.size,
    root: Buffer.from(root),
    note,
    signedAt,
  })
  return fresh.length
}

const nameOf = ({ subjectId, seq }: store.EntryKey): string => `${subjectId}/${seq}`

/** A log never signs a head that what it signed before is not the beginning of. */
async function holdsTo(
  { tx, organisationId }: ActionContext,
  last: store.CheckpointRow | null,
  before: Edge,
  { edge, groups, root }: { edge: Edge; groups: Group[]; root: Hash },
): Promise<void> {
  const [oldSize, oldRoot] = [last?.size ?? 0, last?.root ?? sha256(new Uint8Array())]
  invariant(oldSize === before.size, 'the head of the log is the last one that was signed')
  invariant(same(rootOf(sha256, before), oldRoot), 'the head of the log hashes to what was signed')
  const spans = consistencyPath(oldSize, edge.size)
  const path = await spanHashes(tx, organisationId, edge, spans, groups)
  const proof = { oldSize, size: edge.size, oldRoot, root, path }
  invariant(consistencyHolds(sha256, proof), 'the signed head is the beginning of the new one')
}

function signHead(ctx: ActionContext, size: number, root: Hash): { note: string; at: Date } {
  const keys = keysOf(ctx)
  const origin = originOf(keys.installation, ctx.organisationId)
  const text = printCheckpoint({ origin, size, root })
  const { signature, key, at } = keys.signLog(utf8ToBytes(text))
  const publicKey = fromBase64(key.publicKey)
  invariant(publicKey, 'keys.json holds base64')
  const { name, id } = verifierKey(origin, ED25519, publicKey)
  return { note: printNote(text, [signatureLine({ name, keyId: id, signature })]), at }
}
