import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readProblem } from '../../features/ordering/rules/assignment/problem.ts'
import { solveAssignment } from '../../features/ordering/rules/assignment/solve.ts'
import type { Command } from '../main.ts'
import { parseJson, printJson, Refused } from '../talk.ts'

export const match: Command = {
  usage: 'match --input FILE --json',
  about:
    'Finds the cheapest assignment of devices to needs, proven; {needs, devices, candidates: [[need, device, cost]…], notMetCost}.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { input: { type: 'string' }, json: { type: 'boolean' } },
    })
    if (!values.input) throw new Refused('Say which file: omlopp match --input FILE --json')
    const text = await readFile(values.input, 'utf8').catch((error: Error) => {
      throw new Refused(`The file cannot be read: ${error.message}`)
    })
    const problem = readProblem(parseJson(text))
    if (!problem.ok) {
      printJson({ code: problem.code, ...problem.details })
      throw new Refused(`${problem.code} at ${problem.details.field ?? 'the file'}`)
    }
    const began = performance.now()
    const { total, assignment, met } = solveAssignment(problem.value)
    const seconds = Math.round(performance.now() - began) / 1000
    printJson({ total, assignment, met, seconds })
  },
}
