// Moves of a collection, from its first device to its last discrepancy.
import { resolutions, resolutionsFor } from '../../../src/features/returns/rules/discrepancy.ts'
import { newIdAt } from '../world.ts'
import {
  at,
  collectionsNow,
  discrepanciesNow,
  inDepot,
  pick,
  type DeviceNow,
  type Move,
  type MoveKind,
  type Play,
  type Try,
} from './state.ts'

export const returningMoves = {
  begin: {
    weight: 2,
    make: async (play, one) => {
      const by = at(play.players, one.who)!
      const to = one.sensible && one.who % 3 !== 2 ? play.players[2]! : at(play.players, one.which)!
      return {
        name: 'returns.createCollection',
        by,
        input: { body: { receiverId: to.organisationId } },
        after: (answer) => void play.collections.push((answer as { id: string }).id),
      }
    },
  },
  pack: { weight: 8, make: packSome },
  unpack: {
    weight: 1,
    make: async (play, one) => {
      const open = await someCollection(play, one, 'packing')
      const device = at(play.devices, one.how)
      return open && device
        ? {
            name: 'returns.unpackDevices',
            by: open.sender,
            input: { params: { collectionId: open.id }, body: { deviceIds: [device] } },
          }
        : null
    },
  },
  send: { weight: 8, make: sendOff },
  takeBack: {
    weight: 1,
    make: async (play, one) => {
      const open = await someCollection(play, one, 'sent')
      return open && one.how % 3 === 0
        ? {
            name: 'returns.takeBackCollection',
            by: open.sender,
            input: { params: { collectionId: open.id } },
          }
        : null
    },
  },
  scan: { weight: 12, make: scanSome },
  close: {
    weight: 4,
    make: async (play, one) => {
      const open = await someCollection(play, one, 'sent', 'receiving')
      return (
        open && {
          name: 'returns.closeReceiving',
          by: open.receiver,
          input: { params: { collectionId: open.id }, body: { allMissing: one.how % 2 === 0 } },
        }
      )
    },
  },
  mismatch: {
    weight: 1,
    make: async (play, one) => {
      const open = await someCollection(play, one, 'receiving', 'closed')
      const deviceId = at(play.devices, one.how)
      return open && deviceId
        ? {
            name: 'returns.reportMismatch',
            by: open.receiver,
            input: {
              params: { collectionId: open.id },
              body: { deviceId, remark: `Fel sak, säger ${play.private[0]}` },
            },
          }
        : null
    },
  },
  settle: { weight: 6, make: settleOne },
} satisfies Readonly<Record<string, MoveKind>>

async function someCollection(play: Play, { who, which, sensible }: Try, ...states: string[]) {
  const all = await collectionsNow(play)
  const one = at(sensible ? all.filter(({ state }) => states.includes(state)) : all, which)
  const playerOf = (id: string) =>
    sensible ? play.players.find((player) => player.organisationId === id)! : at(play.players, who)!
  return one ? { ...one, sender: playerOf(one.sender), receiver: playerOf(one.receiver) } : null
}

async function packSome(play: Play, one: Try): Promise<Move | null> {
  const open = await someCollection(play, one, 'packing')
  if (!open) return null
  const statuses = ['inStock', 'handedIn', 'received', 'erased', 'graded', 'pool']
  const fits = (device: DeviceNow) =>
    device.custodian === open.sender.organisationId && inDepot(device, ...statuses)
  const ids = [one, { ...one, which: one.which + 1 }, { ...one, which: one.which + 3 }].map(
    async (each) => (await pick(play, each, fits))?.device.id,
  )
  const deviceIds = [
    ...(await Promise.all(ids)),
    one.how % 3 === 0 ? at(play.devices, one.how) : undefined,
  ]
  const distinct = [...new Set(deviceIds.filter((id) => id !== undefined))]
  return distinct.length === 0
    ? null
    : {
        name: 'returns.packDevices',
        by: open.sender,
        input: { params: { collectionId: open.id }, body: { deviceIds: distinct } },
      }
}

async function sendOff(play: Play, one: Try): Promise<Move | null> {
  const open = await someCollection(play, one, 'packing')
  return open && (!one.sensible || open.packed > 0)
    ? {
        name: 'returns.sendCollection',
        by: open.sender,
        input: { params: { collectionId: open.id } },
      }
    : null
}

/** Right codes, codes of other devices, codes that nobody has, and the same scan once more. */
async function scanSome(play: Play, one: Try): Promise<Move | null> {
  const open = await someCollection(play, one, 'sent', 'receiving', 'closed')
  if (!open || (one.sensible && open.packed === 0 && one.how % 8 !== 0)) return null
  const { rows } = await play.world.database.pool.query<{ code: string }>(
    `SELECT serial_number AS code FROM returns.line
     WHERE collection_id = $1 AND serial_number IS NOT NULL ORDER BY sort_key, packed_at`,
    [open.id],
  )
  const codes = one.how % 5 === 0 ? ['NOBODY1', ...play.serials] : rows.map((row) => row.code)
  const code = at(codes, one.which) ?? 'NOBODY2'
  const again = one.how % 6 === 0 ? at(play.scans, one.which) : undefined
  const item = { scanId: again?.id ?? newIdAt(play.world.now), code: again?.code ?? code }
  play.scans.push({ id: item.scanId, code: item.code })
  return {
    name: 'returns.scanCollection',
    by: open.receiver,
    input: {
      params: { collectionId: open.id },
      body: { items: [{ ...item, at: play.world.now.toISOString() }] },
    },
  }
}

async function settleOne(play: Play, one: Try): Promise<Move | null> {
  const all = await discrepanciesNow(play)
  const found = at(one.sensible ? all.filter(({ open }) => open) : all, one.which)
  const by = at(
    found && one.sensible
      ? play.players.filter((player) =>
          [found.sender, found.receiver].includes(player.organisationId),
        )
      : play.players,
    one.who,
  )
  return found && by
    ? {
        name: 'returns.closeDiscrepancy',
        by,
        input: {
          params: { collectionId: found.collection, discrepancyId: found.id },
          body: {
            resolution: at(
              one.sensible
                ? resolutionsFor(
                    found.kind,
                    by.organisationId === found.sender ? 'sender' : 'receiver',
                  )
                : resolutions,
              one.how,
            ),
            remark: `Så säger ${play.private[0]}`,
            deviceId: one.how % 2 === 0 ? at(play.devices, one.which) : null,
          },
        },
      }
    : null
}
