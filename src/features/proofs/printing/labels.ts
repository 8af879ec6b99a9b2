// Labels for devices on PDF: sheets of 3 × 7 (63.5 × 38.1 mm, as Avery L7160) and 24 mm tape.
import type { Language } from '../../../core/text.ts'
import { labelTexts as t } from '../texts/handover.ts'
import { drawQr } from './masthead.ts'
import { code128 } from './code128.ts'
import type { Weight } from './fonts.ts'
import { bytesOf, colours, openDocument } from './page.ts'

export interface Label {
  readonly organisationName: string
  readonly assetTag: string
  readonly model: string | null
  readonly serialNumber: string | null
  /** What the QR code holds; the bar code holds the asset tag. */
  readonly url: string
}

export type LabelMedium = 'sheet-3x7' | 'tape-24'

export interface LabelOptions {
  readonly medium: LabelMedium
  readonly language: Language
  readonly createdAt: Date
  /** Labels already taken from the first sheet, so that it can be used up. */
  readonly usedOnFirstSheet?: number
}

const mm = (millimetres: number): number => (millimetres * 72) / 25.4

const sheet = {
  page: [mm(210), mm(297)],
  columns: 3,
  perPage: 21,
  left: mm(7.2),
  top: mm(15.15),
  pitchX: mm(66.04),
  pitchY: mm(38.1),
  width: mm(63.5),
  height: mm(38.1),
} as const
const tape = {
  page: [mm(70), mm(24)],
  columns: 1,
  perPage: 1,
  left: 0,
  top: 0,
  pitchX: 0,
  pitchY: 0,
  width: mm(70),
  height: mm(24),
} as const

export async function renderLabels(
  labels: readonly Label[],
  options: LabelOptions,
): Promise<Uint8Array> {
  const layout = options.medium === 'tape-24' ? tape : sheet
  const { language, createdAt } = options
  const title = t.title[language]
  const doc = openDocument({ title, language, createdAt }, layout.page)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const skipped = options.medium === 'tape-24' ? 0 : (options.usedOnFirstSheet ?? 0) % sheet.perPage
  if (labels.length === 0) doc.addPage()
  labels.forEach((label, i) => {
    const place = (i + skipped) % layout.perPage
    if (i === 0 || place === 0) doc.addPage()
    const x = layout.left + (place % layout.columns) * layout.pitchX
    const y = layout.top + Math.floor(place / layout.columns) * layout.pitchY
    const draw = options.medium === 'tape-24' ? drawTape : drawSticker
    const alt = `${t.alt[language](label.assetTag)}, ${label.url}`
    root.add(doc.struct('Figure', { alt }, [() => draw(doc, label, x, y)]))
  })
  root.end()
  return bytesOf(doc)
}

type Doc = PDFKit.PDFDocument

function drawSticker(doc: Doc, label: Label, x: number, y: number): void {
  const pad = mm(4)
  const qr = mm(19)
  const textLeft = x + pad + qr + mm(3)
  const textWidth = sheet.width - 2 * pad - qr - mm(3)
  drawQr(doc, label.url, x + pad, y + mm(3.5), qr)
  words(doc, label.organisationName, textLeft, y + mm(3.2), textWidth, 7, 500, 'cut')
  words(doc, label.assetTag, textLeft, y + mm(6.6), textWidth, 14, 600, 'shrink')
  if (label.model) words(doc, label.model, textLeft, y + mm(13.6), textWidth, 7, 400, 'cut')
  if (label.serialNumber)
    words(doc, label.serialNumber, textLeft, y + mm(17), textWidth, 7, 400, 'shrink')
  drawBars(doc, label.assetTag, x + pad, y + mm(25), sheet.width - 2 * pad, mm(9.5))
}

function drawTape(doc: Doc, label: Label, x: number, y: number): void {
  const qr = mm(18)
  const textLeft = x + mm(3) + qr + mm(3)
  const textWidth = tape.width - mm(9) - qr
  drawQr(doc, label.url, x + mm(3), y + mm(3), qr)
  words(doc, label.organisationName, textLeft, y + mm(2.6), textWidth, 6.5, 500, 'cut')
  words(doc, label.assetTag, textLeft, y + mm(5.4), textWidth, 14, 600, 'shrink')
  drawBars(doc, label.assetTag, textLeft, y + mm(13), textWidth, mm(8))
}

/** One line that always fits: what identifies shrinks, what only helps is cut. */
function words(
  doc: Doc,
  content: string,
  x: number,
  y: number,
  width: number,
  size: number,
  weight: Weight,
  tooLong: 'shrink' | 'cut',
): void {
  doc.font(String(weight)).fontSize(size).fillColor(colours.ink)
  let shown = content
  if (doc.widthOfString(shown) > width && tooLong === 'shrink')
    doc.fontSize((size * width) / doc.widthOfString(shown))
  else
    while (shown.length > 1 && doc.widthOfString(shown) > width)
      shown = `${shown.replace(/…$/, '').slice(0, -1).trimEnd()}…`
  doc.text(shown, x, y, { lineBreak: false })
}

/**
 * As wide as fits, but no module above 0.3 mm, so that the 3 mm around the bars are the ten quiet
 * modules that a scanner needs. Beyond ASCII the QR code stands alone.
 */
function drawBars(
  doc: Doc,
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const widths = code128(text)
  if (!widths) return
  const step = Math.min(mm(0.3), width / widths.reduce((sum, each) => sum + each, 0))
  let at = x
  widths.forEach((each, i) => {
    if (i % 2 === 0) doc.rect(at, y, each * step, height)
    at += each * step
  })
  doc.fillColor(colours.ink).fill()
}
