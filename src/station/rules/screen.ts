// The screen of the bench, as lines of text: one row for each drive, redrawn each second.
import type { Language } from '../../core/text.ts'
import type { Outcome } from '../../features/erasure/rules/station/document.ts'
import type { MethodName } from '../../features/erasure/rules/station/methods.ts'
import { methodTexts, phaseTexts, shortOutcomes, texts } from '../texts.ts'
import type { Phase, Progress } from './progress.ts'

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
  return width >= 100 ? [13, 0, 14, 0, 10, 0] : [13, 0, 12, 0, 0, 0]
}

export function drawScreen(rows: readonly Row[], drawing: Drawing): string[] {
  const { width, language, style, name, clock } = drawing
  const widths = widthsFor(width)
  const heads = texts.columns[language]
  const done = rows.filter(({ phase }) => phase === 'done').length
  const title = texts.title[language](name)
  const sum = texts.summary[language](done, rows.length, drawing.waiting)
  const line = (cells: readonly string[], last: string) =>
    `${cells.filter((cell) => cell !== '').join('  ')}  ${last}`
  const used = widths.reduce((sumOf, one) => sumOf + (one > 0 ? one + 2 : 0), 0)
  const notes = rows.filter(({ note }) => note !== null)
  return [
    style('strong', fitStart(`${title}   ${clock}`, width)),
    fitStart(sum, width),
    '',
    style(
      'faint',
      fitStart(
        line(
          widths.map((w, n) => fitStart(heads[n]!, w)),
          heads[6]!,
        ),
        width,
      ),
    ),
    ...rows.map((row) =>
      line(cellsOf(row, widths, language), stateOf(row, width - used, language, style)),
    ),
    ...(notes.length > 0 ? [''] : []),
    ...notes.map((row) =>
      style(
        row.outcome === 'proven' || row.outcome === null ? 'faint' : 'bad',
        fitStart(`${row.path}  ${row.note ?? ''}`, width),
      ),
    ),
    '',
    drawing.stopping
      ? style('bad', texts.stopping[language])
      : drawing.prompt
        ? `${style('strong', drawing.prompt)}${drawing.typed}`
        : style('faint', texts.stopHint[language]),
  ]
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
