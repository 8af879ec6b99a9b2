// Talk goes to stderr; stdout carries JSON alone.

/** A refusal that the person at the terminal can do something about; no stack is shown. */
export class Refused extends Error {}

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

/** Reads a file's text as JSON, or refuses. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused(`The file is not JSON: ${(error as Error).message}`)
  }
}
