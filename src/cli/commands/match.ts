import { parseArgs } from 'node:util'
import type { Refusal } from '../../core/result.ts'
import { readProblem, type ProblemFault } from '../../features/ordering/rules/assignment/problem.ts'
import { solveAssignment } from '../../features/ordering/rules/assignment/solve.ts'
import type { Command } from '../main.ts'
import { printJson, readInput, Refused } from '../talk.ts'

export const match: Command = {
  usage: 'match --input FILE --json',
  about:
    'Finds the cheapest assignment of devices to needs, proven; {needs, devices, candidates: [[need, device, cost]…], notMetCost}.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { input: { type: 'string' }, json: { type: 'boolean' } },
    })
    const problem = readProblem(await readInput(values.input, match.usage))
    if (!problem.ok)
      throw new Refused(wordsOf(problem), { ...{ code: problem.code, ...problem.details } })
    const began = performance.now()
    const { total, assignment, met } = solveAssignment(problem.value)
    const seconds = Math.round(performance.now() - began) / 1000
    printJson({ total, assignment, met, seconds })
  },
}

const words: Record<ProblemFault, string> = {
  'match-not-an-object': 'should be an object: {needs, devices, candidates, notMetCost}',
  'match-count-invalid': 'should be a whole number, 0 to 1 000 000',
  'match-candidate-invalid': 'should be [need, device, cost], three whole numbers',
  'match-candidate-unknown': 'names a need or device past the last; they count from 0',
  'match-cost-invalid': 'should be a whole number, small enough for sums to be exact',
}

function wordsOf({ code, details }: Refusal<ProblemFault>): string {
  const where = code === 'match-not-an-object' ? 'The file' : String(details.field)
  const most = details['most'] === undefined ? '' : `: at most ${String(details['most'])} here`
  return `${where} ${details.field === 'candidates' ? 'should be a list of [need, device, cost]' : words[code]}${most}. (${code})`
}
