// What every action on a collection begins and ends with: its lock and side, its entry, its answer.
import type { Static } from 'typebox'
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import { invariant, refuse, type Refusal } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { refusals as deviceTexts } from '../../devices/texts.ts'
import { refusals as custodyTexts } from '../../custody/texts.ts'
import type { Collection } from '../api/shapes.ts'
import { isReconciled, sideOf, type Side } from '../rules/states.ts'
import * as store from '../store/collections.ts'
import { refusals } from '../texts.ts'

export const words: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  ...deviceTexts,
  ...custodyTexts,
  ...refusals,
}

type Entered = { readonly row: store.CollectionRow } | { readonly refusal: Refusal }

/** Locks the collection for this side; one writer at a time, so two scanners take turns. */
export async function enter(ctx: ActionContext, id: Uuid, side: Side | null): Promise<Entered> {
  const row = await store.lockCollection(ctx.tx, id)
  if (!row) return { refusal: refuse('collection-not-found') }
  if (side && sideOf(row, ctx.organisationId) !== side)
    return { refusal: refuse(side === 'sender' ? 'not-sender' : 'not-receiver') }
  return { row }
}

/** As the sender, while it is packed. */
export async function enterPacking(ctx: ActionContext, id: Uuid): Promise<Entered> {
  const entered = await enter(ctx, id, 'sender')
  if ('row' in entered && entered.row.state !== 'packing') return { refusal: refuse('not-packing') }
  return entered
}

export const bothSides = (row: store.CollectionRow): OrganisationId[] =>
  [row.senderId, row.receiverId].sort()

/** An entry in the collection's own chain; its locked row makes it one writer. */
export async function tell(
  ctx: ActionContext,
  row: store.CollectionRow,
  kind: string,
  content: { readonly [name: string]: EntryValue },
  partyIds: readonly OrganisationId[] = row.state === 'packing' ? [row.senderId] : bothSides(row),
) {
  await append(ctx, [{ subjectId: row.id, kind, content, partyIds }])
}

export function shown(
  ctx: ActionContext,
  row: store.CollectionRow & store.CountsRow,
): Static<typeof Collection> {
  const { total, packed, received, missing, takenBack, openDiscrepancies, discrepancies } = row
  const lines = { total, packed, received, missing, takenBack }
  if (row.state === 'closed')
    invariant(isReconciled(lines), 'sent = received + missing + taken back, per collection')
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    direction: row.senderId === ctx.organisationId ? 'out' : 'in',
    sender: { id: row.senderId, name: row.senderName ?? '' },
    receiver: { id: row.receiverId, name: row.receiverName ?? '' },
    fromPlace: row.fromPlaceName,
    fromAddress: row.fromAddress,
    wantedPickupOn: row.wantedPickupOn,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    counts: { ...lines, openDiscrepancies, discrepancies },
    done: row.state === 'closed' && openDiscrepancies === 0,
    version: row.version,
  }
}

export async function shownById(ctx: ActionContext, id: Uuid) {
  const row = await store.getCollection(ctx.tx, id)
  invariant(row, 'who changed a collection sees it')
  return shown(ctx, row)
}

/** The version that the client read, when it sent one, is still the version. */
export const changedSince = (ctx: ActionContext, version: number): boolean =>
  ctx.ifMatch !== undefined && ctx.ifMatch !== version
