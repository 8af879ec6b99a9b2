// The same labels for Zebra printers in ZPL II, UTF-8, with all data escaped.
import { code128 } from './code128.ts'
import type { Label } from './labels.ts'

export interface ZplOptions {
  readonly widthMm: number
  readonly heightMm: number
  /** 8 dots per mm is 203 dpi, 12 is 300, 24 is 600. */
  readonly dotsPerMm: 8 | 12 | 24
}

export function labelsZpl(labels: readonly Label[], options: ZplOptions): string {
  return labels.map((label) => labelZpl(label, options)).join('')
}

function labelZpl(label: Label, { widthMm, heightMm, dotsPerMm }: ZplOptions): string {
  const dots = (millimetres: number): number => Math.round(millimetres * dotsPerMm)
  const textLeft = 23
  const line = (y: number, size: number, text: string): string =>
    `^FO${dots(textLeft)},${dots(y)}^A0N,${dots(size)}^FH^FD${escapeZpl(text)}^FS\n`
  // The printer stays in set B in mode N, so every character takes eleven modules.
  const modules = code128(label.assetTag) ? 11 * (label.assetTag.length + 2) + 13 : 0
  const free = dots(widthMm - 6)
  const barModule = modules ? Math.min(10, Math.floor(free / (modules + 20))) : 0
  return [
    '^XA\n^CI28\n',
    `^PW${dots(widthMm)}\n^LL${dots(heightMm)}\n^LH0,0\n`,
    // Model 2, magnification; level M, automatic mode.
    `^FO${dots(3)},${dots(2)}^BQN,2,${qrMagnification(label.url, dots(18))}^FH^FDMA,${escapeZpl(label.url)}^FS\n`,
    line(3, 2.6, label.organisationName),
    line(6.5, 5, label.assetTag),
    label.model ? line(13, 2.6, label.model) : '',
    label.serialNumber ? line(16.5, 2.6, label.serialNumber) : '',
    barModule >= 1 && heightMm >= 30
      ? `^FO${dots(3) + 10 * barModule},${dots(24)}^BY${barModule}^BCN,${dots(Math.min(10, heightMm - 27))},N,N,N^FH^FD${escapeZpl(label.assetTag.replaceAll('>', '>0'))}^FS\n`
      : '',
    '^XZ\n',
  ].join('')
}

/** Dots per module so that a code of this length stays within the space; byte mode, level M. */
function qrMagnification(content: string, space: number): number {
  const capacityM = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
  const bytes = new TextEncoder().encode(content).length
  const version = capacityM.findIndex((most) => bytes <= most) + 1 || capacityM.length
  return Math.max(1, Math.min(10, Math.floor(space / (17 + 4 * version))))
}

/**
 * ^FH reads `_` and two hex figures as one byte. So caret and tilde, which begin commands, the
 * underscore itself and control characters are written that way; the rest stays UTF-8 under ^CI28.
 */
export function escapeZpl(text: string): string {
  return text.replace(/[\p{Cc}^~_\\]/gu, (sign) =>
    Array.from(
      new TextEncoder().encode(sign),
      (byte) => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  )
}
