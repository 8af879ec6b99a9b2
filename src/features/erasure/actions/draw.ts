// Draws the sample that a second person validates.
import { createHash } from 'node:crypto'
import type { Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import { drawText, isDrawn, samplePercentFrom } from '../rules/four-eyes.ts'
import { drawnMedia, sampleSettings } from '../store/evidence.ts'

/** Whether the result of this medium is drawn. */
export type Draw = (resultId: Uuid, mediumId: Uuid) => boolean

/**
 * A medium that has been drawn stays drawn until a second person has approved it: whoever wipes
 * again in the hope of another draw gains nothing.
 */
export async function drawFor(ctx: ActionContext, mediumIds: readonly Uuid[]): Promise<Draw> {
  const percent = samplePercentFrom(await sampleSettings(ctx.tx, ctx.organisationId))
  const already = new Set(await drawnMedia(ctx.tx, mediumIds))
  return (resultId, mediumId) =>
    already.has(mediumId) ||
    isDrawn(createHash('sha256').update(drawText(resultId)).digest(), percent)
}
