import { describe, expect, it } from 'vitest'
import { checkNeed, gradeSuffices, type WantedNeed } from './needs.ts'

const need: WantedNeed = {
  ...{ kind: 'laptop', leastMemoryGb: 16, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: 'windows', leastGrade: 'B', holderId: 'person', unitId: null },
  ...{ neededFromOn: '2026-08-01', untilOn: null, specialNeed: null },
  ...{ way: 'pool', newReason: null, newWords: null },
}

describe('a need', () => {
  it.each([
    ['an ordinary one', {}, null, null],
    ['of a unit', { holderId: null, unitId: 'unit' }, null, null],
    ['of nobody', { holderId: null }, 'need-for-nobody', 'holderId'],
    ['from a day that is not', { neededFromOn: '2026-02-30' }, 'day-not-valid', 'neededFromOn'],
    ['for one day', { untilOn: '2026-08-01' }, null, null],
    ['that ends first', { untilOn: '2026-07-31' }, 'need-ends-first', 'untilOn'],
    ['of a telephone with Windows', { kind: 'smartphone' }, 'need-contradicts', 'osFamily'],
    [
      'of a screen with memory',
      { kind: 'monitor', osFamily: null },
      'need-contradicts',
      'leastMemoryGb',
    ],
    [
      'of a screen with cores',
      { kind: 'monitor', osFamily: null, leastMemoryGb: null, leastCores: 4 },
      'need-contradicts',
      'leastCores',
    ],
    [
      'of a screen with a young processor',
      { kind: 'monitor', osFamily: null, leastMemoryGb: null, leastProcessorYear: 2020 },
      'need-contradicts',
      'leastProcessorYear',
    ],
    ['of a laptop of 15.6 inches', { leastScreenInches: 15.6 }, null, null],
    [
      'of a telephone in centimetres',
      { kind: 'smartphone', osFamily: 'ios', leastScreenInches: 15.5 },
      'need-contradicts',
      'leastScreenInches',
    ],
    [
      'of a desktop with a screen',
      { kind: 'desktop', leastScreenInches: 24 },
      'need-contradicts',
      'leastScreenInches',
    ],
    ['of new without a reason', { way: 'new' }, 'new-reason-missing', 'newReason'],
    ['of new, since the pool is empty', { way: 'new', newReason: 'noneInPool' }, null, null],
    [
      'of new for a special need without words',
      { way: 'new', newReason: 'specialNeed', newWords: ' ' },
      'special-need-words-missing',
      'newWords',
    ],
    [
      'of new for a special need in words',
      { way: 'new', newReason: 'specialNeed', newWords: 'Styrs med ögonen' },
      null,
      null,
    ],
    ['of the pool with a reason', { newReason: 'security' }, 'new-reason-unasked', 'newReason'],
  ] as const)('%s', (_, more, code, field) => {
    const fault = checkNeed({ ...need, ...more }, 'body/needs/3')
    expect(fault?.code ?? null).toBe(code)
    if (field) expect(fault?.details.field).toBe(`body/needs/3/${field}`)
  })

  it.each([
    [null, null, true],
    [null, 'A', true],
    ['B', 'B', true],
    ['C', 'B', false],
    ['D', null, true],
    ['E', null, false],
  ] as const)('grade %s where %s is the least: %s', (grade, least, answer) => {
    expect(gradeSuffices(grade, least)).toBe(answer)
  })
})
