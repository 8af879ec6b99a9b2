// Omtag's shop: devices of its own, bought in, erased and graded; what customers have bought of it, in
// every state; and a phone that broke under warranty. They are Omtag's own, so that the lives counted
// for Exempelby stay what the council was told.
import { Readable } from 'node:stream'
import { addDays, dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import { handOut } from '../../features/custody/actions/hand-out.ts'
import { registerDevices, type NewRegistration } from '../../features/custody/actions/register.ts'
import { inspectDevices } from '../../features/grading/actions.ts'
import { testsOf } from '../../features/grading/rules/tests.ts'
import { acceptPurchase, sendPurchase } from '../../features/resale/actions/deliver.ts'
import { sendPhoto } from '../../features/resale/actions/listings.ts'
import { addPriceList } from '../../features/resale/actions/price-lists.ts'
import { publishListings } from '../../features/resale/actions/publish.ts'
import * as purchases from '../../features/resale/actions/purchases.ts'
import { answerCase, openCase } from '../../features/resale/actions/warranty.ts'
import { erase, listMedia } from './erase.ts'
import { drawn, type Finish, type View } from './pictures.ts'
import type { Wave } from './plan.ts'
import { registration } from './registration.ts'
import type { WaveDevice } from './wave.ts'
import type { DemoWorld } from './world.ts'

type Staff = Parameters<DemoWorld['act']>[0]
type Kind = 'laptop' | 'desktop' | 'smartphone' | 'monitor'
type Letter = 'A' | 'B' | 'C'

interface Lot {
  readonly kind: Kind
  readonly maker: string
  readonly model: string
  readonly serial: string
  readonly ramGb?: number
  readonly storageGb?: number
  readonly os?: string
  readonly finish: Finish
  readonly grades: Readonly<Partial<Record<Letter, number>>>
  readonly priceOre: number
}

const windows = 'Windows 11 Pro'
const lots: readonly Lot[] = [
  {
    ...{ kind: 'laptop', maker: 'Lenovo', model: 'ThinkPad T14 G2', serial: 'PF4' },
    ...{ ramGb: 16, storageGb: 256, os: windows, finish: 'black', priceOre: 429_000 },
    grades: { A: 6, B: 8 },
  },
  {
    ...{ kind: 'laptop', maker: 'HP', model: 'EliteBook 840 G8', serial: '5CG' },
    ...{ ramGb: 16, storageGb: 512, os: windows, finish: 'silver', priceOre: 459_000 },
    grades: { B: 6, C: 3 },
  },
  {
    ...{ kind: 'laptop', maker: 'Apple', model: 'MacBook Air M1', serial: 'C02' },
    ...{ ramGb: 8, storageGb: 256, os: 'macOS 15', finish: 'silver', priceOre: 549_000 },
    grades: { A: 4, B: 3 },
  },
  {
    ...{ kind: 'smartphone', maker: 'Apple', model: 'iPhone 13', serial: 'F2L' },
    ...{ storageGb: 128, os: 'iOS 18', finish: 'blue', priceOre: 289_000 },
    grades: { A: 2, B: 50 },
  },
  {
    ...{ kind: 'smartphone', maker: 'Samsung', model: 'Galaxy S22', serial: 'R5C' },
    ...{ storageGb: 128, os: 'Android 15', finish: 'graphite', priceOre: 259_000 },
    grades: { A: 4, C: 3 },
  },
  {
    ...{ kind: 'monitor', maker: 'Dell', model: 'P2422H', serial: 'CN0' },
    ...{ finish: 'graphite', priceOre: 89_000 },
    grades: { A: 8, B: 6 },
  },
  {
    ...{ kind: 'desktop', maker: 'HP', model: 'EliteDesk 800 G6', serial: '8CC' },
    ...{ ramGb: 16, storageGb: 512, os: windows, finish: 'black', priceOre: 219_000 },
    grades: { B: 7 },
  },
]
/** What a step down in grade takes off the price, in per mille. */
const priced: Readonly<Record<Letter, number>> = { A: 1000, B: 900, C: 750 }
const priceOf = ({ priceOre }: Lot, grade: Letter) =>
  Math.round((priceOre * priced[grade]) / 100_000) * 100

const pictures: Readonly<Record<Kind, readonly (readonly [View, string])[]>> = {
  laptop: [
    ['laptopOpen', 'Öppen bärbar dator, rakt framifrån'],
    ['laptopLid', 'Locket på en stängd bärbar dator'],
  ],
  smartphone: [
    ['phoneFront', 'Telefon med tänd skärm'],
    ['phoneBack', 'Baksidan av en telefon med två kameror'],
  ],
  monitor: [['monitorFront', 'Bildskärm på fot, rakt framifrån']],
  desktop: [['desktopFront', 'Liten stationär dator, framsidan']],
}

export async function fillShop(world: DemoWorld): Promise<void> {
  const at = atOf(world)
  const stock = await bringIn(world, at)
  await priceLists(world, at)
  const listings = await putUp(world, at, stock)
  await theInstitute(world, at, listings)
  await exempelby(world, at, listings)
}

export type At = (daysAgo: number, hour?: number) => Date

/** Days before the present, at an hour that has been. */
export const atOf =
  ({ now }: DemoWorld): At =>
  (daysAgo, hour = 9) => {
    const then = new Date(
      `${addDays(dayOf(now), -daysAgo)}T${String(hour).padStart(2, '0')}:00:00Z`,
    )
    return then < now ? then : now
  }

interface Stocked {
  readonly lot: Lot
  readonly grade: Letter
  readonly device: NewRegistration
}

/** Bought in, erased at the bench, and graded. */
async function bringIn(world: DemoWorld, at: At): Promise<Stocked[]> {
  const stock = await world.act('pontus', at(60), async (ctx) => {
    const made = lots.flatMap((lot) =>
      Object.entries(lot.grades).flatMap(([grade, count]) =>
        Array.from({ length: count }, (_, n) => ({
          lot,
          grade: grade as Letter,
          device: registration(ctx.newId(), {
            ...lot,
            serialNumber: `${lot.serial}${lots.indexOf(lot)}${grade}${String(n).padStart(2, '0')}K7M`,
            boughtOn: dayOf(at(60)),
          }),
        })),
      ),
    )
    const refused = await registerDevices(
      ctx,
      made.map(({ device }) => device),
    )
    return refused ?? done(made)
  })
  for (const kind of ['laptop', 'desktop', 'smartphone'] as const) {
    const devices = stock.filter(({ lot }) => lot.kind === kind).map(benched)
    await listMedia(world, devices, bench(kind), at(59))
    await erase(world, devices, bench(kind), at(58, 14))
  }
  await world.act('gustav', at(55), (ctx) =>
    inspectDevices(ctx, {
      body: {
        items: stock.map(({ lot, grade, device }, index) =>
          findings(lot.kind, grade, device.id, index),
        ),
      },
    }),
  )
  return stock
}

const bench = (kind: Exclude<Kind, 'monitor'>): Wave => ({
  ...{ kind, count: 0, worn: 0, boughtOn: '', handedInOn: null, reach: 'graded' as const },
  ...{ inherited: false, donated: false, boughtReused: false, lost: 0, hugos: false },
})
const benched = ({ lot, device }: Stocked): WaveDevice => ({
  id: device.id,
  serialNumber: device.serialNumber!,
  model: {
    ...{ maker: lot.maker, model: lot.model, serial: lot.serial, priceOre: lot.priceOre },
    storageGb: lot.storageGb ?? 256,
  } as WaveDevice['model'],
})

/** A is flawless, B has three small marks, C a dent and a scratch. */
function findings(kind: Kind, grade: Letter, deviceId: string, index: number) {
  const { key, secondary } = testsOf(kind)
  const scratch = { code: 'scratch', part: 'casing', severity: 'minor' } as const
  const wear = { code: 'wear', part: 'edge', severity: 'minor' } as const
  const small = { code: 'scratch', part: 'back', severity: 'minor' } as const
  const dent = { code: 'dent', part: 'edge', severity: 'major' } as const
  const defects = { A: [], B: [scratch, wear, small], C: [dent, scratch] }[grade]
  return {
    deviceId,
    tests: [...key, ...secondary].map((test) => ({ test, result: 'pass' as const })),
    defects,
    inspected: true,
    softwareLoaded: true,
    ...(kind === 'laptop' || kind === 'smartphone'
      ? { batteryPercent: 84 + ((index * 7) % 14) }
      : {}),
  }
}

async function priceLists(world: DemoWorld, at: At) {
  const today = dayOf(world.now)
  const prices = lots.flatMap((lot) =>
    (Object.keys(lot.grades) as Letter[]).map((grade) => ({
      ...{ maker: lot.maker, model: lot.model, grade, priceOre: priceOf(lot, grade) },
    })),
  )
  const from = addDays(today, -62)
  await world.act('stina', at(57), (ctx) =>
    addPriceList(ctx, {
      body: { name: 'Butik', validFromOn: from, validUntilOn: addDays(today, 60), prices },
    }),
  )
}

/** All but a handful, which wait for somebody to put them up. @returns a listing of each lot and grade */
async function putUp(world: DemoWorld, at: At, stock: readonly Stocked[]) {
  const waiting = new Set(
    stock.filter((_, index) => index % 23 === 11).map(({ device }) => device.id),
  )
  for (const [index, lot] of lots.entries()) {
    const shown = await photosOf(world, lot, at(54))
    const items = stock
      .filter((one) => one.lot === lot && !waiting.has(one.device.id))
      .map(({ device }) => ({ deviceId: device.id }))
    await world.act('stina', at(50 - index, 10), (ctx) =>
      publishListings(ctx, {
        body: { items, vat: 'margin', warrantyMonths: 12, photos: shown },
      }),
    )
  }
  return world.act('stina', at(40), async (ctx) =>
    done(
      await ctx.tx.rows<{ id: string; model: string; grade: string }>(
        `SELECT DISTINCT ON (model, grade) id, model, grade FROM resale.listing
         WHERE seller_id = organisations.current_id() ORDER BY model, grade, published_at, id`,
      ),
    ),
  )
}

async function photosOf(world: DemoWorld, lot: Lot, at: Date) {
  const shown: { photoId: string; alt: string }[] = []
  for (const [view, alt] of pictures[lot.kind]) {
    const { photoId } = await world.act('stina', at, (ctx) =>
      sendPhoto(ctx, { file: { stream: Readable.from([drawn(view, lot.finish)]) } }),
    )
    shown.push({ photoId, alt: `${alt}: ${lot.maker} ${lot.model}` })
  }
  return shown
}

type Listings = Awaited<ReturnType<typeof putUp>>

const wanted = (listings: Listings, model: string, grade: Letter, count: number) => ({
  listingId: listings.find((one) => one.model === model && one.grade === grade)!.id,
  count,
})

async function buy(
  world: DemoWorld,
  who: Staff,
  at: Date,
  lines: ReturnType<typeof wanted>[],
  more: { readonly toAddress: string; readonly reference: string },
) {
  return world.act(who, at, (ctx) => purchases.makePurchase(ctx, { body: { lines, ...more } }))
}

/** Forty phones with one year's warranty and one system; two of them have broken since. */
async function theInstitute(world: DemoWorld, at: At, listings: Listings) {
  const toAddress = 'Strandvägen 8\n123 46 Exempelby'
  const lines = [wanted(listings, 'iPhone 13', 'B', 40)]
  const made = await buy(world, 'ines', at(34), lines, { toAddress, reference: 'Telefonbytet' })
  const params = { purchaseId: made.id }
  await world.act('ines', at(34, 10), (ctx) => purchases.confirmPurchase(ctx, { params }))
  await world.act('stina', at(32), (ctx) => sendPurchase(ctx, { params }))
  const received = await world.act('ines', at(30), (ctx) =>
    acceptPurchase(ctx, { params, body: {} }),
  )
  const phones = received.lines.flatMap(({ deviceId }) => deviceId ?? [])
  await world.act('ines', at(29), (ctx) =>
    handOut(ctx, {
      body: {
        items: phones.slice(0, 2).map((deviceId) => ({ deviceId, holderId: ctx.actorId })),
      },
    }),
  )
  const fault = (days: number, deviceId: string, words: string) =>
    world.act('ines', at(days), (ctx) =>
      openCase(ctx, { params: { deviceId }, body: { fault: words } }),
    )
  const dead = await fault(
    9,
    phones[0]!,
    'Stänger av sig vid 40 procent och startar inte om förrän den laddats.',
  )
  const { listingId } = wanted(listings, 'iPhone 13', 'A', 1)
  await world.act('stina', at(8), (ctx) =>
    answerCase(ctx, {
      params: { caseId: dead.id },
      body: { answer: 'replacement', words: 'Ni får en i bättre skick.', listingId },
    }),
  )
  await fault(2, phones[1]!, 'Mikrofonen hörs inte i samtal, bara i inspelningar.')
}

/** One purchase in each state, so that every view has something to show. */
async function exempelby(world: DemoWorld, at: At, listings: Listings) {
  const toAddress = 'Depå Norr, Stora torget 1\n123 40 Exempelby'
  const order = (
    days: number,
    hour: number,
    reference: string,
    ...lines: ReturnType<typeof wanted>[]
  ) => buy(world, 'olle', at(days, hour), lines, { toAddress, reference })
  const confirm = (days: number, purchaseId: string) =>
    world.act('olle', at(days, 11), (ctx) =>
      purchases.confirmPurchase(ctx, { params: { purchaseId } }),
    )
  const send = (days: number, purchaseId: string) =>
    world.act('stina', at(days, 13), (ctx) => sendPurchase(ctx, { params: { purchaseId } }))
  const screens = await order(20, 9, 'Elevhälsan', wanted(listings, 'P2422H', 'A', 2))
  await confirm(20, screens.id)
  await send(18, screens.id)
  await world.act('tove', at(16), (ctx) =>
    acceptPurchase(ctx, { params: { purchaseId: screens.id }, body: {} }),
  )
  await order(12, 9, 'Kulturskolan', wanted(listings, 'MacBook Air M1', 'B', 1))
  const changed = await order(7, 9, 'Simhallen', wanted(listings, 'EliteDesk 800 G6', 'B', 2))
  await world.act('olle', at(7, 10), (ctx) =>
    purchases.cancelPurchase(ctx, { params: { purchaseId: changed.id } }),
  )
  const onTheWay = await order(
    ...([3, 9, 'Lärcenter Norr'] as const),
    wanted(listings, 'ThinkPad T14 G2', 'B', 3),
    wanted(listings, 'P2422H', 'B', 2),
  )
  await confirm(3, onTheWay.id)
  await send(1, onTheWay.id)
  const waiting = await order(1, 9, 'Hemtjänst Väst', wanted(listings, 'Galaxy S22', 'A', 2))
  await confirm(1, waiting.id)
  await order(0, 7, 'Stadsbiblioteket', wanted(listings, 'EliteBook 840 G8', 'B', 2))
}
