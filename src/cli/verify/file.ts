// A bundle or a signed certificate, without any database: the file is all there is.
import { readFile } from 'node:fs/promises'
import { checkBundle } from '../../checker/bundle/check.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { checkPdf, isPdf } from '../../checker/pdf/check.ts'
import type { Verdict } from '../../checker/verdict.ts'
import { Refused } from '../talk.ts'

/** @param certificates SHA-256 of certificates that the reader trusts for papers */
export async function verifyFile(
  path: string,
  vkeys: readonly string[],
  certificates: readonly string[],
): Promise<Verdict> {
  const hashes = certificates.map((one) => one.toLowerCase().replaceAll(':', ''))
  const odd = hashes.findIndex((hash) => !/^[0-9a-f]{64}$/.test(hash))
  // A hash cut short in copying would else read as a certificate that is not the trusted one.
  if (odd >= 0) throw new Refused(`${certificates[odd]} is no SHA-256 of a certificate.`)
  const bytes = await readFile(path).catch((error: Error) => {
    // In the shape of every answer, for who reads only that.
    const failures = [{ code: 'file-unreadable', at: path }]
    const verdict: Verdict = { valid: false, checked: [], notChecked: [], failures }
    throw new Refused(`${path} cannot be read: ${error.message}`, verdict)
  })
  const options = { vkeys, engine: nodeEngine }
  if (!isPdf(bytes)) return checkBundle(bytes, options)
  return checkPdf(bytes, { ...options, certificates: hashes })
}
