// A certificate on paper: its signature, and the proof that it carries within.
import { textOf } from '../bytes.ts'
import { sayWhatIsNever, type BundleVerdict, type CheckOptions } from '../bundle/check.ts'
import { checkCertificates } from '../bundle/certificates.ts'
import { checkEntries, type Around } from '../bundle/entries.ts'
import type { Manifest } from '../bundle/manifest.ts'
import { parseTlogProof } from '../checkpoint.ts'
import { anyEngine } from '../engine.ts'
import { isObject, parseJson, readEntry } from '../entry.ts'
import { pinnedKeys } from '../keys.ts'
import { Findings } from '../verdict.ts'
import { attachmentsIn } from './attachments.ts'
import { checkPdfSignature } from './signature.ts'

export interface PdfOptions extends CheckOptions {
  /** SHA-256 of certificates that the reader trusts, in hex. */
  readonly certificates?: readonly string[]
}

export const isPdf = (bytes: Uint8Array): boolean => textOf(bytes.subarray(0, 5)) === '%PDF-'

export async function checkPdf(
  bytes: Uint8Array,
  options: PdfOptions = {},
): Promise<BundleVerdict> {
  const engine = options.engine ?? anyEngine
  const found = new Findings()
  const pinned = pinnedKeys(engine, options.vkeys ?? [])
  if (!pinned) {
    found.fail('key-unreadable', 'keys')
    return { ...found.verdict(), contents: null }
  }
  await checkPdfSignature(engine, found, bytes, options.certificates ?? [])
  const files = attachmentsIn(bytes)
  const numbers = [...files.keys()].flatMap(
    (name) => /^(.+)\.certificate\.json$/.exec(name)?.[1] ?? [],
  )
  if (numbers.length === 0) found.fail('pdf-without-proof', 'attachments')
  // What is printed is drawn from the record, but ink is not compared with it here.
  found.omit('pdf-appearance', 'pages')
  let contents = null as BundleVerdict['contents']
  for (const number of numbers) {
    const manifest = manifestOf(files, number)
    if (!manifest) {
      const inLog = files.has(`${number}.tlog-proof`)
      found[inLog ? 'fail' : 'omit'](inLog ? 'proof-unreadable' : 'entries-pending', number)
      continue
    }
    const around: Around = { engine, found, files, manifest, pinned }
    const { entries, logs } = checkEntries(around)
    const certificates = checkCertificates(around, entries)
    for (const { record } of certificates) {
      const sha256 = isObject(record['evidence']) ? record['evidence']['sha256'] : null
      if (typeof sha256 === 'string')
        found.omit('evidence-left-out', number, { sha256, why: 'may-name-people' })
    }
    sayWhatIsNever(around, certificates)
    contents = {
      subject: manifest.subject,
      madeAt: '',
      entries: [...(contents?.entries ?? []), ...entries],
      certificates: [...(contents?.certificates ?? []), ...certificates],
      logs: contents?.logs.length ? contents.logs : logs,
    }
  }
  return { ...once(found), contents }
}

/** Several certificates in one paper share their log and what is never checked: said once. */
function once(found: Findings) {
  const { valid, checked, notChecked, failures } = found.verdict()
  const unique = <T>(list: readonly T[]) => [
    ...new Map(list.map((one) => [JSON.stringify(one), one])).values(),
  ]
  return { valid, checked: unique(checked), notChecked: unique(notChecked), failures }
}

/** The files of one certificate as a bundle would list them. */
function manifestOf(files: ReadonlyMap<string, Uint8Array>, number: string): Manifest | null {
  const name = (suffix: string) => `${number}.${suffix}`
  const text = (suffix: string) => textOf(files.get(name(suffix)) ?? new Uint8Array(0)) ?? ''
  const entry = readEntry(parseJson(text('entry.json')))
  const proof = parseTlogProof(text('tlog-proof'))
  const record = parseJson(text('certificate.json'))
  if (!entry || !proof || !isObject(record) || typeof record['id'] !== 'string') return null
  const { origin } = proof.checkpoint
  const vkeys = text('vkeys.txt')
    .split('\n')
    .filter((line) => line !== '')
  return {
    subject: { kind: 'certificate', id: record['id'], device: entry.subject },
    logs: [{ origin, vkeys }],
    entries: [{ file: name('entry.json'), proof: name('tlog-proof'), origin, index: proof.index }],
    gaps: entry.seq > 1 ? [{ from: 1, to: entry.seq - 1, why: 'left-out' }] : [],
    certificates: [{ file: name('certificate.json'), sha256: '' }],
    evidence: [],
    files: [],
    madeAt: '',
  }
}
