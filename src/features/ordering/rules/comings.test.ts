import { describe, expect, it } from 'vitest'
import { endOfUse, stillNeeded, type ProfileLine } from './comings.ts'

const line = (kind: ProfileLine['kind']): ProfileLine => ({
  ...{ kind, leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null },
})

describe('what somebody who begins needs', () => {
  it('is the profile, less what is held or has been ordered', () => {
    const lines = [line('laptop'), line('monitor'), line('monitor')]
    const kinds = (held: Record<string, number>) => stillNeeded(lines, held).map((one) => one.kind)
    expect(kinds({})).toEqual(['laptop', 'monitor', 'monitor'])
    expect(kinds({ laptop: 2 })).toEqual(['monitor', 'monitor'])
    expect(kinds({ monitor: 1, tablet: 1 })).toEqual(['laptop', 'monitor'])
    expect(kinds({ laptop: 1, monitor: 5 })).toEqual([])
  })
})

describe('the end of use of what a leaver holds', () => {
  const opened = { was: '2028-01-31', set: '2026-06-30' }
  it.each([
    ['the last day comes first', '2026-06-30', '2028-01-31', null, '2026-06-30'],
    ['there is no planned day', '2026-06-30', null, null, '2026-06-30'],
    ['the planned day comes first', '2026-06-30', '2026-05-01', null, '2026-05-01'],
    ['the last day is put off', '2026-09-30', '2026-06-30', opened, '2026-09-30'],
    ['the last day is put off past the plan', '2029-01-01', '2026-06-30', opened, '2028-01-31'],
    ['the person stays', null, '2026-06-30', opened, '2028-01-31'],
    ['somebody decided another day since', null, '2026-07-15', opened, '2026-07-15'],
    ['nobody leaves', null, '2028-01-31', null, '2028-01-31'],
  ])('%s', (_, leavesOn, endsOn, before, wanted) => {
    expect(endOfUse({ leavesOn, endsOn, opened: before }).endsOn).toBe(wanted)
  })
})
