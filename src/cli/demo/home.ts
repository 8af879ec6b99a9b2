// From the depot to the partner and on: sent, received, erased, graded, and the second life.
import { addDays, addMonths, dayOf, daysBetween } from '../../core/dates.ts'
import type { OrganisationId, PlaceId, Uuid } from '../../core/ids.ts'
import { done } from '../../core/result.ts'
import { handOut } from '../../features/custody/actions/hand-out.ts'
import { decideOutcomes } from '../../features/disposition/actions.ts'
import { inspectDevices } from '../../features/grading/actions.ts'
import { testsOf } from '../../features/grading/rules/tests.ts'
import { createCollection } from '../../features/returns/actions/collections.ts'
import { addPackage, packDevices } from '../../features/returns/actions/pack.ts'
import { closeReceiving, scanCollection } from '../../features/returns/actions/receive.ts'
import { sendCollection } from '../../features/returns/actions/send.ts'
import { erase, listMedia } from './erase.ts'
import type { Lane } from './events.ts'
import type { Wave } from './plan.ts'
import { confirm, reaches, type WaveDevice } from './wave.ts'
import type { DemoWorld } from './world.ts'

type Staff = Parameters<DemoWorld['act']>[0]

export function sendHome(
  world: DemoWorld,
  lane: Lane,
  wave: Wave,
  devices: readonly WaveDevice[],
  fromPlaceId: PlaceId,
) {
  const sentOn = addDays(wave.handedInOn!, world.chance.between(3, 7))
  const way = { who: 'tove', receiverId: world.partner, fromPlaceId } as const
  send(world, lane, sentOn, devices, way, (collectionId) => {
    if (!reaches(wave, 'received')) return
    if (!comesBack(wave)) lane.takesFrom('collection', null)
    lane.on(addDays(sentOn, 2), 9, (receivedAt) =>
      receive(world, lane, wave, devices, collectionId, receivedAt),
    )
  })
}

const comesBack = ({ reach }: Wave): boolean => reach === 'pool' || reach === 'secondLife'

/** What a wave promises of its numbers: it is sent from the third day and erased from the eighth. */
export function promise(lane: Lane, wave: Wave) {
  const from = (days: number) => wave.handedInOn && addDays(wave.handedInOn, days)
  lane.takesFrom('collection', reaches(wave, 'sent') ? from(3) : null)
  lane.takesFrom('certificate', reaches(wave, 'erased') && bearsData(wave) ? from(8) : null)
}

const bearsData = ({ kind }: Wave): boolean => kind !== 'monitor'

/** The collection takes its number when it is ordered, and is packed and sent an hour later. */
function send(
  world: DemoWorld,
  lane: Lane,
  day: string,
  devices: readonly WaveDevice[],
  way: { who: Staff; receiverId: OrganisationId; fromPlaceId: PlaceId | null },
  then: (collectionId: Uuid) => void,
) {
  const { who, receiverId, fromPlaceId } = way
  lane.numbered('collection')(day, 13, async (at) => {
    const made = await world.act(who, at, (ctx) =>
      createCollection(ctx, { body: { receiverId, fromPlaceId } }),
    )
    lane.on(day, 14, async (sentAt) => {
      await pack(world, who, sentAt, made.id, devices)
      then(made.id)
    })
  })
}

const pack = (
  world: DemoWorld,
  who: Staff,
  at: Date,
  collectionId: Uuid,
  devices: readonly WaveDevice[],
) =>
  world.act(who, at, async (ctx) => {
    const params = { collectionId }
    const seal = String(80_000 + world.chance.below(9000))
    const pallet = await addPackage(ctx, { params, body: { kind: 'pallet', seal } })
    if (!pallet.ok) return pallet
    const deviceIds = devices.map((device) => device.id)
    const packed = await packDevices(ctx, {
      params,
      body: { packageId: pallet.value.id, deviceIds },
    })
    if (!packed.ok) return packed
    return sendCollection(ctx, { params })
  })

