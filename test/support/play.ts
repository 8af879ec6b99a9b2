// A play: organisations whose people do things at random through the real actions, often wrongly.
import { Readable } from 'node:stream'
import type { Result } from '../../src/core/result.ts'
import { IMPORT_JOB } from '../../src/features/devices/actions/import.ts'
import { jobs } from '../../src/features/devices/jobs.ts'
import type { DeviceKind } from '../../src/features/devices/rules/kinds.ts'
import { writeNwipeLog } from '../../src/features/erasure/rules/sample-log.ts'
import { testsOf } from '../../src/features/grading/rules/tests.ts'
import {
  resolutions,
  resolutionsFor,
  type DiscrepancyKind,
} from '../../src/features/returns/rules/discrepancy.ts'
import { features } from '../../src/server/features.ts'
import {
  newIdAt,
  newOrganisation,
  newPartnership,
  newPerson,
  value,
  type Actor,
  type World,
} from './world.ts'

/** One thing that somebody tries; the numbers choose among what there is when it is tried. */
export interface Try {
  readonly what: keyof typeof moves
  readonly who: number
  readonly which: number
  readonly how: number
  /** Whether it is chosen so that it may succeed; otherwise anybody tries it on anything. */
  readonly sensible: boolean
}

export interface Player extends Actor {
  readonly holderId: string
  readonly unitId: string
  readonly placeId: string
}

export interface Play {
  readonly world: World
  /** Two owners, then their partner. */
  readonly players: readonly Player[]
  readonly devices: string[]
  readonly collections: string[]
  readonly serials: string[]
  readonly logs: string[]
  readonly scans: { id: string; code: string }[]
  /** Words of people, which the journal must never hold. */
  readonly private: string[]
  /** What has been done, by name of the endpoint, and what was refused, by code. */
  readonly done: Map<string, number>
  readonly refused: Map<string, number>
}

interface DeviceNow {
  readonly id: string
  readonly serial: string | null
  readonly kind: DeviceKind
  readonly status: string
  readonly dataState: string
  readonly grade: string | null
  readonly owner: string
  readonly account: string
  readonly custodian: string | null
  readonly holder: string | null
  /** Media that are known of it. */
  readonly media: number
}

interface CollectionNow {
  readonly id: string
  readonly state: string
  readonly sender: string
  readonly receiver: string
  readonly packed: number
}

interface DiscrepancyNow {
  readonly id: string
  readonly collection: string
  readonly kind: DiscrepancyKind
  readonly open: boolean
  readonly sender: string
  readonly receiver: string
}

export async function newPlay(world: World): Promise<Play> {
  const secret = `hemlis${newIdAt(world.now).slice(-6)}`
  const play: Play = {
    world,
    players: [],
    devices: [],
    collections: [],
    serials: [],
    logs: [],
    scans: [],
    private: [secret],
    done: new Map(),
    refused: new Map(),
  }
  const [first, second, partner] = [
    await newOrganisation(world),
    await newOrganisation(world),
    await newOrganisation(world, 'reusePartner'),
  ]
  for (const owner of [first, second]) await newPartnership(world, owner, partner)
  for (const actor of [first, second, partner])
    (play.players as Player[]).push(await newPlayer(world, actor, secret))
  return play
}

async function newPlayer(world: World, actor: Actor, secret: string): Promise<Player> {
  const words = { name: `Ylva ${secret}`, email: `${newIdAt(world.now)}.${secret}@people.test` }
  const holderId = await newPerson(world, actor.organisationId, ['holder'], words)
  const made = async (name: string, body: object) =>
    (value(await act(world, actor, name, { body })) as { id: string }).id
  const placeId = await made('organisations.createPlace', {
    kind: 'depot',
    name: 'Depån',
    address: `Gatan ${secret}`,
  })
  const unitId = await made('organisations.createUnit', { kind: 'unit', name: 'Enheten' })
  return { ...actor, holderId, placeId, unitId }
}

const handlers = new Map(features.flat().map((bound) => [bound.name, bound.handler]))

function act(world: World, who: Actor, name: string, input: object): Promise<Result<unknown>> {
  const handler = handlers.get(name)
  if (!handler) throw new Error(`There is no action ${name}`)
  return world.act(who, (ctx) => handler(ctx, input as never))
}

