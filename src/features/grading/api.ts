import { Type } from 'typebox'
import { Choice, Closed, endpoint, InstantType, Nullable, UuidType } from '../../core/endpoint.ts'
import { deviceKinds } from '../devices/rules/kinds.ts'
import { grades } from '../devices/rules/status.ts'
import { boxStates, defectCodes, deviceParts, severities, warnings } from './rules/findings.ts'
import { cosmetics, functionals, stepReasons } from './rules/grade.ts'
import { functionTests, testResults } from './rules/tests.ts'

const findings = {
  tests: Type.Array(Closed({ test: Choice(functionTests), result: Choice(testResults) }), {
    maxItems: 40,
  }),
  defects: Type.Array(
    Closed({
      code: Choice(defectCodes),
      part: Choice(deviceParts),
      severity: Choice(severities),
    }),
    { maxItems: 100 },
  ),
  /** Whether somebody looked at the outside. */
  inspected: Type.Boolean(),
  box: Type.Optional(Choice(boxStates)),
  softwareLoaded: Type.Optional(Type.Boolean()),
  makersParts: Type.Optional(Type.Boolean()),
  /** Reallocated and pending sectors of the drive that stays in the device. */
  badSectors: Type.Optional(Nullable(Type.Integer({ minimum: 0 }))),
  /** Full charge per design charge, in the same unit. */
  batteryPercent: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 150 }))),
  batteryCycles: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100_000 }))),
}

const level = Choice([...cosmetics, ...functionals, ...grades])
const calculation = {
  rule: Type.String(),
  cosmetic: Choice(cosmetics),
  /** Null: not tested. */
  functional: Nullable(Choice(functionals)),
  grade: Choice(grades),
  /** The calculation, deduction by deduction; `after` is the level once it is counted. */
  steps: Type.Array(
    Closed({
      area: Choice(['cosmetic', 'functional', 'grade']),
      reason: Choice(stepReasons),
      defect: Type.Optional(Choice(defectCodes)),
      part: Type.Optional(Choice(deviceParts)),
      severity: Type.Optional(Choice(severities)),
      test: Type.Optional(Choice(functionTests)),
      points: Type.Optional(Type.Integer()),
      percent: Type.Optional(Type.Integer()),
      after: Nullable(level),
    }),
  ),
  warnings: Type.Array(Choice(warnings)),
}

export const api = {
  inspectDevices: endpoint({
    method: 'POST',
    path: '/inspections',
    permission: 'grading.grade',
    summary: 'Grades devices from tests, defects and battery; each item is answered.',
    body: Closed({
      items: Type.Array(Closed({ deviceId: UuidType(), ...findings }), {
        minItems: 1,
        maxItems: 200,
      }),
    }),
    output: Closed({
      done: Type.Integer(),
      refused: Type.Integer(),
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          done: Type.Boolean(),
          code: Nullable(Type.String()),
          title: Nullable(Type.String()),
          grade: Nullable(Choice(grades)),
        }),
      ),
    }),
    refusals: ['repeated-device'],
  }),
  listInspections: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/inspections',
    permission: 'grading.see',
    summary: 'The inspections of a device, the latest first, each with its calculation.',
    params: Closed({ deviceId: UuidType() }),
    output: Closed({
      items: Type.Array(
        Closed({
          id: UuidType(),
          inspectedAt: InstantType(),
          organisation: Nullable(Type.String()),
          inspectedBy: Nullable(Type.String()),
          life: Type.Integer(),
          findings: Closed(findings),
          ...calculation,
        }),
      ),
      next: Type.Null(),
    }),
    refusals: ['device-not-found'],
  }),
  previewGrade: endpoint({
    method: 'POST',
    path: '/grade-previews',
    permission: 'grading.see',
    summary: 'The grade these findings would give; nothing is kept.',
    body: Closed({ kind: Choice(deviceKinds), ...findings }),
    output: Closed(calculation),
    refusals: ['test-of-other-kind', 'repeated-test'],
  }),
}
