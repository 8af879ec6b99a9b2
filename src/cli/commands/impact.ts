import { parseArgs } from 'node:util'
import { runImpactInput } from '../../features/climate/rules/cases.ts'
import type { Command } from '../main.ts'
import { printJson, readInput, Refused } from '../talk.ts'

export const impact: Command = {
  usage: 'impact --input FILE --json',
  about: 'Computes climate figures by omlopp-impact/1 for a file of cases; needs no database.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { input: { type: 'string' }, json: { type: 'boolean' } },
    })
    const result = runImpactInput(await readInput(values.input, impact.usage))
    if (!result.ok)
      throw new Refused(`${result.code} at ${result.details.field ?? 'the file'}`, {
        ...{ code: result.code, ...result.details },
      })
    printJson(result.value)
  },
}