/** The count at the partner; in the present one device is missing and one stands on no list. */
async function receive(
  world: DemoWorld,
  lane: Lane,
  wave: Wave,
  devices: readonly WaveDevice[],
  collectionId: string,
  at: Date,
) {
  const differs = wave.reach === 'received' && wave.kind === 'laptop'
  const counted = differs ? devices.slice(1) : devices
  await world.act('rami', at, async (ctx) => {
    const codes = counted.map((device) => device.serialNumber)
    if (differs) codes.push('7KQ2N13')
    const items = codes.map((code) => ({ scanId: ctx.newId(), code, at: at.toISOString() }))
    const scanned = await scanCollection(ctx, { params: { collectionId }, body: { items } })
    if (!scanned.ok) return scanned
    const closed = await closeReceiving(ctx, { params: { collectionId }, body: {} })
    return closed.ok ? done(undefined) : closed
  })
  if (!reaches(wave, 'erased')) return
  // The partner has become faster over the years: from three weeks to eight days.
  const yearsAgo = daysBetween(dayOf(at), dayOf(world.now)) / 365
  const days = Math.round(3 + Math.min(12, yearsAgo * 1.5)) + world.chance.between(0, 2)
  if (bearsData(wave)) {
    // The list of media is made when the lid is opened, an hour after the count.
    lane.on(dayOf(at), 10, (listedAt) => listMedia(world, counted, wave, listedAt))
    lane.numbered('certificate')(addDays(dayOf(at), days), 10, async (erasedAt) => {
      await erase(world, counted, wave, erasedAt)
      lane.takesFrom('certificate', null)
      if (reaches(wave, 'graded')) grade(world, lane, wave, counted, erasedAt)
    })
  } else if (reaches(wave, 'graded')) grade(world, lane, wave, counted, at)
}

function grade(
  world: DemoWorld,
  lane: Lane,
  wave: Wave,
  devices: readonly WaveDevice[],
  after: Date,
) {
  const gradedOn = addDays(dayOf(after), world.chance.between(1, 3))
  const tests = testsOf(wave.kind)
  const worn = new Set(devices.slice(0, wave.worn).map((device) => device.id))
  lane.on(gradedOn, 14, async (at) => {
    await inBatches(devices, 200, (batch) =>
      world.act('gustav', at, (ctx) =>
        inspectDevices(ctx, {
          body: {
            items: batch.map((device) =>
              inspection(world, wave, device.id, worn.has(device.id), tests),
            ),
          },
        }),
      ),
    )
    if (wave.worn > 0) recycle(world, lane, gradedOn, devices.slice(0, wave.worn))
    const rest = devices.slice(wave.worn)
    if (wave.reach === 'sold') sell(world, lane, wave, gradedOn, rest)
    if (comesBack(wave)) comeBack(world, lane, wave, gradedOn, rest)
  })
}

function inspection(
  world: DemoWorld,
  wave: Wave,
  deviceId: string,
  isWorn: boolean,
  tests: ReturnType<typeof testsOf>,
) {
  const { chance } = world
  const results = [...tests.key, ...tests.secondary].map((test) => ({
    test,
    result: isWorn && test === tests.key[0] ? ('fail' as const) : ('pass' as const),
  }))
  const scratched = chance.next() < 0.45
  const dented = chance.next() < 0.15
  return {
    deviceId,
    tests: results,
    defects: [
      ...(scratched
        ? [{ code: 'scratch' as const, part: 'casing' as const, severity: 'minor' as const }]
        : []),
      ...(dented
        ? [{ code: 'dent' as const, part: 'edge' as const, severity: 'major' as const }]
        : []),
      ...(isWorn
        ? [{ code: 'crack' as const, part: 'casing' as const, severity: 'critical' as const }]
        : []),
    ],
    inspected: true,
    softwareLoaded: true,
    ...(wave.kind === 'laptop' || wave.kind === 'smartphone'
      ? { batteryPercent: chance.between(68, 97) }
      : {}),
  }
}

