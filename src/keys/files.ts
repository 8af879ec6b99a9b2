// Small secret files that are made once and are whole or absent, whoever else starts at the same time.
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Readable by its owner alone, since private keys lie in it. */
export async function secretFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/**
 * The content of the file, made when it is not there. A hard link either takes the name or finds it
 * taken, so of two processes that make it at once both get the content of one.
 */
export async function makeOnce(file: string, make: () => Promise<string>): Promise<string> {
  const there = await readIfThere(file)
  if (there !== null) return there
  const beside = await writeBeside(file, await make())
  try {
    await link(beside, file)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    await rm(beside, { force: true })
  }
  await syncFolder(dirname(file))
  return await readFile(file, 'utf8')
}

/** Puts new content in place of the old in one step. */
export async function replaceFile(file: string, content: string): Promise<void> {
  await rename(await writeBeside(file, content), file)
  await syncFolder(dirname(file))
}

async function writeBeside(file: string, content: string): Promise<string> {
  const beside = join(dirname(file), `.${randomBytes(6).toString('hex')}.partial`)
  const handle = await open(beside, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return beside
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
