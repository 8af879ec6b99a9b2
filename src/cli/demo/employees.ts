// What Exempelby sells to its own: docks that new computers have no use for, and laptops of the pool.
// Only a dock is sold, which the figure of the council does not count.
import { Readable } from 'node:stream'
import { dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import { registerDevices } from '../../features/custody/actions/register.ts'
import { inspectDevices } from '../../features/grading/actions.ts'
import { testsOf } from '../../features/grading/rules/tests.ts'
import { freeDevices } from '../../features/ordering/store/pool.ts'
import {
  buyAsEmployee,
  handOverEmployeePurchase,
} from '../../features/resale/actions/employee-purchases.ts'
import {
  changeEmployeeSale,
  offerToEmployees,
  sendEmployeePhoto,
} from '../../features/resale/actions/employee-sale.ts'
import { drawn } from './pictures.ts'
import { registration } from './registration.ts'
import type { At } from './shop.ts'
import type { DemoWorld } from './world.ts'

const DOCKS = 5
const LAPTOPS = 4

export async function fillEmployeeSale(world: DemoWorld, at: At): Promise<void> {
  const terms = {
    open: true,
    leastMonths: 6,
    perYear: 3,
    payments: ['payroll', 'invoice'] as const,
    pricePercent: 100,
  }
  await world.act('sara', at(40), (ctx) =>
    changeEmployeeSale(ctx, { body: { ...terms, payments: [...terms.payments] } }),
  )
  const docks = await gradedDocks(world, at)
  const [sold, next] = await offer(world, at(29), docks, 39_000)
  const laptops = await world.act('tove', at(4), async (ctx) =>
    done(
      (await freeDevices(ctx.tx, ['laptop'], at(4)))
        .filter(
          ({ grade, dataState }) => (grade === 'A' || grade === 'B') && dataState !== 'holdsData',
        )
        .slice(-LAPTOPS)
        .map(({ id }) => id),
    ),
  )
  const [laptop] =
    laptops.length > 0
      ? await offer(world, at(4), laptops, 149_000, await pictured(world, at(4)))
      : []
  const buy = (daysAgo: number, listingId: string) =>
    world.act('hugo', at(daysAgo, 12), (ctx) =>
      buyAsEmployee(ctx, { body: { listingId, payment: 'payroll' } }),
    )
  const bought = await buy(20, sold!)
  await world.act('tove', at(18), (ctx) =>
    handOverEmployeePurchase(ctx, { params: { employeePurchaseId: bought.id } }),
  )
  await buy(3, laptop ?? next!)
}

const gradedDocks = (world: DemoWorld, at: At) =>
  world.act('tove', at(30), async (ctx) => {
    const devices = Array.from({ length: DOCKS }, (_, n) =>
      registration(ctx.newId(), {
        ...{ kind: 'dock', maker: 'Dell', model: 'WD19S', serialNumber: `D0CK${n}WD19S` },
        boughtOn: dayOf(at(1400)),
      }),
    )
    const refused = await registerDevices(ctx, devices)
    if (refused) return refused
    const { key, secondary } = testsOf('dock')
    const tests = [...key, ...secondary].map((test) => ({ test, result: 'pass' as const }))
    const scratch = { code: 'scratch', part: 'casing', severity: 'minor' } as const
    const items = devices.map(({ id }, n) => ({
      ...{ deviceId: id, tests, inspected: true, softwareLoaded: true },
      defects: n % 2 === 0 ? [] : [scratch],
    }))
    const graded = await inspectDevices(ctx, { body: { items } })
    return graded.ok ? done(devices.map(({ id }) => id)) : graded
  })

/** One picture for them all, with its words. */
async function pictured(world: DemoWorld, at: Date): Promise<Shown> {
  const { photoId } = await world.act('sara', at, (ctx) =>
    sendEmployeePhoto(ctx, {
      file: { stream: Readable.from([drawn('laptopOpen', 'graphite')]) },
    }),
  )
  return [{ photoId, alt: 'Öppen bärbar dator, rakt framifrån' }]
}
type Shown = { photoId: string; alt: string }[]

/** @returns the listings in the order of the devices */
const offer = (
  world: DemoWorld,
  at: Date,
  deviceIds: readonly string[],
  priceOre: number,
  photos: Shown = [],
) =>
  world.act('sara', at, async (ctx) => {
    const items = deviceIds.map((deviceId) => ({ deviceId, priceOre }))
    const put = await offerToEmployees(ctx, { body: { items, vat: 'standard', photos } })
    if (!put.ok) return put
    const rows = await ctx.tx.rows<{ id: string }>(
      `SELECT id FROM resale.listing WHERE device_id = ANY ($1) AND audience = 'employees'
       ORDER BY array_position($1::uuid[], device_id)`,
      [deviceIds],
    )
    return rows.length === deviceIds.length
      ? done(rows.map(({ id }) => id))
      : Promise.reject(
          new Error(`the demo's offers are allowed: ${JSON.stringify(put.value.items)}`),
        )
  })
