// The chain of one device on one page, as this organisation shares it.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { chainIsWhole, entriesOf } from '../../../journal/read.ts'
import { listed } from '../../devices/actions/list.ts'
import { listedByIds } from '../../devices/store/list.ts'
import type { api } from '../api.ts'
import type { CustodyAccount, MovementKind } from '../rules.ts'
import { columnsOf } from '../store.ts'
import * as hands from '../store-hands.ts'
import * as store from '../store-life.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function myDevices(ctx: ActionContext): Out<'myDevices'> {
  const held = await hands.heldBy(ctx.tx, ctx.actorId)
  const rows = await listedByIds(
    ctx.tx,
    held.map((row) => row.id),
  )
  return done({ items: rows.map(listed), next: null })
}

export async function deviceLife(
  ctx: ActionContext,
  { params }: In<'deviceLife'>,
): Out<'deviceLife'> {
  const entries = await entriesOf(ctx.tx, params.deviceId)
  if (entries.length === 0) return refuse('device-not-found', { deviceId: params.deviceId })
  const movements = await store.movementsOf(ctx.tx, params.deviceId)
  const bodies = entries.map((entry) => ({ entry, body: JSON.parse(entry.body) as EntryBody }))
  const moves = bodies.flatMap(({ body }) => body.content.move ?? [])
  const accounts = [
    ...moves.flatMap((move) => [move.giver, move.taker]),
    ...movements.map((movement) => movement.taker),
  ].map(columnsOf)
  const ids = new Set(
    [
      ...accounts.flatMap((a) => [a.accountOrganisationId, a.accountId, a.accountUnitId]),
      ...bodies.flatMap(({ body }) => [body.actor, body.organisation]),
    ].filter((id) => id !== null),
  )
  const names = new Map((await store.namesOf(ctx.tx, [...ids])).map((row) => [row.id, row.name]))
  return done({
    entries: bodies.map(({ entry, body }) => ({
      seq: entry.seq,
      id: entry.id,
      kind: entry.kind,
      at: entry.at.toISOString(),
      organisation: names.get(body.organisation) ?? null,
      actor: names.get(body.actor) ?? null,
      status: body.content.set?.status ?? null,
      life: body.content.set?.life ?? null,
      giver: body.content.move ? shown(body.content.move.giver, names) : null,
      taker: body.content.move ? shown(body.content.move.taker, names) : null,
      content: body.content as Record<string, unknown>,
    })),
    stays: movements.map((movement, index) => ({
      seq: movement.seq,
      kind: movement.kind,
      account: shown(movement.taker, names),
      from: movement.movedAt.toISOString(),
      until: movements[index + 1]?.movedAt.toISOString() ?? null,
    })),
    chainIsWhole: chainIsWhole(entries),
  })
}

interface EntryBody {
  readonly actor: string
  readonly organisation: string
  readonly content: {
    readonly set?: { readonly status?: string; readonly life?: number }
    readonly move?: {
      readonly kind: MovementKind
      readonly giver: CustodyAccount
      readonly taker: CustodyAccount
    }
  }
}

function shown(account: CustodyAccount, names: ReadonlyMap<string, string>) {
  const columns = columnsOf(account)
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  return {
    kind: account.kind,
    organisation: columns.accountOrganisationId
      ? { id: columns.accountOrganisationId, name: nameOf(columns.accountOrganisationId) }
      : null,
    name: nameOf(columns.accountId),
    unit: nameOf(columns.accountUnitId),
  }
}
