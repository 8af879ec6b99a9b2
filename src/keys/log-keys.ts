// The log key and its forerunners. Each change of key leaves a statement signed by the old key, so
// that whoever trusts the old one can follow to the new one by themselves.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { invariant } from '../core/result.ts'
import { makeOnce, replaceFile } from './files.ts'

export interface LogKey {
  /** Raw Ed25519 public key, base64. */
  readonly publicKey: string
  /** Instants in UTC; `until` is null for the key in use. */
  readonly from: string
  readonly until: string | null
  /** What the forerunner signed when this key took over; null for the first. */
  readonly rotation: Rotation | null
}

export interface Rotation {
  /** Canonical JSON: `at`, `installation`, `new` and `old` public key, `v`. */
  readonly statement: string
  /** Ed25519 by the old key over the line `omlopp.key-rotation/v1` and the statement, base64. */
  readonly signature: string
}

export interface LogKeys {
  readonly keys: readonly LogKey[]
  readonly privateKey: KeyObject
  /** The same read anew, after another process has rotated. */
  again(): LogKeys
}

const listIn = (folder: string): string => join(folder, 'keys.json')
const firstKeyIn = (folder: string): string => join(folder, 'log.key')

/** A later key is named by itself, so that two rotations at once never write over each other. */
const laterKeyIn = (folder: string, publicKey: string): string =>
  join(folder, `log-${Buffer.from(publicKey, 'base64').toString('hex').slice(0, 16)}.key`)

export async function readLogKeys(
  folder: string,
  installation: string,
  now: () => Date,
): Promise<LogKeys> {
  await makeOnce(listIn(folder), async () => {
    const pem = await makeOnce(firstKeyIn(folder), async () => newLogKey())
    const first = { publicKey: publicOf(createPrivateKey(pem)), from: now().toISOString() }
    return print(installation, [{ ...first, until: null, rotation: null }])
  })
  return load(folder)
}

function load(folder: string): LogKeys {
  const keys = parse(readFileSync(listIn(folder), 'utf8'))
  const present = keys.at(-1)!.publicKey
  for (const file of [firstKeyIn(folder), laterKeyIn(folder, present)]) {
    const pem = textIfThere(file)
    if (pem === null) continue
    const privateKey = createPrivateKey(pem)
    if (publicOf(privateKey) === present) return { keys, privateKey, again: () => load(folder) }
  }
  throw new Error(`The private half of the log key that keys.json names is not in ${folder}.`)
}

/**
 * A new log key: written first, then listed with the old key's statement in one step. The old
 * private key is not kept, since nothing may be signed by it any more.
 */
export async function rotateLogKey(
  folder: string,
  installation: string,
  at: Date,
): Promise<LogKey> {
  const { keys, privateKey } = await readLogKeys(folder, installation, () => at)
  const old = keys.at(-1)!
  invariant(at.toISOString() > old.from, 'a key takes over after its forerunner')
  const pem = newLogKey()
  const publicKey = publicOf(createPrivateKey(pem))
  const next: LogKey = {
    publicKey,
    from: at.toISOString(),
    until: null,
    rotation: signRotation(privateKey, { at, installation, new: publicKey, old: old.publicKey }),
  }
  await replaceFile(laterKeyIn(folder, publicKey), pem)
  const retired = { ...old, until: next.from }
  await replaceFile(listIn(folder), print(installation, [...keys.slice(0, -1), retired, next]))
  for (const file of [firstKeyIn(folder), laterKeyIn(folder, old.publicKey)])
    await rm(file, { force: true })
  return next
}

/** The line before the statement keeps it from being taken for anything else that the key signs. */
const ROTATION = 'omlopp.key-rotation/v1\n'

function signRotation(
  by: KeyObject,
  content: { at: Date; installation: string; new: string; old: string },
): Rotation {
  // The names stand in the order of RFC 8785, so that these are its bytes.
  const { at, installation, new: next, old } = content
  const statement = JSON.stringify({ at: at.toISOString(), installation, new: next, old, v: 1 })
  const signature = sign(null, Buffer.from(ROTATION + statement), by).toString('base64')
  return { statement, signature }
}

function newLogKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}

/** The last 32 bytes of the SPKI form are the key itself (RFC 8410). */
const publicOf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey)
    .export({ type: 'spki', format: 'der' })
    .subarray(-32)
    .toString('base64')

const print = (installation: string, log: readonly LogKey[]): string =>
  `${JSON.stringify({ installation, log }, null, 2)}\n`

function parse(text: string): LogKey[] {
  const { log } = JSON.parse(text) as { log: LogKey[] }
  invariant(Array.isArray(log) && log.length > 0, 'keys.json lists the log keys')
  return log
}

function textIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}
