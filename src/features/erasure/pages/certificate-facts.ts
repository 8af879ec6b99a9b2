// What a certificate says, as names and values for the screen; the paper has the same words.
import type { Formats } from '../../../core/format.ts'
import type { Translate } from '../../../web/kit/language.tsx'
import { destructionRule } from '../../proofs/rules.ts'
import {
  destructionVerification,
  type DestructionContent,
  type ErasureContent,
  categoryAfter,
  remainsLine,
} from '../../proofs/rules/content.ts'
import { certificateTexts as words, frameTexts } from '../../proofs/texts/certificate.ts'
import * as terms from '../../proofs/texts/certificate-terms.ts'

export interface Said {
  readonly name: string
  readonly value: string
}
type Medium = ErasureContent['erasure']['medium']
type Device = ErasureContent['device']

export function mediumFacts(medium: Medium, device: Device, t: Translate, f: Formats): Said[] {
  const sources = f.list(medium.serialSources.map((source) => t(terms.serialSourceNames[source])))
  return [
    { name: t(words.manufacturer), value: medium.manufacturer },
    { name: t(words.model), value: medium.model },
    ...(medium.modelByTool && medium.modelByTool !== medium.model
      ? [{ name: t(words.modelByTool), value: medium.modelByTool }]
      : []),
    {
      name: t(words.serial),
      value: `${medium.serialNumber}, ${t(words.serialFrom, sources, medium.serialSources.length)}`,
    },
    {
      name: t(words.mediaType),
      value:
        t(terms.mediaTypeNames[medium.type]) +
        (medium.transport ? `, ${t(words.transport, medium.transport)}` : ''),
    },
    {
      name: t(words.mediaSource),
      value: [`${device.manufacturer} ${device.model}`, device.serialNumber, device.assetTag]
        .filter(Boolean)
        .join(', '),
    },
    {
      name: t(words.capacity),
      value: t(frameTexts.bytes, f.num(medium.nativeCapacityBytes)),
    },
  ]
}

export function erasureFacts({ erasure }: ErasureContent, t: Translate, f: Formats): Said[] {
  const type = erasure.medium.type
  const level =
    erasure.method === 'clear'
      ? terms.levelSentences[
          type === 'magnetic' || type === 'tape' ? 'clearMagnetic' : 'clearFlash'
        ]
      : terms.levelSentences[erasure.method]
  const required = erasure.requiredMethod
    ? ` (${t(words.requiredLevel, t(terms.methodNames[erasure.requiredMethod]))})`
    : ''
  const hidden = [erasure.hostProtectedArea, erasure.deviceConfigurationOverlay].map((area) =>
    t(terms.hiddenAreaNames[area]),
  )
  const count = (value: number | null) => (value === null ? t(words.notReported) : f.num(value))
  return [
    {
      name: t(words.level),
      value: `${t(terms.methodNames[erasure.method])}${required}. ${t(level)}`,
    },
    {
      name: t(words.technique),
      value: [t(terms.techniqueNames[erasure.technique]), erasure.techniqueDetail]
        .filter(Boolean)
        .join(', '),
    },
    { name: t(words.command), value: erasure.interfaceCommand ?? t(frameTexts.none) },
    { name: t(words.tool), value: `${erasure.toolName} ${erasure.toolVersion}` },
    { name: t(words.started), value: f.instant(erasure.startedAt) },
    { name: t(words.ended), value: f.instant(erasure.endedAt) },
    {
      name: t(words.clock),
      value: `${t(terms.clockNames[erasure.clockSource])} (${erasure.timeZone})`,
    },
    {
      name: t(words.rounds),
      value: t(
        words.roundsValue,
        erasure.roundsDone,
        erasure.roundsRequested,
        erasure.passesDone,
        erasure.passesRequested,
      ),
    },
    {
      name: t(words.erasedOfNative),
      value: t(
        words.erasedValue,
        f.num(erasure.erasedBytes),
        f.num(erasure.medium.nativeCapacityBytes),
        f.num((100 * erasure.erasedBytes) / erasure.medium.nativeCapacityBytes),
      ),
    },
    {
      name: t(words.hiddenAreas),
      value:
        hidden[0] === hidden[1]
          ? t(words.bothHidden, hidden[0]!)
          : `HPA: ${hidden[0]}. DCO: ${hidden[1]}`,
    },
    {
      name: t(words.errors),
      value: t(
        words.errorsValue,
        erasure.passErrors,
        erasure.verificationErrors,
        erasure.syncErrors,
      ),
    },
    {
      name: t(words.smart),
      value: t(words.smartValue, count(erasure.reallocatedSectors), count(erasure.pendingSectors)),
    },
  ]
}

