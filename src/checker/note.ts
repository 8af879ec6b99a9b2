// Signed notes and verifier keys (C2SP signed-note), and cosignatures of witnesses.
import { equal, fromBase64, hex, joined, utf8 } from './bytes.ts'
import type { Engine } from './engine.ts'

/** Ed25519 over the text, and Ed25519 of a witness over the text and its moment. */
const SIGNED = 0x01
const COSIGNED = 0x04

export interface VerifierKey {
  readonly name: string
  readonly id: Uint8Array
  readonly type: number
  readonly publicKey: Uint8Array
}

export interface NoteSignature {
  readonly name: string
  readonly id: Uint8Array
  readonly signature: Uint8Array
}

export interface Note {
  /** With its final newline: exactly what was signed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** More lines than anybody signs are not read. */
const MOST_SIGNATURES = 64
/** The key name: neither empty nor with spaces or plus signs. */
const NAME = /^[^\s+]+$/u

/** `name+hash+base64`; null when it is not one that can be used here. */
export function parseVkey(sha256: Engine['sha256'], vkey: string): VerifierKey | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey) ?? []
  const key = encoded === undefined ? null : fromBase64(encoded)
  if (!name || !key || key.length !== 33) return null
  const type = key[0]!
  if (type !== SIGNED && type !== COSIGNED) return null
  const made = keyId(sha256, name, key)
  return hex(made) === id ? { name, id: made, type, publicKey: key.slice(1) } : null
}

export const isWitness = ({ type }: VerifierKey): boolean => type === COSIGNED

const keyId = (sha256: Engine['sha256'], name: string, typedKey: Uint8Array): Uint8Array =>
  sha256(joined(utf8(`${name}\n`), typedKey)).slice(0, 4)

/** Control characters but the newline are not allowed anywhere in a note. */
// oxlint-disable-next-line no-control-regex -- the format names them
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/u

export function parseNote(note: string): Note | null {
  if (CONTROL.test(note) || !note.endsWith('\n')) return null
  const split = note.lastIndexOf('\n\n')
  if (split < 0) return null
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return null
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const [dash, name, encoded, ...more] = line.split(' ')
    const bytes = encoded === undefined ? null : fromBase64(encoded)
    if (dash !== '\u2014' || !name || !NAME.test(name) || more.length > 0) return null
    if (!bytes || bytes.length <= 4) return null
    signatures.push({ name, id: bytes.slice(0, 4), signature: bytes.slice(4) })
  }
  return { text: note.slice(0, split + 1), signatures }
}

/** `signed` by the key, `wrong` where a line claims so and is not, `absent` without a line. */
export function signedBy(
  engine: Engine,
  note: Note,
  key: VerifierKey,
): 'signed' | 'wrong' | 'absent' {
  const mine = note.signatures.filter(({ name, id }) => name === key.name && equal(id, key.id))
  if (mine.length === 0) return 'absent'
  const good = mine.every(({ signature }) =>
    key.type === COSIGNED
      ? cosigns(engine, note, signature, key)
      : signature.length === 64 && engine.verify(signature, utf8(note.text), key.publicKey),
  )
  return good ? 'signed' : 'wrong'
}

/** Eight bytes of seconds, then the signature over them and the text (C2SP tlog-cosignature). */
function cosigns(engine: Engine, note: Note, bytes: Uint8Array, key: VerifierKey): boolean {
  if (bytes.length !== 72) return false
  const seconds = bytes.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const message = utf8(`cosignature/v1\ntime ${seconds}\n${note.text}`)
  return engine.verify(bytes.slice(8), message, key.publicKey)
}

/** The key under another name: one key may serve the logs of several organisations. */
export function renamed(sha256: Engine['sha256'], key: VerifierKey, name: string): VerifierKey {
  const typed = joined(Uint8Array.of(key.type), key.publicKey)
  return { ...key, name, id: keyId(sha256, name, typed) }
}
