// A result in words, in the language of the reader.
import type { Translate } from '../../../web/kit/language.tsx'
import { reasonCodes, type ReasonCode } from '../rules/reasons.ts'
import { reasonTexts } from '../texts.ts'
import { pageTexts as texts } from '../texts/pages.ts'

export const deviceName = (device: {
  readonly serialNumber: string | null
  readonly assetTag: string | null
}) => device.serialNumber ?? device.assetTag ?? '–'

interface Reason {
  readonly code: string
  readonly text: string
}
const isKnown = (code: string): code is ReasonCode =>
  (reasonCodes as readonly string[]).includes(code)

/** The server words it in the browser's language; the reader may have chosen another. */
export const reasonText = ({ code, text }: Reason, t: Translate): string =>
  isKnown(code) ? t(reasonTexts[code]) : text

export function reasonLine(reasons: readonly Reason[], t: Translate): string {
  const [first] = reasons
  if (!first) return ''
  const said = reasonText(first, t)
  return reasons.length === 1 ? said : t(texts.andMore, said, reasons.length - 1)
}