interface Move {
  readonly name: string
  readonly by: Player
  readonly input: object
  readonly after?: (answer: unknown) => void | Promise<void>
}

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** Does one try. @returns whether it was refused, so that nothing may have changed */
export async function attempt(
  play: Play,
  one: Try,
): Promise<{ refused: boolean; name: string } | null> {
  const move = await chosenMove(play, one)
  if (!move) return null
  play.world.now = new Date(play.world.now.getTime() + 3_600_000 + one.how * 1000)
  const result = await act(play.world, move.by, move.name, move.input)
  const answer = result.ok
    ? (result.value as { done?: unknown; refused?: unknown; items?: unknown[] })
    : null
  const nothing = answer?.done === 0 && typeof answer.refused === 'number' && answer.refused > 0
  if (result.ok && !nothing) {
    count(play.done, move.name)
    await move.after?.(result.value)
  } else count(play.refused, result.ok ? firstCode(answer!) : result.code)
  return { refused: !result.ok || nothing, name: move.name }
}

/** What is meant; where there is nothing to do it with, what there is something to do with. */
async function chosenMove(play: Play, one: Try): Promise<Move | null> {
  const { make }: MoveKind = moves[one.what]
  const meant = await make(play, one)
  if (meant || !one.sensible) return meant
  for (let n = 0; n < onwards.length; n++) {
    const other: MoveKind = moves[at(onwards, one.how + n)!]
    const move = await other.make(play, one)
    if (move) return move
  }
  return null
}
const onwards: readonly (keyof typeof moves)[] = [
  'wipe',
  'send',
  'review',
  'scan',
  'inventory',
  'handIn',
  'outcome',
  'settle',
  'pack',
  'match',
]

const firstCode = ({ items }: { items?: unknown[] }): string =>
  (items?.[0] as { code?: string } | undefined)?.code ?? 'none'

const count = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1)

const devicesNow = async (play: Play): Promise<DeviceNow[]> => {
  const { rows } = await play.world.database.pool.query<DeviceNow>(
    `SELECT d.id, d.serial_number AS serial, d.kind, d.status, d.data_state AS "dataState", d.grade,
       d.owner_id AS owner, c.account_kind AS account, c.organisation_id AS custodian,
       CASE WHEN c.account_kind = 'person' THEN c.account_id END AS holder,
       (SELECT count(*) FROM erasure.medium m WHERE m.device_id = d.id) AS media
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, n)
     JOIN devices.device d ON d.id = w.id JOIN custody.present c ON c.device_id = d.id
     ORDER BY w.n`,
    [play.devices],
  )
  return rows
}

const collectionsNow = async (play: Play): Promise<CollectionNow[]> => {
  const { rows } = await play.world.database.pool.query<CollectionNow>(
    `SELECT c.id, c.state, c.sender_id AS sender, c.receiver_id AS receiver,
       (SELECT count(*) FROM returns.line l WHERE l.collection_id = c.id AND l.state = 'packed')
         AS packed
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, n)
     JOIN returns.collection c ON c.id = w.id ORDER BY w.n`,
    [play.collections],
  )
  return rows
}

const discrepanciesNow = async (play: Play): Promise<DiscrepancyNow[]> => {
  const { rows } = await play.world.database.pool.query<DiscrepancyNow>(
    `SELECT d.id, d.collection_id AS collection, d.kind, d.closed_at IS NULL AS open,
       c.sender_id AS sender, c.receiver_id AS receiver
     FROM returns.discrepancy d JOIN returns.collection c ON c.id = d.collection_id
     WHERE d.collection_id = ANY ($1) ORDER BY d.opened_at, d.kind, d.code_key`,
    [play.collections],
  )
  return rows
}

/** A device that the move may fit, and somebody who may make it; or any of each. */
async function pick(
  play: Play,
  { who, which, sensible }: Try,
  fits: (device: DeviceNow) => boolean,
  by: (device: DeviceNow) => string | null = (device) => device.custodian,
): Promise<{ device: DeviceNow; by: Player } | null> {
  const all = await devicesNow(play)
  const device = at(sensible ? all.filter(fits) : all, which)
  if (!device) return null
  const right = play.players.find((player) => player.organisationId === by(device))
  const player = sensible ? right : at(play.players, who)
  return player ? { device, by: player } : null
}

