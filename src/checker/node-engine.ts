// The same by Node's own cryptography: three to twenty times as fast.
import { createPublicKey, hash, verify } from 'node:crypto'
import type { Engine } from './engine.ts'

/** What stands before the 32 bytes of an Ed25519 key in SPKI (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export const nodeEngine: Engine = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  verify: (signature, message, publicKey) => {
    try {
      const key = createPublicKey({
        key: Buffer.concat([SPKI, publicKey]),
        format: 'der',
        type: 'spki',
      })
      return verify(null, message, key, signature)
    } catch {
      return false
    }
  },
}
