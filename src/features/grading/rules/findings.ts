// What the person at the bench notes: results, defects, battery.
import { repeated } from '../../../core/bulk.ts'
import { refuse, type Refusal } from '../../../core/result.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { testsOf, type FunctionTest, type TestResult } from './tests.ts'

export const deviceParts = [
  'lid',
  'screen',
  'frame',
  'keyboard',
  'palmRest',
  'base',
  'hinge',
  'back',
  'edge',
  'port',
  'stand',
  'cable',
  'casing',
] as const
export type DevicePart = (typeof deviceParts)[number]

export const defectCodes = [
  'scratch',
  'dent',
  'crack',
  'wear',
  'discolouration',
  'engraving',
  'stickerResidue',
  'deadPixels',
  'burnIn',
  'missingPart',
  'bent',
  'swelling',
  'liquidDamage',
  'corrosion',
  'odour',
] as const
export type DefectCode = (typeof defectCodes)[number]

export const severities = ['minor', 'major', 'critical'] as const
export type Severity = (typeof severities)[number]

export interface Defect {
  readonly code: DefectCode
  readonly part: DevicePart
  readonly severity: Severity
}

export const boxStates = ['used', 'unused', 'newOpenBox'] as const

export interface Findings {
  readonly tests: readonly { readonly test: FunctionTest; readonly result: TestResult }[]
  readonly defects: readonly Defect[]
  /** Whether somebody looked at the outside at all. */
  readonly inspected: boolean
  /** `unused` and `newOpenBox` hold only for a device without a defect. */
  readonly box?: (typeof boxStates)[number]
  readonly softwareLoaded?: boolean
  /** Only the maker's own parts are in it. */
  readonly makersParts?: boolean
  /** Reallocated and pending sectors of the drive that stays in it. */
  readonly badSectors?: number | null
  /** Full charge per design charge, in the same unit. */
  readonly batteryPercent?: number | null
  readonly batteryCycles?: number | null
}

export type FindingsRefusal = 'test-of-other-kind' | 'repeated-test'

/** Only tests of the kind, and each once. */
export function checkFindings(
  kind: DeviceKind,
  findings: Findings,
): Refusal<FindingsRefusal> | undefined {
  const list = testsOf(kind)
  const names = findings.tests.map(({ test }) => test)
  const stranger = names.find((test) => ![...list.key, ...list.secondary].includes(test))
  if (stranger) return refuse('test-of-other-kind', { test: stranger, kind })
  const twice = repeated(names)
  return twice ? refuse('repeated-test', { test: twice }) : undefined
}

export const warnings = ['cyclesNotReported', 'batteryAboveDesign', 'batteryNotMeasured'] as const
export type Warning = (typeof warnings)[number]

/** Batteries that count no cycles report nought: real machines do, so it is never read as new. */
export function warningsOf(kind: DeviceKind, findings: Findings): Warning[] {
  const { batteryPercent: percent, batteryCycles: cycles } = findings
  const list = testsOf(kind)
  const absent = findings.tests.some((t) => t.test === 'battery' && t.result === 'notFitted')
  const battery = list.secondary.includes('battery') && !absent
  return [
    ...(cycles === 0 ? (['cyclesNotReported'] as const) : []),
    ...(typeof percent === 'number' && percent > 100 ? (['batteryAboveDesign'] as const) : []),
    ...(battery && typeof percent !== 'number' ? (['batteryNotMeasured'] as const) : []),
  ]
}
