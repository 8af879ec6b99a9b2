// The pool as the order form asks it, in SQL, against the conditions of a match, in plain rules.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newDevices, newOrganisation, newWorld, type World } from '../../../test/support/world.ts'
import { processorYearOf } from '../catalogue/rules/processor.ts'
import { osFamilyOf } from '../devices/rules/os-family.ts'
import { relist } from '../devices/store/relist.ts'
import { failing } from './rules/matching.ts'
import type { Specification } from './rules/needs.ts'
import { fitting, freeDevices, otherwiseFitting, type FreeRow } from './store/pool.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const processors = [
  'Intel Core i5-8250U',
  'Apple M3',
  'Intel Core i5',
  null,
  'AMD Ryzen 5 PRO 4650U',
]
const names = [
  'Windows 11 Pro',
  'macOS 15',
  'ChromeOS',
  'Debian GNU/Linux',
  'Ubuntu 24.04',
  'Annat',
]

const fails = (least: Specification, device: FreeRow) =>
  failing(
    { ...least, id: 'n', placeId: null, neededFromOn: '2026-04-01' },
    { ...device, valueOre: null },
    '2026-03-12',
  )

it('finds what the rules find, whether the device or its model says what it is', async () => {
  const owner = await newOrganisation(world)
  const ids = await newDevices(world, owner, 60)
  const models = ids.slice(0, 8).map(() => crypto.randomUUID())
  const places = [crypto.randomUUID(), crypto.randomUUID()]
  const from = <T>(list: readonly T[], at: number): T => list[at % list.length]!
  await world.database.asSystem(async (tx) => {
    for (const [at, id] of places.entries())
      await tx.run(
        `INSERT INTO organisations.place (id, organisation_id, kind, name) VALUES ($1, $2, 'depot', $3)`,
        [id, owner.organisationId, `Depå ${at}`],
      )
    for (const [at, id] of models.entries())
      await tx.run(
        `INSERT INTO catalogue.model (id, organisation_id, kind, maker, maker_key, name, name_key,
           memory_gb, storage_gb, screen_inches, os_family, merged_into_id, cpu, cpu_cores)
         VALUES ($1, $2, 'laptop', 'Lenovo', 'LENOVO', $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[id, owner.organisationId, `M${at}`, from([8, 16, null, 32], at)],
          ...[from([256, null, 512], at), from([13.3, 14, 15.6, null, 17], at)],
          ...[from(['windows', 'macos', null, 'linux'], at), at === 7 ? models[0] : null],
          ...[from(processors, at), from([2, 4, null, 8, 8], at)],
        ],
      )
    for (const [at, id] of ids.entries()) {
      await tx.run(
        `UPDATE devices.device SET model_id = $2, ram_mb = $3, storage_gb = $4, os_name = $5,
           grade = $6, data_state = $7, reserved_for = $8, reserved_until = $9 WHERE id = $1`,
        [
          ...[id, from([...models, null], at * 5), from([null, null, 16_384, 8100, 32_768], at)],
          ...[from([null, 128, null, 1000], at), from([null, null, ...names], at * 3)],
          ...[from([null, 'A', 'B', 'C', 'D', 'E'], at), at % 11 === 3 ? 'holdsData' : 'erased'],
          at % 7 === 2 || at % 13 === 1 ? crypto.randomUUID() : null,
          // One in thirteen was reserved until yesterday, and is free again.
          at % 13 === 1 && at % 7 !== 2 ? new Date(world.now.getTime() - 86_400_000) : null,
        ],
      )
      await tx.run('UPDATE custody.present SET account_id = $2 WHERE device_id = $1', [
        id,
        from([places[0], places[1], null], at),
      ])
    }
    await tx.run('SELECT devices.refresh_listing($1)', [ids])
  })
  const needs = [16, 20, null].flatMap((leastMemoryGb) =>
    [null, 600].flatMap((leastStorageGb) =>
      [null, 15].flatMap((leastScreenInches) =>
        ([null, 'windows', 'linux'] as const).flatMap((osFamily) =>
          ([null, 'B'] as const).flatMap((leastGrade) =>
            [null, places[1]!].map((placeId) => ({
              ...{ kind: 'laptop' as const, leastMemoryGb, leastStorageGb, leastScreenInches },
              ...{ osFamily, leastGrade, placeId },
            })),
          ),
        ),
      ),
    ),
  )
  const processorsAsked = [
    {},
    { leastCores: 4 },
    { leastProcessorYear: 2019 },
    { leastCores: 8, leastProcessorYear: 2020 },
  ]
  let [met, unknowns] = [0, 0]
  await world.act(owner, async ({ tx, now }) => {
    const free = await freeDevices(tx, ['laptop'], now)
    for (const [at, plain] of needs.entries()) {
      const need = { ...plain, ...from(processorsAsked, at * 3 + (at >> 2)) }
      const least: Specification = need
      const ought = free
        .filter((device) => fails(least, device) === null)
        .sort(
          (a, b) =>
            Number(need.placeId !== null && a.placeId !== need.placeId) -
              Number(need.placeId !== null && b.placeId !== need.placeId) ||
            // The poorest first, and last those that have no grade since they are new.
            (b.grade ?? '').localeCompare(a.grade ?? '') ||
            a.id.localeCompare(b.id),
        )
      const found = await fitting(tx, need, now, { shown: 12, most: 500 })
      expect(found.count, JSON.stringify(need)).toBe(ought.length)
      expect(found.rows.map(({ id }) => id)).toEqual(ought.slice(0, 12).map(({ id }) => id))
      const few = await fitting(tx, need, now, { shown: 2, most: 5 })
      expect([few.count, few.rows.length]).toEqual([
        Math.min(5, ought.length),
        Math.min(2, ought.length),
      ])
      // Those of whose processor nobody knows are told apart, and never among those that fit.
      const unasked = { ...least, leastCores: null, leastProcessorYear: null }
      const unknown = free.filter(
        (device) =>
          fails(unasked, device) === null &&
          ((least.leastCores && device.cpuCores === null) ||
            (least.leastProcessorYear && processorYearOf(device.cpu) === null)) &&
          !(least.leastCores && device.cpuCores !== null && device.cpuCores < least.leastCores) &&
          !(
            least.leastProcessorYear &&
            (processorYearOf(device.cpu) ?? 9999) < least.leastProcessorYear
          ),
      )
      expect(await otherwiseFitting(tx, need, now, 500), JSON.stringify(need)).toBe(unknown.length)
      unknowns += unknown.length
      met += ought.length > 0 ? 1 : 0
    }
    return { ok: true, value: null }
  })
  expect(unknowns).toBeGreaterThan(0)
  expect(met).toBeGreaterThan(needs.length / 6)
  expect(met).toBeLessThan(needs.length)
})

it('names an operating system alike in rules and in SQL', async () => {
  const more = ['windows', 'Mac OS X', 'iPadOS 18', 'iOS', 'ANDROID 15', 'Chrome OS', 'kubuntu', '']
  for (const name of [...names, ...more]) {
    const { family } = await world.database.asSystem((tx) =>
      tx.one<{ family: string | null }>('SELECT devices.os_family_of($1) AS family', [name]),
    )
    expect(family, name).toBe(osFamilyOf(name))
  }
})

it('writes the listing anew from devices and custody', async () => {
  const owner = await newOrganisation(world)
  const [id] = await newDevices(world, owner, 1)
  const listed = () =>
    world.database.asSystem((tx) =>
      tx.one('SELECT * FROM devices.listing WHERE device_id = $1', [id]),
    )
  const before = await listed()
  await world.database.asSystem((tx) =>
    tx.run(`UPDATE devices.listing SET memory_gb = 999, kind = 'tablet' WHERE device_id = $1`, [
      id,
    ]),
  )
  expect(await relist(world.database)).toBeGreaterThan(0)
  expect(await listed()).toEqual(before)
  expect(await relist(world.database)).toBe(0)
})
