// A proof that an entry stands in a log, to be checked offline (c2sp.org/tlog-proof).
import { toBase64 } from '../../../../core/base64.ts'
import type { Hash } from './tree.ts'

export interface TlogProof {
  readonly index: number
  /** From the leaf's sibling up to the child of the root. */
  readonly path: readonly Hash[]
  /** The whole signed note. */
  readonly checkpoint: string
}

export const printTlogProof = ({ index, path, checkpoint }: TlogProof): string =>
  `${[`c2sp.org/tlog-proof@v1`, `index ${index}`, ...path.map(toBase64)].join('\n')}\n\n${checkpoint}`
