// `bundle.json`: what the bundle says that it holds. Nothing in it is believed; it is a list of what
// to try.
import { textOf } from '../bytes.ts'
import { isObject, parseJson, type Json, type JsonObject } from '../entry.ts'

const FORMAT = 'omlopp-bundle/1'

export interface Manifest {
  readonly subject: {
    readonly kind: 'device' | 'certificate'
    readonly id: string
    readonly device: string
  }
  readonly logs: readonly { readonly origin: string; readonly vkeys: readonly string[] }[]
  readonly entries: readonly {
    readonly file: string
    readonly proof: string
    readonly origin: string
    readonly index: number
  }[]
  /** Numbers of the chain that are not here, and why. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly why: string }[]
  readonly certificates: readonly { readonly file: string; readonly sha256: string }[]
  readonly evidence: readonly {
    readonly name: string
    readonly sha256: string
    readonly file: string | null
    readonly why: string | null
  }[]
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly madeAt: string
}

type Reader<T> = (value: Json | undefined) => T | null

const text: Reader<string> = (value) => (typeof value === 'string' ? value : null)
const number: Reader<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
const maybeText = (value: Json | undefined) => (value === null ? null : text(value))

/** A list in which every item can be read, or null. */
function list<T>(value: Json | undefined, read: (item: JsonObject) => T | null): T[] | null {
  if (!Array.isArray(value)) return null
  const items = (value as readonly Json[]).map((item) => (isObject(item) ? read(item) : null))
  return items.every((item) => item !== null) ? items : null
}

/** The object when none of its fields is null. */
function whole<T extends Record<string, unknown>>(
  fields: T,
): { [Name in keyof T]: NonNullable<T[Name]> } | null {
  return Object.values(fields).every((value) => value !== null)
    ? (fields as { [Name in keyof T]: NonNullable<T[Name]> })
    : null
}

/** The manifest, or a code that says why there is none. */
export function readManifest(
  bytes: Uint8Array | undefined,
): Manifest | 'manifest-missing' | 'manifest-unreadable' | 'format-unknown' {
  if (!bytes) return 'manifest-missing'
  const value = parseJson(textOf(bytes) ?? '')
  if (!isObject(value)) return 'manifest-unreadable'
  if (value['format'] !== FORMAT) return 'format-unknown'
  const manifest = whole({
    subject: isObject(value['subject']) ? subjectOf(value['subject']) : null,
    logs: list(value['logs'], ({ origin, vkeys }) => {
      const keys = Array.isArray(vkeys) && vkeys.every((one) => typeof one === 'string')
      return whole({ origin: text(origin), vkeys: keys ? (vkeys as string[]) : null })
    }),
    entries: list(value['entries'], ({ file, proof, origin, index }) =>
      whole({ file: text(file), proof: text(proof), origin: text(origin), index: number(index) }),
    ),
    gaps: list(value['gaps'], ({ from, to, why }) =>
      whole({ from: number(from), to: number(to), why: text(why) }),
    ),
    certificates: list(value['certificates'], ({ file, sha256 }) =>
      whole({ file: text(file), sha256: text(sha256) }),
    ),
    evidence: list(value['evidence'], ({ name, sha256, file, why }) => {
      const known = whole({ name: text(name), sha256: text(sha256) })
      return known && { ...known, file: maybeText(file), why: maybeText(why) }
    }),
    files: list(value['files'], ({ name, sha256 }) =>
      whole({ name: text(name), sha256: text(sha256) }),
    ),
    madeAt: text(value['madeAt']),
  })
  return manifest ?? 'manifest-unreadable'
}

function subjectOf({ kind, id, device }: JsonObject): Manifest['subject'] | null {
  if (kind !== 'device' && kind !== 'certificate') return null
  const known = whole({ id: text(id), device: text(device) })
  return known && { kind, ...known }
}
