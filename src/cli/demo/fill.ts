// Fills an empty database with Exempelby and its partners, through the same actions as users use.
import { setTimeout as pause } from 'node:timers/promises'
import { addDays, dayOf, type Day } from '../../core/dates.ts'
import { idMaker, type Uuid } from '../../core/ids.ts'
import { connect, type ConnectionConfig, type Database } from '../../database/connect.ts'
import type { Keys } from '../../keys/keys.ts'
import { deliver, isBehind, type Listener, type SharedReading } from '../../journal/deliver.ts'
import { measure } from '../../features/goals/jobs.ts'
import { courseMonths } from '../../features/goals/rules.ts'
import type { SignInHint } from '../../server/http.ts'
import { listeners } from '../../server/work.ts'
import { bringIndexesBack, bringListingBack, putListsAside } from './aside.ts'
import { addModels, fillCatalogue } from './catalogue.ts'
import { newCalendar, type Lane } from './events.ts'
import { fillEmployeeSale } from './employees.ts'
import { fillOrders } from './orders.ts'
import { planWaves, takenIntoUse } from './plan.ts'
import { goRound } from './round.ts'
import { atOf, fillShop } from './shop.ts'
import { DEMO_PASSWORD, emailOf, newDemoWorld, staffOf, type DemoWorld } from './world.ts'

export interface DemoOptions {
  readonly now: Date
  readonly log: (line: string) => void
  /** What its log is signed with. */
  readonly keys: Keys | undefined
  /** 1 is the demo; 10 is ten times the devices, for measuring. */
  readonly scale?: number
  /** Told how far the demo has lived, for whoever waits: `autumn 2019`. */
  readonly progress?: (line: string) => void
}

/**
 * Fills through connections of its own that do not wait for the disk at each of some six hundred
 * commits, that look at fewer rows when they learn how values lie in a table, and that plan each
 * statement once and not for each of its many calls, which is a twentieth of the work. A fill that a
 * crash cut off is marked as unfinished, and the next start makes it anew.
 */
export async function fillDemo(config: ConnectionConfig, options: DemoOptions): Promise<void> {
  const sample = (options.scale ?? 1) > 1 ? 100 : 10
  const settings = [
    'synchronous_commit=off',
    `default_statistics_target=${sample}`,
    'plan_cache_mode=force_generic_plan',
  ]
  const database = connect(
    { ...config, options: settings.map((setting) => `-c ${setting}`).join(' ') },
    options.keys,
  )
  try {
    await fill(database, options)
  } finally {
    await database.close()
  }
}

async function fill(database: Database, options: DemoOptions): Promise<void> {
  const { now, log, scale = 1 } = options
  const today = dayOf(now)
  const began = new Date(`${addDays(takenIntoUse(today), -30)}T08:00:00Z`)
  const world = await newDemoWorld(database, now, began, 640 * Math.min(scale, 20))
  await putListsAside(database, world.owner)
  await addModels(world, began)
  const ears = hearers(world)
  const events = await live(database, world, ears, options)
  options.progress?.('orders of the last weeks, figures and logs')
  // These share no rows, so that none waits long.
  await Promise.all([
    hearAll(
      database,
      ears.filter(({ listener }) => !writes(listener)),
    ),
    bringIndexesBack(database),
    analyze(database, LIVED),
    (async () => {
      await fillCatalogue(world)
      await fillShop(world)
      // Its price list is what a match of the orders values by.
      await fillEmployeeSale(world, atOf(world))
      await fillOrders(world, database)
      await setGoals(database, world.owner, now)
    })(),
  ])
  await hearAll(database, ears)
  await database.pool.query(
    `UPDATE organisations.organisation SET settings = settings || '{"demo": "filled"}'
     WHERE settings ? 'demo'`,
  )
  await analyze(database, COUNTED)
  log(`${events} days of work.`)
}

/** Each wave lives its life, and several at once. @returns how many events there were */
async function live(
  database: Database,
  world: DemoWorld,
  ears: readonly Hearer[],
  { now, scale = 1, progress }: DemoOptions,
): Promise<number> {
  const calendar = newCalendar(now)
  let devices = 0
  for (const [index, wave] of planWaves(dayOf(now), world.chance, scale).entries()) {
    goRound(world.apart(index + 1, devices), calendar.lane(), wave)
    devices += wave.count + wave.worn
  }
  const nights = calendar.lane()
  for (const series of ['collection', 'certificate'] as const) nights.takesFrom(series, null)
  measureMonths(database, nights, dayOf(now))
  const beside = oneByOne()
  const events = await calendar.runAll((at, count) => {
    progress?.(seasonOf(at))
    // Plans made while a table was empty read all of it; the server would notice only after a minute.
    if (RESTS.has(count)) beside.add(() => analyze(database, STEPPED))
    if (count % HEARD_EVERY === 0) beside.add(() => hearSome(database, ears))
  })
  await beside.done()
  return events
}

