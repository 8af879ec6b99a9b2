// A witness of logs as one outside is: its own key, and cosignatures made by node:crypto alone.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'

export interface Witness {
  readonly vkey: string
  /** The whole note with the witness's line below. */
  cosign(note: string, seconds?: number): string
}

export function newWitness(name: string): Witness {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const typed = Buffer.concat([Buffer.of(4), raw])
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  return {
    vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    cosign: (note, seconds = 1_773_306_000) => {
      const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
      const signature = sign(
        null,
        Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`),
        privateKey,
      )
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(BigInt(seconds))
      return `${note}— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`
    },
  }
}
