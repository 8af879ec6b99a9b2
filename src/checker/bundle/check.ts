// A bundle, whole: every file is the one listed, every entry in its log, every certificate in the
// journal. What is not checked is said as plainly as what is.
import { anyEngine, type Engine } from '../engine.ts'
import { pinnedKeys } from '../keys.ts'
import { Findings, type Verdict } from '../verdict.ts'
import { readArchive } from './archive.ts'
import { checkCertificates, evidenceHashes, type SeenCertificate } from './certificates.ts'
import { checkEntries, type Around, type PlacedEntry, type SeenLog } from './entries.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { followKeys } from './rotation.ts'

export interface BundleContents {
  readonly subject: Manifest['subject']
  readonly madeAt: string
  readonly entries: readonly PlacedEntry[]
  readonly certificates: readonly SeenCertificate[]
  readonly logs: readonly SeenLog[]
}

export interface BundleVerdict extends Verdict {
  /** What the bundle held, as far as it could be read; to be shown beside the verdict, never alone. */
  readonly contents: BundleContents | null
}

export interface CheckOptions {
  /** Keys that the reader trusts, from somewhere else than the bundle. */
  readonly vkeys?: readonly string[]
  readonly engine?: Engine
}

const MANIFEST = 'bundle.json'

export function checkBundle(bytes: Uint8Array, options: CheckOptions = {}): BundleVerdict {
  const engine = options.engine ?? anyEngine
  const found = new Findings()
  const stop = (code: string, at: string): BundleVerdict => {
    found.fail(code, at)
    return { ...found.verdict(), contents: null }
  }
  const pinned = pinnedKeys(engine, options.vkeys ?? [])
  if (!pinned) return stop('key-unreadable', 'keys')
  const files = readArchive(bytes)
  if ('fault' in files) return stop(files.fault, files.at)
  const manifest = readManifest(files.get(MANIFEST))
  if (typeof manifest === 'string') return stop(manifest, MANIFEST)
  const around = followKeys({ engine, found, files, manifest, pinned })
  checkFiles(around)
  if (manifest.entries.length === 0) found.fail('entries-none', manifest.subject.device)
  const { entries, logs } = checkEntries(around)
  const certificates = checkCertificates(around, entries)
  checkEvidence(around, entries)
  sayWhatIsNever(around, certificates)
  const contents = {
    subject: manifest.subject,
    madeAt: manifest.madeAt,
    entries,
    certificates,
    logs,
  }
  return { ...found.verdict(), contents }
}

/** Everything listed is there and as listed, and nothing else is. */
function checkFiles({ engine, found, files, manifest }: Around): void {
  const listed = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]))
  const failures = found.failures.length
  for (const [name, sha256] of listed) {
    const bytes = files.get(name)
    if (!bytes) found.fail('file-missing', name)
    else if (engine.sha256Hex(bytes) !== sha256) found.fail('file-changed', name)
  }
  for (const name of files.keys())
    if (name !== MANIFEST && !listed.has(name)) found.fail('file-not-listed', name)
  const used = [
    ...manifest.entries.flatMap(({ file, proof }) => [file, proof]),
    ...manifest.certificates.map(({ file }) => file),
    ...manifest.evidence.flatMap(({ file }) => file ?? []),
  ]
  for (const name of used) if (!listed.has(name)) found.fail('file-missing', name)
  if (found.failures.length === failures)
    found.pass('files-complete', MANIFEST, { files: listed.size })
}

/** By its hash evidence is tied to the entry; whether the tool told the truth is another matter. */
function checkEvidence(
  { engine, found, files, manifest }: Around,
  entries: readonly PlacedEntry[],
): void {
  const named = evidenceHashes(entries)
  for (const { name, sha256, file, why } of manifest.evidence) {
    const bytes = file === null ? undefined : files.get(file)
    if (!named.has(sha256)) found.fail('evidence-not-in-journal', name)
    else if (file === null) found.omit('evidence-left-out', name, { sha256, why: why ?? '' })
    else if (bytes && engine.sha256Hex(bytes) !== sha256) found.fail('evidence-changed', file)
    else if (bytes) found.pass('evidence-in-journal', file)
  }
  const listed = new Set(manifest.evidence.map(({ sha256 }) => sha256))
  for (const sha256 of named)
    if (!listed.has(sha256)) found.omit('evidence-left-out', sha256, { sha256, why: '' })
}

/** What no file can show of itself. */
export function sayWhatIsNever(
  { found, manifest, pinned }: Around,
  certificates: readonly SeenCertificate[],
): void {
  const { device } = manifest.subject
  if (pinned.witnesses.length === 0) found.omit('not-witnessed', device)
  found.omit('later-entries', device)
  if (certificates.length > 0) found.omit('evidence-meaning', device)
  found.omit('people-unnamed', device)
}
