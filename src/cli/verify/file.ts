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
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Refused(`${path} cannot be read: ${error.message}`)
  })
  const options = { vkeys, engine: nodeEngine }
  if (!isPdf(bytes)) return checkBundle(bytes, options)
  const hashes = certificates.map((one) => one.toLowerCase().replaceAll(':', ''))
  return checkPdf(bytes, { ...options, certificates: hashes })
}
