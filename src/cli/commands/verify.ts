// Checks a bundle or a signed certificate without any database: the file is all there is.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkBundle } from '../../checker/bundle/check.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import type { Finding, Verdict } from '../../checker/verdict.ts'
import { sentenceOf } from '../../features/proofs/texts/findings.ts'
import type { Command } from '../main.ts'
import { printJson, Refused, say } from '../talk.ts'

export const verify: Command = {
  usage: 'verify BUNDLE|CERTIFICATE.pdf [--key VKEY]… [--certificate SHA256]… [--json]',
  about: 'Checks a proof offline and says what was checked, and what was not.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        certificate: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    })
    const [path] = positionals
    if (!path || positionals.length > 1)
      throw new Refused('Say which file: omlopp verify BUNDLE|CERTIFICATE.pdf')
    const bytes = await readFile(path).catch((error: Error) => {
      throw new Refused(`${path} cannot be read: ${error.message}`)
    })
    const verdict = await check(bytes, values.key ?? [], values.certificate ?? [])
    const { valid, checked, notChecked, failures } = verdict
    if (values.json) printJson({ valid, checked, notChecked, failures })
    else tell(verdict)
    if (!valid) process.exitCode = 1
  },
}

async function check(bytes: Uint8Array, vkeys: string[], certificates: string[]): Promise<Verdict> {
  const options = { vkeys, engine: nodeEngine }
  const { checkPdf, isPdf } = await import('../../checker/pdf/check.ts')
  if (!isPdf(bytes)) return checkBundle(bytes, options)
  const hashes = certificates.map((one) => one.toLowerCase().replaceAll(':', ''))
  return checkPdf(bytes, { ...options, certificates: hashes })
}

function tell({ valid, checked, notChecked, failures }: Verdict): void {
  say(valid ? 'The proof holds.' : 'The proof does NOT hold.')
  list('What is wrong', failures)
  list('Checked', checked)
  list('Not checked', notChecked)
}

function list(heading: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  say(`\n${heading}`)
  for (const finding of findings) say(`  ${finding.at}: ${sentenceOf(finding, 'en')}`)
}
