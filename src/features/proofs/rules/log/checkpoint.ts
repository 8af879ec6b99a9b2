// Checkpoints (c2sp.org/tlog-checkpoint): origin, size and root of a log, and what witnesses sign of
// them (c2sp.org/tlog-cosignature).
import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../../../../core/base64.ts'
import type { Hash } from './tree.ts'
import { COSIGNATURE, type Note, type SignatureLine, type VerifierKey } from './note.ts'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

/** Each organisation has its own log in an installation. */
export const originOf = (installation: string, organisationId: string): string =>
  `${installation}/log/${organisationId}`

export const printCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`

/** Without extension lines: ours have none, and no monitor can judge those of others. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root, end, ...more] = text.split('\n')
  if (!origin || !size || !root || end !== '' || more.length > 0) return null
  if (!/^(0|[1-9]\d{0,15})$/.test(size)) return null
  const hash = fromBase64(root)
  return hash?.length === 32 ? { origin, size: Number(size), root: hash } : null
}

/** The instant in seconds, big-endian, and 64 bytes of Ed25519. */
const COSIGNATURE_LENGTH = 72

export const cosignedText = (text: string, seconds: number): Uint8Array =>
  utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`)

/** When the witness signed the note's text, in seconds, if the line is by this key and holds. */
export function cosignedAt({ text }: Note, line: SignatureLine, key: VerifierKey): number | null {
  const { name, keyId, signature } = line
  if (key.type !== COSIGNATURE || key.name !== name || key.id !== keyId) return null
  if (signature.length !== COSIGNATURE_LENGTH) return null
  const seconds = signature.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!Number.isSafeInteger(seconds)) return null
  return ed25519.verify(signature.subarray(8), cosignedText(text, seconds), key.publicKey)
    ? seconds
    : null
}
