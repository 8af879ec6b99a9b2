// The two things that are left to a library: SHA-256 and Ed25519.
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from './bytes.ts'

export interface Engine {
  sha256(bytes: Uint8Array): Uint8Array
  /** The same in hexadecimal, as entries name each other. */
  sha256Hex(bytes: Uint8Array): string
  /** RFC 8032; false for anything that is not a signature, never an exception. */
  verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
}

/** Runs anywhere. `nodeEngine` in node-engine.ts is faster where there is Node. */
export const anyEngine: Engine = {
  sha256: (bytes) => sha256(bytes),
  sha256Hex: (bytes) => hex(sha256(bytes)),
  verify: (signature, message, publicKey) => {
    try {
      return ed25519.verify(signature, message, publicKey)
    } catch {
      return false
    }
  },
}
