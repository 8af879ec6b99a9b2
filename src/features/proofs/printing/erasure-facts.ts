// The rows of one erasure, fields 7–12 and our own.
import type { Language } from '../../../core/text.ts'
import type { CertifiedMedium, MediumErasure } from '../rules.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'
import * as terms from '../texts/certificate-terms.ts'
import type { Fact } from './blocks.ts'
import { stated } from './certificate-parts.ts'
import { decimal, localSecond, percentOf, wholeNumber } from './format.ts'

function levelSentence(
  method: MediumErasure['method'],
  type: CertifiedMedium['type'],
  language: Language,
): string {
  if (method !== 'clear') return terms.levelSentences[method][language]
  const magnetic = type === 'magnetic' || type === 'tape'
  return terms.levelSentences[magnetic ? 'clearMagnetic' : 'clearFlash'][language]
}

export function erasureFacts(erasure: MediumErasure, language: Language): Fact[] {
  const count = (value: number | null): string =>
    value === null ? t.notReported[language] : wholeNumber(value, language)
  const required = erasure.requiredMethod
    ? `, ${t.requiredLevel[language](terms.methodNames[erasure.requiredMethod][language])}`
    : ''
  const technique = [
    terms.techniqueNames[erasure.technique][language],
    ...(erasure.techniqueDetail ? [erasure.techniqueDetail] : []),
  ].join(', ')
  const tool = [
    [stated(erasure.toolName, language), erasure.toolVersion].filter(Boolean).join(' '),
    ...(erasure.toolPackageVersion ? [t.packageVersion[language](erasure.toolPackageVersion)] : []),
  ].join(', ')
  const { nativeCapacityBytes: native, type } = erasure.medium
  return [
    {
      label: t.level[language],
      value: `${terms.methodNames[erasure.method][language]}${required}\n${levelSentence(erasure.method, type, language)}`,
      leadLine: true,
    },
    {
      label: t.technique[language],
      value: [
        technique,
        t.notAssessed[language],
        ...(citesWithdrawn(technique) ? [t.withdrawnStandard[language]] : []),
      ].join('\n'),
    },
    {
      label: t.command[language],
      value: erasure.interfaceCommand ?? frameTexts.none[language],
    },
    { label: t.tool[language], value: tool },
    {
      label: t.started[language],
      value: localSecond(erasure.startedAt, erasure.timeZone, language),
    },
    { label: t.ended[language], value: localSecond(erasure.endedAt, erasure.timeZone, language) },
    {
      label: t.clock[language],
      value: `${terms.clockNames[erasure.clockSource][language]} (${erasure.timeZone})`,
    },
    {
      label: t.rounds[language],
      value: t.roundsValue[language](
        erasure.roundsDone,
        erasure.roundsRequested,
        erasure.passesDone,
        erasure.passesRequested,
      ),
    },
    {
      label: t.erasedOfNative[language],
      value: t.erasedValue[language](
        wholeNumber(erasure.erasedBytes, language),
        wholeNumber(native, language),
        percentOf(erasure.erasedBytes, native, language),
      ),
    },
    {
      label: t.hiddenAreas[language],
      value: hiddenAreas(erasure, language),
    },
    {
      label: t.errors[language],
      value: t.errorsValue[language](
        erasure.passErrors,
        erasure.verificationErrors,
        erasure.syncErrors,
      ),
    },
    {
      label: t.smart[language],
      value: t.smartValue[language](
        count(erasure.reallocatedSectors),
        count(erasure.pendingSectors),
      ),
    },
  ]
}

/** NIST SP 800-88 without a revision, or with the first: tools still name it so. */
const citesWithdrawn = (technique: string): boolean =>
  /800-88/.test(technique) && !/800-88\s*(?:r|rev\.?\s*)2/i.test(technique)

function hiddenAreas(erasure: MediumErasure, language: Language): string {
  const hpa = terms.hiddenAreaNames[erasure.hostProtectedArea][language]
  const dco = terms.hiddenAreaNames[erasure.deviceConfigurationOverlay][language]
  return hpa === dco ? t.bothHidden[language](hpa) : `HPA: ${hpa}. DCO: ${dco}`
}

export function verificationFacts(erasure: MediumErasure, language: Language): Fact[] {
  const { verification, review } = erasure
  const words = terms.verificationTexts
  const extent =
    verification.method !== 'sample'
      ? words[verification.method][language]
      : verification.samplePercent === null
        ? words.byPerson[language]
        : words.sample[language](decimal(verification.samplePercent, 1, language))
  const tool = verification.checkedByTool
    ? `, ${words.with[language](verification.checkedByTool)}`
    : ''
  const decidedBy = review ? t.byPerson[language] : t.byRule[language]
  return [
    {
      label: t.extent[language],
      value: `${extent}${tool}, ${words[verification.result][language]}`,
    },
    { label: t.ioMode[language], value: terms.ioModeNames[verification.ioMode][language] },
    {
      label: t.verdict[language],
      value: `${terms.verdictNames[erasure.verdict][language]}\n${decidedBy(erasure.ruleVersion)}`,
      leadLine: true,
    },
    ...(review
      ? [
          { label: t.reviewCodes[language], value: review.reasonCodes.join(', ') },
          { label: t.reviewReason[language], value: review.writtenReason },
          ...(review.escalationReason
            ? [{ label: t.escalationReason[language], value: review.escalationReason }]
            : []),
        ]
      : []),
  ]
}
