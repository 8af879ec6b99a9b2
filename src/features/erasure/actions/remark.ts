// What is said of a file that gives no result.
import type { ActionContext } from '../../../database/context.ts'
import { withCertificate } from '../rules/certificate.ts'
import { differences, driveOfPdf } from '../rules/evidence/nwipe/beside.ts'
import { plainSession, type Evidence } from '../rules/evidence/shape.ts'
import { factsOfRun } from '../store/results.ts'
import { reasonTexts } from '../texts.ts'
import { uploadTexts } from '../texts/refusals.ts'

/** Why a file gives no result; of a PDF what it says beside the log of its run. */
export async function remarkOn(ctx: ActionContext, evidence: Evidence) {
  if (evidence.format === 'unknown') return reasonTexts.UNKNOWN_FORMAT
  if (evidence.format !== 'nwipe-pdf') return uploadTexts.noDrives
  const { pdf } = evidence
  if (pdf.kind === 'system' || pdf.start === null) return uploadTexts.pdfAlone
  const facts = await factsOfRun(ctx.tx, ctx.organisationId, pdf.start)
  const devices = facts.map(withCertificate)
  const device = driveOfPdf(pdf, [plainSession('nwipe', null, devices)])
  if (!device) return uploadTexts.pdfAlone
  return differences(pdf, device).length > 0 ? uploadTexts.pdfDiffers : uploadTexts.pdfAgrees
}
