import { normaliseSerial } from './serial.ts'

/** What a scanned code may be: our own label is a link that ends in the asset tag. */
export function keysOf(code: string): { tag: string; serialKey: string } {
  const linked = /^https?:\/\/\S+\/d\/([^/?#]+)/i.exec(code.trim())
  const bare = linked ? decoded(linked[1]!) : code.trim()
  return { tag: bare.toUpperCase(), serialKey: normaliseSerial(bare) }
}

/** A link that was badly escaped is still a code, and must not stop the scans around it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
