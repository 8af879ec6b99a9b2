// What is left to a library or to the platform: SHA-256, Ed25519, and bytes as text.
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex, textOf } from './bytes.ts'

export interface Engine {
  sha256(bytes: Uint8Array): Uint8Array
  /** The same in hexadecimal, as entries name each other. */
  sha256Hex(bytes: Uint8Array): string
  isUtf8(bytes: Uint8Array): boolean
  /** A stretch that is ASCII, as text. */
  ascii(bytes: Uint8Array, from: number, to: number): string
  /** RFC 8032; false for anything that is not a signature, never an exception. */
  verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
}

/** Runs anywhere. `nodeEngine` in node-engine.ts is faster where there is Node. */
export const anyEngine: Engine = {
  sha256: (bytes) => sha256(bytes),
  sha256Hex: (bytes) => hex(sha256(bytes)),
  isUtf8: (bytes) => textOf(bytes) !== null,
  ascii: (bytes, from, to) => String.fromCharCode(...bytes.subarray(from, to)),
  verify: (signature, message, publicKey) => {
    try {
      return ed25519.verify(signature, message, publicKey)
    } catch {
      return false
    }
  },
}
