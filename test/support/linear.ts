// What tests of the assignment stand on: chance that repeats itself, and the oracle's own words.
import type { Candidate } from '../../src/features/ordering/rules/assignment/problem.ts'

export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The same as a linear programme; its corners are whole, since the matrix is totally unimodular. */
export function linear(
  needs: number,
  devices: number,
  candidates: readonly Candidate[],
  notMetCost: number,
) {
  const chosen = candidates.map(([need, device, cost], index) => ({
    need,
    device,
    cost,
    name: `x${index}`,
  }))
  const plus = (terms: string[]) => terms.join(' + ')
  const objective = [
    ...chosen.map(({ cost, name }) => `${cost} ${name}`),
    ...Array.from({ length: needs }, (_, need) => `${notMetCost} n${need}`),
  ]
    .join(' + ')
    .replaceAll('+ -', '- ')
  const each = Array.from(
    { length: needs },
    (_, need) =>
      ` need${need}: ${plus([...chosen.filter((one) => one.need === need).map(({ name }) => name), `n${need}`])} = 1`,
  )
  const once = Array.from({ length: devices }, (_, device) => {
    const names = chosen.filter((one) => one.device === device).map(({ name }) => name)
    return names.length > 0 ? ` device${device}: ${plus(names)} <= 1` : ''
  }).filter(Boolean)
  return ['Minimize', ` cost: ${objective}`, 'Subject To', ...each, ...once, 'End'].join('\n')
}
