// Keys from one machine to another, in a file of their own.
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, refuse, type Result } from '../core/result.ts'
import { replaceFile, secretFolder } from './files.ts'
import { openKeys } from './keys.ts'

export type CarriedKeys = ReadonlyMap<string, string>

/** Names of files that keys lie in: never a way out of their folder. */
const PLAIN = /^[a-z0-9][a-z0-9.-]*$/
/** Without them other keys would be made, under another name. */
const NEEDED = ['installation', 'keys.json', 'pdf.key']

/** Every file of the folder, readable by its owner alone. */
export async function saveKeys(folder: string, file: string): Promise<void> {
  const files: Record<string, string> = {}
  for (const name of await readdir(folder))
    if (!name.startsWith('.')) files[name] = await readFile(join(folder, name), 'utf8')
  // Anew each time: an older file of that name keeps the rights it has.
  await rm(file, { force: true })
  const content = `${JSON.stringify({ omlopp: 'keys', files }, null, 1)}\n`
  await writeFile(file, content, { mode: 0o600, flag: 'wx' })
}

/**
 * Reads what was saved, and opens it beside the folder that it is for: keys that cannot sign are
 * found out before anything is changed.
 */
export async function readKeys(
  file: string,
  folder: string,
): Promise<Result<CarriedKeys, 'keys-missing' | 'keys-unreadable'>> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return refuse('keys-missing')
  const keys = filesIn(text)
  if (!keys || !NEEDED.every((name) => keys.has(name))) return refuse('keys-unreadable')
  const beside = await writeBeside(keys, folder)
  try {
    await openKeys(beside)
    return done(keys)
  } catch {
    return refuse('keys-unreadable')
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

function filesIn(text: string): CarriedKeys | null {
  try {
    const { omlopp, files } = JSON.parse(text) as { omlopp?: unknown; files?: object }
    const named = Object.entries(files ?? {})
    const good = named.every(([name, content]) => PLAIN.test(name) && typeof content === 'string')
    return omlopp === 'keys' && good ? new Map(named as [string, string][]) : null
  } catch {
    return null
  }
}

async function writeBeside(keys: CarriedKeys, folder: string): Promise<string> {
  const beside = `${folder}-${randomBytes(4).toString('hex')}.partial`
  await secretFolder(beside)
  for (const [name, content] of keys) await replaceFile(join(beside, name), content)
  return beside
}

/** Puts them in place whole. @returns where the keys that were there lie now: they are not lost */
export async function restoreKeys(keys: CarriedKeys, folder: string): Promise<string | null> {
  const beside = await writeBeside(keys, folder)
  const aside = `${folder}-before-${new Date().toISOString().replaceAll(':', '-')}`
  const there = await rename(folder, aside).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  await rename(beside, folder)
  return there ? aside : null
}
