// The tree of a log as the tables keep it: proofs read the few groups they need, in one statement.
import { hash } from 'node:crypto'
import type { OrganisationId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import {
  groupOf,
  isFull,
  nodeReader,
  type Edge,
  type Group,
  type GroupKey,
} from '../rules/log/groups.ts'
import { nodesOf, spanHash, type Hash, type Sha256, type Span } from '../rules/log/tree.ts'
import { groupsAt } from '../store/log.ts'

/** By way of hex, since a buffer with memory of its own for each node is dear to collect. */
export const sha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'hex'), 'hex')

const nameOf = ({ level, index }: GroupKey): string => `${level}/${index}`

/** The hashes of spans of a log; `fresh` are groups that are full but not written yet. */
export async function spanHashes(
  tx: Tx,
  logId: OrganisationId,
  edge: Edge,
  spans: readonly Span[],
  fresh: readonly Group[] = [],
): Promise<Hash[]> {
  const groups = new Map(fresh.map((group) => [nameOf(group), group]))
  const needed = new Map<string, GroupKey>()
  for (const span of spans)
    for (const node of nodesOf(span)) {
      const key = groupOf(node)
      if (isFull(key, edge.size) && !groups.has(nameOf(key))) needed.set(nameOf(key), key)
    }
  if (needed.size > 0)
    for (const group of await groupsAt(tx, logId, [...needed.values()]))
      groups.set(nameOf(group), group)
  return spans.map(spanReader(edge, [...groups.values()]))
}

/** The hash of a span out of the edge and full groups; entries near each other share most of theirs. */
export function spanReader(edge: Edge, groups: readonly Group[]): (span: Span) => Hash {
  const byName = new Map(groups.map((group) => [nameOf(group), group]))
  const read = nodeReader(sha256, edge, (key) => byName.get(nameOf(key)))
  const known = new Map<string, Hash>()
  return (span) => {
    const name = `${span.from}-${span.to}`
    const hash = known.get(name) ?? spanHash(sha256, span, read)
    known.set(name, hash)
    return hash
  }
}
