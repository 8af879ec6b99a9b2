// The zip of a bundle, `omlopp-bundle/1`: entries as they were hashed, the proof of each, the records
// of certificates, evidence that names nobody, keys, and how to check it all without us.
import { zipSync } from 'fflate'
import { verifyText } from '../texts/bundle.ts'

export interface PackedEntry {
  readonly seq: number
  readonly origin: string
  readonly index: number
  readonly body: string
  readonly tlogProof: string
}

export interface PackedEvidence {
  readonly name: string
  readonly sha256: string
  /** Null when it is left out. */
  readonly bytes: Uint8Array | null
  readonly why: string | null
}

export interface Gap {
  readonly from: number
  readonly to: number
  readonly why: 'not-shared' | 'left-out' | 'pending'
}

export interface BundleToPack {
  readonly subject: { readonly kind: 'device' | 'certificate'; readonly id: string }
  readonly deviceId: string
  readonly logs: readonly { readonly origin: string; readonly vkeys: readonly string[] }[]
  readonly entries: readonly PackedEntry[]
  readonly gaps: readonly Gap[]
  readonly certificates: readonly { readonly number: string; readonly record: string }[]
  readonly evidence: readonly PackedEvidence[]
  /** The installation's list of log keys, with what old keys said of new ones. */
  readonly keys: unknown
  readonly madeAt: Date
  readonly sha256: (bytes: Uint8Array) => string
}

const encoder = new TextEncoder()
const numbered = (seq: number) => `entries/${String(seq).padStart(4, '0')}`
/** A name that every file system takes. */
const safe = (name: string) => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_')

export function packBundle(of: BundleToPack): Uint8Array {
  const files = new Map<string, Uint8Array>()
  const add = (name: string, content: string | Uint8Array) => {
    files.set(name, typeof content === 'string' ? encoder.encode(content) : content)
    return name
  }
  const entries = of.entries.map(({ seq, origin, index, body, tlogProof }) => ({
    file: add(`${numbered(seq)}.json`, body),
    proof: add(`${numbered(seq)}.tlog-proof`, tlogProof),
    origin,
    index,
  }))
  const certificates = of.certificates.map(({ number, record }) => {
    const file = add(`certificates/${safe(number)}.json`, record)
    return { file, sha256: of.sha256(files.get(file)!) }
  })
  const evidence = of.evidence.map(({ name, sha256, bytes, why }) => ({
    name,
    sha256,
    file: bytes && add(`evidence/${sha256.slice(0, 12)}-${safe(name)}`, bytes),
    why,
  }))
  add('keys/keys.json', print(of.keys))
  add('VERIFY.txt', verifyText({ vkeys: [...new Set(of.logs.flatMap(({ vkeys }) => vkeys))] }))
  const manifest = {
    format: 'omlopp-bundle/1',
    subject: { ...of.subject, device: of.deviceId },
    madeAt: of.madeAt.toISOString(),
    logs: of.logs.map(({ origin, vkeys }) => ({ origin, vkeys })),
    entries,
    gaps: of.gaps,
    certificates,
    evidence,
    files: [...files].map(([name, bytes]) => ({ name, sha256: of.sha256(bytes) })),
  }
  const all = [['bundle.json', encoder.encode(print(manifest))] as const, ...files]
  // The same bytes each time: a zip holds local times, to which the moment of packing adds nothing.
  const mtime = new Date(1980, 0, 1)
  return zipSync(
    Object.fromEntries(
      all.map(([name, bytes]) => [name, [bytes, { level: bytes.length < SMALL ? 0 : 6 }]] as const),
    ),
    { mtime },
  )
}

/**
 * Smaller files are stored as they are: packing two dozen of them, each half hashes that nothing packs,
 * takes longer than all else and saves some twenty kilobytes.
 */
const SMALL = 16_384

const print = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

/** The numbers up to the last that are not among those shown, as spans with their reason. */
export function gapsBetween(
  shown: readonly number[],
  whyOf: (seq: number) => Gap['why'],
  last: number,
): Gap[] {
  const there = new Set(shown)
  const gaps: Gap[] = []
  for (let seq = 1; seq <= last; seq++) {
    if (there.has(seq)) continue
    const why = whyOf(seq)
    const open = gaps.at(-1)
    if (open?.to === seq - 1 && open.why === why) gaps[gaps.length - 1] = { ...open, to: seq }
    else gaps.push({ from: seq, to: seq, why })
  }
  return gaps
}
