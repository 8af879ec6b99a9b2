// An organisation that orders over HTTP: its IT manager asks, its approver approves, somebody needs.
import { expect } from 'vitest'
import { newOrganisation, newPerson, newToken, newUnit, type Actor, type World } from './world.ts'

const roles = {
  manager: 'itManager',
  approver: 'approver',
  administrator: 'administrator',
} as const
type Who = keyof typeof roles

export const coding = { ansvar: '4711', konto: '6460' }

export async function newOrderDesk(world: World) {
  const owner: Actor = await newOrganisation(world)
  await newUnit(world, owner.organisationId)
  const holderId = await newPerson(world, owner.organisationId)
  const tokenOf = (who: Who) => newToken(world, owner.organisationId, [roles[who]])
  const tokens: Record<Who, string> = {
    manager: await tokenOf('manager'),
    approver: await tokenOf('approver'),
    administrator: await tokenOf('administrator'),
  }
  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    who: Who = 'manager',
  ) =>
    (await world.app()).inject({
      ...{ method, url: `/api/v1${url}` },
      headers: { authorization: `Bearer ${tokens[who]}` },
      ...(payload ? { payload } : {}),
    })
  return {
    owner,
    holderId,
    call,
    /** The answer, where it must not be a refusal. */
    good: async (...args: Parameters<typeof call>) => {
      const answer = await call(...args)
      expect(answer.statusCode, `${args[1]}: ${answer.body}`).toBeLessThan(300)
      return answer.json()
    },
    /** Of a laptop out of the pool. */
    need: (more: object = {}) => ({
      ...{ kind: 'laptop', leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
      ...{ osFamily: null, leastGrade: null, holderId, unitId: null, placeId: null },
      ...{ neededFromOn: '2026-04-01', untilOn: null, specialNeed: null, way: 'pool' },
      ...{ serviceId: null, newReason: null, newWords: null, deviceId: null, replacesId: null },
      ...more,
    }),
    order: (needs: object[], more: object = {}) =>
      call('POST', '/orders', { unitId: null, coding, needs, submit: true, ...more }),
  }
}