/** What goes on beside the days, one piece after the other, and is waited for in the end. */
function oneByOne() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    add: (work: () => Promise<unknown>) => {
      last = last.then(work)
      // A fault is thrown where the end is waited for.
      last.catch(() => {})
    },
    done: () => last,
  }
}

/** What the server does each night, on the last night of each month of the year that is shown. */
function measureMonths(database: Database, lane: Lane, today: Day) {
  for (const [index, month] of courseMonths(today).slice(1).entries())
    lane.alone(addDays(month, -1), 22, async (at) => {
      if (index === 0) {
        await bringListingBack(database)
        await analyze(database, LISTED)
      }
      await measure(database, at)
    })
}

const SEASONS = ['winter', 'spring', 'summer', 'autumn']
/** December opens the winter of the year that follows. */
function seasonOf(at: Date): string {
  const quarter = Math.floor((at.getUTCMonth() + 1) / 3)
  return `${SEASONS[quarter % 4]!} ${at.getUTCFullYear() + Math.floor(quarter / 4)}`
}

/** After so many events: early and then ever more rarely, as the tables grow ever more slowly. */
const RESTS: ReadonlySet<number> = new Set([20, 80, 240])

/** Schemas that grow as devices go round, and those that grow with what is heard of it. */
const LIVED = ['custody', 'devices', 'disposition', 'erasure', 'grading', 'journal', 'returns']
/** Whose rows each step reads; what grows beside them is looked at once, in the end. */
const STEPPED = ['custody', 'devices', 'journal', 'returns']
const LISTED = ['devices']
const COUNTED = ['catalogue', 'climate', 'goals', 'ordering', 'organisations', 'proofs']

/** A plan made before the rows came would read a million rows for one. */
async function analyze(database: Database, schemas: readonly string[]): Promise<void> {
  const { rows } = await database.pool.query<{ tables: string }>(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = ANY ($1)`,
    [schemas],
  )
  await database.pool.query(`ANALYZE ${rows[0]!.tables}`)
}

interface Hearer {
  readonly listener: Listener
  readonly newIdAt: (at: Date) => Uuid
}

/** Each makes ids of a chance of its own, so that the same day gives the same. */
const hearers = (world: DemoWorld): Hearer[] =>
  listeners.map((listener, index) => {
    const { chance } = world.apart(HEARD + index, 0)
    return { listener, newIdAt: idMaker((bytes) => chance.fill(bytes)) }
  })
/** Far from the numbers of waves. */
const HEARD = 1_000_000

/**
 * Listeners hear while the days go on, so that neither of two cores waits; seldom and much at a time:
 * in hundreds of small batches hearing took a third of the processor time of the whole fill.
 */
async function hearSome(database: Database, ears: readonly Hearer[]): Promise<void> {
  const shared: SharedReading = new Map()
  for (const { listener, newIdAt } of ears)
    if (!writes(listener)) await deliver(database, listener, { batch: AT_ONCE, newIdAt, shared })
}
/** So many days of work make some eight thousand entries. */
const HEARD_EVERY = 100
const AT_ONCE = 4000

/** Hears all that is left. */
async function hearAll(database: Database, ears: readonly Hearer[]): Promise<void> {
  const shared: SharedReading = new Map()
  for (const { listener, newIdAt } of ears) {
    await deliver(database, listener, { batch: AT_ONCE, newIdAt, shared })
    // Somebody else's transaction on the same server may hold entries back until it ends.
    while (await isBehind(database, listener)) {
      await pause(20)
      await deliver(database, listener, { batch: AT_ONCE, newIdAt })
    }
  }
}

/** One that moves devices hears all of the last weeks at once, wherever the batches of others end. */
const writes = ({ name }: Listener): boolean => name === 'ordering.leavers'

/** Empties a database whose demo was cut off. @returns whether it was */
export async function clearUnfinishedDemo(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query(
    `SELECT FROM organisations.organisation WHERE settings ->> 'demo' = 'filling' LIMIT 1`,
  )
  if (rows.length === 0) return false
  await bringListingBack(database)
  await bringIndexesBack(database)
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
    ownCircle: 30,
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
