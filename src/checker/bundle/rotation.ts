// From a key that the reader trusts to its successors: each was named by the one before it.
import { equal, fromBase64, textOf, utf8 } from '../bytes.ts'
import { isObject, parseJson, textIn, type Json } from '../entry.ts'
import type { VerifierKey } from '../note.ts'
import type { Around } from './entries.ts'

const KEYS = 'keys/keys.json'
/** What stands before the statement, so that it is never taken for anything else. */
const PREFIX = 'omlopp.key-rotation/v1\n'

/** The pinned keys with those that they handed over to; said where it happened. */
export function withSuccessors(around: Around): Around {
  const { engine, found, files, pinned } = around
  const list = parseJson(textOf(files.get(KEYS) ?? new Uint8Array(0)) ?? '')
  const keys =
    isObject(list) && Array.isArray(list['keys']) ? (list['keys'] as readonly Json[]) : []
  if (!pinned.log) return around
  const trusted: VerifierKey[] = [...pinned.log]
  for (const key of keys) {
    const next = successorOf(key)
    const old = next && trusted.find(({ publicKey }) => equal(publicKey, next.old))
    if (!next || !old || trusted.some(({ publicKey }) => equal(publicKey, next.new))) continue
    if (!engine.verify(next.signature, utf8(PREFIX + next.statement), old.publicKey)) {
      found.fail('key-rotation-wrong', KEYS)
      continue
    }
    trusted.push({ ...old, publicKey: next.new })
    found.pass('key-followed', KEYS, { at: next.at })
  }
  return { ...around, pinned: { ...pinned, log: trusted } }
}

interface Successor {
  readonly statement: string
  readonly signature: Uint8Array
  readonly old: Uint8Array
  readonly new: Uint8Array
  readonly at: string
}

function successorOf(key: Json): Successor | null {
  const rotation = isObject(key) ? key['rotation'] : null
  if (!isObject(rotation)) return null
  const { statement, signature } = rotation
  if (typeof statement !== 'string' || typeof signature !== 'string') return null
  const said = parseJson(statement)
  if (!isObject(said)) return null
  const bytes = (value: Json | undefined) => (typeof value === 'string' ? fromBase64(value) : null)
  const [old, next, signed] = [bytes(said['old']), bytes(said['new']), bytes(signature)]
  if (old?.length !== 32 || next?.length !== 32 || !signed) return null
  return { statement, signature: signed, old, new: next, at: textIn(said['at']) }
}
