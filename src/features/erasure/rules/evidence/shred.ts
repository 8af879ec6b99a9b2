// GNU shred -v: overwrites, names no serial number and never reads back.
import { withCertificate } from '../certificate.ts'
import { linesOf } from './lines.ts'
import { nothingSaid, plainSession, type Evidence, type EvidenceDevice } from './shape.ts'

const pass = /^shred: (\S+): pass (\d{1,4})\/(\d{1,4}) \(/

interface Run {
  passes: number
  of: number
  failed: boolean
}

export function readShred(text: string): Evidence | null {
  if (!/^shred: \S+: pass \d+\/\d+ \(/m.test(text)) return null
  const runs = new Map<string, Run>()
  for (const line of linesOf(text)) {
    const match = pass.exec(line)
    if (match) {
      const run = runs.get(match[1] ?? '') ?? { passes: 0, of: 0, failed: false }
      run.passes = Math.max(run.passes, Number(match[2]))
      run.of = Number(match[3])
      runs.set(match[1] ?? '', run)
    } else if (line.startsWith('shred: ')) {
      const run = runs.get(/^shred: (\S+?): /.exec(line)?.[1] ?? '')
      if (run) run.failed = true
    }
  }
  const devices = [...runs].map(([device, run]): EvidenceDevice =>
    withCertificate({
      ...nothingSaid,
      device,
      method: 'shred',
      technique: 'overwrite',
      passesCompleted: run.passes,
      result: run.failed ? 'failed' : run.passes === run.of ? 'erased' : 'incomplete',
      maxLevel: run.failed || run.passes !== run.of ? null : 'clear',
    }),
  )
  return {
    format: 'shred',
    tool: 'shred',
    toolVersion: null,
    sessions: [plainSession('shred', null, devices)],
  }
}
