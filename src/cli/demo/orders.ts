// A season of orders in Exempelby: from the pool, new with its reason, and a school that waits for a match.
import { addDays, dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import { services } from '../../features/catalogue/store/services.ts'
import { commentOrder } from '../../features/ordering/actions/comments.ts'
import { deliverNeeds } from '../../features/ordering/actions/deliver.ts'
import { acceptMatch, startMatch } from '../../features/ordering/actions/matching.ts'
import * as orders from '../../features/ordering/actions/orders.ts'
import { runMatch } from '../../features/ordering/jobs.ts'
import { freeDevices } from '../../features/ordering/store/pool.ts'
import { units } from '../../features/organisations/store.ts'
import { fillCoding } from './coding.ts'
import { fillComings } from './comings.ts'
import { plain, type Need } from './plain-need.ts'
import { orderLaptops, orderPhones } from './shop-orders.ts'
import { atOf, type At } from './shop.ts'
import type { DemoWorld } from './world.ts'

type Staff = Parameters<DemoWorld['act']>[0]

/** The pool and the shop of today are what is ordered from, so the orders are of the last weeks. */
export async function fillOrders(world: DemoWorld, database: Database): Promise<void> {
  await fillCoding(world)
  const today = dayOf(world.now)
  const at = atOf(world)
  const { unitOf, serviceOf } = await namesOf(world, today)
  await fillComings(world, unitOf)
  const order = async (
    daysAgo: number,
    unit: string,
    needs: readonly Partial<Need>[],
    { who = 'olle', submit = true }: { who?: Staff; submit?: boolean } = {},
  ) => {
    const { id, costCentre } = unitOf(unit)
    return world.act(who, at(daysAgo), (ctx) =>
      orders.createOrder(ctx, {
        body: {
          unitId: id,
          coding: { ansvar: costCentre ?? '3010', konto: '6460' },
          needs: needs.map((need) => ({
            ...plain,
            ...{ unitId: id, neededFromOn: addDays(today, 14 - daysAgo) },
            ...need,
          })),
          submit,
        },
      }),
    )
  }
  const approve = (daysAgo: number, orderId: string) =>
    world.act('anna', at(daysAgo, 13), (ctx) => orders.approveOrder(ctx, { params: { orderId } }))
  const bas = { way: 'new' as const, serviceId: serviceOf('Dator som tjänst Bas') }
  const kraft = { way: 'new' as const, serviceId: serviceOf('Dator som tjänst Kraft') }
  const phone = { kind: 'smartphone' as const, way: 'new' as const }

  const screens = (...asked: readonly [number, string, number, number]) =>
    deliverScreens(world, order, approve, at, asked)
  await screens(30, 'Utbildningskontoret', 4, 4)
  const declined = await order(21, 'Simhallen', many(2, { ...kraft, newReason: 'tooOldForSystem' }))
  await world.act('anna', at(20), (ctx) =>
    orders.declineOrder(ctx, {
      params: { orderId: declined.id },
      body: { words: 'De ni har klarar systemet i två år till. Fråga igen då.' },
    }),
  )
  await screens(16, 'Ekonomiskt bistånd', 5, 3)
  await orderPhones(world, at)
  const care = await order(
    12,
    'Hemtjänst Väst',
    many(6, { ...phone, serviceId: serviceOf('Telefon som tjänst'), newReason: 'noneInPool' }),
  )
  await approve(11, care.id)
  const changed = await order(8, 'Kulturskolan', many(3, {}))
  await world.act('olle', at(7), (ctx) =>
    orders.withdrawOrder(ctx, {
      params: { orderId: changed.id },
      body: { words: 'Kursen flyttas till hösten.' },
    }),
  )
  await acceptOne(world, database, order, approve, at)
  const free = await freeOf(world, 'laptop', at(2))
  const kept = await order(
    2,
    'Stadsbiblioteket',
    free.slice(0, 2).map((deviceId) => ({ deviceId })),
  )
  await approve(2, kept.id)
  const school = await order(2, 'Åbrinks skola', many(60, { leastMemoryGb: 8 }))
  await approve(1, school.id)
  const draws = await order(1, 'Vikens gymnasium', [
    {
      ...kraft,
      newReason: 'specialNeed',
      newWords: 'Ritar i tre dimensioner i byggprogrammet. Poolen saknar grafikkort.',
    },
    ...many(2, { leastMemoryGb: 16 }),
  ])
  await world.act('olle', at(1, 10), (ctx) =>
    commentOrder(ctx, {
      params: { orderId: draws.id },
      body: { words: 'Programmet börjar om tre veckor.' },
    }),
  )
  await orderLaptops(world, at)
  await order(1, 'Biståndsenheten', many(2, { ...bas, newReason: 'security' }), { who: 'sara' })
  await order(0, 'Elevhälsan', many(2, { untilOn: addDays(today, 120) }), { submit: false })
}

const many = (count: number, need: Partial<Need>) => Array.from({ length: count }, () => need)

type Order = (
  daysAgo: number,
  unit: string,
  needs: readonly Partial<Need>[],
) => Promise<{ readonly id: string; readonly needsList: readonly { readonly id: string }[] }>
type Approve = (daysAgo: number, orderId: string) => Promise<unknown>

const freeOf = (world: DemoWorld, kind: string, at: Date) =>
  world.act('tove', at, async (ctx) =>
    done((await freeDevices(ctx.tx, [kind], at)).map((device) => device.id)),
  )

/** Bought and never used until now: no second life, so the figures of the climate stay. */
async function deliverScreens(
  world: DemoWorld,
  order: Order,
  approve: Approve,
  at: At,
  [daysAgo, unit, asked, delivered]: readonly [number, string, number, number],
) {
  const screens = await world.act('tove', at(daysAgo), async (ctx) =>
    done(
      (await freeDevices(ctx.tx, ['monitor'], at(daysAgo)))
        .filter(({ grade }) => grade === null)
        .map(({ id }) => id),
    ),
  )
  if (screens.length < asked) return
  const devices = screens.slice(0, asked)
  const made = await order(
    daysAgo,
    unit,
    devices.map((deviceId) => ({ kind: 'monitor', deviceId })),
  )
  await approve(daysAgo - 1, made.id)
  const needIds = made.needsList.slice(0, delivered).map(({ id }) => id)
  await world.act('tove', at(daysAgo - 4, 14), (ctx) =>
    deliverNeeds(ctx, { params: { orderId: made.id }, body: { needIds } }),
  )
}

/** Eight needs met at once out of the pool. */
async function acceptOne(
  world: DemoWorld,
  database: Database,
  order: Order,
  approve: Approve,
  at: At,
) {
  const needs = many(8, { leastMemoryGb: 8, osFamily: 'windows' })
  const made = await order(5, 'Lärcenter Norr', needs)
  await approve(4, made.id)
  const run = await world.act('tove', at(3), (ctx) =>
    startMatch(ctx, { body: { orderId: made.id } }),
  )
  await runMatch(database, world.owner, run.id, at(3))
  await world.act('tove', at(3, 10), (ctx) =>
    acceptMatch(ctx, { params: { matchId: run.id }, body: { partly: true } }),
  )
}

async function namesOf(world: DemoWorld, today: string) {
  const known = await world.act('sara', world.now, async (ctx) =>
    done({
      units: new Map((await units(ctx.tx)).map((unit) => [unit.name, unit])),
      services: new Map(
        (
          await services(ctx.tx, {
            kind: null,
            family: null,
            openOn: today,
            after: null,
            limit: 50,
          })
        ).map(({ name, id }) => [name, id]),
      ),
    }),
  )
  return {
    unitOf: (name: string) => known.units.get(name)!,
    serviceOf: (name: string) => known.services.get(name)!,
  }
}
