// What anybody may ask of a log, and what a witness may add to it.
import { toBase64 } from '../../../core/base64.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid, type OrganisationId } from '../../../core/ids.ts'
import { done, invariant, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { Tx } from '../../../database/tx.ts'
import { keysOf } from '../../../keys/keys.ts'
import type { publicLogApi } from '../api/log.ts'
import { cosignedAt, originOf } from '../rules/log/checkpoint.ts'
import { parseKey, parseNote, signatureLine } from '../rules/log/note.ts'
import { consistencyPath } from '../rules/log/tree.ts'
import * as store from '../store/log.ts'
import * as witnesses from '../store/log-witness.ts'
import { vkeysOf } from './log.ts'
import { spanHashes } from './log-tree.ts'

type In<Name extends keyof typeof publicLogApi> = Input<(typeof publicLogApi)[Name]>
type Out<Name extends keyof typeof publicLogApi> = Promise<
  Result<Output<(typeof publicLogApi)[Name]>>
>

/** The log that an address names, as the server looks for it before anything is answered. */
export const logNamed = {
  find: async (tx: Tx, params: Readonly<Record<string, string>>) => {
    const id: unknown = params['organisationId']
    return isUuid(id) && (await store.headOf(tx, id)) ? { organisationId: id } : null
  },
  otherwise: 'log-not-found',
} as const

export async function logCheckpoint(
  ctx: ActionContext,
  { query }: In<'logCheckpoint'>,
): Promise<Result<{ fileName: string; contentType: string; bytes: Uint8Array }>> {
  const { tx, organisationId: logId } = ctx
  const { size } = query
  const row =
    size === undefined
      ? await store.newestCheckpoint(tx, logId)
      : await store.checkpointAt(tx, logId, size)
  if (!row) return refuse('checkpoint-not-found')
  const note = row.note + (await witnesses.cosignaturesOf(tx, logId, row.size)).join('')
  const contentType = 'text/plain; charset=utf-8'
  return done({ fileName: 'checkpoint.txt', contentType, bytes: Buffer.from(note) })
}

/** As many as a year has days. */
const MOST_DAYS = 366

export async function logCheckpoints(
  ctx: ActionContext,
  { query }: In<'logCheckpoints'>,
): Out<'logCheckpoints'> {
  const heads = await witnesses.dailyHeads(ctx.tx, ctx.organisationId, query.day ?? null, MOST_DAYS)
  return done({ items: heads.map(({ day, size, note }) => ({ day, size, checkpoint: note })) })
}

export async function logConsistency(
  ctx: ActionContext,
  { query: { from, to } }: In<'logConsistency'>,
): Out<'logConsistency'> {
  const head = await store.headOf(ctx.tx, ctx.organisationId)
  if (!head || from > to || to > head.edge.size) return refuse('log-shorter', { field: 'query/to' })
  const spans = [{ from: 0, to: from }, { from: 0, to }, ...consistencyPath(from, to)]
  const [fromRoot, toRoot, ...path] = (
    await spanHashes(ctx.tx, ctx.organisationId, head.edge, spans)
  ).map(toBase64)
  return done({ from, to, fromRoot: fromRoot!, toRoot: toRoot!, path })
}

export async function logKeys(ctx: ActionContext): Out<'logKeys'> {
  const trusted = await witnesses.witnessesOf(ctx.tx, ctx.organisationId)
  return done({
    ...publishedKeys(ctx, ctx.organisationId),
    witnesses: trusted.map(({ vkey }) => vkey),
  })
}

/** The keys of a log with the times they are for, the one in use first, and the rotations. */
export function publishedKeys(ctx: ActionContext, logId: OrganisationId) {
  const keys = keysOf(ctx)
  const origin = originOf(keys.installation, logId)
  const vkeys = vkeysOf(keys, origin)
  const listed = keys.logKeys().toReversed()
  return {
    origin,
    keys: listed.map(({ from, until }, n) => ({ vkey: vkeys[n]!, from, until })),
    rotations: listed.flatMap(({ rotation }) => rotation ?? []),
  }
}

/**
 * Takes the lines of witnesses that the organisation trusts under a head that the log has signed.
 * A line by anybody else is passed over, as the format asks; a note with none that holds is refused.
 */
export async function cosignLog(ctx: ActionContext, { body }: In<'cosignLog'>): Out<'cosignLog'> {
  const { tx, organisationId: logId } = ctx
  const note = parseNote(body.note)
  if (!note.ok) return refuse('note-unreadable', { field: 'body/note' })
  const size = Number(note.value.text.split('\n')[1])
  if (!Number.isSafeInteger(size)) return refuse('note-unreadable', { field: 'body/note' })
  const head = await store.checkpointAt(tx, logId, size)
  if (!head) return refuse('checkpoint-not-found')
  // The split view itself: the witness has seen another history than the one kept here.
  if (!head.note.startsWith(`${note.value.text}\n`)) return refuse('checkpoint-differs')
  const trusted = await witnesses.witnessesOf(tx, logId)
  let accepted = 0
  for (const line of note.value.signatures)
    for (const { vkey } of trusted) {
      const key = parseKey(vkey)
      invariant(key, 'a registered key can be read')
      const seconds = cosignedAt(note.value, line, key)
      if (seconds === null || seconds > LATEST_SECONDS) continue
      await witnesses.insertCosignature(tx, {
        ...{ logId, size, name: line.name, keyId: line.keyId, line: signatureLine(line) },
        ...{ signedAt: new Date(seconds * 1000), receivedAt: ctx.now },
      })
      accepted++
    }
  return accepted === 0 ? refuse('cosignature-unknown') : done({ size, accepted })
}

/** The year 9999: what a date can be printed of. */
const LATEST_SECONDS = 253_402_300_799
