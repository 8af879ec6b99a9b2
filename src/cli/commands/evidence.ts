import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeWhole } from '../../features/devices/reading/decode.ts'
import { parseEvidence } from '../../features/erasure/rules/evidence/parse.ts'
import type { Command } from '../main.ts'
import { printJson, Refused } from '../talk.ts'

export const evidence: Command = {
  usage: 'evidence FILE… --json',
  about: 'Reads logs of wiping tools and says of each drive whether a certificate may be issued.',
  run: async (args) => {
    const { positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    if (positionals.length === 0) throw new Refused('Say which files: omlopp evidence FILE… --json')
    const read: Record<string, unknown> = {}
    for (const path of positionals) {
      const bytes = await readFile(path).catch((error: Error) => {
        throw new Refused(`${path} cannot be read: ${error.message}`)
      })
      read[basename(path)] = parseEvidence(decodeWhole(bytes).text)
    }
    printJson(read)
  },
}
