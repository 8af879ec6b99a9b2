// One world in which each kind of thing exists, all of it made over HTTP: what strangers are tried on.
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import {
  newOrganisation,
  newPartnership,
  newToken,
  newWorld,
  type Actor,
  type World,
} from './world.ts'

export interface FullWorld {
  readonly world: World
  /** The organisation whose things these are, its partner, and one that knows neither. */
  readonly owner: Actor
  readonly partner: Actor
  readonly stranger: Actor
  /** Ids of the owner's things by the name that parameters and fields have for them. */
  readonly ids: Readonly<Record<string, string>>
  /** Words of the owner's that nobody else may read: names, serial numbers. */
  readonly words: readonly string[]
}

type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<Record<string, unknown>>

export const password = 'rätt häst batteri'

/** Asks as the bearer of a token, and answers JSON; anything but success fails the test. */
export function asker(world: World, token: string): Ask {
  return async (method, path, body) => {
    const response = await inject(world, {
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    expect(response.statusCode, `${method} ${path}: ${response.body}`).toBeLessThan(300)
    return response.json()
  }
}

export async function inject(world: World, call: InjectOptions): Promise<LightMyRequestResponse> {
  return (await world.app()).inject(call)
}

export async function newFullWorld(): Promise<FullWorld> {
  const world = await newWorld()
  const owner = await newOrganisation(world, 'user', 'Ägarkommunen')
  const partner = await newOrganisation(world, 'reusePartner', 'Återbrukspartnern')
  const stranger = await newOrganisation(world, 'user', 'Främlingen')
  await newPartnership(world, owner, partner)
  const ids: Record<string, string> = {
    partnerId: partner.organisationId,
    receiverId: partner.organisationId,
    ownerId: owner.organisationId,
    custodianId: owner.organisationId,
  }
  const words = ['Ägarkommunen', 'Vera Ägare', 'vera@owner.test', 'Skolkontoret', 'Källarförrådet']
  const made: Made = {
    world,
    ids,
    words,
    own: asker(world, await newToken(world, owner.organisationId)),
    other: asker(world, await newToken(world, partner.organisationId)),
    partner,
  }
  await makePeople(made)
  await makeDevices(made)
  return { world, owner, partner, stranger, ids, words }
}

interface Made {
  readonly world: World
  readonly ids: Record<string, string>
  readonly words: string[]
  readonly own: Ask
  readonly other: Ask
  readonly partner: Actor
}

const idOf = (answer: Record<string, unknown>): string => answer['id'] as string

async function makePeople({ ids, own }: Made) {
  ids['departmentId'] = idOf(
    await own('POST', '/units', { kind: 'department', name: 'Skolkontoret' }),
  )
  ids['parentId'] = ids['departmentId']
  ids['unitId'] = idOf(
    await own('POST', '/units', { kind: 'unit', name: 'Skolan', parentId: ids['departmentId'] }),
  )
  ids['placeId'] = idOf(await own('POST', '/places', { kind: 'depot', name: 'Källarförrådet' }))
  ids['fromPlaceId'] = ids['placeId']
  const vera = { name: 'Vera Ägare', email: 'vera@owner.test', password, unitId: ids['unitId'] }
  ids['personId'] = idOf(await own('POST', '/people', { ...vera, roles: ['administrator'] }))
  ids['holderId'] = ids['personId']
  ids['tokenId'] = idOf(
    await own('POST', '/api-tokens', { name: 'Nattjobbet', scopes: ['devices.see'] }),
  )
}

async function makeDevices({ ids, words, own }: Made) {
  const register = async (serialNumber: string, more: object = {}) => {
    words.push(serialNumber)
    const facts = { kind: 'laptop', maker: 'Lenovo', model: 'ThinkPad T14 G2', serialNumber }
    return idOf(await own('POST', '/devices', { ...facts, placeId: ids['placeId'], ...more }))
  }
  ids['deviceId'] = await register('PFWORLD01', { unused: true, assetTag: 'VÄRLD-1' })
  const item = { deviceId: ids['deviceId'], holderId: ids['holderId'], endsOn: '2027-01-31' }
  await own('POST', '/hand-outs', { items: [item] })
}
