import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { grades } from '../../devices/rules/status.ts'
import {
  checkFindings,
  defectCodes,
  deviceParts,
  severities,
  warningsOf,
  type Defect,
  type Findings,
} from './findings.ts'
import { calculateGrade, cosmetics } from './grade.ts'
import { testsOf, type FunctionTest, type TestResult } from './tests.ts'

const passing = (except: Partial<Record<FunctionTest, TestResult>> = {}): Findings => {
  const list = testsOf('laptop')
  return {
    tests: [...list.key, ...list.secondary].map((test) => ({
      test,
      result: except[test] ?? 'pass',
    })),
    defects: [],
    inspected: true,
    softwareLoaded: true,
    makersParts: true,
    batteryPercent: 91,
    batteryCycles: 210,
  }
}
const defects = (severity: Defect['severity'], count: number, code: Defect['code'] = 'scratch') =>
  Array.from({ length: count }, (): Defect => ({ code, part: 'lid', severity }))

describe('the house grade of a laptop', () => {
  it.each<[string, Partial<Findings>, string, string | null, string]>([
    ['without a flaw', {}, 'C7', 'F6', 'A'],
    ['unused in its box', { box: 'unused' }, 'C8', 'F6', 'A'],
    ['in an opened box', { box: 'newOpenBox' }, 'C9', 'F6', 'A'],
    [
      'in an opened box but scratched',
      { box: 'newOpenBox', defects: defects('minor', 1) },
      'C6',
      'F5',
      'A',
    ],
    ['with other parts', { makersParts: false }, 'C7', 'F5', 'A'],
    ['with two small marks', { defects: defects('minor', 2) }, 'C6', 'F5', 'A'],
    ['with three', { defects: defects('minor', 3) }, 'C5', 'F5', 'B'],
    ['with five', { defects: defects('minor', 5) }, 'C5', 'F5', 'B'],
    ['with six', { defects: defects('minor', 6) }, 'C4', 'F5', 'C'],
    ['with one large', { defects: defects('major', 1) }, 'C4', 'F5', 'C'],
    ['with two large', { defects: defects('major', 2) }, 'C3', 'F5', 'D'],
    ['with three large', { defects: defects('major', 3) }, 'C2', 'F5', 'D'],
    [
      'with a critical part missing',
      { defects: defects('critical', 1, 'missingPart') },
      'C2',
      'F5',
      'D',
    ],
    ['with critical damage', { defects: defects('critical', 1, 'crack') }, 'C1', 'F5', 'E'],
    ['not looked at', { inspected: false }, 'C0', 'F5', 'E'],
    ['without an operating system', { softwareLoaded: false }, 'C7', 'F4', 'C'],
    ['with a weak battery', { batteryPercent: 79 }, 'C7', 'F4', 'C'],
    ['with a battery just good enough', { batteryPercent: 80 }, 'C7', 'F6', 'A'],
    ['with bad sectors', { badSectors: 3 }, 'C7', 'F4', 'C'],
    ['with a dead camera', passing({ camera: 'fail' }), 'C7', 'F3', 'D'],
    ['with the camera not tried', passing({ camera: 'untested' }), 'C7', 'F3', 'D'],
    ['made without a camera', passing({ camera: 'notFitted' }), 'C7', 'F6', 'A'],
    ['with a dead screen', passing({ screen: 'fail' }), 'C7', 'F1', 'E'],
    ['with the keyboard not tried', passing({ keyboard: 'untested' }), 'C7', null, 'E'],
    ['not tested at all', { tests: [] }, 'C7', null, 'E'],
  ])('%s', (_what, change, cosmetic, functional, grade) => {
    const calculation = calculateGrade('laptop', { ...passing(), ...change })
    expect(calculation).toMatchObject({ cosmetic, functional, grade, rule: 'omlopp-grade/1' })
  })

  it('shows each deduction with its reason and where it left the level', () => {
    const { steps } = calculateGrade('laptop', {
      ...passing({ camera: 'fail' }),
      defects: defects('minor', 3),
    })
    expect(steps.map(({ area, reason, after }) => `${area} ${reason} ${after}`)).toEqual([
      'cosmetic cosmeticStart C7',
      'cosmetic defect C6',
      'cosmetic defect C6',
      'cosmetic defect C5',
      'functional functionalStart F6',
      'functional secondaryFailed F3',
      'functional notFlawless F3',
      'grade functionalDecides D',
    ])
  })
})

describe('the calculation', () => {
  const defect = fc.record({
    code: fc.constantFrom(...defectCodes),
    part: fc.constantFrom(...deviceParts),
    severity: fc.constantFrom(...severities),
  })
  const findings = fc.constantFrom(...deviceKinds).chain((kind) => {
    const list = testsOf(kind)
    return fc.record({
      kind: fc.constant(kind),
      found: fc.record({
        tests: fc.tuple(
          ...[...list.key, ...list.secondary].map((test) =>
            fc.record({
              test: fc.constant(test),
              result: fc.constantFrom<TestResult>('pass', 'pass', 'pass', 'fail', 'untested'),
            }),
          ),
        ),
        defects: fc.array(defect, { maxLength: 8 }),
        inspected: fc.boolean(),
        softwareLoaded: fc.boolean(),
        makersParts: fc.boolean(),
        batteryPercent: fc.option(fc.integer({ min: 0, max: 110 })),
      }),
    })
  })

  it('never gives a better grade for one more defect, nor another for another order', () => {
    fc.assert(
      fc.property(findings, defect, ({ kind, found }, more) => {
        const before = calculateGrade(kind, found)
        const after = calculateGrade(kind, { ...found, defects: [...found.defects, more] })
        expect(grades.indexOf(after.grade)).toBeGreaterThanOrEqual(grades.indexOf(before.grade))
        const turned = calculateGrade(kind, { ...found, defects: found.defects.toReversed() })
        expect([turned.cosmetic, turned.functional, turned.grade]).toEqual([
          before.cosmetic,
          before.functional,
          before.grade,
        ])
      }),
    )
  })

  it('ends where its last steps stand, each no higher than the one before', () => {
    fc.assert(
      fc.property(findings, ({ kind, found }) => {
        const { steps, cosmetic, functional, grade } = calculateGrade(kind, found)
        const last = (area: string) => steps.findLast((step) => step.area === area)!.after
        expect([last('cosmetic'), last('functional'), last('grade')]).toEqual([
          cosmetic,
          functional,
          grade,
        ])
        const levels = steps.flatMap((step) =>
          step.area === 'cosmetic' ? [cosmetics.indexOf(step.after as 'C0')] : [],
        )
        expect(levels).toEqual(levels.toSorted((a, b) => b - a))
      }),
    )
  })
})

describe('findings', () => {
  it('take only tests of the kind, and each once', () => {
    const twice = { ...passing(), tests: [...passing().tests, ...passing().tests] }
    expect(checkFindings('laptop', passing())).toBeUndefined()
    expect(checkFindings('laptop', twice)).toMatchObject({ code: 'repeated-test' })
    expect(checkFindings('monitor', passing())).toMatchObject({ code: 'test-of-other-kind' })
  })

  it.each([
    ['zero cycles are not reported cycles', { batteryCycles: 0 }, ['cyclesNotReported']],
    ['more than the design is doubtful', { batteryPercent: 104 }, ['batteryAboveDesign']],
    ['a battery without a figure', { batteryPercent: null }, ['batteryNotMeasured']],
    ['a measured battery', {}, []],
  ])('%s', (_what, change, expected) => {
    expect(warningsOf('laptop', { ...passing(), ...change })).toEqual(expected)
  })
})
