// A proof that an entry stands in a log, to be checked offline (c2sp.org/tlog-proof).
import { toBase64 } from '../../../../core/base64.ts'
import { groupOf, isFull } from './groups.ts'
import { inclusionPath, type Hash, type Span } from './tree.ts'

export interface TlogProof {
  readonly index: number
  /** In base 64, from the leaf's sibling up to the child of the root. */
  readonly path: readonly string[]
  /** The whole signed note. */
  readonly checkpoint: string
}

export const printTlogProof = ({ index, path, checkpoint }: TlogProof): string =>
  `c2sp.org/tlog-proof@v1\nindex ${index}\n${path.map((hash) => `${hash}\n`).join('')}\n${checkpoint}`

/**
 * The path of a proof, of which the full groups have given the siblings up to where they end.
 * @returns null when they have not given as many as the log keeps
 */
export function provenPath(
  at: { readonly index: number; readonly size: number },
  siblings: readonly string[],
  edgeHash: (span: Span) => Hash,
): string[] | null {
  const spans = inclusionPath(at.index, { from: 0, to: at.size })
  let full = 0
  while (isFull(groupOf({ height: full, index: Math.floor(at.index / 2 ** full) }), at.size)) full++
  if (full !== siblings.length) return null
  return [...siblings, ...spans.slice(full).map((span) => toBase64(edgeHash(span)))]
}