const inDepot = (device: DeviceNow, ...statuses: string[]) =>
  device.account === 'depot' && statuses.includes(device.status)

interface MoveKind {
  /** How often it is tried: what needs much before it comes up, more often. */
  readonly weight: number
  readonly make: (play: Play, one: Try) => Promise<Move | null>
}

const kinds = ['laptop', 'smartphone', 'monitor', 'desktop'] as const
const steps = ['resale', 'donation', 'internalReuse', 'parts', 'recycling'] as const

export const moves = {
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
  inspect: {
    weight: 4,
    make: async (play, one) => {
      const chosen = await pick(
        play,
        one,
        (device) =>
          device.dataState !== 'holdsData' &&
          inDepot(device, 'inStock', 'handedIn', 'received', 'erased', 'graded', 'pool'),
      )
      return (
        chosen && {
          name: 'grading.inspectDevices',
          by: chosen.by,
          input: {
            body: {
              items: [
                {
                  deviceId: chosen.device.id,
                  tests: testsOf(chosen.device.kind).key.map((test) => ({
                    test,
                    result: one.how % 4 === 0 ? 'fail' : 'pass',
                  })),
                  defects: [],
                  inspected: true,
                },
              ],
            },
          },
        }
      )
    },
  },
  inventory: {
    weight: 5,
    make: async (play, one) => {
      const bare = (device: DeviceNow) => device.dataState === 'holdsData' && device.media === 0
      const chosen = await pick(play, one, one.how % 4 === 0 ? (d) => d.media > 0 : bare)
      if (!chosen) return null
      const { device, by } = chosen
      const disk = { kind: 'magnetic', capacityBytes: driveBytes }
      const known = one.how % 3 === 0 ? [] : await mediaOf(play, device.id)
      const media = known.map(({ id, serial }) => ({
        ...disk,
        id,
        serial,
        state: one.how % 5 === 0 ? 'removed' : 'inPlace',
      }))
      if (one.how % 2 === 0 || media.length === 0)
        media.push({
          ...disk,
          serial: `DISK${play.devices.indexOf(device.id)}N${one.how % 3}`,
        } as never)
      return {
        name: 'erasure.putMedia',
        by,
        input: { params: { deviceId: device.id }, body: { media } },
      }
    },
  },
  wipe: { weight: 10, make: wipeOne },
  review: {
    weight: 4,
    make: async (play, one) => {
      const found = await someResult(play, one, 'awaitingReview')
      return (
        found && {
          name: 'erasure.reviewResult',
          by: one.how % 5 === 0 ? found.by : { ...found.by, personId: found.by.holderId },
          input: {
            params: { resultId: found.id },
            body: {
              verdict: one.how % 4 === 0 ? 'reject' : 'approve',
              reason: `Granskad av Ylva ${play.private[0]}`,
              ...(one.how % 3 === 0 ? {} : { stationTimeZone: 'UTC' }),
            },
          },
        }
      )
    },
  },
  match: {
    weight: 2,
    make: async (play, one) => {
      const found = await someResult(play, one, 'unmatched')
      const device = at(
        (await devicesNow(play)).filter(({ media }) => media > 0),
        one.how,
      )
      const medium = device && at(await mediaOf(play, device.id), one.which)
      return found && medium
        ? {
            name: 'erasure.matchResult',
            by: found.by,
            input: { params: { resultId: found.id }, body: { mediumId: medium.id } },
          }
        : null
    },
  },
  destroy: {
    weight: 2,
    make: async (play, one) => {
      const chosen = await pick(play, one, (device) => device.media > 0)
      const medium = chosen && at(await mediaOf(play, chosen.device.id), one.how)
      return chosen && medium
        ? {
            name: 'erasure.recordDestruction',
            by: chosen.by,
            input: {
              body: {
                mediumId: medium.id,
                method: 'shredding',
                witnessId: one.how % 6 === 0 ? chosen.by.personId : chosen.by.holderId,
                equipment: `Kvarnen ${play.private[0]}`,
              },
            },
          }
        : null
    },
  },
  revoke: {
    weight: 1,
    make: async (play, one) => {
      const { rows } = await play.world.database.pool.query<{ id: string; by: string }>(
        `SELECT id, organisation_id AS by FROM erasure.certificate
         WHERE device_id = ANY ($1) ORDER BY issued_at, number`,
        [play.devices],
      )
      const certificate = at(rows, one.which)
      const by = play.players.find((player) => player.organisationId === certificate?.by)
      return certificate
        ? {
            name: 'erasure.revokeCertificate',
            by: one.sensible ? by! : at(play.players, one.who)!,
            input: {
              params: { certificateId: certificate.id },
              body: {
                reason: 'dataFound',
                explanation: `${play.private[0]} hittade filer på disken.`,
              },
            },
          }
        : null
    },
  },
  outcome: {
    weight: 6,
    make: async (play, one) => {
      const graded = (device: DeviceNow) =>
        device.grade !== null && inDepot(device, 'graded', 'pool')
      const chosen = await pick(play, one, graded, (device) =>
        one.how % 3 === 0 ? device.owner : device.custodian,
      )
      const item = chosen && {
        deviceId: chosen.device.id,
        step: at(steps, one.how),
        reason: one.how % 7 === 0 ? null : 'ownerPolicy',
        words: `Enligt ${play.private[0]}`,
        priceOre: 50_000,
        recipient: `Köparen ${play.private[0]}`,
        receiptNumber: one.how % 5 === 0 ? null : 'K-1',
      }
      return (
        chosen && {
          name: 'disposition.decideOutcomes',
          by: chosen.by,
          input: { body: { items: [item] } },
        }
      )
    },
  },
} satisfies Record<string, MoveKind>

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

