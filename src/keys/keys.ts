// The keys of an installation, made at its first start. They lie in a folder of their own, never in
// the database, so that whoever holds a dump of the database can sign nothing.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { invariant } from '../core/result.ts'
import { makeOnce, secretFolder } from './files.ts'
import { readLogKeys, type LogKey } from './log-keys.ts'

export interface Keys {
  /** A name like that of a host; it begins the origin of each log of this installation. */
  readonly installation: string
  /** Every log key that has been in use, the present one last. */
  logKeys(): readonly LogKey[]
  /** Signs with the present log key (Ed25519, 64 bytes), and says which one that is, and when. */
  signLog(message: Uint8Array): {
    readonly signature: Uint8Array
    readonly key: LogKey
    readonly at: Date
  }
  /** The key of signed papers (ECDSA P-256): PDF readers know no Ed25519. */
  readonly pdf: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
  /** Content kept beside the keys under a file name of its own, made when it is not there. */
  keep(name: string, make: () => Promise<string>): Promise<string>
}

/** Opens the keys in a folder, and makes those that are missing. */
export async function openKeys(folder: string, now: () => Date = () => new Date()): Promise<Keys> {
  await secretFolder(folder)
  const installation = (await makeOnce(join(folder, 'installation'), nameInstallation)).trim()
  const pdf = createPrivateKey(await makeOnce(join(folder, 'pdf.key'), newPdfKey))
  const keysFile = join(folder, 'keys.json')
  let stamp = stampOf(keysFile)
  let log = await readLogKeys(folder, installation, now)
  // Another process may rotate the key while this one runs: a stat costs microseconds.
  const present = () => {
    const seen = stampOf(keysFile)
    if (seen !== stamp) {
      log = log.again()
      stamp = seen
    }
    return log
  }
  stamp = stampOf(keysFile)
  return {
    installation,
    logKeys: () => present().keys,
    signLog: (message) => {
      const { keys, privateKey } = present()
      return { signature: sign(null, message, privateKey), key: keys.at(-1)!, at: now() }
    },
    pdf: { privateKey: pdf, publicKey: createPublicKey(pdf) },
    keep: (name, make) => {
      invariant(/^[a-z0-9][a-z0-9.-]*$/.test(name), 'a kept file has a plain name')
      return makeOnce(join(folder, name), make)
    },
  }
}

/** The keys that an action signs with; whoever runs actions that sign has opened them. */
export function keysOf(ctx: { readonly keys?: Keys }): Keys {
  invariant(ctx.keys, 'this process has opened its keys')
  return ctx.keys
}

const INSTALLATION = /^[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?$/

async function nameInstallation(): Promise<string> {
  const given = process.env['OMLOPP_NAME']?.trim()
  if (!given) return `omlopp-${randomBytes(4).toString('hex')}.local\n`
  if (!INSTALLATION.test(given))
    throw new Error(`OMLOPP_NAME is like the name of a host, such as omlopp.example: "${given}"`)
  return `${given}\n`
}

async function newPdfKey(): Promise<string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true })
  return found ? `${found.ino} ${found.mtimeNs}` : ''
}
