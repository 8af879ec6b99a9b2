// Steps that tests of collections take again and again, as one side or the other.
import { randomUUID } from 'node:crypto'
import * as collections from '../../src/features/returns/actions/collections.ts'
import * as discrepancies from '../../src/features/returns/actions/discrepancies.ts'
import * as packing from '../../src/features/returns/actions/pack.ts'
import * as receiving from '../../src/features/returns/actions/receive.ts'
import * as sending from '../../src/features/returns/actions/send.ts'
import type { Resolution } from '../../src/features/returns/rules/discrepancy.ts'
import { value, type Actor, type World } from './world.ts'

export const scansOf = (codes: readonly string[]) =>
  codes.map((code) => ({ scanId: randomUUID(), code, at: '2026-03-12T08:55:00Z' }))

export function returnsOf(world: World) {
  const at = (collectionId: string) => ({ params: { collectionId } })
  return {
    begin: async (sender: Actor, receiver: Actor) =>
      value(
        await world.act(sender, (ctx) =>
          collections.createCollection(ctx, { body: { receiverId: receiver.organisationId } }),
        ),
      ).id,
    pack: (who: Actor, id: string, deviceIds: string[]) =>
      world.act(who, (ctx) => packing.packDevices(ctx, { ...at(id), body: { deviceIds } })),
    packScans: (who: Actor, id: string, items: ReturnType<typeof scansOf>) =>
      world.act(who, (ctx) => packing.packByCodes(ctx, { ...at(id), body: { items } })),
    unpack: (who: Actor, id: string, deviceIds: string[]) =>
      world.act(who, (ctx) => packing.unpackDevices(ctx, { ...at(id), body: { deviceIds } })),
    send: (who: Actor, id: string) => world.act(who, (ctx) => sending.sendCollection(ctx, at(id))),
    takeBack: (who: Actor, id: string) =>
      world.act(who, (ctx) => sending.takeBackCollection(ctx, at(id))),
    scan: (who: Actor, id: string, items: ReturnType<typeof scansOf>) =>
      world.act(who, (ctx) => receiving.scanCollection(ctx, { ...at(id), body: { items } })),
    close: (who: Actor, id: string, allMissing = false) =>
      world.act(who, (ctx) => receiving.closeReceiving(ctx, { ...at(id), body: { allMissing } })),
    get: (who: Actor, id: string) =>
      world.act(who, (ctx) => collections.getCollection(ctx, at(id))),
    lines: (who: Actor, id: string) =>
      world.act(who, (ctx) => collections.listLines(ctx, { ...at(id), query: { limit: 500 } })),
    settle: (
      who: Actor,
      id: string,
      discrepancyId: string,
      resolution: Resolution,
      more: { deviceId?: string; version?: number } = {},
    ) =>
      world.act(who, (ctx) =>
        discrepancies.closeDiscrepancy(ctx, {
          params: { collectionId: id, discrepancyId },
          body: { resolution, ...more },
        }),
      ),
  }
}
