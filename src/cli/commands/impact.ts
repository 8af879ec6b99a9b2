import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { runImpactInput } from '../../features/climate/rules/cases.ts'
import type { Command } from '../main.ts'
import { parseJson, printJson, Refused } from '../talk.ts'

export const impact: Command = {
  usage: 'impact --input FILE --json',
  about: 'Computes climate figures by omlopp-impact/1 for a file of cases; needs no database.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { input: { type: 'string' }, json: { type: 'boolean' } },
    })
    if (!values.input) throw new Refused('Say which file: omlopp impact --input FILE --json')
    const text = await readFile(values.input, 'utf8').catch((error: Error) => {
      throw new Refused(`The file cannot be read: ${error.message}`)
    })
    const result = runImpactInput(parseJson(text))
    if (!result.ok) {
      printJson({ code: result.code, ...result.details })
      throw new Refused(`${result.code} at ${result.details.field ?? 'the file'}`)
    }
    printJson(result.value)
  },
}
