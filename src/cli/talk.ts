// Talk goes to stderr; stdout carries JSON alone.

/** A refusal that the person at the terminal can do something about; no stack is shown. */
export class Refused extends Error {}

export const say = (line: string): void => void process.stderr.write(`${line}\n`)

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
