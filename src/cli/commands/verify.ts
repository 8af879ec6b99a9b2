// Checks a proof offline, or the whole log of a database, and says what was checked and what was not.
import { parseArgs } from 'node:util'
import type { Finding, Verdict } from '../../checker/verdict.ts'
import { sentenceOf } from '../../features/proofs/texts/findings.ts'
import type { Command } from '../main.ts'
import { printJson, Refused, say } from '../talk.ts'

export const verify: Command = {
  usage: 'verify BUNDLE|CERTIFICATE.pdf|--log [--key VKEY]… [--certificate SHA256]… [--json]',
  about: 'Checks a proof offline, or with --log every entry, head and chain in the database.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        log: { type: 'boolean' },
        key: { type: 'string', multiple: true },
        certificate: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    })
    const [path] = positionals
    if (Boolean(path) === Boolean(values.log) || positionals.length > 1)
      throw new Refused('Say what: omlopp verify BUNDLE|CERTIFICATE.pdf, or omlopp verify --log')
    const { key = [], certificate = [], json = false } = values
    const verdict = await (path ? ofFile(path, key, certificate, json) : ofLog(key, json))
    if (!verdict.valid) process.exitCode = 1
  },
}

// Loaded on demand: a file is checked without any of what reads a database, and the other way round.
async function ofFile(path: string, keys: string[], certificates: string[], json: boolean) {
  const { verifyFile } = await import('../verify/file.ts')
  const verdict = await verifyFile(path, keys, certificates).catch((error: unknown) => {
    throw error instanceof Refused && !json ? new Refused(error.message) : error
  })
  const { valid, checked, notChecked, failures } = verdict
  if (json) printJson({ valid, checked, notChecked, failures })
  else tell(valid ? 'The proof holds.' : 'The proof does NOT hold.', verdict)
  return verdict
}

async function ofLog(keys: string[], json: boolean) {
  const { verifyLog } = await import('../verify/log.ts')
  const began = performance.now()
  const verdict = await verifyLog(keys)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { valid, checked, notChecked, failures, logs, entries } = verdict
  if (json) printJson({ valid, checked, notChecked, failures, logs, entries })
  else {
    say(`${entries} entries of ${logs} logs in ${seconds} s.`)
    tell(valid ? 'The log holds.' : 'The log does NOT hold.', verdict)
  }
  return verdict
}

function tell(heading: string, { checked, notChecked, failures }: Verdict): void {
  say(heading)
  list('What is wrong', failures)
  list('Checked', checked)
  list('Not checked', notChecked)
}

function list(heading: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  say(`\n${heading}`)
  for (const finding of findings) say(`  ${finding.at}: ${sentenceOf(finding, 'en')}`)
}
