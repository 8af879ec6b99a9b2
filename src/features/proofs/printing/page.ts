// The frame that all printed documents share: a tagged A4 in PDF/A-3a with our type and colours.
// The same data give the same bytes: nothing here reads a clock or draws chance.
import PDFDocument from 'pdfkit'
import type { Language } from '../../../core/text.ts'
import { frameTexts } from '../texts/certificate.ts'
import { printFont, type Weight } from './fonts.ts'
import { wrapText } from './wrap.ts'

export const colours = {
  ink: '#17201D',
  ink2: '#47524E',
  ink3: '#626C68',
  line: '#DFDFD8',
  edge: '#868D89',
  accent: '#0B5A4A',
} as const

export interface TextStyle {
  readonly size: number
  readonly leading: number
  readonly weight: Weight
  readonly colour: string
  /** In thousandths of the size. */
  readonly tracking?: number
}

const style = (
  size: number,
  leading: number,
  weight: Weight,
  colour: string,
  tracking = 0,
): TextStyle => ({ size, leading, weight, colour, tracking })

/** The web's sizes at three quarters, as a CSS pixel is three quarters of a point. */
export const styles = {
  kicker: style(10.5, 15, 500, colours.ink2),
  h1: style(26, 31, 600, colours.ink, -20),
  lead: style(12.5, 19, 400, colours.ink),
  h2: style(17, 22, 600, colours.ink, -12),
  h3: style(11.5, 15, 600, colours.ink, -5),
  body: style(9.5, 13.5, 400, colours.ink),
  strong: style(9.5, 13.5, 600, colours.ink),
  serial: style(9.5, 13.5, 400, colours.ink, 20),
  label: style(9, 13.5, 400, colours.ink2),
  head: style(8.5, 12, 500, colours.ink2),
  cell: style(8.5, 12, 400, colours.ink),
  cellStrong: style(8.5, 12, 600, colours.ink),
  cellSerial: style(8.5, 12, 400, colours.ink, 20),
  cellQuiet: style(8.5, 12, 400, colours.ink3),
  note: style(8.5, 12, 400, colours.ink2),
  small: style(7.5, 10.5, 400, colours.ink3),
} as const satisfies Record<string, TextStyle>

export interface Attachment {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly description: string
}

/** Leaves room in the file for a signature; `sign.ts` fills it. */
export interface SignatureRoom {
  readonly signerName: string
  readonly reason: string
  readonly at: Date
}

export interface SheetOptions {
  /** Plain words without user data: pdfkit writes it unescaped into XML. */
  readonly title: string
  readonly language: Language
  readonly createdAt: Date
  readonly running: string
  readonly footer: readonly string[]
  readonly attachments?: readonly Attachment[]
  readonly signature?: SignatureRoom | undefined
}

type Struct = ReturnType<PDFKit.PDFDocument['struct']>
type StructOptions = {
  readonly alt?: string
  readonly title?: string
  readonly scope?: 'Column' | 'Row'
  readonly bbox?: readonly [number, number, number, number]
}

export const pageFrame = { width: 595.28, height: 841.89, left: 48, top: 66, bottom: 62 } as const
export const contentWidth = pageFrame.width - 2 * pageFrame.left
const lowest = pageFrame.height - pageFrame.bottom

export type Sheet = ReturnType<typeof openSheet>

export function openDocument(
  options: Pick<SheetOptions, 'title' | 'language' | 'createdAt'>,
  size: readonly [number, number],
): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: options.language === 'sv' ? 'sv-SE' : 'en-GB',
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    // Null keeps out Helvetica, which cannot be embedded; the types know only names.
    font: null as unknown as string,
    info: {
      Title: options.title,
      Producer: 'Omlopp',
      Creator: 'Omlopp',
      CreationDate: options.createdAt,
    },
  })
  for (const weight of [400, 500, 600] as const)
    doc.registerFont(String(weight), printFont(weight) as unknown as Uint8Array)
  return doc
}

