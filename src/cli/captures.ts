// Files named on the command line, and how they are called in what is printed of them.
import { readFile } from 'node:fs/promises'
import { basename, dirname, relative, resolve } from 'node:path'
import { Refused } from './talk.ts'

export interface Capture {
  /** Its place under the folder that all the named files share: alone, just its name. */
  readonly name: string
  readonly path: string
  readonly bytes: Buffer
}

export async function readCaptures(paths: readonly string[]): Promise<Capture[]> {
  const whole = paths.map((path) => resolve(path))
  const folder = sharedFolder(whole)
  return Promise.all(
    whole.map(async (path, index) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      path,
      bytes: await readFile(path).catch((error: Error) => {
        throw new Refused(`${paths[index]} cannot be read: ${error.message}`)
      }),
    })),
  )
}

function sharedFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '.')
  while (!paths.every((path) => path.startsWith(folder === '/' ? '/' : `${folder}/`)))
    folder = dirname(folder)
  return folder
}

/** The name up to its first part that says what is in it: `run.disk-1.pdf` lies beside `run.log`. */
export const isBeside = (name: string, log: string): boolean =>
  basename(name).startsWith(`${basename(log).replace(/\.[^.]*$/, '')}.`)
