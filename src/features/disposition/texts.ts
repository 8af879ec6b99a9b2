import type { LowerReason, OutcomeStep } from './rules/hierarchy.ts'
import type { ProposalReason } from './rules/propose.ts'

type Words = { readonly sv: string; readonly en: string }

export const stepTexts: Record<OutcomeStep, Words> = {
  internalReuse: { sv: 'Internt återbruk', en: 'Internal reuse' },
  resale: { sv: 'Försäljning', en: 'Resale' },
  donation: { sv: 'Gåva', en: 'Donation' },
  parts: { sv: 'Reservdelar', en: 'Spare parts' },
  recycling: { sv: 'Materialåtervinning', en: 'Recycling' },
  recovery: { sv: 'Annan återvinning', en: 'Other recovery' },
  disposal: { sv: 'Bortskaffande', en: 'Disposal of waste' },
}

export const lowerReasonTexts: Record<LowerReason, Words> = {
  noNeedInside: { sv: 'Ingen behöver den hos oss', en: 'Nobody needs it here' },
  noBuyer: { sv: 'Ingen köpare hittades', en: 'No buyer was found' },
  repairTooCostly: { sv: 'Reparationen kostar för mycket', en: 'The repair costs too much' },
  damagedAfterGrading: { sv: 'Skadades efter graderingen', en: 'Damaged after the grading' },
  softwareUnsupported: {
    sv: 'Programvaran får inga säkerhetsuppdateringar',
    en: 'The software gets no security updates',
  },
  unsafe: { sv: 'Inte säker att använda', en: 'Not safe to use' },
  ownerPolicy: { sv: 'Ägaren har bestämt det', en: 'The owner has decided so' },
  other: { sv: 'Annat, med egna ord', en: 'Other, in words' },
}

export const proposalReasonTexts: Record<ProposalReason, Words> = {
  gradeAllowsReuse: {
    sv: 'Graden räcker för en ny innehavare',
    en: 'Good enough for a new holder',
  },
  youngEnoughInside: {
    sv: 'Den är ung nog att användas hos ägaren',
    en: 'Young enough to be used by the owner',
  },
  tooOldInside: {
    sv: 'Den är för gammal att användas hos ägaren',
    en: 'Too old to be used by the owner',
  },
  gradeTooLowInside: {
    sv: 'Graden räcker inte för en ny innehavare hos ägaren',
    en: 'Not good enough for a new holder with the owner',
  },
  sellable: {
    sv: 'Den är värd mer än det kostar att sälja den',
    en: 'Worth more than selling costs',
  },
  valueBelowHandling: {
    sv: 'Den är värd mindre än det kostar att sälja den',
    en: 'Worth less than selling costs',
  },
  tooOldForMarket: { sv: 'Den är för gammal att sälja', en: 'Too old to sell' },
  stillUseful: { sv: 'Den fungerar och kan göra nytta', en: 'It works and can be of use' },
  partsWorthTaking: { sv: 'Delarna kan användas igen', en: 'The parts can be used again' },
  noPartsWorthTaking: { sv: 'Delarna går inte att använda igen', en: 'No parts can be used again' },
  gradeE: { sv: 'Graden är E', en: 'The grade is E' },
  ageUnknown: { sv: 'Inköpsdagen är inte känd', en: 'The day of purchase is not known' },
  valueUnknown: { sv: 'Värdet är inte känt', en: 'The value is not known' },
}

export const outcomeTexts = {
  proposed: {
    sv: (step: string) => `Förslag: ${step}`,
    en: (step: string) => `Proposed: ${step}`,
  },
  wasteDue: {
    sv: (day: string) => `Farligt avfall. Anteckningen ska rapporteras senast ${day}.`,
    en: (day: string) => `Hazardous waste. The note must be reported by ${day}.`,
  },
  waitsForReturn: {
    sv: 'Kommer till poolen när den är tillbaka hos er.',
    en: 'Comes into the pool when it is back with you.',
  },
} as const

export const refusals = {
  'not-graded': {
    sv: 'Enheten måste graderas först.',
    en: 'The device must be graded first.',
  },
  'not-appointed': {
    sv: 'Bara ägaren eller den utsedda återbrukspartnern bestämmer om enheten.',
    en: 'Only the owner or the appointed reuse partner decides for the device.',
  },
  'owner-decides': {
    sv: 'Ägaren bestämmer: enheten ska användas igen hos ägaren.',
    en: 'The owner decides: the device is for reuse with its owner.',
  },
  'already-decided': {
    sv: 'Det är redan bestämt att enheten ska användas igen hos er.',
    en: 'It is already decided that the device is for reuse with you.',
  },
  'receipt-missing': {
    sv: 'Ange mottagarens kvittens. Utan den är gåvan inte bevisad.',
    en: 'Give the receipt of the recipient. Without it the donation is not proven.',
  },
  'lower-step-needs-reason': {
    sv: 'Det finns ett bättre steg i avfallstrappan. Ange varför ni väljer ett lägre.',
    en: 'There is a better step in the waste hierarchy. Say why you choose a lower one.',
  },
  'day-not-valid': { sv: 'Dagen finns inte', en: 'There is no such day' },
  'words-missing': {
    sv: 'Skriv varför, när skälet inte står i listan.',
    en: 'Write why, when the reason is not on the list.',
  },
} as const
