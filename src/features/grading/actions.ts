// Inspection at the bench: findings in, a grade with its calculation out.
import { bulkAnswer, repeated } from '../../core/bulk.ts'
import type { Input, Output } from '../../core/endpoint.ts'
import { done, refuse, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import { lockDevices, takeSteps } from '../custody/actions/steps.ts'
import { refusals as custodyTexts } from '../custody/texts.ts'
import { refusals as deviceTexts } from '../devices/texts.ts'
import type { api } from './api.ts'
import { decideGrade } from './rules/decide.ts'
import { checkFindings, warningsOf } from './rules/findings.ts'
import { calculateGrade } from './rules/grade.ts'
import * as store from './store.ts'
import { refusals } from './texts.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

const texts = { ...deviceTexts, ...custodyTexts, ...refusals }

export async function inspectDevices(
  ctx: ActionContext,
  { body }: In<'inspectDevices'>,
): Out<'inspectDevices'> {
  const ids = body.items.map((item) => item.deviceId)
  const twice = repeated(ids)
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const devices = await lockDevices(ctx, ids)
  const decided = body.items.map(({ deviceId, ...findings }) => {
    const device = devices.get(deviceId)
    const result = device
      ? decideGrade(device, ctx.organisationId, findings)
      : refuse('device-not-found', { deviceId })
    return { deviceId, findings, device, result }
  })
  const accepted = decided.flatMap(({ findings, device, result }) =>
    result.ok && device ? [{ id: ctx.newId(), findings, device, graded: result.value }] : [],
  )
  await takeSteps(
    ctx,
    accepted.map(({ id, findings, device, graded }) => ({
      device,
      entry: {
        kind: 'grading.graded',
        content: {
          inspectionId: id,
          rule: graded.rule,
          cosmetic: graded.cosmetic,
          functional: graded.functional,
          batteryPercent: findings.batteryPercent ?? null,
        },
      },
      set: { status: graded.status, grade: graded.grade },
    })),
  )
  await store.insertInspections(
    ctx.tx,
    accepted.map(({ id, findings, device, graded }) => ({
      ...graded,
      id,
      deviceId: device.id,
      life: device.life,
      findings,
      partyIds: device.partyIds,
    })),
    ctx,
  )
  const answer = bulkAnswer(decided, texts, ctx.language)
  const grades = new Map(accepted.map(({ device, graded }) => [device.id, graded.grade]))
  return done({
    ...answer,
    items: answer.items.map((item) => ({ ...item, grade: grades.get(item.deviceId) ?? null })),
  })
}

export async function listInspections(
  ctx: ActionContext,
  { params }: In<'listInspections'>,
): Out<'listInspections'> {
  const device = await store.deviceKindOf(ctx.tx, params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const rows = await store.inspectionsOf(ctx.tx, params.deviceId)
  return done({
    items: rows.map((row) => ({
      ...row,
      inspectedAt: row.inspectedAt.toISOString(),
      findings: copyOf(row.findings),
      steps: [...row.steps],
      warnings: warningsOf(device.kind, row.findings),
    })),
    next: null,
  })
}

export async function previewGrade(
  _ctx: ActionContext,
  { body }: In<'previewGrade'>,
): Out<'previewGrade'> {
  const { kind, ...findings } = body
  const wrong = checkFindings(kind, findings)
  if (wrong) return wrong
  const calculation = calculateGrade(kind, findings)
  return done({
    ...calculation,
    steps: [...calculation.steps],
    warnings: warningsOf(kind, findings),
  })
}

/** The declared answer has arrays that may be written to; the rules hand out ones that may not. */
const copyOf = (findings: store.InspectionRow['findings']) => ({
  ...findings,
  tests: [...findings.tests],
  defects: [...findings.defects],
})
