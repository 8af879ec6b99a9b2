import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newOrganisation,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { Input } from '../../core/endpoint.ts'
import * as organisations from './actions.ts'
import type { api } from './api/organisation.ts'

let world: World
let owner: Actor
let other: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Min organisation')
  other = await newOrganisation(world, 'reusePartner')
})
afterAll(() => world.close())

const change = (actor: Actor, body: Input<typeof api.changeOrganisation>['body']) =>
  world.act(actor, (ctx) => organisations.changeOrganisation(ctx, { body }))
const read = (actor: Actor) =>
  world.act(actor, (ctx) => organisations.getOrganisation(ctx)).then(value)
const entries = () =>
  world.act(owner, async (ctx) => ({
    ok: true as const,
    value: await ctx.tx.rows(
      `SELECT 1 FROM journal.entry WHERE kind = 'organisations.organisationChanged'`,
    ),
  }))

describe('the organisation itself', () => {
  it('gets its name and number, and leaves what is not named', async () => {
    value(await change(owner, { name: ' Exempelby kommun ', organisationNumber: '9912345678' }))
    value(await change(owner, { name: 'Exempelby' }))
    expect(await read(owner)).toMatchObject({
      name: 'Exempelby',
      organisationNumber: '9912345678',
    })
  })

  it('is found by that number', async () => {
    const propose = world.act(other, (ctx) =>
      organisations.proposePartnership(ctx, {
        body: { organisationNumber: '9912345678', kind: 'reuse' },
      }),
    )
    expect(value(await propose).partnerId).toBe(owner.organisationId)
  })

  it('cannot take the number of another', async () => {
    expect(await change(other, { organisationNumber: '9912345678' })).toMatchObject({
      code: 'organisation-number-taken',
    })
    expect((await read(other)).organisationNumber).not.toBe('9912345678')
  })

  it('leaves no entry when nothing changes', async () => {
    const before = value(await entries()).length
    value(await change(owner, { name: 'Exempelby', organisationNumber: '9912345678' }))
    expect(value(await entries()).length).toBe(before)
  })
})