function recycle(world: DemoWorld, lane: Lane, day: string, devices: readonly WaveDevice[]) {
  lane.on(addDays(day, 2), 15, (at) =>
    decide(world, 'stina', at, devices, (device, index) => ({
      deviceId: device.id,
      step: index % 3 === 0 ? 'recycling' : 'parts',
      reason: 'repairTooCostly',
    })),
  )
}

function sell(
  world: DemoWorld,
  lane: Lane,
  wave: Wave,
  day: string,
  devices: readonly WaveDevice[],
) {
  lane.on(addDays(day, world.chance.between(4, 12)), 15, (at) =>
    decide(world, 'stina', at, devices, (device) =>
      wave.donated
        ? {
            deviceId: device.id,
            step: 'donation',
            reason: 'noNeedInside',
            recipient: 'Föreningen Digital i Exempelby',
            receiptNumber: `G-${day}`,
          }
        : {
            deviceId: device.id,
            step: 'resale',
            reason: 'noNeedInside',
            priceOre:
              Math.round((device.model.priceOre * (14 + world.chance.below(12))) / 10_000) * 100,
            recipient: 'Omtags butik',
          },
    ),
  )
}

/** The owner decides on reuse inside; the partner sends back, and the pool hands out again. */
function comeBack(
  world: DemoWorld,
  lane: Lane,
  wave: Wave,
  day: string,
  devices: readonly WaveDevice[],
) {
  lane.on(addDays(day, 2), 9, async (decidedAt) => {
    await decide(world, 'sara', decidedAt, devices, (device) => ({
      deviceId: device.id,
      step: 'internalReuse',
    }))
    const way = { who: 'pontus', receiverId: world.owner, fromPlaceId: null } as const
    send(world, lane, addDays(day, 3), devices, way, (collectionId) =>
      lane.on(addDays(day, 5), 9, (backAt) =>
        takeBack(world, lane, wave, devices, collectionId, backAt),
      ),
    )
  })
}

async function takeBack(
  world: DemoWorld,
  lane: Lane,
  wave: Wave,
  devices: readonly WaveDevice[],
  collectionId: Uuid,
  at: Date,
) {
  await world.act('tove', at, async (ctx) => {
    const items = devices.map((device) => ({
      scanId: ctx.newId(),
      code: device.serialNumber,
      at: at.toISOString(),
    }))
    const params = { collectionId }
    const placeId = world.depots[0]!
    const scanned = await scanCollection(ctx, { params, body: { placeId, items } })
    if (!scanned.ok) return scanned
    const closed = await closeReceiving(ctx, { params, body: {} })
    return closed.ok ? done(undefined) : closed
  })
  if (wave.reach === 'secondLife') useAgain(world, lane, dayOf(at), devices)
}

function useAgain(world: DemoWorld, lane: Lane, day: string, devices: readonly WaveDevice[]) {
  const outOn = addDays(day, world.chance.between(4, 16))
  lane.on(outOn, 9, async (at) => {
    await world.act('tove', at, (ctx) =>
      handOut(ctx, {
        body: {
          items: devices.map((device) => {
            const person = world.chance.pick(world.people)
            return {
              deviceId: device.id,
              holderId: person.id,
              unitId: person.unitId,
              endsOn: addMonths(outOn, 38),
            }
          }),
        },
      }),
    )
    confirm(world, lane, addDays(outOn, 1), devices)
  })
}

type Decision = Parameters<typeof decideOutcomes>[1]['body']['items'][number]

const decide = (
  world: DemoWorld,
  who: Staff,
  at: Date,
  devices: readonly WaveDevice[],
  of: (device: WaveDevice, index: number) => Decision,
) =>
  world.act(who, at, async (ctx) => {
    const answer = await decideOutcomes(ctx, { body: { items: devices.map(of) } })
    if (answer.ok && answer.value.refused > 0)
      throw new Error(
        `the demo's outcomes are allowed: ${JSON.stringify(answer.value.items.find((item) => !item.done))}`,
      )
    return answer
  })

async function inBatches<T>(
  items: readonly T[],
  size: number,
  work: (batch: readonly T[]) => Promise<unknown>,
) {
  for (let from = 0; from < items.length; from += size) await work(items.slice(from, from + size))
}
