// The house grade by omlopp-grade/1: the REC pair of R2v3 (cosmetic C0-C9, functional F1-F6) is
// derived from what was found, and the grade is the poorer of the two. Every deduction is a step.
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { grades, type Grade } from '../../devices/rules/status.ts'
import type { Defect, DefectCode, DevicePart, Findings, Severity } from './findings.ts'
import { testsOf, type FunctionTest } from './tests.ts'

export const gradeRule = 'omlopp-grade/1'

export const cosmetics = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'] as const
export type Cosmetic = (typeof cosmetics)[number]
/** F2 is for specialty electronics, which this rule does not grade. */
export const functionals = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'] as const
export type Functional = (typeof functionals)[number]

export const stepReasons = [
  'cosmeticStart',
  'notInspected',
  'unusedInBox',
  'newOpenBox',
  'defect',
  'functionalStart',
  'keyFailed',
  'keyUntested',
  'secondaryFailed',
  'secondaryUntested',
  'softwareNotLoaded',
  'badSectors',
  'batteryLow',
  'otherParts',
  'notFlawless',
  'cosmeticDecides',
  'functionalDecides',
  'bothAgree',
] as const
export type StepReason = (typeof stepReasons)[number]

/** One line of the calculation; `after` is where the level stands once it is counted. */
export interface GradeStep {
  readonly area: 'cosmetic' | 'functional' | 'grade'
  readonly reason: StepReason
  readonly defect?: DefectCode
  readonly part?: DevicePart
  readonly severity?: Severity
  readonly test?: FunctionTest
  readonly points?: number
  readonly percent?: number
  /** Null: not tested. */
  readonly after: Cosmetic | Functional | Grade | null
}

export interface Calculation {
  readonly rule: typeof gradeRule
  readonly cosmetic: Cosmetic
  readonly functional: Functional | null
  readonly grade: Grade
  readonly steps: readonly GradeStep[]
}

export function calculateGrade(kind: DeviceKind, findings: Findings): Calculation {
  const outside = cosmeticOf(findings)
  const inside = functionalOf(kind, findings, outside.level)
  const byLook = gradeOfCosmetic(outside.level)
  const byFunction = gradeOfFunctional(inside.level)
  const grade = grades[Math.max(grades.indexOf(byLook), grades.indexOf(byFunction))]!
  const reason =
    byLook === byFunction ? 'bothAgree' : grade === byLook ? 'cosmeticDecides' : 'functionalDecides'
  return {
    rule: gradeRule,
    cosmetic: outside.level,
    functional: inside.level,
    grade,
    steps: [...outside.steps, ...inside.steps, { area: 'grade', reason, after: grade }],
  }
}

/** A = C6-C9, B = C5, C = C4, D = C2-C3, E = C0-C1. */
function gradeOfCosmetic(level: Cosmetic): Grade {
  const number = cosmetics.indexOf(level)
  if (number >= 6) return 'A'
  if (number === 5) return 'B'
  if (number === 4) return 'C'
  return number >= 2 ? 'D' : 'E'
}

/** F5-F6 bar no grade, F4 no better than C, F3 no better than D; the rest is parts or recycling. */
function gradeOfFunctional(level: Functional | null): Grade {
  if (level === 'F6' || level === 'F5') return 'A'
  if (level === 'F4') return 'C'
  return level === 'F3' ? 'D' : 'E'
}

const defectPoints: Record<Severity, number> = { minor: 1, major: 6, critical: 20 }
/** Most points that still give the level. */
const cosmeticLimits: readonly (readonly [number, Cosmetic])[] = [
  [0, 'C7'],
  [2, 'C6'],
  [5, 'C5'],
  [10, 'C4'],
  [16, 'C3'],
]

function cosmeticOf(findings: Findings): { level: Cosmetic; steps: GradeStep[] } {
  const at = (reason: StepReason, level: Cosmetic) => ({
    level,
    steps: [{ area: 'cosmetic' as const, reason, after: level }],
  })
  if (!findings.inspected) return at('notInspected', 'C0')
  if (findings.defects.length === 0 && findings.box === 'unused') return at('unusedInBox', 'C8')
  if (findings.defects.length === 0 && findings.box === 'newOpenBox') return at('newOpenBox', 'C9')
  const steps: GradeStep[] = [{ area: 'cosmetic', reason: 'cosmeticStart', after: 'C7' }]
  const counted: Defect[] = []
  let level: Cosmetic = 'C7'
  for (const defect of findings.defects) {
    counted.push(defect)
    level = levelOf(counted)
    steps.push({
      area: 'cosmetic',
      reason: 'defect',
      defect: defect.code,
      part: defect.part,
      severity: defect.severity,
      points: defectPoints[defect.severity],
      after: level,
    })
  }
  return { level, steps }
}

/** A critical part that is missing is still *poor* (C2); other critical damage is *damaged* (C1). */
function levelOf(defects: readonly Defect[]): Cosmetic {
  if (defects.some((defect) => defect.severity === 'critical' && defect.code !== 'missingPart'))
    return 'C1'
  const points = defects.reduce((sum, defect) => sum + defectPoints[defect.severity], 0)
  return cosmeticLimits.find(([most]) => points <= most)?.[1] ?? 'C2'
}

/** Policy: from here a battery is good enough without replacement. */
const batteryEnoughPercent = 80

function functionalOf(kind: DeviceKind, findings: Findings, cosmetic: Cosmetic) {
  const list = testsOf(kind)
  const results = new Map(findings.tests.map(({ test, result }) => [test, result]))
  const resultOf = (test: FunctionTest) => results.get(test) ?? 'untested'
  const steps: GradeStep[] = [{ area: 'functional', reason: 'functionalStart', after: 'F6' }]
  let level: Functional | null = 'F6'
  const cap = (most: Functional | null, reason: StepReason, facts: Partial<GradeStep> = {}) => {
    level = lower(level, most)
    steps.push({ area: 'functional', reason, ...facts, after: level })
  }
  for (const test of list.key) {
    if (resultOf(test) === 'fail') cap('F1', 'keyFailed', { test })
    // Untested is not failed, but it is no better a ground to sell on.
    if (resultOf(test) === 'untested') cap(null, 'keyUntested', { test })
  }
  for (const test of list.secondary) {
    if (resultOf(test) === 'fail') cap('F3', 'secondaryFailed', { test })
    if (resultOf(test) === 'untested') cap('F3', 'secondaryUntested', { test })
  }
  if (list.software && findings.softwareLoaded !== true) cap('F4', 'softwareNotLoaded')
  if ((findings.badSectors ?? 0) > 0) cap('F4', 'badSectors')
  const percent = findings.batteryPercent
  if (typeof percent === 'number' && percent < batteryEnoughPercent)
    cap('F4', 'batteryLow', { percent })
  if (findings.makersParts !== true) cap('F5', 'otherParts')
  if (cosmetics.indexOf(cosmetic) < cosmetics.indexOf('C7')) cap('F5', 'notFlawless')
  return { level: level as Functional | null, steps }
}

/** Null, not tested, is the lowest. */
function lower(a: Functional | null, b: Functional | null): Functional | null {
  if (a === null || b === null) return null
  return functionals.indexOf(a) < functionals.indexOf(b) ? a : b
}
