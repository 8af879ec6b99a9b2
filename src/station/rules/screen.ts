// The screen of the bench, as lines of text: one row for each drive, redrawn each second.
import type { Language } from '../../core/text.ts'
import type { Outcome } from '../../features/erasure/rules/station/document.ts'
import type { MethodName } from '../../features/erasure/rules/station/methods.ts'
import { methodTexts, phaseTexts, shortOutcomes, texts } from '../texts.ts'
import type { Phase, Progress } from './progress.ts'
import { pageOf, wrapped, type Page } from './room.ts'

export interface Row {
  readonly path: string
  readonly model: string | null
  readonly serial: string | null
  readonly bytes: number
  readonly tag: string | null
  readonly method: MethodName | null
  readonly phase: Phase
  readonly progress: Progress
  readonly outcome: Outcome | null
  /** Said in full under the table. */
  readonly note: string | null
}

export type Style = 'strong' | 'faint' | 'good' | 'bad' | 'busy'
export interface Drawing {
  readonly width: number
  readonly height: number
  /** Of more drives than fit, beginning with 0. */
  readonly page: number
  /** The drive that is to be seen, on whatever page it is. */
  readonly show: string | null
  readonly language: Language
  readonly name: string
  readonly clock: string
  readonly waiting: number
  readonly prompt: string | null
  readonly typed: string
  readonly stopping: boolean
  readonly style: (style: Style, text: string) => string
}

