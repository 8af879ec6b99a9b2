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
/** What nobody chooses: the one named as witness says that it did not happen so. */
export const witnessDenied = 'witnessDenied'
export const allRevocationReasons = [...revocationReasons, witnessDenied] as const
export type RevocationReason = (typeof allRevocationReasons)[number]

/** EWC, as the waste is named when it is handed over: `16 02 16`, `19 12 11*`. */
export const wasteCodePattern = '^\\d{2} ?\\d{2} ?\\d{2}\\*?$'
export const plainWasteCode = (text: string): string =>
  text.replace(/^(\d{2}) ?(\d{2}) ?(\d{2})/, '$1 $2 $3')

/** `R-2026-00412`: radering; `D-…`: destruktion. */
export const certificateNumber = (kind: 'erasure' | 'destruction', year: number, n: number) =>
  `${kind === 'erasure' ? 'R' : 'D'}-${year}-${String(n).padStart(5, '0')}`
