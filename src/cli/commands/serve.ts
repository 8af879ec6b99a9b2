// `npm start`: build what has changed, start PostgreSQL, migrate, fill the demo the first time, listen.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildApp } from '../../server/app.ts'
import type { SignInHint } from '../../server/http.ts'
import { startJobs } from '../../server/jobs.ts'
import type { Command } from '../main.ts'
import { dataFolder, openDatabase, type OpenDatabase } from '../database.ts'
import { clearUnfinishedDemo, demoHints } from '../demo/fill.ts'
import { fillWatched } from '../demo/watched.ts'
import { firstOrganisation } from '../organisation.ts'
import { Refused, say } from '../talk.ts'

export const serve: Command = {
  usage: 'serve [--empty]',
  about: 'Starts the product; fills the demo on the first start unless --empty.',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { empty: { type: 'boolean' } } })
    await buildWebOfClone()
    const opened = await openDatabase()
    const stopping: (() => Promise<void>)[] = [() => opened.close()]
    const stop = async () => {
      for (const end of stopping.splice(0).reverse())
        await end().catch((error: Error) => say(error.message))
    }
    // From here on also a first start that is still filling the demo can be stopped.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref()
        void stop().then(() => process.exit(0))
      })
    try {
      const hints = await oneAtATime(opened, () => firstStart(opened, values.empty ?? false))
      const app = await buildApp({ database: opened.database, webFolder, hints, log: true })
      stopping.push(() => app.close())
      const address = await listen(app)
      stopping.push(await startJobs(opened.database, opened.config, say))
      say(`\n  Omlopp  ${address}\n`)
      tellHints(hints)
      if (!process.env['DATABASE_URL']) say(`  Data lies in ${dataFolder()}. Ctrl C stops.\n`)
    } catch (error) {
      await stop()
      throw error
    }
  },
}

/** What has not ended by then is left to the next start, which bears it as it bears a crash. */
const LONGEST_STOP_MS = 10_000

/** dist/web, whether this runs from the bundle (dist/cli) or from the source (src/cli/commands). */
const webFolder =
  ['../web', '../../../dist/web']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => existsSync(`${folder}/index.html`) && !existsSync(`${folder}/main.tsx`)) ??
  fileURLToPath(new URL('../web', import.meta.url))

/** In a clone the web is built when its sources are newer; an installed product ships it built. */
async function buildWebOfClone() {
  const script = new URL('../../scripts/build.mjs', import.meta.url)
  if (!existsSync(script) || process.env['OMLOPP_BUNDLED'] === undefined) return
  const { buildWeb } = (await import(script.href)) as { buildWeb: () => Promise<boolean> }
  if (await buildWeb()) say('The web is built.')
}

/** Any constant; the same for every Omlopp that may start on this database. */
const FIRST_START = 7_362_014_558

/** Two starts on one database: the second waits until the first has filled it. */
async function oneAtATime<T>({ database }: OpenDatabase, work: () => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS free',
      [FIRST_START],
    )
    if (!rows[0]!.free) {
      say('Another start is filling this database; waiting for it.')
      await client.query('SELECT pg_advisory_lock($1)', [FIRST_START])
    }
    return await work()
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [FIRST_START]).catch(() => {})
    client.release()
  }
}

async function firstStart(
  { config, database }: OpenDatabase,
  empty: boolean,
): Promise<SignInHint[]> {
  if (await clearUnfinishedDemo(database)) say('The demo was cut off; it is made anew.')
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT name FROM organisations.organisation LIMIT 1',
  )
  if (rows.length > 0) return demoHints(database)
  if (empty) {
    const { organisation, email, password } = await firstOrganisation(database)
    say(`\n  ${organisation.name}: sign in as ${email} with ${password} (told only now).`)
    return []
  }
  const began = Date.now()
  say('Filling the demo: Exempelby and its partners …')
  await fillWatched(config, { now: new Date(), keys: database.keys })
  say(`The demo is filled, in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  return demoHints(database)
}

function tellHints(hints: readonly SignInHint[]) {
  if (hints.length === 0) return
  const width = (pick: (hint: SignInHint) => string) =>
    Math.max(...hints.map((hint) => pick(hint).length))
  const columns = [
    width((h) => h.organisation),
    width((h) => h.role),
    width((h) => h.email),
  ] as const
  say(`  Sign in, everybody with the password ${hints[0]!.password}`)
  for (const hint of hints)
    say(
      `  ${hint.organisation.padEnd(columns[0])}  ${hint.role.padEnd(columns[1])}  ${hint.email.padEnd(columns[2])}`,
    )
  say('')
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>): Promise<string> {
  const port = Number(process.env['PORT'] ?? 4321)
  try {
    await app.listen({ port, host: process.env['OMLOPP_HOST'] ?? '127.0.0.1' })
    return `http://localhost:${port}`
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE')
      throw new Refused(
        `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new Refused(`Port ${port} may not be used by this user. Choose one over 1024.`)
    throw error
  }
}
