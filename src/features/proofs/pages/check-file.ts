// Asks the checker, which runs here in the browser. Each part of it is loaded when it is needed: what
// reads PDF signatures is larger than all the rest.
import type { BundleVerdict } from '../../../checker/bundle/check.ts'

export async function checkFile(bytes: Uint8Array, key: string): Promise<BundleVerdict> {
  const vkeys = key.split(/\s+/).filter((one) => one !== '')
  if (bytes[0] === 0x25 && bytes[1] === 0x50) {
    const { checkPdf } = await import('../../../checker/pdf/check.ts')
    return checkPdf(bytes, { vkeys })
  }
  const { checkBundle } = await import('../../../checker/bundle/check.ts')
  return checkBundle(bytes, { vkeys })
}
