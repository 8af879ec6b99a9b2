// That one head of a log continues another: nothing between them was taken out or rewritten.
import { fromBase64 } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { anyEngine, type Engine } from './engine.ts'
import { checkSignature, pinnedKeys } from './keys.ts'
import { parseVkey } from './note.ts'
import { isConsistent } from './tree.ts'
import { Findings, type Verdict } from './verdict.ts'

export interface TwoHeads {
  readonly earlier: string
  readonly later: string
  /** Hashes in base64, as RFC 6962 orders them. */
  readonly proof: readonly string[]
  readonly ownVkeys?: readonly string[]
  readonly vkeys?: readonly string[]
  readonly engine?: Engine
}

export function checkConsistency(of: TwoHeads): Verdict {
  const engine = of.engine ?? anyEngine
  const found = new Findings()
  const [earlier, later] = [parseCheckpoint(of.earlier), parseCheckpoint(of.later)]
  const pinned = pinnedKeys(engine, of.vkeys ?? [])
  const path = of.proof.map(fromBase64)
  const own = (of.ownVkeys ?? []).flatMap((vkey) => parseVkey(engine.sha256, vkey) ?? [])
  if (!pinned) found.fail('key-unreadable', 'keys')
  else if (!earlier || !later) found.fail('checkpoint-unreadable', earlier ? 'later' : 'earlier')
  else if (earlier.origin !== later.origin) found.fail('checkpoint-of-another-log', later.origin)
  else if (!path.every((hash) => hash?.length === 32)) found.fail('proof-unreadable', later.origin)
  else {
    for (const head of [earlier, later]) checkSignature(engine, found, head, own, pinned)
    const sizes = { from: earlier.size, to: later.size }
    const good = isConsistent(engine.sha256, earlier, later, path as Uint8Array[])
    if (good) found.pass('heads-consistent', later.origin, sizes)
    else found.fail('heads-inconsistent', later.origin, sizes)
  }
  return found.verdict()
}
