// The database that comes with the product: a real PostgreSQL in the data folder, on a private
// unix socket, started when it is needed and stopped by the last process that used it.
//
// After `kill -9` of a process the server may still run. The next start finds it through
// postmaster.pid and uses it (`startedHere: false`); it too is stopped by the last one out.

import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig, DatabaseError } from 'pg'
import { type Account, canRun, chooseAccount } from './embedded/account.ts'
import { type Binaries, findBinaries } from './embedded/binaries.ts'
import { clearLeftovers, ensureCluster, superuser } from './embedded/cluster.ts'
import { stopAtEnd } from './embedded/endings.ts'
import { lastWords } from './embedded/last-words.ts'
import {
  type Places,
  placesIn,
  placesInMemory,
  privateFolder,
  socketFolderFor,
} from './embedded/places.ts'
import * as postmaster from './embedded/postmaster.ts'
import { errorCode, launchProblem, problemFrom } from './embedded/problems.ts'
import { isAlive, worksIn } from './embedded/processes.ts'
import { enter, leave } from './embedded/users.ts'

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** For tests: in memory, nothing is durable, gone at `stop`; the data folder is not touched. */
  readonly memory?: boolean
  readonly log?: (line: string) => void
}

export interface EmbeddedConfig extends ClientConfig {
  /** The folder of the unix socket; `pg` takes it as host. */
  readonly host: string
  readonly port: number
  /** Owns everything and passes row-level security; the product takes a lesser role in it. */
  readonly user: string
  readonly database: 'omlopp'
}

export interface Embedded {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: 'omlopp'
  /** For `new pg.Pool(config)`. */
  readonly config: EmbeddedConfig
  /** False when another process had the server running already. */
  readonly startedHere: boolean
  readonly tookMs: number
  /** Stops the server unless another process still uses it. Close your connections first. */
  stop(): Promise<void>
}

const database = 'omlopp'
/** Recovery after a crash reads back at most a few GB of log; longer means something is wrong. */
const startLimitMs = 10 * 60_000
const restartsPerHour = 5
const restartPauseMs = 2000

interface Start {
  readonly places: Places
  readonly account: Account
  readonly binaries: Binaries
  readonly socketFolder: string
  readonly memory: boolean
  readonly log: (line: string) => void
  /** Called when the server that we started ends. */
  readonly onEnd: () => void
}

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    return await start(options)
  } catch (error) {
    throw problemFrom(error)
  }
}

