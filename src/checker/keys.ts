// Whose signature a checkpoint must bear. A key that came with the thing it signs proves only that
// the two belong together; a key that the reader brought proves who signed.
import { equal } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Engine } from './engine.ts'
import { isWitness, parseVkey, renamed, signedBy, type VerifierKey } from './note.ts'
import type { Findings } from './verdict.ts'

/** What the reader trusts beforehand; of the log's own keys null when none was brought. */
export interface Pinned {
  readonly log: readonly VerifierKey[] | null
  readonly witnesses: readonly VerifierKey[]
}

/** Null when one of them is not a key. */
export function pinnedKeys(engine: Engine, vkeys: readonly string[]): Pinned | null {
  const keys = vkeys.map((vkey) => parseVkey(engine.sha256, vkey.trim()))
  if (!keys.every((key) => key !== null)) return null
  const log = keys.filter((key) => !isWitness(key))
  return { log: log.length > 0 ? log : null, witnesses: keys.filter(isWitness) }
}

/**
 * Checks one checkpoint against the keys that came along and those that are pinned.
 * @returns whether the checkpoint may be relied on
 */
export function checkSignature(
  engine: Engine,
  found: Findings,
  checkpoint: Checkpoint,
  own: readonly VerifierKey[],
  pinned: Pinned,
): boolean {
  const at = checkpoint.origin
  const details = { size: checkpoint.size }
  const fail = (code: string) => {
    found.fail(code, at, details)
    return false
  }
  // A key pins by its bytes: it may sign the logs of several organisations, each by its name.
  const brought = (pinned.log ?? []).map((key) => renamed(engine.sha256, key, at))
  const keys = [...own.filter((key) => !isWitness(key)), ...brought]
  const answers = keys.map((key) => [key, signedBy(engine, checkpoint.note, key)] as const)
  if (answers.some(([, answer]) => answer === 'wrong')) return fail('checkpoint-signature-wrong')
  const signers = answers.flatMap(([key, answer]) => (answer === 'signed' ? [key] : []))
  if (signers.length === 0 && (own.length > 0 || pinned.log)) return fail('checkpoint-not-signed')
  const isPinned = (key: VerifierKey) => brought.some((one) => equal(one.publicKey, key.publicKey))
  if (pinned.log && !signers.some(isPinned)) return fail('key-not-the-pinned')
  for (const witness of pinned.witnesses) {
    const answer = signedBy(engine, checkpoint.note, witness)
    if (answer !== 'signed') return fail('cosignature-missing')
    found.pass('checkpoint-cosigned', witness.name, details)
  }
  if (signers.length > 0)
    found.pass(pinned.log ? 'checkpoint-signed-by-pinned' : 'checkpoint-signed', at, details)
  if (!pinned.log) found.omit('key-not-pinned', at)
  return true
}
