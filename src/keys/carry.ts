// Keys from one machine to another, in a file of their own.
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invariant } from '../core/result.ts'
import { replaceFile, secretFolder } from './files.ts'

/** Every file of the folder, readable by its owner alone. */
export async function saveKeys(folder: string, file: string): Promise<void> {
  const files: Record<string, string> = {}
  for (const name of await readdir(folder))
    if (!name.startsWith('.')) files[name] = await readFile(join(folder, name), 'utf8')
  await writeFile(file, `${JSON.stringify({ omlopp: 'keys', files }, null, 1)}\n`, { mode: 0o600 })
}

/** Puts them in place; the keys that were there are set aside and not lost. */
export async function restoreKeys(file: string, folder: string): Promise<void> {
  const { omlopp, files } = JSON.parse(await readFile(file, 'utf8')) as {
    omlopp: string
    files: Record<string, string>
  }
  invariant(omlopp === 'keys' && typeof files === 'object', 'the file carries keys')
  await rename(folder, `${folder}-before-${new Date().toISOString().replaceAll(':', '-')}`)
  await secretFolder(folder)
  for (const [name, content] of Object.entries(files)) {
    invariant(/^[a-z0-9][a-z0-9.-]*$/.test(name), 'a kept file has a plain name')
    await replaceFile(join(folder, name), content)
  }
}
