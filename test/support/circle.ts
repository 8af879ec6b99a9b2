// Shortcuts along the circle, by the real steps: a device that has been used, is erased and graded,
// at its owner or at a partner.
import type { DeviceId } from '../../src/core/ids.ts'
import { handIn } from '../../src/features/custody/actions/hand-in.ts'
import { handOut } from '../../src/features/custody/actions/hand-out.ts'
import { lockDevices, takeSteps, type Step } from '../../src/features/custody/actions/steps.ts'
import type { DeviceKind } from '../../src/features/devices/rules/kinds.ts'
import type { Grade } from '../../src/features/devices/rules/status.ts'
import type { NewRegistration } from '../../src/features/custody/actions/register.ts'
import { newDevices, newPerson, value, type Actor, type World } from './world.ts'

type Change = Omit<Step, 'device'>

export async function step(world: World, who: Actor, ids: readonly DeviceId[], change: Change) {
  value(
    await world.act(who, async (ctx) => {
      const devices = await lockDevices(ctx, ids)
      await takeSteps(
        ctx,
        [...devices.values()].map((device) => ({ device, ...change })),
      )
      return { ok: true, value: null }
    }),
  )
}

export async function handOutTo(world: World, owner: Actor, ids: readonly DeviceId[]) {
  const holderId = await newPerson(world, owner.organisationId)
  const answer = value(
    await world.act(owner, (ctx) =>
      handOut(ctx, { body: { items: ids.map((deviceId) => ({ deviceId, holderId })) } }),
    ),
  )
  if (answer.refused > 0) throw new Error(JSON.stringify(answer.items))
}

/** Handed out, handed in, erased where it bears data, and graded: in the owner's depot. */
export async function gradedDevices(
  world: World,
  owner: Actor,
  count: number,
  options: { kind?: DeviceKind; grade?: Grade; facts?: Partial<NewRegistration> } = {},
): Promise<DeviceId[]> {
  const { kind = 'laptop', grade = 'B', facts = {} } = options
  const ids = await newDevices(world, owner, count, { kind, ...facts })
  await handOutTo(world, owner, ids)
  await comeBackGraded(world, owner, ids, grade)
  return ids
}

export async function comeBackGraded(
  world: World,
  owner: Actor,
  ids: readonly DeviceId[],
  grade: Grade = 'B',
) {
  value(
    await world.act(owner, (ctx) =>
      handIn(ctx, { body: { items: ids.map((deviceId) => ({ deviceId, condition: 'good' })) } }),
    ),
  )
  value(
    await world.act(owner, async (ctx) => {
      const devices = await lockDevices(ctx, ids)
      await takeSteps(
        ctx,
        [...devices.values()].map((device) => ({
          device,
          entry: { kind: 'erasure.erased', content: {} },
          set: {
            status: 'graded',
            grade,
            dataState: device.dataBearing ? 'erased' : 'notDataBearing',
          },
        })),
      )
      return { ok: true, value: null }
    }),
  )
}

/** Sent to the partner through transit and received there; the status stays as it is. */
export async function moveToPartner(
  world: World,
  owner: Actor,
  partner: Actor,
  ids: readonly DeviceId[],
) {
  await step(world, owner, ids, {
    entry: { kind: 'returns.sent', content: {} },
    set: { partnerId: partner.organisationId },
    move: {
      kind: 'sent',
      taker: {
        kind: 'transit',
        organisationId: owner.organisationId,
        takerId: partner.organisationId,
      },
    },
  })
  await step(world, partner, ids, {
    entry: { kind: 'returns.received', content: {} },
    move: {
      kind: 'received',
      taker: { kind: 'depot', organisationId: partner.organisationId, placeId: null },
    },
  })
}