export function verdictFacts({ erasure }: ErasureContent, t: Translate, f: Formats): Said[] {
  const { verification, review } = erasure
  const extent =
    verification.method !== 'sample'
      ? t(terms.verificationTexts[verification.method])
      : verification.samplePercent === null
        ? t(terms.verificationTexts.byPerson)
        : t(terms.verificationTexts.sample, f.num(verification.samplePercent, 1))
  const tool = verification.checkedByTool
    ? `, ${t(terms.verificationTexts.with, verification.checkedByTool)}`
    : ''
  const by = review ? words.byPerson : words.byRule
  return [
    {
      name: t(words.extent),
      value: `${extent}${tool}, ${t(terms.verificationTexts[verification.result])}`,
    },
    { name: t(words.ioMode), value: t(terms.ioModeNames[verification.ioMode]) },
    {
      name: t(words.verdict),
      value: `${t(terms.verdictNames[erasure.verdict])}, ${t(by, erasure.ruleVersion)}`,
    },
    ...(review
      ? [
          { name: t(words.reviewCodes), value: review.reasonCodes.join(', ') },
          { name: t(words.reviewReason), value: review.writtenReason },
        ]
      : []),
  ]
}

export function destructionFacts(content: DestructionContent, t: Translate, f: Formats): Said[] {
  return [
    { name: t(words.method), value: t(terms.destructionMethodNames[content.method]) },
    {
      name: t(words.destroyedAt),
      value: `${f.instant(content.destroyedAt)} (${content.timeZone})`,
    },
    {
      name: t(words.reason),
      value: t(content.afterFailedErasure ? words.reasonFailed : words.reasonChosen),
    },
    { name: t(words.equipment), value: content.equipment ?? t(frameTexts.notStated) },
    {
      name: t(words.particle),
      value: content.largestParticleMm
        ? t(words.particleSize, f.num(content.largestParticleMm, 1))
        : t(words.particleUnknown),
    },
    { name: t(words.remains), value: remainsLine(content) ?? t(frameTexts.notStated) },
    { name: t(words.category), value: categories(content, t) },
    {
      name: t(words.seen),
      value: t(terms.destructionVerificationTexts[destructionVerification(content)]),
    },
    {
      name: t(words.verdict),
      value: `${t(terms.verdictNames.approved)}, ${t(words.byRule, destructionRule)}`,
    },
    ...(content.photoSha256Hex
      ? [{ name: t(words.photo, 1), value: `SHA-256 ${content.photoSha256Hex}` }]
      : [{ name: t(words.photo, 1), value: t(frameTexts.none) }]),
  ]
}

export const evidenceFacts = ({ erasure }: ErasureContent, t: Translate): Said[] => [
  { name: t(words.evidenceFile), value: erasure.evidenceFileName },
  { name: t(words.sha256), value: erasure.evidenceSha256Hex },
  { name: t(words.evidenceOrigin), value: t(terms.evidenceOriginNames[erasure.evidenceOrigin]) },
]

function categories(content: DestructionContent, t: Translate): string {
  const word = (category: keyof typeof terms.categoryNames | null) =>
    category ? t(terms.categoryNames[category]) : t(frameTexts.notStated)
  return t(words.categoryValue, word(content.categoryBefore ?? null), word(categoryAfter(content)))
}