async function start({
  dataFolder,
  memory = false,
  log = () => {},
}: EmbeddedOptions): Promise<Embedded> {
  const began = performance.now()
  const places = memory ? await placesInMemory() : await placesIn(dataFolder)
  const account = chooseAccount(places.cluster)
  if (memory) account.give(places.home)
  await privateFolder(places.run, account)
  let stopping: Promise<void> | null = null
  const ends: number[] = []
  const onEnd = (): void => {
    if (stopping) return
    log('PostgreSQL ended unexpectedly.')
    ends.push(Date.now())
    if (ends.filter((at) => at > Date.now() - 3_600_000).length > restartsPerHour) return
    void startAgain()
  }
  /** Until it comes: a disk that is full now has room again when somebody has seen to it. */
  const startAgain = async (): Promise<void> => {
    let told = ''
    while (!stopping) {
      try {
        await reach(asked)
        return log('PostgreSQL is started again.')
      } catch (error) {
        const { message } = problemFrom(error)
        if (message !== told) log(message)
        told = message
        await pause(restartPauseMs, undefined, { ref: false })
      }
    }
  }
  const asked: Start = {
    places,
    account,
    binaries: await findBinaries(join(places.home, 'cache'), canRun(account)),
    socketFolder: await socketFolderFor(places, account),
    memory,
    log,
    onEnd,
  }
  // Before looking for a running server, so that nobody stops it between our look and our use.
  enter(places.run)
  const end = async (): Promise<void> => {
    if (!leave(places.run)) return
    await postmaster.halt(places.cluster)
    if (asked.socketFolder !== places.run)
      await rm(asked.socketFolder, { recursive: true, force: true })
    if (memory) await rm(places.home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const reached = await reach(asked)
    const forget = stopAtEnd({
      stop: () => stop(),
      stopNow: () => {
        stopping ??= Promise.resolve()
        if (leave(places.run)) endAtOnce(places, memory)
      },
    })
    const stop = (): Promise<void> => {
      stopping ??= end().finally(forget)
      return stopping
    }
    const tookMs = Math.round(performance.now() - began)
    log(
      `PostgreSQL ${asked.binaries.major} ${reached.startedHere ? 'started' : 'found running'} in ${tookMs} ms.`,
    )
    const { host, port, user } = reached.config
    return {
      host,
      port,
      user,
      database,
      config: reached.config,
      startedHere: reached.startedHere,
      tookMs,
      stop,
    }
  } catch (error) {
    stopping = Promise.resolve()
    await end()
    throw error
  }
}

/** Connects to the running server, or starts one; of many that try at once, one starts it. */
async function reach(asked: Start): Promise<{ config: EmbeddedConfig; startedHere: boolean }> {
  const { places, account, binaries, memory, log } = asked
  const until = Date.now() + startLimitMs
  for (let round = 0; Date.now() < until; round += 1) {
    const found = postmaster.readPostmaster(places.cluster)
    const config = configFor(
      found?.socketFolder || asked.socketFolder,
      found?.port ?? postmaster.port,
    )
    if (found && (await answers(config))) return { config, startedHere: false }
    if (found && worksIn(found.pid, places.cluster)) {
      if (round === 100)
        log('Waiting for the database that another process is starting or stopping.')
      await pause(20)
      continue
    }
    const locks = [
      join(places.cluster, 'postmaster.pid'),
      join(config.host, `.s.PGSQL.${config.port}.lock`),
    ]
    for (const lock of locks) {
      await postmaster.clearEmptyLock(lock)
      if (found && isAlive(found.pid)) await postmaster.freeStaleLock(lock, found.pid, account)
    }
    if (await ensureCluster(places.cluster, binaries, account, !memory))
      log('A new database was made.')
    await clearLeftovers(places.cluster)
    const started = await tryStart(asked, until)
    if (started) return { config: started, startedHere: true }
    await pause(20)
  }
  throw launchProblem('start-timeout', places.cluster)
}

/** Null when another server has the cluster, or its last processes are still ending. */
async function tryStart(asked: Start, until: number): Promise<EmbeddedConfig | null> {
  const { places, account, binaries, log } = asked
  const config = configFor(asked.socketFolder, postmaster.port)
  const since = new Date(Date.now() - 1000)
  const args = postmaster.settings(asked.socketFolder, asked.memory)
  const { child, said, close } = postmaster.launch(binaries.postgres, account, places, args)
  try {
    let ended: string | Error | null = null
    child.once('error', (error) => (ended = error))
    child.once('exit', (code, signal) => (ended = `PostgreSQL ended (${signal ?? code}).`))
    for (let round = 0; ended === null && Date.now() < until; round += 1) {
      const found = postmaster.readPostmaster(places.cluster)
      if (found?.pid === child.pid && found?.ready && (await answers(config))) {
        child.once('exit', asked.onEnd)
        return config
      }
      if (round === 600)
        log('The database is recovering after an interruption. This may take a while.')
      await pause(5)
    }
    if (ended === null) throw launchProblem('start-timeout', places.cluster)
    // What it says of the data folder's lock comes to us, of the socket's lock to its own log.
    const words = await lastWords(places.cluster, said(), since)
    if (postmaster.isTaken(words)) return null
    // Of two at the same instant, the log may keep no word of the one that came second.
    const other = postmaster.readPostmaster(places.cluster)
    if (other && other.pid !== child.pid && worksIn(other.pid, places.cluster)) return null
    throw problemFrom(words || ended)
  } finally {
    close()
  }
}

const configFor = (host: string, port: number): EmbeddedConfig => ({
  host,
  port,
  user: superuser,
  database,
  ssl: false,
})

/** False while the server is not there, or not yet or no longer taking connections. */
async function answers(config: EmbeddedConfig): Promise<boolean> {
  const client = new Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '3D000') return createDatabase(config)
    if (error instanceof DatabaseError && !error.code?.startsWith('57P')) throw error
    if (['EACCES', 'EPERM'].includes(errorCode(error))) throw error
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(config: EmbeddedConfig): Promise<boolean> {
  const client = new Client({ ...config, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    // As files: through the log, block by block, it takes ten times as long.
    await client.query(`CREATE DATABASE ${database} STRATEGY FILE_COPY`)
  } catch (error) {
    // Two that create it at once: one of them is told so in either of these ways.
    if (!['42P04', '23505'].includes(errorCode(error))) throw error
  } finally {
    await client.end().catch(() => {})
  }
  return true
}

function endAtOnce(places: Places, memory: boolean): void {
  if (!memory) return postmaster.tellToStop(places.cluster)
  postmaster.tellToStop(places.cluster, 'SIGQUIT')
  const running = postmaster.readPostmaster(places.cluster)
  const still = new Int32Array(new SharedArrayBuffer(4))
  for (let round = 0; running && round < 200 && worksIn(running.pid, places.cluster); round += 1)
    Atomics.wait(still, 0, 0, 5)
  rmSync(places.home, { recursive: true, force: true })
}
