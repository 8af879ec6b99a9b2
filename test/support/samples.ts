// Real files that tests read: our own copies, and the larger set beside the repository.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The folder with the larger set, or null where it is not there. */
export function samplesFolder(name: string): string | null {
  const shared = process.env['OMLOPP_SHARED'] ?? `${root}../shared`
  const folder = `${shared}/samples/${name}`
  return existsSync(folder) ? folder : null
}

export const fixtureFile = (path: string): string => `${root}test/fixtures/${path}`

export const fixture = (path: string): string => readFileSync(fixtureFile(path), 'utf8')
