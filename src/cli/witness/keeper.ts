// What a witness keeps for itself: its key, and of each log the newest head that it has signed.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../talk.ts'

export interface WitnessKey {
  readonly name: string
  readonly privateKey: KeyObject
  /** One byte that says what it signs, and the public key. */
  readonly typed: Buffer
  readonly id: Buffer
  readonly vkey: string
}

export interface Seen {
  readonly origin: string
  /** The keys that the log is trusted by, as they were given. */
  readonly vkeys: readonly string[]
  /** As the log signed it. */
  readonly checkpoint: string
}

/** Of a witness, over a head and its moment (C2SP tlog-cosignature). */
const COSIGNATURE = 0x04

const keyFile = (folder: string) => join(folder, 'witness-key.json')
/** Origins hold slashes. */
const seenFile = (folder: string, origin: string) =>
  join(folder, `seen-${createHash('sha256').update(origin).digest('hex').slice(0, 32)}.json`)

export async function newKey(folder: string, name: string): Promise<WitnessKey> {
  if (!/^[^\s+]{1,200}$/u.test(name))
    throw new Refused('The name of a witness has neither spaces nor plus signs: example.se/witness')
  if (existsSync(keyFile(folder)))
    throw new Refused(`${folder} already holds the key of a witness. Each has a folder of its own.`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await keep(keyFile(folder), { name, privateKey: pem })
  return keyFrom(name, privateKey)
}

export async function readKey(folder: string): Promise<WitnessKey> {
  if (!existsSync(keyFile(folder)))
    throw new Refused(`There is no witness in ${folder}. First: omlopp witness new NAME`)
  const { name, privateKey } = JSON.parse(await readFile(keyFile(folder), 'utf8')) as {
    name: string
    privateKey: string
  }
  return keyFrom(name, createPrivateKey(privateKey))
}

function keyFrom(name: string, privateKey: KeyObject): WitnessKey {
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)
  const typed = Buffer.concat([Buffer.of(COSIGNATURE), raw])
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  const vkey = `${name}+${id.toString('hex')}+${typed.toString('base64')}`
  return { name, privateKey, typed, id, vkey }
}

export async function readSeen(folder: string, origin: string): Promise<Seen | null> {
  const file = seenFile(folder, origin)
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Seen) : null
}

export const keepSeen = (folder: string, seen: Seen): Promise<void> =>
  keep(seenFile(folder, seen.origin), seen)

/** Whole and on the disk, or as it was: a witness that forgot what it signed could sign another view. */
async function keep(path: string, value: object): Promise<void> {
  const beside = `${path}.${process.pid}`
  const file = await open(beside, 'w', 0o600)
  await file.writeFile(`${JSON.stringify(value, null, 1)}\n`)
  await file.sync()
  await file.close()
  await rename(beside, path)
}
