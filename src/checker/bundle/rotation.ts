// The keys of a bundle say how each took over from the one before.
import { textOf } from '../bytes.ts'
import { isObject, parseJson, type Json } from '../entry.ts'
import { withSuccessors } from '../rotation.ts'
import type { Around } from './entries.ts'

const KEYS = 'keys/keys.json'

/** The pinned keys with those that they handed over to; said where it happened. */
export function followKeys(around: Around): Around {
  const { engine, found, files, pinned } = around
  if (!pinned.log) return around
  const list = parseJson(textOf(files.get(KEYS) ?? new Uint8Array(0)) ?? '')
  const keys =
    isObject(list) && Array.isArray(list['keys']) ? (list['keys'] as readonly Json[]) : []
  const log = withSuccessors(engine, found, KEYS, pinned.log, keys)
  return { ...around, pinned: { ...pinned, log } }
}
