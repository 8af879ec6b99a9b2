// Signed notes (c2sp.org/signed-note): a text, an empty line, and a line for each signature.
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, toBase64 } from '../../../../core/base64.ts'
import { done, refuse, type Result } from '../../../../core/result.ts'

/** Which signature a key makes: over the note itself, or a witness's over note and time. */
export const ED25519 = 0x01
export const COSIGNATURE = 0x04
export type KeyType = typeof ED25519 | typeof COSIGNATURE

export interface VerifierKey {
  readonly name: string
  readonly type: KeyType
  /** Four bytes in hexadecimal. */
  readonly id: string
  readonly publicKey: Uint8Array
}

export interface SignatureLine {
  readonly name: string
  readonly keyId: string
  /** What follows the key's id. */
  readonly signature: Uint8Array
}

export interface Note {
  /** With its last newline, as it is signed. */
  readonly text: string
  readonly signatures: readonly SignatureLine[]
}

/** A name in a note has neither spaces nor plus signs. */
const isKeyName = (name: string): boolean => /^[^\s+\p{Z}\p{Cc}]{1,200}$/u.test(name)

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function verifierKey(name: string, type: KeyType, publicKey: Uint8Array): VerifierKey {
  const hashed = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), publicKey))
  return { name, type, id: hex(hashed.subarray(0, 4)), publicKey }
}

/** `name+id+base64(type and key)`, as verifiers are given keys. */
export const printKey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`

/** The key, or null when the text is not that of an Ed25519 key whose id is right. */
export function parseKey(text: string): VerifierKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text)
  const bytes = match && fromBase64(match[3]!)
  if (!match || bytes?.length !== 33 || !isKeyName(match[1]!)) return null
  const type = bytes[0]
  if (type !== ED25519 && type !== COSIGNATURE) return null
  const key = verifierKey(match[1]!, type, bytes.slice(1))
  return key.id === match[2] ? key : null
}

export function signatureLine({ name, keyId, signature }: SignatureLine): string {
  const id = Uint8Array.from({ length: 4 }, (_, n) => parseInt(keyId.slice(2 * n, 2 * n + 2), 16))
  return `— ${name} ${toBase64(concatBytes(id, signature))}\n`
}

export const printNote = (text: string, lines: readonly string[]): string =>
  `${text}\n${lines.join('')}`

/** Far beyond the sixteen signatures that a reader must bear. */
const LONGEST = 64 * 1024

export function parseNote(note: string): Result<Note, 'note-unreadable'> {
  const unreadable = refuse('note-unreadable')
  // oxlint-disable-next-line no-control-regex -- a note has no control character but newlines
  if (note.length > LONGEST || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return unreadable
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) return unreadable
  const lines = note.slice(cut + 2, -1).split('\n')
  const signatures: SignatureLine[] = []
  for (const line of lines) {
    const match = /^— (\S+) (\S+)$/.exec(line)
    const bytes = match && fromBase64(match[2]!)
    if (!match || !bytes || bytes.length < 5 || !isKeyName(match[1]!)) return unreadable
    const keyId = hex(bytes.subarray(0, 4))
    signatures.push({ name: match[1]!, keyId, signature: bytes.slice(4) })
  }
  return done({ text: note.slice(0, cut + 1), signatures })
}
