// Makes the record of a certificate at the moment of issue: canonical bytes, their hash, and the
// salt that seals what people wrote.
import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { CertificateContent } from '../../proofs/rules/content.ts'
import { certificateRecord, type RecordCircumstances } from '../../proofs/rules/record.ts'

export interface MadeRecord {
  /** RFC 8785 (JCS); stored verbatim and never serialised again to verify. */
  readonly text: string
  readonly sha256: Buffer
  readonly salt: Buffer
}

export function makeRecord(
  content: CertificateContent,
  around: Omit<RecordCircumstances, 'seal'>,
): MadeRecord {
  const salt = randomBytes(16)
  const seal = (name: string, text: string) => sealOf(salt, name, text)
  const text = canonicalJson(certificateRecord(content, { ...around, seal }))
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest(), salt }
}

/** Without the salt nobody can try guesses against the seal; with it, anyone can check the text. */
export const sealOf = (salt: Uint8Array, name: string, text: string): string =>
  createHash('sha256').update(salt).update(`${name}\n${text}`, 'utf8').digest('hex')
