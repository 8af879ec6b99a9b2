// Fills the room that a sheet left for its signature, which is laid over every other byte of it.
import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'

/** Makes a detached signature in DER. */
export type SignBytes = (bytes: Uint8Array) => Uint8Array

class Detached extends Signer {
  private readonly signBytes: SignBytes
  constructor(signBytes: SignBytes) {
    super()
    this.signBytes = signBytes
  }
  override async sign(bytes: Buffer): Promise<Buffer> {
    return Buffer.from(this.signBytes(bytes))
  }
}

export const signPaper = async (paper: Uint8Array, signBytes: SignBytes): Promise<Uint8Array> =>
  new SignPdf().sign(Buffer.from(paper), new Detached(signBytes))