const driveBytes = 50_331_648

async function mediaOf(play: Play, deviceId: string) {
  const { rows } = await play.world.database.pool.query<{ id: string; serial: string }>(
    'SELECT id, serial FROM erasure.medium WHERE device_id = $1 ORDER BY serial',
    [deviceId],
  )
  return rows
}

/** A log of nwipe: of the right drive or another, whole, failed or broken off, once or twice. */
async function wipeOne(play: Play, one: Try): Promise<Move | null> {
  const chosen = await pick(
    play,
    one,
    (device) => device.media > 0 && device.dataState === 'holdsData' && device.account === 'depot',
  )
  if (!chosen) return null
  const media = await mediaOf(play, chosen.device.id)
  const serials = one.how % 9 === 0 ? ['DISKNOBODY'] : media.map(({ serial }) => serial)
  const started = new Date(play.world.now.getTime() + 1_800_000).toISOString()
  const text = writeNwipeLog({
    version: '0.42',
    startedAt: `${started.slice(0, 10).replaceAll('-', '/')} ${started.slice(11, 19)}`,
    method: 'Fill With Zeros',
    devices: serials.map((serial, n) => ({
      device: `/dev/sd${'abcdef'[n % 6]}`,
      bus: 'ATA',
      model: 'OMLOPP VIRT-HDD',
      serial: one.how % 11 === 0 ? serial.toLowerCase() : serial,
      bytes: one.how % 13 === 0 ? 2 * driveBytes : driveBytes,
      status: one.how % 5 === 0 ? 'failed' : one.how % 7 === 0 ? 'aborted' : 'erased',
    })),
  })
  const again = one.how % 10 === 0 ? at(play.logs, one.which) : undefined
  play.logs.push(text)
  return {
    name: 'erasure.uploadEvidence',
    by: chosen.by,
    input: {
      file: {
        fileName: `${play.private[0]}.log`,
        stream: Readable.from([Buffer.from(again ?? text)]),
        fields: one.how % 4 === 0 ? {} : { stationTimeZone: 'UTC' },
      },
    },
  }
}

async function someResult(play: Play, { who, which, sensible }: Try, state: string) {
  const { rows } = await play.world.database.pool.query<{ id: string; state: string; of: string }>(
    `SELECT id, state, organisation_id AS of FROM erasure.result
     WHERE organisation_id = ANY ($1) ORDER BY recorded_at, session, drive`,
    [play.players.map((player) => player.organisationId)],
  )
  const one = at(sensible ? rows.filter((row) => row.state === state) : rows, which)
  const by = sensible
    ? play.players.find((player) => player.organisationId === one?.of)
    : at(play.players, who)
  return one && by ? { id: one.id, by } : null
}

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
