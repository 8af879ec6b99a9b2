// What a log shows: the proofs of a subject's entries, its heads, and that one head follows another.
import { fromBase64 } from '../../../core/base64.ts'
import type { Uuid } from '../../../core/ids.ts'
import { invariant } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { keysOf, type Keys } from '../../../keys/keys.ts'
import { parseCheckpoint } from '../rules/log/checkpoint.ts'
import { edgeFromBytes } from '../rules/log/groups.ts'
import { ED25519, parseNote, printKey, verifierKey } from '../rules/log/note.ts'
import { printTlogProof, provenPath } from '../rules/log/tlog-proof.ts'
import { provenRows, type HeadRow, type PlacedEntry, type ProvenRows } from '../store/proven.ts'
import { spanReader } from './log-tree.ts'

export interface ProvenEntry {
  readonly seq: number
  readonly origin: string
  readonly index: number
  /** The canonical bytes, as UTF-8 text. */
  readonly body: string
  /** c2sp.org/tlog-proof, against the newest checkpoint of its log. */
  readonly tlogProof: string
}

export interface ProvenLog {
  readonly origin: string
  /** The keys of this installation that have signed for the log, the one in use first. */
  readonly vkeys: readonly string[]
  /** The signed note, with the cosignatures of witnesses. */
  readonly checkpoint: string
}

export interface ProvenEntries {
  readonly logs: readonly ProvenLog[]
  /** By number in the subject's own chain. */
  readonly entries: readonly ProvenEntry[]
  /** Numbers of entries that are in the journal and will be in their log within a minute. */
  readonly pending: readonly number[]
}

/** The entries on a subject that the acting organisation shares, each with its proof. */
export const provenEntries = async (ctx: ActionContext, subjectId: Uuid): Promise<ProvenEntries> =>
  prove(ctx, await provenRows(ctx.tx, subjectId))

export function prove(ctx: ActionContext, { entries, logs }: ProvenRows): ProvenEntries {
  const proven = logs.map((head) =>
    proveIn(
      ctx,
      head,
      entries.filter((entry): entry is InLog => entry.logId === head.logId && entry.index !== null),
    ),
  )
  const found = proven.flatMap((one) => one.entries).sort((a, b) => a.seq - b.seq)
  const pending = entries.filter(({ index }) => index === null).map(({ seq }) => seq)
  invariant(found.length + pending.length === entries.length, 'a log with entries has a head')
  return { logs: proven.map(({ log }) => log), entries: found, pending }
}

type InLog = PlacedEntry & { readonly index: number }

function proveIn(
  ctx: ActionContext,
  head: HeadRow,
  entries: readonly InLog[],
): { log: ProvenLog; entries: ProvenEntry[] } {
  const checkpoint = head.note + head.cosignatures.join('')
  const { origin } = readHead(head.note)
  const { size } = head
  const edgeHash = spanReader(edgeFromBytes(size, Buffer.from(head.edge, 'hex')), [])
  return {
    log: { origin, vkeys: vkeysOf(keysOf(ctx), origin), checkpoint },
    entries: entries.map(({ seq, body, index, siblings }) => {
      const path = provenPath({ index, size }, siblings, edgeHash)
      invariant(path, 'the log keeps the groups that an entry lies in')
      return { seq, origin, index, body, tlogProof: printTlogProof({ index, path, checkpoint }) }
    }),
  }
}

/** Every key that has signed heads of the log, as verifiers are given keys; the one in use first. */
export const vkeysOf = (keys: Keys, origin: string): string[] =>
  keys
    .logKeys()
    .map(({ publicKey }) => printKey(verifierKey(origin, ED25519, fromBase64(publicKey)!)))
    .reverse()

/** What a stored note says; it was written by us. */
export function readHead(note: string) {
  const parsed = parseNote(note)
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : null
  invariant(head, 'a stored checkpoint can be read')
  return head
}
