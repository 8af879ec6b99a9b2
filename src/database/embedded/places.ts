// Where the parts of an embedded database lie: the cluster, who uses it, and its socket.

import { createHash } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { lstat, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, nobody } from './account.ts'
import { halt, port } from './postmaster.ts'
import { errorCode, launchProblem } from './problems.ts'
import { isAlive } from './processes.ts'
import { usersOf } from './users.ts'

export interface Places {
  readonly home: string
  readonly cluster: string
  /** Private: who uses the server, the words of a failed start, and the socket when it fits. */
  readonly run: string
}

export async function placesIn(folder: string): Promise<Places> {
  await mkdir(folder, { recursive: true })
  // The real path, so that every way to the folder means the same database.
  return partsOf(await realpath(folder))
}

const partsOf = (home: string): Places => ({
  home,
  cluster: join(home, 'postgres'),
  run: join(home, 'run'),
})

const memoryPrefix = `omlopp-memory-${process.getuid?.() ?? 0}-`

/** A folder of its own for every start, in memory where the system has such a place. */
export async function placesInMemory(): Promise<Places> {
  const parent = memoryParent()
  await clearForgotten(parent)
  return placesIn(await mkdtemp(join(parent, `${memoryPrefix}${process.pid}-`)))
}

function memoryParent(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}

/** A killed test run leaves its server and folder behind; the next run clears them. */
async function clearForgotten(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(memoryPrefix)) continue
    const { home, cluster, run } = partsOf(join(parent, name))
    const maker = Number(name.slice(memoryPrefix.length).split('-')[0])
    if (isAlive(maker) || usersOf(run).length > 0 || !(await isOurs(home))) continue
    await halt(cluster)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Anybody may make a folder with such a name. Root lets nobody own its servers where it must. */
async function isOurs(folder: string): Promise<boolean> {
  const me = process.getuid?.() ?? 0
  const found = await lstat(folder).catch(() => null)
  return (
    found !== null &&
    found.isDirectory() &&
    (found.uid === me || (me === 0 && found.uid === nobody))
  )
}

/** The system takes socket paths of about 104 bytes; long ones move to a short private folder. */
export async function socketFolderFor(places: Places, account: Account): Promise<string> {
  if (Buffer.byteLength(join(places.run, `.s.PGSQL.${port}`)) < 100) return places.run
  const uid = account.ids.uid ?? process.getuid?.() ?? 0
  const mark = createHash('sha256').update(places.home).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `omlopp-${uid}-${mark}`)
  await privateFolder(folder, account)
  return folder
}

/** Makes it, or takes it when it is ours and closed to others: anybody may write in /tmp. */
export async function privateFolder(folder: string, account: Account): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
    account.give(folder)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const found = await lstat(folder)
  const owners = [account.ids.uid ?? process.getuid?.() ?? 0, process.getuid?.() ?? 0]
  if (!found.isDirectory() || !owners.includes(found.uid) || (found.mode & 0o077) !== 0)
    throw launchProblem('unsafe-socket-folder', folder)
  if (found.uid !== owners[0]) account.give(folder)
}
