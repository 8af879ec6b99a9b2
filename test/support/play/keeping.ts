// Moves of what one has: registered, read in, handed out and in, lost and found.
import { Readable } from 'node:stream'
import { IMPORT_JOB } from '../../../src/features/devices/actions/import.ts'
import { jobs } from '../../../src/features/devices/jobs.ts'
import { value } from '../world.ts'
import {
  act,
  at,
  count,
  inDepot,
  pick,
  type DeviceNow,
  type Move,
  type MoveKind,
  type Play,
  type Try,
} from './state.ts'

const kinds = ['laptop', 'smartphone', 'monitor', 'desktop'] as const

export const keepingMoves = {
  register: {
    weight: 2,
    make: async (play, { who, which, how, sensible }) => {
      // The last digits repeat, so that two owners have the same number and one has it twice.
      const serialNumber = sensible ? `SN${play.serials.length}X${how}` : `SN${which % 5}X1`
      return {
        name: 'devices.registerDevice',
        by: at(play.players, who % 3)!,
        input: {
          body: {
            kind: at(kinds, which),
            maker: 'Lenovo',
            model: 'T14',
            serialNumber,
            assetTag: how % 3 === 0 ? null : `A${play.serials.length}`,
            unused: how % 2 === 0,
            endsOn: '2027-06-30',
            priceOre: 900_000 + how,
            note: at(play.private, 0),
            name: at(play.private, 0),
          },
        },
        after: (answer) => {
          play.devices.push((answer as { id: string }).id)
          play.serials.push(serialNumber)
        },
      }
    },
  },
  import: { weight: 2, make: importSome },
  change: {
    weight: 2,
    make: async (play, one) => {
      const chosen = await pick(
        play,
        one,
        () => true,
        (device) => device.owner,
      )
      return (
        chosen && {
          name: 'devices.changeDevice',
          by: chosen.by,
          input: {
            params: { deviceId: chosen.device.id },
            body: {
              ...(one.how % 2 === 0 ? { endsOn: `2028-0${1 + (one.how % 9)}-01` } : {}),
              ...(one.how % 3 === 0 ? { assetTag: `B${one.how % 7}` } : {}),
              ...(one.how % 5 === 0 ? { priceOre: one.how } : {}),
              note: `${at(play.private, 0)} ${one.how}`,
            },
          },
        }
      )
    },
  },
  handOut: {
    weight: 3,
    make: async (play, one) => {
      const chosen = await pick(play, one, (device) => inDepot(device, 'inStock', 'pool'))
      if (!chosen) return null
      const to = at(play.players, one.sensible ? play.players.indexOf(chosen.by) : one.how)!
      const taker = one.how % 3 === 0 ? { unitId: to.unitId } : { holderId: to.holderId }
      const item = { deviceId: chosen.device.id, ...taker, endsOn: '2028-12-31' }
      return { name: 'custody.handOut', by: chosen.by, input: { body: { items: [item] } } }
    },
  },
  confirm: {
    weight: 2,
    make: async (play, one) => {
      const chosen = await pick(play, one, (device) => device.status === 'handedOut')
      return (
        chosen && {
          name: 'custody.confirmReceipt',
          by: { ...chosen.by, personId: chosen.by.holderId },
          input: { params: { deviceId: chosen.device.id } },
        }
      )
    },
  },
  handIn: {
    weight: 3,
    make: async (play, one) => {
      const out = (device: DeviceNow) => device.status === 'handedOut' || device.status === 'inUse'
      const chosen = await pick(play, one, out)
      return (
        chosen && {
          name: 'custody.handIn',
          by: chosen.by,
          input: {
            body: {
              placeId: one.how % 2 === 0 ? chosen.by.placeId : null,
              items: [
                {
                  deviceId: chosen.device.id,
                  condition: 'worn',
                  remark: `Säger ${play.private[0]}`,
                  lockRemoved: one.how % 2 === 0,
                },
              ],
            },
          },
        }
      )
    },
  },
  move: {
    weight: 1,
    make: async (play, one) => {
      const chosen = await pick(play, one, (device) => device.account === 'depot')
      return (
        chosen && {
          name: 'custody.moveDevices',
          by: chosen.by,
          input: {
            body: {
              placeId: one.how % 2 === 0 ? at(play.players, one.how % 5)!.placeId : null,
              deviceIds: [chosen.device.id],
            },
          },
        }
      )
    },
  },
  lose: {
    weight: 1,
    make: async (play, one) => {
      const chosen = await pick(
        play,
        one,
        (device) => one.how % 4 === 0 && device.custodian !== null,
      )
      return (
        chosen && {
          name: 'custody.reportLost',
          by: chosen.by,
          input: {
            params: { deviceId: chosen.device.id },
            body: { as: one.how % 8 === 0 ? 'missing' : 'stolen' },
          },
        }
      )
    },
  },
  find: {
    weight: 2,
    make: async (play, one) => {
      const lost = (device: DeviceNow) => device.status === 'missing' || device.status === 'stolen'
      const chosen = await pick(play, one, lost)
      return (
        chosen && {
          name: 'custody.reportFound',
          by: chosen.by,
          input: { params: { deviceId: chosen.device.id }, body: { placeId: null } },
        }
      )
    },
  },
} satisfies Readonly<Record<string, MoveKind>>

/** A list sent in, started, and its job run to the end: new devices, known ones, and rows refused. */
async function importSome(play: Play, one: Try): Promise<Move | null> {
  const by = at(play.players, one.who % 2)!
  const serials = [`IMP${play.devices.length}A${one.how}`, at(play.serials, one.which), 'O.E.M.']
  const rows = serials.map((serial, n) =>
    [
      serial,
      n === 0 ? `I${one.how}` : '',
      'Bärbar dator',
      'Lenovo',
      'T14',
      n === 0 ? '2028-03-31' : '',
    ].join(';'),
  )
  const head = 'Serienummer;Inventarienummer;Slag;Tillverkare;Modell;Slutdatum'
  return {
    name: 'devices.sendImport',
    by,
    input: {
      file: {
        fileName: `Lista av ${play.private[0]}.csv`,
        stream: Readable.from([Buffer.from([head, ...rows, ''].join('\r\n'))]),
        fields: {},
      },
    },
    after: async (answer) => {
      const { id } = answer as { id: string }
      const params = { importId: id }
      value(
        await act(play.world, by, 'devices.mapImport', { params, body: { key: 'serialNumber' } }),
      )
      value(await act(play.world, by, 'devices.startImport', { params }))
      await jobs[IMPORT_JOB](play.world.database, { runId: id })
      const { rows: made } = await play.world.database.pool.query<{ id: string; serial: string }>(
        `SELECT d.id, d.serial_number AS serial FROM devices.device d
         WHERE d.owner_id = $1 AND d.id <> ALL ($2) ORDER BY d.serial_number`,
        [by.organisationId, play.devices],
      )
      for (const device of made) {
        play.devices.push(device.id)
        play.serials.push(device.serial)
      }
      count(play.done, `devices.import of ${made.length} new`)
    },
  }
}
