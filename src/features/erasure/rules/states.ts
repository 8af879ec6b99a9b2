// Where a result stands, and the closed lists that people choose from.
export const resultStates = [
  /** A certificate was issued on it. */
  'issued',
  /** A person decides, with a written reason. */
  'awaitingReview',
  /** It can never carry a certificate. */
  'refused',
  /** In quarantine: no medium with exactly this serial is known. */
  'unmatched',
  /** It waited, and another proof of the medium came. */
  'released',
] as const
export type ResultState = (typeof resultStates)[number]

export const destructionMethods = [
  'shredding',
  'disintegration',
  'crushing',
  'drilling',
  'incineration',
  'melting',
] as const

export const revocationReasons = [
  'wrongMedium',
  'dataFound',
  'evidenceUntrue',
  'toolFlaw',
  'issuedInError',
] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** `R-2026-00412`: radering; `D-…`: destruktion. */
export const certificateNumber = (kind: 'erasure' | 'destruction', year: number, n: number) =>
  `${kind === 'erasure' ? 'R' : 'D'}-${year}-${String(n).padStart(5, '0')}`
