import { describe, expect, test } from 'vitest'
import { daysOver, dueBefore, isDue } from './due.ts'

const today = '2026-03-12'

describe('due for replacement', () => {
  test.each([
    ['inUse', '2026-06-10', true],
    ['inUse', '2026-06-11', false],
    ['handedOut', '2026-02-28', true],
    ['handedIn', '2026-02-28', false],
    ['inUse', null, false],
  ] as const)('%s that ends %s is due: %s', (status, endsOn, due) => {
    expect(isDue({ status, endsOn }, today)).toBe(due)
  })
  test('the list of what is due ends on the same day as the rule', () => {
    expect(isDue({ status: 'inUse', endsOn: dueBefore(today) }, today)).toBe(true)
  })
  test.each([
    ['inUse', '2026-02-28', 12],
    ['inUse', '2026-03-12', null],
    ['pool', '2026-02-28', null],
  ] as const)('%s that ended %s is %s days over', (status, endsOn, days) => {
    expect(daysOver({ status, endsOn }, today)).toBe(days)
  })
})
