// One wave of devices, planned in its lane from purchase to wherever it stands today.
import { addDays, addMonths, dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import { handIn, reportLost } from '../../features/custody/actions/hand-in.ts'
import { handOut } from '../../features/custody/actions/hand-out.ts'
import { registerDevices, type NewRegistration } from '../../features/custody/actions/register.ts'
import { conditions } from '../../features/custody/rules.ts'
import { normaliseMaker, normaliseSerial } from '../../features/devices/rules/serial.ts'
import type { Lane } from './events.ts'
import { promise, sendHome } from './home.ts'
import { models, type ModelName } from './names.ts'
import { takenIntoUse, type Wave } from './plan.ts'
import { confirm, reaches, type WaveDevice } from './wave.ts'
import type { DemoWorld } from './world.ts'

export function goRound(world: DemoWorld, lane: Lane, wave: Wave) {
  promise(lane, wave)
  const comesOn = wave.inherited ? takenIntoUse(dayOf(world.now)) : wave.boughtOn
  lane.on(comesOn, 8, async (at) => {
    // A call-off is mostly of one model, with some of another.
    const [first, second] = [0, 1].map(() => world.chance.pick<ModelName>(models[wave.kind]))
    const chosen = Array.from({ length: wave.count + wave.worn }, () =>
      world.chance.next() < 0.7 ? first! : second!,
    )
    const devices = chosen.map((model) => ({
      ...newDevice(world, wave, model),
      ...(wave.inherited ? heldAlready(world, wave) : {}),
    }))
    const made = await world.act('tove', at, async (ctx) => {
      const registered = devices.map((device) => ({ ...device, id: ctx.newId() }))
      const refused = await registerDevices(ctx, registered)
      return refused ?? done(registered)
    })
    if (!reaches(wave, 'handedOut')) return
    const bought = made.map((device, index) => ({
      id: device.id,
      serialNumber: device.serialNumber!,
      model: chosen[index]!,
    }))
    if (wave.inherited) bringHome(world, lane, wave, bought)
    else use(world, lane, wave, bought)
  })
}

/** With whom a device is when the register that was before is read in. */
function heldAlready(world: DemoWorld, wave: Wave) {
  const person = world.chance.pick(world.people)
  return {
    holderId: person.id,
    unitId: person.unitId,
    endsOn: addDays(wave.handedInOn!, -daysLate(world)),
  }
}

function newDevice(world: DemoWorld, wave: Wave, model: ModelName): NewRegistration {
  const { chance } = world
  const serialNumber = `${model.serial}${serialTail(world)}`
  const today = wave.boughtOn
  return {
    id: '',
    kind: wave.kind,
    maker: model.maker,
    makerKey: normaliseMaker(model.maker),
    model: model.model,
    modelId: world.modelIds.get(`${model.maker} ${model.model}`) ?? null,
    assetTag: `EX-${++world.numbers.asset}`,
    serialNumber,
    serialKey: normaliseSerial(serialNumber),
    imei: null,
    imei2: null,
    macAddress: null,
    // The municipality's own number, engraved on what is easily carried away.
    theftMarking: wave.kind === 'laptop' ? 'SSF 48213' : null,
    name: null,
    purchasedOn: today,
    priceOre: wave.boughtReused ? Math.round(model.priceOre * 0.0042) * 100 : model.priceOre,
    warrantyUntilOn: addMonths(today, 36),
    endsOn: null,
    orderNumber: `B-${today.slice(0, 4)}-${String(chance.below(9000) + 1000)}`,
    supplierName: wave.boughtReused ? 'Omtag AB' : null,
    osName: model.osName ?? null,
    osVersion: null,
    ramMb: model.ramMb ?? null,
    storageGb: model.storageGb ?? null,
    lastSeenAt: null,
    enrolledAt: null,
    driveSerials: null,
    condition: null,
    note: null,
    unused: true,
    life: wave.boughtReused ? 2 : 1,
    placeId: chance.pick(world.depots),
  }
}

const letters = '0123456789ABCDEFGHJKLMNPQRSTVWXYZ'
/** Unique and unplanned: the count in base 33 with two letters of chance between. */
function serialTail({ chance, numbers }: DemoWorld): string {
  let rest = 40_000 + numbers.serial++
  let text = ''
  for (let i = 0; i < 4; i++, rest = Math.floor(rest / 33)) text = letters[rest % 33]! + text
  return `${letters[chance.below(33)]}${text}${letters[chance.below(33)]}`
}

/** Months of the decided period of use; a tenth of a wave is some weeks late. */
const decidedMonths = { desktop: 54, laptop: 48, monitor: 66, smartphone: 30 } as const

function use(world: DemoWorld, lane: Lane, wave: Wave, devices: readonly WaveDevice[]) {
  const outOn = addDays(wave.boughtOn, 6)
  const endsOn = wave.handedInOn ?? addMonths(outOn, decidedMonths[wave.kind])
  lane.on(outOn, 9, async (at) => {
    await world.act('tove', at, (ctx) =>
      handOut(ctx, {
        body: {
          items: devices.map((device, index) => {
            const anybody = world.chance.pick(world.people)
            const person = wave.hugos && index === devices.length - 1 ? world.people[0]! : anybody
            // The decided last day differs by when each holder began.
            const late = wave.handedInOn ? daysLate(world) : world.chance.between(-24, 24)
            return {
              deviceId: device.id,
              holderId: person.id,
              unitId: person.unitId,
              endsOn: addDays(endsOn, -late),
            }
          }),
        },
      }),
    )
    if (wave.lost > 0) lose(world, lane, wave, devices.slice(0, wave.lost))
    // Until some years ago receipts were signed on paper.
    const signed = !wave.handedInOn || outOn > addMonths(dayOf(world.now), -48)
    if (signed && reaches(wave, 'inUse')) confirm(world, lane, addDays(outOn, 1), devices)
    if (wave.handedInOn) bringHome(world, lane, wave, devices)
  })
}

/** Most come home in time; some are weeks late, and a few more than a month. */
function daysLate({ chance }: DemoWorld): number {
  const luck = chance.next()
  return luck < 0.8
    ? chance.between(0, 12)
    : luck < 0.94
      ? chance.between(13, 29)
      : chance.between(34, 90)
}

function lose(world: DemoWorld, lane: Lane, wave: Wave, devices: readonly WaveDevice[]) {
  lane.on(addMonths(wave.boughtOn, 6), 15, async (at) => {
    for (const [index, device] of devices.entries())
      await world.act('tove', at, (ctx) =>
        reportLost(ctx, {
          params: { deviceId: device.id },
          body: { as: index % 2 === 0 ? 'missing' : 'stolen' },
        }),
      )
  })
}

function bringHome(world: DemoWorld, lane: Lane, wave: Wave, devices: readonly WaveDevice[]) {
  lane.on(wave.handedInOn!, 11, async (at) => {
    const placeId = world.chance.pick(world.depots)
    await world.act('tove', at, (ctx) =>
      handIn(ctx, {
        body: {
          placeId,
          items: devices.map((device) => ({
            deviceId: device.id,
            condition:
              conditions[world.chance.next() < 0.7 ? 0 : world.chance.next() < 0.8 ? 1 : 2],
            lockRemoved: true,
          })),
        },
      }),
    )
    if (reaches(wave, 'sent')) sendHome(world, lane, wave, devices, placeId)
  })
}
