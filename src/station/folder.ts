// The folder of a station: who it is, its key, its journal and the documents it has signed.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refused } from '../cli/talk.ts'
import type { WorkItem } from './rules/tags.ts'

export interface Identity {
  readonly id: string
  readonly name: string
  readonly server: string
  readonly token: string
  readonly timeZone: string
  /** Server minus station when they last met. */
  readonly offsetMs: number
  readonly offsetAt: string
  readonly operators: readonly { readonly id: string; readonly name: string }[]
}
export interface WorkList {
  readonly at: string
  readonly items: readonly WorkItem[]
}

export interface Folder {
  readonly path: string
}

export const folderAt = (path: string | undefined): Folder => ({
  path: path ?? process.env['OMLOPP_STATION'] ?? '/var/lib/omlopp-station',
})

/** Whole or not at all, and on the disk when it returns; for the owner alone to read. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.${process.pid}.new`
  const fd = openSync(fresh, 'w', 0o600)
  try {
    writeSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(fresh, path)
  syncFolder(dirname(path))
}

/** A name in a folder is on the disk only when the folder is. */
export function syncFolder(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function readJson<T>(path: string): T | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (error) {
    throw new Refused(`${path}: ${(error as Error).message}`)
  }
}

export const readIdentity = ({ path }: Folder) => readJson<Identity>(join(path, 'station.json'))
export const writeIdentity = ({ path }: Folder, identity: Identity) =>
  writeWhole(join(path, 'station.json'), `${JSON.stringify(identity, null, 1)}\n`)
export const readWorkList = ({ path }: Folder) => readJson<WorkList>(join(path, 'work.json'))
export const writeWorkList = ({ path }: Folder, work: WorkList) =>
  writeWhole(join(path, 'work.json'), `${JSON.stringify(work)}\n`)

const keyPath = ({ path }: Folder) => join(path, 'key.pem')

/** The key never leaves the folder; it is made once. */
export function ensureKey(folder: Folder): void {
  if (existsSync(keyPath(folder))) return
  const { privateKey } = generateKeyPairSync('ed25519')
  writeWhole(keyPath(folder), privateKey.export({ format: 'pem', type: 'pkcs8' }) as string)
}

const privateKeyOf = (folder: Folder) => createPrivateKey(readFileSync(keyPath(folder)))

export const publicKeyOf = (folder: Folder): string =>
  createPublicKey(privateKeyOf(folder)).export({ format: 'jwk' }).x!

export const fingerprintOf = (folder: Folder): string =>
  createHash('sha256')
    .update(Buffer.from(publicKeyOf(folder), 'base64url'))
    .digest('hex')

export const signText = (folder: Folder, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), privateKeyOf(folder)).toString('base64')

export const runFolder = ({ path }: Folder, runId: string) => join(path, 'runs', runId)
const documentPath = ({ path }: Folder, runId: string) => join(path, 'documents', `${runId}.json`)

/** A document with its signature, as it is sent. */
export interface SignedDocument {
  readonly document: string
  readonly signature: string
}
export const writeDocument = (folder: Folder, runId: string, signed: SignedDocument) =>
  writeWhole(documentPath(folder, runId), `${JSON.stringify(signed)}\n`)
export const readDocument = (folder: Folder, runId: string) =>
  readJson<SignedDocument>(documentPath(folder, runId))