export function openSheet(options: SheetOptions) {
  const doc = openDocument(options, [pageFrame.width, pageFrame.height])
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  let parent: Struct = root
  let y = 48

  const use = (text: TextStyle): void => {
    doc.font(String(text.weight)).fontSize(text.size)
  }
  const spacing = (text: TextStyle): number => ((text.tracking ?? 0) * text.size) / 1000
  const widthOf = (line: string, text: TextStyle): number => {
    use(text)
    return doc.widthOfString(line, { characterSpacing: spacing(text) })
  }

  /** Draws one line whose box starts at `top`; the letters stand in the middle of the leading. */
  const line = (
    content: string,
    x: number,
    top: number,
    text: TextStyle,
    align: 'left' | 'right' = 'left',
    width = 0,
  ): void => {
    if (content === '') return
    use(text)
    const start = align === 'right' ? x + width - widthOf(content.trimEnd(), text) : x
    doc.fillColor(text.colour).text(content, start, top + (text.leading - text.size * 1.22) / 2, {
      lineBreak: false,
      characterSpacing: spacing(text),
    })
  }

  const artifact = (draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void => {
    doc.markContent('Artifact', { type })
    draw()
    doc.endMarkedContent()
  }

  /** Marks what `draw` puts on the page as one element; a page never breaks inside. */
  const mark = (type: string, draw: (element: Struct) => void, more: StructOptions = {}): void => {
    const element: Struct = doc.struct(type, more, [() => draw(element)])
    parent.add(element)
  }

  const group = <T>(type: string, fill: () => T, more: StructOptions = {}): T => {
    const [outer, element] = [parent, doc.struct(type, more)]
    parent.add(element)
    parent = element
    const filled = fill()
    parent = outer
    element.end()
    return filled
  }

  const rule = (at: number, colour: string, from: number, to: number, weight = 0.75): void =>
    artifact(
      () => void doc.lineWidth(weight).strokeColor(colour).moveTo(from, at).lineTo(to, at).stroke(),
    )

  const newPage = (): void => {
    doc.addPage()
    y = pageFrame.top
  }

  const finish = (): Promise<Uint8Array> => {
    if (options.signature) makeRoom(doc, root, options.signature)
    root.end()
    const { start, count } = doc.bufferedPageRange()
    for (let i = 0; i < count; i++) {
      doc.switchToPage(start + i)
      artifact(() => pageFurniture(i + 1, count), 'Pagination')
    }
    for (const { fileName, bytes, mediaType, description } of options.attachments ?? [])
      embed(doc, { fileName, bytes, mediaType, description }, options.createdAt)
    return bytesOf(doc)
  }

  function pageFurniture(page: number, pages: number): void {
    const { left } = pageFrame
    const right = left + contentWidth
    if (page > 1) {
      line(options.running, left, 36, styles.note)
      doc.lineWidth(0.5).strokeColor(colours.line).moveTo(left, 54).lineTo(right, 54).stroke()
    }
    const foot = lowest + 18
    doc.lineWidth(0.5).strokeColor(colours.line).moveTo(left, foot).lineTo(right, foot).stroke()
    options.footer.forEach((words, i) => line(words, left, foot + 6 + i * 10.5, styles.small))
    const count = frameTexts.pageOf[options.language](page, pages)
    line(count, left, foot + 6, styles.small, 'right', contentWidth)
  }

  return {
    doc,
    language: options.language,
    line,
    widthOf,
    wrap: (content: string, text: TextStyle, width: number): string[] =>
      wrapText(content, width, (part) => widthOf(part, text)),
    artifact,
    mark,
    group,
    rule,
    newPage,
    finish,
    y: () => y,
    moveTo: (next: number): void => void (y = next),
    space: (points: number): void => void (y += points),
    room: (): number => lowest - y,
    /** Number of the page that is drawn on, from one. */
    pageNow: (): number => doc.bufferedPageRange().count,
    /** Starts a new page unless this much fits; answers whether it did. */
    ensure: (height: number): boolean => {
      if (y + height <= lowest) return false
      newPage()
      return true
    },
  }
}

/** As signpdf looks for them. */
const byteRange = [0, '**********', '**********', '**********']
/** A signature with one certificate takes about 1 100. */
const signatureBytes = 3072

/** A signature field without a size: the paper says in words who signed. */
function makeRoom(doc: PDFKit.PDFDocument, root: Struct, room: SignatureRoom): void {
  // The names in this order: signpdf looks for Contents after ByteRange.
  const value = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: byteRange,
    Contents: new Uint8Array(signatureBytes),
    M: room.at,
    Name: new String(room.signerName),
    Reason: new String(room.reason),
  })
  value.end('')
  doc.switchToPage(doc.bufferedPageRange().start)
  const form = doc.struct('Form', { alt: room.reason })
  root.add(form)
  const field = { Subtype: 'Widget', FT: 'Sig', T: new String('Signature1'), F: 4, V: value }
  doc.annotate(0, 0, 0, 0, { ...field, structParent: form } as PDFKit.Mixins.AnnotationOption)
  form.end()
  const { page, _root } = doc as unknown as {
    page: { annotations: readonly unknown[] }
    _root: { data: Record<string, unknown> }
  }
  // pdfkit would ask for a font to fill forms with; a signature is no text.
  Object.assign(doc, { endAcroForm: () => doc })
  _root.data['AcroForm'] = { Fields: [page.annotations.at(-1)], SigFlags: 3 }
}

/** PDF/A-3 wants the relationship of each file; pdfkit takes it, its types do not know it. */
function embed(doc: PDFKit.PDFDocument, file: Attachment, at: Date): void {
  const more = {
    name: file.fileName,
    type: file.mediaType,
    description: file.description,
    creationDate: at,
    modifiedDate: at,
    relationship: 'Data',
  }
  doc.file(Buffer.from(file.bytes), more)
}

export function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('error', reject)
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.end()
  })
}
