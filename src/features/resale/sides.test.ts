// Entering the other side of a sale: what it may, and that nobody stays there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { done, refuse } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import { asOther } from './actions/sides.ts'

let world: World
let buyer: Actor
let seller: Actor
let stranger: Actor
let ofBuyer: string
let ofSeller: string

beforeAll(async () => {
  world = await newWorld()
  buyer = await newOrganisation(world)
  seller = await newOrganisation(world, 'reusePartner')
  stranger = await newOrganisation(world, 'reusePartner')
  await newPartnership(world, buyer, seller)
  ;[ofBuyer] = (await newDevices(world, buyer, 1)) as [string]
  ;[ofSeller] = (await newDevices(world, seller, 1)) as [string]
})
afterAll(() => world.close())

const other = () => ({ organisationId: seller.organisationId, actorId: seller.personId })

/** Who the database takes the transaction for, and which of the two devices it shows and lets change. */
async function standing({ tx, permissions }: ActionContext) {
  const { role, organisation } = await tx.one<{ role: string; organisation: string }>(
    'SELECT current_user AS role, organisations.current_id() AS organisation',
  )
  const devices = [ofBuyer, ofSeller]
  const seen = await tx.rows<{ id: string }>('SELECT id FROM devices.device WHERE id = ANY ($1)', [
    devices,
  ])
  const changed = await tx.run('UPDATE devices.device SET note = note WHERE id = ANY ($1)', [
    devices,
  ])
  return { role, organisation, seen: seen.map(({ id }) => id), changed, may: permissions.size > 0 }
}
const asBuyer = () => ({
  ...{ role: 'omlopp_app', organisation: buyer.organisationId, seen: [ofBuyer], changed: 1 },
})
const asSeller = () => ({
  ...{ role: 'omlopp_app', organisation: seller.organisationId, seen: [ofSeller], changed: 1 },
})

describe('entering the other side', () => {
  it('sees and writes that side alone, without one’s own permissions, and comes back', async () => {
    await world.act(buyer, async (ctx) => {
      expect(await standing(ctx)).toEqual({ ...asBuyer(), may: true })
      expect(await asOther(ctx, other(), standing)).toEqual({ ...asSeller(), may: false })
      expect(await standing(ctx)).toEqual({ ...asBuyer(), may: true })
      return done(null)
    })
  })

  it('comes back also with a refusal, and after a fault that somebody catches', async () => {
    await world.act(buyer, async (ctx) => {
      expect(await asOther(ctx, other(), async () => refuse('listing-taken'))).toMatchObject({
        code: 'listing-taken',
      })
      expect(await standing(ctx)).toMatchObject(asBuyer())
      const fault = asOther(ctx, other(), () => Promise.reject(new Error('ours')))
      await expect(fault).rejects.toThrow('ours')
      expect(await standing(ctx)).toMatchObject(asBuyer())
      return done(null)
    })
  })

  it('after a fault of the database nothing goes on at all, and nothing is kept', async () => {
    const whole = world.act(buyer, async (ctx) => {
      await ctx.tx.run('UPDATE devices.device SET note = $2 WHERE id = $1', [ofBuyer, 'mellan'])
      await asOther(ctx, other(), (there) => there.tx.run('SELECT 1 / 0')).catch(() => undefined)
      // Neither as the one nor as the other.
      await expect(ctx.tx.rows('SELECT 1')).rejects.toMatchObject({ code: '25P02' })
      return done(null)
    })
    await whole.catch(() => undefined)
    const { rows } = await world.database.pool.query(
      'SELECT note FROM devices.device WHERE id = $1',
      [ofBuyer],
    )
    expect(rows).toEqual([{ note: null }])
    // The connection that goes back to the pool belongs to nobody.
    await world.act(buyer, async (ctx) => {
      expect(await standing(ctx)).toMatchObject(asBuyer())
      return done(null)
    })
  })

  it('is refused where neither a partnership nor a purchase ties the two', async () => {
    const whole = world.act(buyer, async (ctx) => {
      const who = { organisationId: stranger.organisationId, actorId: stranger.personId }
      return done(await asOther(ctx, who, standing))
    })
    await expect(whole).rejects.toThrow('only who trade enter each other')
    // The partner is tied to its customer first by a purchase.
    const back = world.act(seller, async (ctx) => {
      const who = { organisationId: buyer.organisationId, actorId: buyer.personId }
      return done(await asOther(ctx, who, standing))
    })
    await expect(back).rejects.toThrow('only who trade enter each other')
  })

  it('tells each side of a purchase only what both may know', async () => {
    const { rows } = await world.database.pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'resale' AND table_name IN ('purchase', 'purchase_line')`,
    )
    const names = rows.map(({ name }) => name)
    // What a device was before, who had it and what its owner wrote of it is in no column of theirs;
    // ids of the other's own things open nothing without the other's rows.
    for (const never of ['asset_tag', 'note', 'name', 'holder_id', 'unit_id', 'person_id'])
      expect(names).not.toContain(never)
  })
})
