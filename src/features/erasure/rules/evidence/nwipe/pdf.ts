// The PDFs that nwipe writes beside its log. They are unsigned and drawn from the same run, so that
// one alone proves nothing; what it says is held against the log instead.
import { wholeNumber } from '../lines.ts'

export interface NwipeDiskPdf {
  readonly kind: 'disk'
  readonly serial: string | null
  readonly model: string | null
  readonly bus: string | null
  readonly sizeApparentBytes: number | null
  readonly sizeRealBytes: number | null
  readonly start: string | null
  readonly end: string | null
  readonly status: string | null
  /** `See Warning !` beside the status: hidden sectors, or none could be told of. */
  readonly warning: boolean
  readonly method: string | null
  readonly finalPass: string | null
  readonly verify: string | null
  readonly bytesErased: string | null
  readonly rounds: string | null
  readonly errors: string | null
  readonly hpa: string | null
  readonly technician: string | null
  readonly toolVersion: string
}

export interface NwipeSystemPdf {
  readonly kind: 'system'
  readonly systemSerial: string | null
  readonly systemUuid: string | null
  /** In the form of file names: OMLSSD-0002 is printed OMLSSD_0002. */
  readonly diskSerials: readonly string[]
  readonly end: string | null
  readonly toolVersion: string
}

export type NwipePdf = NwipeDiskPdf | NwipeSystemPdf

interface Drawn {
  readonly x: number
  readonly y: number
  readonly text: string
}

// nwipe draws each text by itself, uncompressed, one byte for each character.
const drawn =
  /BT \/GS0 gs ([\d.]{1,12}) ([\d.]{1,12}) TD \/F\d{1,3} [\d.]{1,12} Tf [\d. ]{1,60} rg [\d.]{1,12} Tc \(((?:[^\\()\r\n]|\\.){0,400})\) Tj ET/g
const footer = /^Disc Erasure by NWIPE version (\S{1,20})$/
/** Longer than any report: one of a system with many drives has a page for each. */
const mostTexts = 20_000

/** The text of each page, in the order it is drawn; a page begins with its footer. */
function pagesOf(latin1: string): Drawn[][] {
  const pages: Drawn[][] = []
  let count = 0
  for (const [, x, y, text] of latin1.matchAll(drawn)) {
    if (++count > mostTexts) return []
    const one = { x: Number(x), y: Number(y), text: text!.replace(/\\(.)/g, '$1') }
    if (footer.test(one.text)) pages.push([])
    pages.at(-1)?.push(one)
  }
  return pages
}

/** `Errors(pass/sync/verify):` and `*Bytes Erased:` without what varies between versions. */
const labelOf = (text: string): string | null =>
  /^\*?([A-Z][\w/ ]{1,30}(?:\((?:Apparent|Real)\))?)(?:\([\w/]{1,40}\))?:\s?$/.exec(text)?.[1] ??
  null

/** What stands to the right of each label, on its line. */
function fieldsOf(page: readonly Drawn[]): (label: string) => (string | null)[] {
  return (wanted) =>
    page
      .filter(({ text }) => labelOf(text) === wanted)
      .map((label) => {
        const right = page
          .filter(({ x, y }) => y === label.y && x > label.x)
          .sort((a, b) => a.x - b.x)[0]
        return right && labelOf(right.text) === null ? right.text.trim() : null
      })
}

/** `  50 MB, 50331648 bytes` or `67 MB,67108864b` */
const bytesIn = (text: string | null): number | null =>
  wholeNumber(/,\s*(\d{1,16})\s?(?:bytes|b)$/i.exec(text ?? '')?.[1])

function readDisk(page: readonly Drawn[], toolVersion: string): NwipeDiskPdf {
  const all = fieldsOf(page)
  const one = (label: string): string | null => all(label)[0] ?? null
  return {
    kind: 'disk',
    serial: one('Serial'),
    model: one('Make/Model'),
    bus: one('Bus'),
    sizeApparentBytes: bytesIn(one('Size(Apparent)')),
    sizeRealBytes: bytesIn(one('Size(Real)')),
    start: one('Start time'),
    end: one('End time'),
    status: one('Status'),
    warning: page.some(({ text }) => text.trim() === 'See Warning !'),
    method: one('Method'),
    finalPass: one('Final Pass') ?? one('Blanking Pass'),
    verify: one('Verify Pass') ?? one('Verify'),
    bytesErased: one('Bytes Erased'),
    rounds: one('Rounds'),
    errors: one('Errors'),
    hpa: one('HPA/DCO'),
    technician: one('Name/ID'),
    toolVersion,
  }
}

function readSystem(pages: readonly Drawn[][], toolVersion: string): NwipeSystemPdf {
  const heads = pages[0] ?? []
  const after = (start: string): string | null =>
    heads
      .find(({ text }) => text.trim().startsWith(start))
      ?.text.trim()
      .slice(start.length) ?? null
  const all = pages.map(fieldsOf)
  const texts = (label: string) =>
    all.flatMap((fields) => fields(label)).filter((text): text is string => text !== null)
  return {
    kind: 'system',
    systemSerial: after('System S/N: '),
    systemUuid: after('System uuid: '),
    diskSerials: [...new Set(texts('S/N'))],
    end: texts('End time').sort().at(-1) ?? null,
    toolVersion,
  }
}

/** @param latin1 the file's bytes, one character each */
export function readNwipePdf(latin1: string): NwipePdf | null {
  if (!latin1.startsWith('%PDF-')) return null
  const pages = pagesOf(latin1)
  const [first] = pages
  const toolVersion = footer.exec(first?.[0]?.text ?? '')?.[1]
  if (!first || toolVersion === undefined) return null
  const titles = first.map(({ text }) => text.trim())
  if (titles.includes('Disk Erasure Report')) return readDisk(first, toolVersion)
  return titles.includes('System Erasure Report') ? readSystem(pages, toolVersion) : null
}
