// The demo is the same for everybody on a given day, and tells the story of journey 1 to the kilogram.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { createFromTemplate } from '../../../test/support/database.ts'
import { connect, type Database } from '../../database/connect.ts'
import { legacyFigure } from '../../features/climate/rules/inrego-legacy.ts'
import { openKeys } from '../../keys/keys.ts'
import { putListsAside } from './aside.ts'
import { chanceFrom } from './chance.ts'
import { clearUnfinishedDemo, fillDemo } from './fill.ts'
import { planWaves } from './plan.ts'
import { newDemoWorld } from './world.ts'

const today = '2026-03-12'
/** A tenth of a tenth: every kind of wave is there, in a few devices each. */
const SMALL = 0.01

describe('the plan of the demo', () => {
  it('is 361 083 kg, 34 664 refrigerator-years and 52 laps under the legacy profile', () => {
    const counts = { desktop: 0, laptop: 0, monitor: 0, smartphone: 0 }
    for (const { kind, count, reach } of planWaves(today, chanceFrom(1), 1))
      if (reach === 'sold' || reach === 'secondLife') counts[kind] += count
    expect(counts).toEqual({ desktop: 1150, laptop: 2507, monitor: 1300, smartphone: 350 })
    const { kg, diploma } = legacyFigure(counts)
    expect([kg, diploma.fridgeYears, diploma.laps]).toEqual([361_083, 34_664, 52])
  })

  it('is the same twice, and as large as it is asked to be', () => {
    const plan = (scale: number) => planWaves(today, chanceFrom(7), scale)
    const devices = (scale: number) => plan(scale).reduce((sum, { count }) => sum + count, 0)
    expect(plan(1)).toEqual(plan(1))
    expect(devices(3)).toBe(devices(1) * 3)
    expect(plan(SMALL).every(({ count }) => Number.isInteger(count) && count > 0)).toBe(true)
  })
})

const indexesOf = async ({ pool }: Database) =>
  (
    await pool.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname !~ '^pg_' ORDER BY 1`,
    )
  ).rows.map(({ definition }) => definition)

/** What a filled demo holds: every device, every entry by its hash, and what was counted of them. */
async function filled() {
  const copy = await createFromTemplate(inject('server'), inject('template'))
  const now = new Date(`${today}T12:00:00Z`)
  const folder = await mkdtemp(join(tmpdir(), 'omlopp-demo-keys-'))
  const keys = await openKeys(folder, () => now)
  await fillDemo(copy.config, { now, log: () => {}, keys, scale: SMALL })
  const database = connect(copy.config)
  const rows = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows
  try {
    return {
      indexes: await indexesOf(database),
      devices: await rows(
        `SELECT id, asset_tag, serial_number, status, data_state, grade, version, status_since
         FROM devices.device ORDER BY id`,
      ),
      journal: await rows(
        // A certificate is signed with the key of its installation, so that its entry and those
        // chained to it have hashes of their own.
        `SELECT subject_id, seq, kind, at, organisation_id,
           CASE WHEN NOT bool_or(kind LIKE 'erasure.%') OVER (PARTITION BY subject_id ORDER BY seq)
             THEN encode(hash, 'hex') END AS hash
         FROM journal.entry ORDER BY subject_id, seq`,
      ),
      custody: await rows(
        `SELECT account_kind, organisation_id, count(*) FROM custody.present
         GROUP BY 1, 2 ORDER BY 1, 2`,
      ),
      numbers: await rows(
        `SELECT id, number FROM returns.collection
         UNION ALL SELECT device_id, number FROM erasure.certificate
         UNION ALL SELECT id, number FROM ordering."order" ORDER BY 1, 2`,
      ),
      settings: await rows(`SELECT name, settings FROM organisations.organisation ORDER BY name`),
      climate: await rows(`SELECT kind, count(*) FROM climate.reuse GROUP BY kind ORDER BY kind`),
    }
  } finally {
    await database.close()
    await copy.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

describe('the demo', () => {
  it('filled twice for a day has the same devices, totals and journal', async () => {
    const [first, second] = [await filled(), await filled()]
    expect(first.devices.length).toBeGreaterThan(100)
    expect(first.indexes.some((index) => index.includes('listing_status'))).toBe(true)
    // What the demo has set is still set when it is filled.
    expect(first.settings).toContainEqual({
      name: 'Exempelby kommun',
      settings: expect.objectContaining({
        demo: 'filled',
        employeeSale: expect.objectContaining({ open: true }),
      }),
    })
    expect(second).toEqual(first)
  }, 240_000)

  it('that was cut off leaves no organisation, and every index', async () => {
    const copy = await createFromTemplate(inject('server'), inject('template'))
    const database = connect(copy.config)
    try {
      const before = await indexesOf(database)
      const { owner } = await newDemoWorld(database, new Date(), new Date(), 20)
      await putListsAside(database, owner)
      expect((await indexesOf(database)).length).toBeLessThan(before.length)
      expect(await clearUnfinishedDemo(database)).toBe(true)
      expect(await indexesOf(database)).toEqual(before)
      expect(await clearUnfinishedDemo(database)).toBe(false)
    } finally {
      await database.close()
      await copy.drop()
    }
  })
})
