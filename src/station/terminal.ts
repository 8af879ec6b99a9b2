// Where people look and scan: a screen that is redrawn each second on a terminal, plain lines
// elsewhere, and lines of JSON for programs.
import { createInterface } from 'node:readline'
import { formatsOf } from '../core/format.ts'
import type { Language } from '../core/text.ts'
import { say } from '../cli/talk.ts'
import { drawScreen, type Row, type Style } from './rules/screen.ts'

export interface Bench {
  readonly rows: Map<string, Row>
  set(path: string, change: Partial<Row>): void
  /** Asks for the scan of a drive’s device; null when nothing more can be read. */
  ask(path: string, prompt: string): Promise<string | null>
  /** One line of JSON on stdout, when it was asked for. */
  event(event: { readonly event: string } & Readonly<Record<string, unknown>>): void
  /** Said once, and kept on the terminal after the end. */
  tell(line: string): void
  onStop(stop: () => void): void
  close(): void
}

export interface BenchOptions {
  readonly language: Language
  readonly name: string
  readonly timeZone: string
  readonly json: boolean
  readonly waiting: () => number
}

const codes: Record<Style, string> = {
  strong: '1',
  faint: '2',
  good: '32',
  bad: '1;31',
  busy: '36',
}
const coloured = (style: Style, text: string) => `\u001B[${codes[style]}m${text}\u001B[0m`

/** How terminals say Page Up and Page Down. */
const turns: Readonly<Record<string, number | undefined>> = { '\u001B[5~': -1, '\u001B[6~': 1 }

export function openBench(options: BenchOptions): Bench {
  const { stderr, stdin } = process
  const screen = stderr.isTTY && !options.json
  const keys = stdin.isTTY && screen
  const rows = new Map<string, Row>()
  const formats = formatsOf(options.language, options.timeZone)
  const said: string[] = []
  let stops: (() => void)[] = []
  const typing = { prompt: null as string | null, typed: '', stopping: false }
  let page = 0
  let show: string | null = null
  let answer: ((line: string | null) => void) | null = null

  const draw = () => {
    if (!screen) return
    const drawn = drawScreen([...rows.values()], {
      ...{ language: options.language, name: options.name, waiting: options.waiting() },
      // The last line stays free: what is written there makes some terminals scroll.
      ...{ width: Math.max(40, stderr.columns ?? 80), height: (stderr.rows ?? 24) - 1 },
      ...{ page, show },
      ...{ style: coloured, ...typing, clock: formats.instant(new Date().toISOString()) },
    })
    page = drawn.page
    show = null
    const text = drawn.lines.map((line) => `${line}\u001B[K`).join('\r\n')
    stderr.write(`\u001B[H${text}\u001B[J`)
  }
  const stop = () => {
    typing.stopping = true
    answer?.(null)
    for (const one of stops) one()
    stops = []
    draw()
  }
  const onKeys = (chunk: Buffer) => {
    const turn = turns[chunk.toString('latin1')]
    if (turn) page += turn
    // No other key that is not a sign is part of a scan.
    else if (chunk[0] === 0x1b) return
    else typeIn(chunk)
    draw()
  }
  const typeIn = (chunk: Buffer) => {
    for (const key of chunk.toString('utf8')) {
      if (key === '\u0003') stop()
      else if (key === '\r' || key === '\n') {
        // A scan that comes before it is asked for names no drive, and is not taken for the next.
        if (answer) answer(typing.typed)
        typing.typed = ''
      } else if (key === '\u007F' || key === '\b') typing.typed = typing.typed.slice(0, -1)
      else if (key >= ' ') typing.typed += key
    }
  }
  const lines = keys ? null : linesFrom()
  if (screen) stderr.write('\u001B[?1049h\u001B[?25l')
  if (keys) stdin.setRawMode(true).on('data', onKeys).resume()
  const timer = screen ? setInterval(draw, 1000) : undefined
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    rows,
    set: (path, change) => {
      const before = rows.get(path)
      if (!before) return
      rows.set(path, { ...before, ...change })
    },
    ask: async (path, prompt) => {
      if (!screen) stderr.write(`${prompt}\n`)
      if (lines) return lines()
      const line = await new Promise<string | null>((resolve) => {
        answer = resolve
        typing.prompt = prompt
        show = path
        draw()
      })
      answer = null
      typing.prompt = null
      draw()
      return line
    },
    event: (event) => {
      if (options.json) process.stdout.write(`${JSON.stringify(event)}\n`)
    },
    tell: (line) => {
      if (screen) said.push(line)
      else say(line)
    },
    onStop: (one) => stops.push(one),
    close: () => {
      clearInterval(timer)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      if (keys) stdin.setRawMode(false).off('data', onKeys).pause()
      if (screen) stderr.write('\u001B[?25h\u001B[?1049l')
      for (const line of said) say(line)
    },
  }
}

/** Lines of stdin as they are asked for; a scanner that is piped in may be far ahead. */
function linesFrom(): () => Promise<string | null> {
  let read: AsyncIterator<string> | null = null
  return async () => {
    read ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()
    const { value, done } = await read.next()
    return done ? null : value
  }
}
