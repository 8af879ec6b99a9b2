// From a key that the reader trusts to its successors: each was named by the one before it.
import { equal, fromBase64, utf8 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { isObject, parseJson, textIn, type Json } from './entry.ts'
import type { VerifierKey } from './note.ts'
import type { Findings } from './verdict.ts'

/** What stands before the statement, so that it is never taken for anything else. */
const PREFIX = 'omlopp.key-rotation/v1\n'

/** The trusted keys with those that they handed over to, in whatever order they are listed. */
export function withSuccessors(
  engine: Engine,
  found: Findings,
  at: string,
  trusted: readonly VerifierKey[],
  listed: readonly Json[],
): VerifierKey[] {
  const keys = [...trusted]
  const knows = (publicKey: Uint8Array) => keys.find((key) => equal(key.publicKey, publicKey))
  let waiting = listed.flatMap((key) => successorOf(key) ?? [])
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length
    waiting = waiting.filter((next) => {
      const old = knows(next.old)
      if (!old) return true
      if (knows(next.new)) return false
      if (engine.verify(next.signature, utf8(PREFIX + next.statement), old.publicKey)) {
        keys.push({ ...old, publicKey: next.new })
        found.pass('key-followed', at, { at: next.at })
      } else found.fail('key-rotation-wrong', at)
      return false
    })
  }
  return keys
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
