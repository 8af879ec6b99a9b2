// A discrepancy as a page gets it, and what it is called there.
import type { WholeCollection } from '../CollectionPage.tsx'

export type Discrepancy = WholeCollection['discrepancies'][number]

export const codeOf = ({ device, code }: Discrepancy): string =>
  device?.serialNumber ?? device?.assetTag ?? code
