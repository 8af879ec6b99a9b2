// Moves of what came home: inspected, wiped, reviewed, destroyed, and decided on.
import { Readable } from 'node:stream'
import { writeNwipeLog } from '../../../src/features/erasure/rules/sample-log.ts'
import { testsOf } from '../../../src/features/grading/rules/tests.ts'
import {
  at,
  devicesNow,
  inDepot,
  pick,
  type DeviceNow,
  type Move,
  type MoveKind,
  type Play,
  type Try,
} from './state.ts'

const steps = ['resale', 'donation', 'internalReuse', 'parts', 'recycling'] as const

export const erasingMoves = {
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
} satisfies Readonly<Record<string, MoveKind>>

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
