// The folder of a PostgreSQL cluster: made whole beside its place and renamed there, so that
// whatever lies at the place is complete, and what a kill left beside it can be cleared away.

import { spawn } from 'node:child_process'
import { mkdtemp, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Account, quietEnvironment } from './account.ts'
import type { Binaries } from './binaries.ts'
import { errorCode, launchProblem, problemFrom } from './problems.ts'
import { isAlive } from './processes.ts'

export const superuser = 'omlopp'

/** Makes the cluster when there is none. Answers whether it was made now. */
export async function ensureCluster(
  place: string,
  binaries: Binaries,
  account: Account,
  sync: boolean,
): Promise<boolean> {
  const names = await readdir(place).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  if (names.length > 0) {
    await refuseStrange(place, binaries)
    return false
  }
  const beside = await mkdtemp(`${place}.new-${process.pid}-`)
  try {
    account.give(beside)
    await initialise(beside, binaries, account, sync)
    await rename(beside, place)
    if (sync) await syncFolder(dirname(place))
    return true
  } catch (error) {
    await rm(beside, { recursive: true, force: true, maxRetries: 5 })
    // Another start was first; its cluster is as good as ours.
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) return false
    throw error
  }
}

async function refuseStrange(place: string, binaries: Binaries): Promise<void> {
  const version = await readFile(join(place, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') throw launchProblem('not-a-cluster', place)
    throw error
  })
  if (version.trim() !== binaries.major)
    throw launchProblem('wrong-version', `${version.trim()}, ${binaries.major}`)
  await stat(join(place, 'global/pg_control')).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') throw launchProblem('not-a-cluster', place)
    throw error
  })
}

/** Clears what starts that were killed half-way left. Never touches the cluster itself. */
export async function clearLeftovers(place: string): Promise<void> {
  const prefix = `${basename(place)}.new-`
  for (const name of await readdir(dirname(place))) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (pid === process.pid || isAlive(pid)) continue
    await rm(join(dirname(place), name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * The order of Swedish words comes from ICU. The character classes must be UTF-8 as well: with
 * plain C, pg_trgm throws å, ä and ö away (measured). Systems name that locale differently.
 */
async function initialise(
  place: string,
  binaries: Binaries,
  account: Account,
  sync: boolean,
): Promise<void> {
  for (const locale of ['C.UTF-8', 'C.utf8', 'en_US.UTF-8']) {
    const { status, said } = await run(binaries.initdb, account, [
      '--pgdata',
      place,
      '--username',
      superuser,
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=sv',
      `--locale=${locale}`,
      '--auth-local=trust',
      '--auth-host=reject',
      '--data-checksums',
      '--no-instructions',
      ...(sync ? [] : ['--no-sync']),
    ])
    if (status === 0) return
    if (!/invalid locale (name|settings)|locale .* (not|cannot)/i.test(said))
      throw problemFrom(said.trim())
  }
  throw launchProblem('start-failed', 'This system has no UTF-8 locale (C.UTF-8 or en_US.UTF-8).')
}

function run(
  program: string,
  account: Account,
  args: readonly string[],
): Promise<{ status: number | null; said: string }> {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      ...account.ids,
      cwd: '/',
      env: quietEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, said }))
  })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
