// The sample that somebody other than the operator validates: R2v3 appendix B asks for five per cent
// of what was logically sanitised, by a competent and independent person.

/** What R2v3 asks for. */
export const leastSample = 5

/** From the settings of the organisation that erases. */
export function samplePercentFrom(settings: unknown): number {
  const said = (settings as { samplePercent?: unknown } | null)?.samplePercent
  return typeof said === 'number' && said >= 0 && said <= 100 ? said : leastSample
}

/** What is hashed for the draw. The result's id is chance of the server's and stands on the record,
 * so nobody chooses what is drawn, nobody knows it beforehand, and anyone can draw again. */
export const drawText = (resultId: string): string => `omlopp-sample/1\n${resultId}`

/** Whether the hash of the draw (SHA-256) falls within the share. */
export function isDrawn(hash: Uint8Array, percent: number): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = hash
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0 < (percent / 100) * 2 ** 32
}
