// Fills an empty database with Exempelby and its partners, through the same actions as users use.
import { setTimeout as pause } from 'node:timers/promises'
import { addDays, dayOf } from '../../core/dates.ts'
import { connect, type ConnectionConfig, type Database } from '../../database/connect.ts'
import type { Keys } from '../../keys/keys.ts'
import { deliver } from '../../journal/deliver.ts'
import type { SignInHint } from '../../server/http.ts'
import { listeners } from '../../server/work.ts'
import { addModels, fillCatalogue } from './catalogue.ts'
import { newCalendar } from './events.ts'
import { fillOrders } from './orders.ts'
import { planWaves } from './plan.ts'
import { goRound } from './round.ts'
import { DEMO_PASSWORD, emailOf, newDemoWorld, staffOf } from './world.ts'

export interface DemoOptions {
  readonly now: Date
  readonly log: (line: string) => void
  /** What its log is signed with. */
  readonly keys: Keys | undefined
  /** 1 is the demo; 10 is ten times the devices, for measuring. */
  readonly scale?: number
}

/**
 * Fills through connections of its own that do not wait for the disk at each of some six hundred
 * commits. A fill that a crash cut off is marked as unfinished, and the next start makes it anew.
 */
export async function fillDemo(config: ConnectionConfig, options: DemoOptions): Promise<void> {
  const database = connect({ ...config, options: '-c synchronous_commit=off' }, options.keys)
  try {
    await fill(database, options)
  } finally {
    await database.close()
  }
}

async function fill(database: Database, { now, log, scale = 1 }: DemoOptions): Promise<void> {
  const today = dayOf(now)
  // Before the first purchase: the oldest wave was bought almost six years before its reuse.
  const began = new Date(`${addDays(today, -15 * 366)}T08:00:00Z`)
  const world = await newDemoWorld(database, now, began, 640 * Math.min(scale, 20))
  await addModels(world, began)
  const calendar = newCalendar(now)
  for (const wave of planWaves(today, world.chance, scale)) goRound(world, calendar, wave)
  const listening = listenMeanwhile(database)
  // Plans made while a table was empty read all of it; the server would notice only after a minute.
  const events = await calendar.runAll(() =>
    database.pool.query(
      'ANALYZE devices.device, devices.listing, custody.present, custody.movement, journal.entry',
    ),
  )
  await fillCatalogue(world)
  await fillOrders(world, database)
  await setGoals(database, world.owner, now)
  await listening.end()
  await database.pool.query(
    `UPDATE organisations.organisation SET settings = '{"demo": "filled"}' WHERE settings ? 'demo'`,
  )
  // A plan made before the rows came would read a million rows for one.
  await database.pool.query('ANALYZE')
  log(`${events} days of work.`)
}

/**
 * Lets the listeners hear while the demo is lived, as they do beside a server: what they count does
 * not depend on when they hear it, and two cores share the work.
 */
function listenMeanwhile(database: Database): { end(): Promise<void> } {
  let living = true
  const hearing = Promise.all(
    listeners.map(async (listener) => {
      while (living) if ((await deliver(database, listener)) === 0) await pause(100)
      await deliver(database, listener)
    }),
  )
  // Awaited at the end; until then a fault must not end the process by itself.
  hearing.catch(() => {})
  return {
    end: async () => {
      living = false
      await hearing
    },
  }
}

/** Empties a database whose demo was cut off. @returns whether it was */
export async function clearUnfinishedDemo(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query(
    `SELECT FROM organisations.organisation WHERE settings ->> 'demo' = 'filling' LIMIT 1`,
  )
  if (rows.length === 0) return false
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname !~ '^pg_' AND schemaname NOT IN ('information_schema', 'graphile_worker', 'database')`,
  )
  await database.pool.query(
    `TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY`,
  )
  return true
}

/** What the council has decided; the figures are shown against it. */
async function setGoals(database: Database, owner: string, now: Date) {
  const goals = {
    returnRate: 97,
    reuseRate: 85,
    daysToErasure: 10,
    idleShare: 2,
    avoidedTonnes: 60,
  }
  for (const [figure, value] of Object.entries(goals))
    await database.asSystem((tx) =>
      tx.run(
        'INSERT INTO goals.target (organisation_id, figure, value, decided_on) VALUES ($1, $2, $3, $4)',
        [owner, figure, value, dayOf(now)],
      ),
    )
}

/** Whom to sign in as, when this database holds the demo; empty otherwise. */
export async function demoHints(database: Database): Promise<SignInHint[]> {
  const { rows } = await database.pool.query<{ email: string }>(
    'SELECT email_key AS email FROM organisations.account WHERE disabled_at IS NULL',
  )
  const known = new Set(rows.map((row) => row.email))
  return (Object.keys(staffOf) as (keyof typeof staffOf)[])
    .filter((key) => known.has(emailOf(key)))
    .map((key) => ({
      organisation: staffOf[key].at.name,
      name: staffOf[key].name,
      role: staffOf[key].role,
      email: emailOf(key),
      password: DEMO_PASSWORD,
    }))
}
