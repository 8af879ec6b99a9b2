// The head of a first page, and the QR code that stands in it.
import { create as createQr } from 'qrcode'
import { frameTexts } from '../texts/certificate.ts'
import { paragraph } from './blocks.ts'
import { colours, contentWidth, pageFrame, styles, type Sheet } from './page.ts'

const { left } = pageFrame

export interface Masthead {
  readonly issuerName: string
  readonly kicker: string
  readonly heading: string
  readonly lead: string
  /** Without one there is no code: each part of the document has its own. */
  readonly url: string | null
  readonly urlNote: string
}

/** Head of the first page: who speaks, the finding as a sentence, and the way to check it. */
export function masthead(sheet: Sheet, head: Masthead): void {
  const qrSize = 96
  const textWidth = head.url ? contentWidth - qrSize - 36 : contentWidth
  const qrLeft = left + contentWidth - qrSize
  sheet.artifact(() => {
    sheet.doc
      .lineWidth(2.6)
      .strokeColor(colours.accent)
      .circle(left + 6.5, 47.5, 5.2)
      .stroke()
  })
  sheet.mark('P', () => sheet.line(head.issuerName, left + 20, 40, styles.strong))
  sheet.moveTo(78)
  const top = sheet.y()
  const column = { x: left, width: textWidth }
  paragraph(sheet, head.kicker, styles.kicker, column)
  sheet.space(4)
  paragraph(sheet, head.heading, styles.h1, { ...column, type: 'H1' })
  sheet.space(10)
  paragraph(sheet, head.lead, styles.lead, column)
  if (!head.url) return sheet.moveTo(sheet.y() + 30)
  sheet.space(8)
  paragraph(sheet, head.urlNote, styles.note, column)
  const url = sheet.wrap(head.url.replace(/^https?:\/\//, ''), styles.small, textWidth)
  const linkTop = sheet.y() + 2
  linkLines(sheet, url, head.url, left, linkTop, textWidth)
  qrFigure(sheet, head.url, qrLeft, top + 2, qrSize)
  sheet.moveTo(Math.max(linkTop + url.length * 10.5, top + qrSize) + 26)
}

/** Lines that lead to an address, as one link. */
export function linkLines(
  sheet: Sheet,
  lines: readonly string[],
  url: string,
  x: number,
  top: number,
  width: number,
): void {
  const link = { ...styles.small, colour: colours.accent }
  sheet.group('P', () =>
    sheet.mark('Link', (structParent) => {
      lines.forEach((words, i) => sheet.line(words, x, top + i * 10.5, link))
      // A String object is written as text; pdfkit writes a plain one as a name.
      const more = { structParent, Contents: new String(url) as string }
      sheet.doc.link(x, top, width, lines.length * 10.5, url, more)
    }),
  )
}

export function qrFigure(sheet: Sheet, content: string, x: number, y: number, size: number): void {
  const alt = frameTexts.qrAlt[sheet.language](content)
  sheet.mark('Figure', () => drawQr(sheet.doc, content, x, y, size), {
    alt,
    bbox: [x, y, x + size, y + size],
  })
}

/** One path of rectangles, a run of dark modules each, so that no hair of white shows between. */
export function drawQr(
  doc: PDFKit.PDFDocument,
  content: string,
  x: number,
  y: number,
  size: number,
): void {
  const { modules } = createQr(content, { errorCorrectionLevel: 'M' })
  const step = size / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      doc.rect(x + start * step, y + row * step, (column - start + 1) * step, step)
    }
  }
  doc.fillColor(colours.ink).fill()
}
