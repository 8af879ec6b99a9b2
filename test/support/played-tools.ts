// Tools that answer from captures, in order, and write down what they were asked: for drives that no
// test machine has. What they say is what the real tools said; what is tried is the station.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Played {
  readonly stdout?: string
  readonly stderr?: string
  readonly code?: number
}

export interface PlayedTools {
  readonly folder: string
  /** The answers to come, one for each call; the last one again and again. */
  answers(tool: string, answers: readonly Played[]): void
  /** What it was asked since, a line for each call. */
  asked(tool: string): string[]
  remove(): void
}

const script = `#!/bin/sh
d=$(dirname "$0")/$(basename "$0").played
printf '%s\\n' "$*" >> "$d/asked"
n=$(cat "$d/next")
[ -e "$d/$((n + 1)).code" ] && echo $((n + 1)) > "$d/next"
cat "$d/$n.out"
cat "$d/$n.err" >&2
exit "$(cat "$d/$n.code")"
`

export function playedTools(tools: readonly string[]): PlayedTools {
  const folder = mkdtempSync(join(tmpdir(), 'omlopp-tools-'))
  const of = (tool: string, file: string) => join(folder, `${tool}.played`, file)
  for (const tool of tools) {
    writeFileSync(join(folder, tool), script)
    chmodSync(join(folder, tool), 0o755)
  }
  return {
    folder,
    answers: (tool, answers) => {
      rmSync(join(folder, `${tool}.played`), { recursive: true, force: true })
      mkdirSync(join(folder, `${tool}.played`))
      writeFileSync(of(tool, 'next'), '0')
      answers.forEach(({ stdout = '', stderr = '', code = 0 }, n) => {
        writeFileSync(of(tool, `${n}.out`), stdout)
        writeFileSync(of(tool, `${n}.err`), stderr)
        writeFileSync(of(tool, `${n}.code`), String(code))
      })
    },
    asked: (tool) =>
      existsSync(of(tool, 'asked'))
        ? readFileSync(of(tool, 'asked'), 'utf8').trimEnd().split('\n')
        : [],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
