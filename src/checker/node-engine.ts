// The same by Node's own cryptography: three to twenty times as fast.
import { isUtf8 } from 'node:buffer'
import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import type { Engine } from './engine.ts'

/** What stands before the 32 bytes of an Ed25519 key in SPKI (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** A log has few keys and many heads, and reading a key takes as long as verifying. */
const known = new Map<string, KeyObject>()

function keyOf(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('latin1')
  let key = known.get(name)
  if (!key) {
    const der = Buffer.concat([SPKI, publicKey])
    key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    if (known.size > 100) known.clear()
    known.set(name, key)
  }
  return key
}

function bytesOf(digest: string): Uint8Array {
  const bytes = new Uint8Array(32)
  for (let at = 0; at < 32; at++) bytes[at] = digest.charCodeAt(at)
  return bytes
}

export const nodeEngine: Engine = {
  // By way of a string, since each buffer that Node's hash makes is memory of its own to be freed:
  // twice the cost of hashing an entry.
  sha256: (bytes) => bytesOf(hash('sha256', bytes, 'binary')),
  sha256Hex: (bytes) => hash('sha256', bytes, 'hex'),
  isUtf8,
  ascii: (bytes, from, to) => Buffer.prototype.latin1Slice.call(bytes, from, to),
  verify: (signature, message, publicKey) => {
    try {
      return verify(null, message, keyOf(publicKey), signature)
    } catch {
      return false
    }
  },
}
