// Talk goes to stderr; stdout carries JSON alone.
import { readFile } from 'node:fs/promises'

/** A refusal that the person at the terminal can do something about; no stack is shown. */
export class Refused extends Error {
  /** What stdout carries of it, for who reads the answer as JSON. */
  readonly answer: object | undefined

  constructor(message: string, answer?: object) {
    super(message)
    this.answer = answer
  }
}

export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Where nobody looks, in a log, a line so often is enough. */
const LINE_EACH_MS = 5000

/** A line about what is going on, written over by the next where somebody looks at a terminal. */
export function tellMeanwhile(): { tell(line: string): void; clear(): void } {
  const seen = process.stderr.isTTY
  let told = ''
  let toldAt = Date.now()
  return {
    tell: (line) => {
      if (line === told || (!seen && Date.now() - toldAt < LINE_EACH_MS)) return
      process.stderr.write(seen ? `\r\u001b[K  ${line}` : `  ${line}\n`)
      told = line
      toldAt = Date.now()
    },
    clear: () => void (seen && process.stderr.write('\r\u001b[K')),
  }
}

export function fail(line: string): void {
  say(line)
  process.exitCode = 1
}

export const printJson = (value: unknown): void =>
  void process.stdout.write(`${JSON.stringify(value, null, 1)}\n`)

/** The file that `--input` names, as JSON, or a refusal. */
export async function readInput(path: string | undefined, usage: string): Promise<unknown> {
  if (!path) throw new Refused(`Say which file: omlopp ${usage}`, { code: 'input-missing' })
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Refused(`The file cannot be read: ${error.message}`, { code: 'input-unreadable' })
  })
  return parseJson(text)
}

/** A file's text as JSON, or a refusal. */
export function parseJson(text: string): unknown {
  try {
    // Some editors put a byte order mark before the text, which JSON knows nothing of.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refused(`The file is not JSON: ${(error as Error).message}`, {
      code: 'input-not-json',
    })
  }
}