/** Powers of ten, as drives are sold and labelled. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  const shown = unit === 0 || value >= 9.95 ? value.toFixed(0) : value.toFixed(1)
  return `${language === 'sv' ? shown.replace('.', ',') : shown} ${units[unit]}`
}

export function timeText(seconds: number, language: Language): string {
  if (seconds < 60) return `${Math.round(seconds)} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`
  const hour = language === 'sv' ? 'tim' : 'h'
  return `${Math.floor(seconds / 3600)} ${hour} ${Math.floor((seconds % 3600) / 60)} min`
}

/** Cut so that its end is seen: the end of a serial number tells drives apart. */
function fit(text: string, width: number): string {
  if (width <= 0) return ''
  if (text.length <= width) return text.padEnd(width)
  return width < 4 ? text.slice(0, width) : `…${text.slice(text.length - width + 1)}`
}
function fitStart(text: string, width: number): string {
  if (width <= 0) return ''
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`
}

function bar(part: number | null, width: number): string {
  if (part === null) return '·'.repeat(width)
  const eighths = Math.round(Math.min(1, Math.max(0, part)) * width * 8)
  const full = Math.floor(eighths / 8)
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]!
  return `${'█'.repeat(full)}${rest}`.padEnd(width, '░')
}

/**
 * Widths of the columns but the last, which takes what is left: how far a drive has come is never
 * cut, so that on narrow screens model, method and size give way.
 */
function widthsFor(width: number): readonly number[] {
  if (width >= 150) return [13, 18, 17, 7, 12, 15]
  if (width >= 120) return [13, 0, 17, 7, 12, 0]
  if (width >= 100) return [13, 0, 14, 0, 10, 0]
  return width >= 60 ? [13, 0, 12, 0, 0, 0] : [9, 0, 0, 0, 0, 0]
}

export interface Screen {
  readonly lines: readonly string[]
  /** The page that is shown, which is the wanted one where there is such a one. */
  readonly page: number
}

/** Title, sum and page, an empty line, heads of columns; what is asked for stands below. */
const ABOVE = 4

export function drawScreen(rows: readonly Row[], drawing: Drawing): Screen {
  const { width, height, language, style } = drawing
  const widths = widthsFor(width)
  const asked = askedLines(drawing)
  const room = height - ABOVE - 1 - asked.length
  const notes = notesOf(rows, drawing, room)
  const size = Math.max(MOST_CRAMPED, room - notes.length)
  const shown = rows.findIndex(({ path }) => path === drawing.show)
  const page = pageOf(rows.length, size, shown < 0 ? drawing.page : Math.floor(shown / size))
  const used = widths.reduce((sum, one) => sum + (one > 0 ? one + 2 : 0), 0)
  const heads = widths.map((w, n) => fitStart(texts.columns[language][n]!, w))
  return {
    page: page.page,
    lines: [
      style('strong', fitStart(`${texts.title[language](drawing.name)}   ${drawing.clock}`, width)),
      sumLine(rows, drawing),
      page.pages > 1 ? style('faint', fitStart(pageText(page, rows.length, language), width)) : '',
      style('faint', fitStart(line(heads, texts.columns[language][6]!), width)),
      ...rows
        .slice(page.from, page.to)
        .map((row) =>
          line(cellsOf(row, widths, language), stateOf(row, width - used, language, style)),
        ),
      ...notes,
      '',
      ...asked,
    ],
  }
}

/** So few drives at a time are shown also where nothing fits. */
const MOST_CRAMPED = 3

const line = (cells: readonly string[], last: string) =>
  `${cells.filter((cell) => cell !== '').join('  ')}  ${last}`

const pageText = ({ from, to }: Page, all: number, language: Language) =>
  texts.page[language](from + 1, to, all)

const isBad = ({ phase, outcome }: Row): boolean => phase === 'done' && outcome !== 'proven'

/** How many are done, and how many of those somebody must look at, wherever they stand. */
function sumLine(rows: readonly Row[], { width, language, waiting, style }: Drawing): string {
  const done = rows.filter(({ phase }) => phase === 'done').length
  const bad = rows.filter(isBad).length
  const text = texts.summary[language](done, rows.length, waiting)
  if (bad === 0) return fitStart(text, width)
  const warning = `  ✗ ${texts.toLookAt[language](bad)}`
  return `${text}${style('bad', fitStart(warning, width - text.length).trimEnd())}`
}

/**
 * What is said of each drive, those first that somebody must look at. Where not all lines fit, the
 * drives have two thirds of them, and how many are unsaid is said; each outcome stands in its row, and
 * every word is said again after the end.
 */
function notesOf(rows: readonly Row[], { width, language, style }: Drawing, room: number) {
  const noted = rows.filter(({ note }) => note !== null)
  if (noted.length === 0 || room < 2 * MOST_CRAMPED) return []
  const all = rows.length + 1 + noted.length <= room
  const ordered = all ? noted : [...noted.filter(isBad), ...noted.filter((row) => !isBad(row))]
  const most = all ? noted.length : Math.max(1, Math.floor(room / 3) - 1)
  const told = ordered.length <= most ? ordered : ordered.slice(0, most - 1)
  const untold = ordered.length - told.length
  return [
    '',
    ...told.map((row) =>
      style(isBad(row) ? 'bad' : 'faint', fitStart(`${row.path}  ${row.note ?? ''}`, width)),
    ),
    ...(untold > 0 ? [style('faint', fitStart(texts.more[language](untold), width))] : []),
  ]
}

/** The question with what has been typed; a question that is too long goes on below. */
function askedLines({
  width,
  height,
  language,
  style,
  stopping,
  prompt,
  typed,
}: Drawing): string[] {
  if (stopping) return [style('bad', fitStart(texts.stopping[language], width))]
  if (!prompt) return [style('faint', fitStart(texts.stopHint[language], width))]
  const lines = wrapped(prompt, width).slice(0, Math.max(1, Math.floor(height / 5)))
  const last = lines.at(-1)!
  // A scanner types more than fits nowhere; the end of it is what is seen.
  if (last.length + 1 + Math.max(typed.length, 8) <= width)
    return [
      ...lines.slice(0, -1).map((one) => style('strong', one)),
      `${style('strong', last)} ${typed}`,
    ]
  return [...lines.map((one) => style('strong', one)), typed.slice(-width)]
}

function cellsOf(row: Row, widths: readonly number[], language: Language): string[] {
  const [path = 0, model = 0, serial = 0, size = 0, tag = 0, method = 0] = widths
  return [
    fit(row.path, path),
    fitStart(row.model ?? '–', model),
    fit(row.serial ?? '–', serial),
    sizeText(row.bytes, language).padStart(size).slice(0, size),
    fitStart(row.tag ?? '–', tag),
    fitStart(row.method ? methodTexts[row.method][language] : '–', method),
  ]
}

function stateOf(row: Row, width: number, language: Language, style: Drawing['style']): string {
  if (row.outcome) {
    const good = row.outcome === 'proven'
    const text = fitStart(`${good ? '✓' : '✗'} ${shortOutcomes[row.outcome][language]}`, width)
    return style(good ? 'good' : 'bad', text)
  }
  if (row.phase === 'done') return style('bad', fitStart(`✗ ${texts.untouched[language]}`, width))
  const { part, bytesPerSecond, secondsLeft } = row.progress
  const phase = phaseTexts[row.phase][language]
  if (row.phase === 'tag') return style('faint', fitStart(phase, width))
  const percent = part === null ? '' : `${Math.floor(part * 100)} %`.padStart(5)
  const speed = bytesPerSecond === null ? '' : `${sizeText(bytesPerSecond, language)}/s`
  const left = secondsLeft === null ? '' : texts.left[language](timeText(secondsLeft, language))
  // What tells most comes first; what does not fit is left out whole.
  const tail = [percent, left, speed].reduce(
    (text, one) =>
      one && text.length + one.length + 2 + 14 + 9 <= width ? `${text}  ${one}` : text,
    '',
  )
  const room = Math.max(4, Math.min(20, width - tail.length - 15))
  return `${phase.slice(0, 14).padEnd(14)} ${style('busy', bar(part, room))}${tail}`
}
