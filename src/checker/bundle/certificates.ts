// The certificates of a bundle: each is the very record that its entry names, and says no more than
// the entry does.
import { isObject, parseCanonical, textIn, type Json, type JsonObject } from '../entry.ts'
import type { Around, PlacedEntry } from './entries.ts'

export interface SeenCertificate {
  readonly file: string
  readonly sha256: string
  readonly record: JsonObject
  /** The entry that issued it. */
  readonly entry: PlacedEntry | null
  readonly standing: 'valid' | 'revoked' | 'superseded'
  /** When it ended, and why or by which certificate. */
  readonly ended: { readonly at: string; readonly by: string } | null
}

const RECORD = 'omlopp-certificate/1'
const ISSUING = ['erasure.proven', 'erasure.mediumErased', 'erasure.destroyed']

export function checkCertificates(
  around: Around,
  entries: readonly PlacedEntry[],
): SeenCertificate[] {
  const { found, files, manifest, engine } = around
  const seen = manifest.certificates.flatMap((listed) => {
    const bytes = files.get(listed.file)
    if (!bytes) return []
    const record = parseCanonical(bytes)
    if (!isObject(record) || record['format'] !== RECORD) {
      found.fail('certificate-unreadable', listed.file)
      return []
    }
    const sha256 = engine.sha256Hex(bytes)
    return [checkOne(around, { file: listed.file, sha256, record }, entries)]
  })
  const { kind, id } = manifest.subject
  if (kind === 'certificate' && !seen.some(({ record }) => record['id'] === id))
    found.fail('certificate-missing', id)
  return seen
}

interface Read {
  readonly file: string
  readonly sha256: string
  readonly record: JsonObject
}

function checkOne(around: Around, read: Read, entries: readonly PlacedEntry[]): SeenCertificate {
  const { found, manifest } = around
  const { file, sha256, record } = read
  const [entry, told] = issueOf(record, entries) ?? [null, null]
  const device = field(record, 'device', 'id')
  if (device !== manifest.subject.device) found.fail('certificate-of-another-device', file)
  if (!entry) found.fail('certificate-not-in-journal', file)
  else if (told['certificateSha256'] !== sha256) found.fail('certificate-changed', file)
  else {
    found.pass('certificate-in-journal', file, { seq: entry.seq })
    const differing = differences(record, entry, told)
    for (const name of differing) found.fail('certificate-claims-differ', file, { field: name })
    const excess = tooMuch(record)
    for (const name of excess) found.fail('certificate-claims-too-much', file, { field: name })
    if (differing.length + excess.length === 0) found.pass('certificate-follows', file)
  }
  const ended = endOf(record, entries)
  // A file about one certificate does not hold when that one has been withdrawn.
  const isSubject = manifest.subject.kind === 'certificate' && record['id'] === manifest.subject.id
  if (ended?.standing === 'revoked')
    found[isSubject ? 'fail' : 'pass']('certificate-revoked', file, { at: ended.at, why: ended.by })
  if (ended?.standing === 'superseded')
    found.pass('certificate-superseded', file, { at: ended.at, by: ended.by })
  return {
    ...read,
    entry,
    standing: ended?.standing ?? 'valid',
    ended: ended && { at: ended.at, by: ended.by },
  }
}

/** The entry that tells of its issue, and what it tells of it. */
function issueOf(
  record: JsonObject,
  entries: readonly PlacedEntry[],
): [PlacedEntry, JsonObject] | null {
  for (const entry of entries)
    if (ISSUING.includes(entry.kind))
      for (const told of certificatesOf(entry))
        if (told['id'] === record['id']) return [entry, told]
  return null
}

function certificatesOf({ content }: PlacedEntry): JsonObject[] {
  const list = content['certificates']
  return Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : []
}

function field(record: JsonObject, ...path: readonly string[]): Json | undefined {
  let value: Json | undefined = record
  for (const name of path) value = isObject(value) ? value[name] : undefined
  return value
}

/** What the record says otherwise than the entry that every reader of the log can see. */
function differences(record: JsonObject, entry: PlacedEntry, told: JsonObject): string[] {
  const isErasure = record['kind'] === 'erasure'
  const pairs: [string, Json | undefined, Json | undefined][] = [
    ['number', record['number'], told['number']],
    ['medium', field(record, 'medium', 'id'), told['medium']],
    ['serialNumber', field(record, 'medium', 'serialNumber'), told['serial']],
    ['issuer', record['issuer'], entry.organisation],
    ['issuedAt', record['issuedAt'], entry.at],
    ['kind', isErasure ? 'erasure' : 'destruction', kindOf(entry)],
    ...(isErasure
      ? ([
          ['evidence', field(record, 'evidence', 'sha256'), told['evidence']],
          ['level', field(record, 'sanitisation', 'method'), told['level']],
        ] as const)
      : ([
          ['photo', field(record, 'evidence', 'photoSha256'), told['photo']],
          ['method', field(record, 'destruction', 'technique'), told['method']],
        ] as const)
    ).map(([name, mine, theirs]): [string, Json | undefined, Json | undefined] => [
      name,
      mine ?? null,
      theirs ?? null,
    ]),
  ]
  return pairs.filter(([, mine, theirs]) => mine !== theirs).map(([name]) => name)
}

const kindOf = ({ kind }: PlacedEntry) => (kind === 'erasure.destroyed' ? 'destruction' : 'erasure')

/** A certificate of something that did not succeed, by its own figures. */
function tooMuch(record: JsonObject): string[] {
  if (record['kind'] !== 'erasure') return []
  const fact = (name: string) => field(record, 'sanitisation', name)
  const wrong: [string, boolean][] = [
    ['verdict', field(record, 'validation', 'verdict') !== 'approved'],
    ['verification', field(record, 'verification', 'result') !== 'passed'],
    ['errors', ['passErrors', 'verificationErrors', 'syncErrors'].some((name) => fact(name) !== 0)],
    ['erasedBytes', fact('erasedBytes') !== field(record, 'medium', 'nativeCapacityBytes')],
    ['times', !inOrder(fact('startedAt'), fact('endedAt'))],
    ['notChecked', !Array.isArray(record['notChecked']) || record['notChecked'].length === 0],
  ]
  return wrong.filter(([, is]) => is).map(([name]) => name)
}

const inOrder = (a: Json | undefined, b: Json | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string' && Date.parse(a) < Date.parse(b)

interface End {
  readonly standing: 'revoked' | 'superseded'
  readonly at: string
  readonly by: string
}

function endOf(record: JsonObject, entries: readonly PlacedEntry[]): End | null {
  for (const entry of entries) {
    if (
      entry.kind === 'erasure.certificateRevoked' &&
      entry.content['certificate'] === record['id']
    )
      return { standing: 'revoked', at: entry.at, by: textIn(entry.content['reason']) }
    for (const told of certificatesOf(entry)) {
      const replaced = told['supersedes']
      if (Array.isArray(replaced) && (replaced as readonly Json[]).includes(record['number']!))
        return { standing: 'superseded', at: entry.at, by: textIn(told['number']) }
    }
  }
  return null
}

/** What the entries call evidence, by hash: logs of tools and photos. */
export function evidenceHashes(entries: readonly PlacedEntry[]): Set<string> {
  const hashes = new Set<string>()
  for (const entry of entries)
    for (const holder of [entry.content, ...certificatesOf(entry)])
      for (const name of ['evidence', 'photo'])
        if (typeof holder[name] === 'string') hashes.add(holder[name])
  return hashes
}
