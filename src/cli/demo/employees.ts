// What Exempelby sells to its own: docks that new computers have no use for, and laptops of the pool.
// Only a dock is sold, which the figure of the council does not count. A tenth below the market value, so
// that the payroll office has a benefit to tax.
import { Readable } from 'node:stream'
import { addDays, dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import { registerDevices } from '../../features/custody/actions/register.ts'
import { inspectDevices } from '../../features/grading/actions.ts'
import { testsOf } from '../../features/grading/rules/tests.ts'
import { freeDevices } from '../../features/ordering/store/pool.ts'
import {
  buyAsEmployee,
  handOverEmployeePurchase,
} from '../../features/resale/actions/employee-purchases.ts'
import { addPriceList } from '../../features/resale/actions/price-lists.ts'
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
const DOCK = { maker: 'Dell', model: 'WD19S' } as const
const LAPTOPS = 4

export async function fillEmployeeSale(world: DemoWorld, at: At): Promise<void> {
  const terms = {
    open: true,
    leastMonths: 6,
    perYear: 3,
    payments: ['payroll', 'invoice'] as const,
    pricePercent: 90,
  }
  await world.act('sara', at(40), (ctx) =>
    changeEmployeeSale(ctx, { body: { ...terms, payments: [...terms.payments] } }),
  )
  const docks = await gradedDocks(world, at)
  const laptops = await laptopsOf(world, at(4))
  await priceList(world, at, laptops)
  const [sold, next] = await offer(world, at(29), docks)
  const [laptop] =
    laptops.length > 0
      ? await offer(
          world,
          at(4),
          laptops.map(({ id }) => id),
          await pictured(world, at(4)),
        )
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

const laptopsOf = (world: DemoWorld, at: Date) =>
  world.act('tove', at, async (ctx) =>
    done(
      (await freeDevices(ctx.tx, ['laptop'], at))
        .filter(
          ({ grade, dataState }) => (grade === 'A' || grade === 'B') && dataState !== 'holdsData',
        )
        .slice(-LAPTOPS),
    ),
  )

/** What docks and these laptops are worth on the market, without VAT, by model and grade. */
const priceList = (
  world: DemoWorld,
  at: At,
  laptops: readonly { maker: string; model: string }[],
) => {
  const graded = [
    ...new Map(
      [DOCK, ...laptops].map(({ maker, model }) => [`${maker} ${model}`, { maker, model }]),
    ).values(),
  ]
  const prices = graded.flatMap((model) => {
    const dock = model.model === DOCK.model
    return [
      { ...model, grade: 'A' as const, priceOre: dock ? 36_000 : 144_000 },
      { ...model, grade: 'B' as const, priceOre: dock ? 30_000 : 132_000 },
      { ...model, grade: 'C' as const, priceOre: dock ? 22_000 : 98_000 },
    ]
  })
  const validFromOn = addDays(dayOf(world.now), -60)
  const days = { validFromOn, validUntilOn: addDays(validFromOn, 180) }
  return world.act('sara', at(40), (ctx) =>
    addPriceList(ctx, { body: { name: 'Personalköp', ...days, prices } }),
  )
}

const gradedDocks = (world: DemoWorld, at: At) =>
  world.act('tove', at(30), async (ctx) => {
    const devices = Array.from({ length: DOCKS }, (_, n) =>
      registration(ctx.newId(), {
        ...{ kind: 'dock', ...DOCK, serialNumber: `D0CK${n}WD19S` },
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
const offer = (world: DemoWorld, at: Date, deviceIds: readonly string[], photos: Shown = []) =>
  world.act('sara', at, async (ctx) => {
    const items = deviceIds.map((deviceId) => ({ deviceId }))
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
