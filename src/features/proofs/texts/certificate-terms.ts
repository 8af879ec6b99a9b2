// The words on paper for each value of the closed lists in rules.ts.

export const methodNames = {
  clear: { sv: 'Clear', en: 'Clear' },
  purge: { sv: 'Purge', en: 'Purge' },
  destroy: { sv: 'Destroy', en: 'Destroy' },
} as const

/** What the level means, and where it ends. */
export const levelSentences = {
  clearMagnetic: {
    sv: 'Allt lagringsutrymme som går att adressera är raderat. Skyddar mot återläsning med vanliga gränssnitt och program, men är inte prövat mot laboratoriemetoder.',
    en: 'All addressable storage has been erased. Protects against recovery through ordinary interfaces and software; not proven against laboratory methods.',
  },
  clearFlash: {
    sv: 'Allt lagringsutrymme som går att adressera är raderat. På flashminne når överskrivning inte reservceller och utbytta block. Inte prövat mot laboratoriemetoder.',
    en: 'All addressable storage has been erased. On flash, overwriting does not reach spare cells and retired blocks. Not proven against laboratory methods.',
  },
  purge: {
    sv: 'Enhetens egen funktion har raderat hela mediet, även områden som inte går att adressera. Att den gjorde det bygger på enhetens besked och den verifiering som anges här.',
    en: 'The drive’s own function has erased the whole medium, including areas that cannot be addressed. That it did so rests on the drive’s report and the verification stated here.',
  },
  destroy: {
    sv: 'Mediet är fysiskt förstört och kan inte användas igen.',
    en: 'The medium has been physically destroyed and cannot be used again.',
  },
} as const

export const techniqueNames = {
  overwrite: { sv: 'Överskrivning', en: 'Overwrite' },
  'firmware-overwrite': {
    sv: 'Överskrivning av mediets egen programvara',
    en: 'Overwrite by the drive’s firmware',
  },
  'block-erase': { sv: 'Blockradering', en: 'Block erase' },
  'cryptographic-erase': { sv: 'Kryptografisk radering', en: 'Cryptographic erase' },
  'factory-reset': { sv: 'Fabriksåterställning', en: 'Factory reset' },
} as const

export const mediaTypeNames = {
  magnetic: { sv: 'Magnetisk hårddisk', en: 'Magnetic hard disk' },
  flash: { sv: 'Flashminne', en: 'Flash' },
  hybrid: { sv: 'Hybriddisk', en: 'Hybrid drive' },
  optane: { sv: 'Fasändringsminne', en: 'Phase-change memory' },
  tape: { sv: 'Magnetband', en: 'Magnetic tape' },
  other: { sv: 'Annat medium', en: 'Other medium' },
} as const

export const serialSourceNames = {
  inventory: { sv: 'register', en: 'register' },
  tool: { sv: 'verktyg', en: 'tool' },
  label: { sv: 'etikett', en: 'label' },
} as const

export const clockNames = {
  server: { sv: 'Serverns klocka', en: 'Server clock' },
  'station-corrected': {
    sv: 'Stationens klocka, rättad mot servern',
    en: 'Station clock, corrected against the server',
  },
  'station-uncorrected': {
    sv: 'Stationens klocka, inte rättad',
    en: 'Station clock, not corrected',
  },
  tool: { sv: 'Verktygets egen klocka', en: 'The tool’s own clock' },
} as const

export const ioModeNames = {
  direct: { sv: 'Direkt från mediet (O_DIRECT)', en: 'Direct from the medium (O_DIRECT)' },
  cached: { sv: 'Genom datorns cacheminne', en: 'Through the computer’s cache' },
  'device-command': { sv: 'Med mediets eget kommando', en: 'By the drive’s own command' },
} as const

export const hiddenAreaNames = {
  none: { sv: 'inget', en: 'none' },
  removed: { sv: 'borttaget före radering', en: 'removed before erasure' },
  'not-applicable': { sv: 'finns inte på denna typ', en: 'not applicable' },
  unknown: { sv: 'okänt', en: 'unknown' },
} as const

export const verificationTexts = {
  full: { sv: 'Hela mediet läst tillbaka', en: 'Whole medium read back' },
  sample: {
    sv: (p: string) => `Stickprov, ${p}\u00a0% läst tillbaka`,
    en: (p: string) => `Sample, ${p}% read back`,
  },
  byPerson: {
    sv: 'Kontrollerad av en person, se motiveringen',
    en: 'Checked by a person, see the reason given',
  },
  none: { sv: 'Ingen', en: 'None' },
  passed: { sv: 'utan avvikelse', en: 'passed' },
  failed: { sv: 'med avvikelse', en: 'failed' },
  with: { sv: (tool: string) => `med ${tool}`, en: (tool: string) => `with ${tool}` },
} as const

export const verdictNames = {
  approved: { sv: 'Godkänd', en: 'Approved' },
  rejected: { sv: 'Underkänd', en: 'Rejected' },
  escalated: { sv: 'Lyft till granskning', en: 'Escalated' },
} as const

export const categoryNames = {
  none: { sv: 'Ingen', en: 'None' },
  low: { sv: 'Låg', en: 'Low' },
  moderate: { sv: 'Måttlig', en: 'Moderate' },
  high: { sv: 'Hög', en: 'High' },
} as const

export const destinationNames = {
  'internal-reuse': { sv: 'Internt återbruk', en: 'Internal reuse' },
  resale: { sv: 'Försäljning för återbruk', en: 'Resale for reuse' },
  donation: { sv: 'Gåva', en: 'Donation' },
  parts: { sv: 'Reservdelar', en: 'Parts' },
  recycling: { sv: 'Materialåtervinning', en: 'Recycling' },
  owner: { sv: 'Tillbaka till ägaren', en: 'Back to the owner' },
  unknown: { sv: 'Inte bestämt', en: 'Not decided' },
} as const

export const evidenceOriginNames = {
  'station-signed': { sv: 'Egen station, signerad', en: 'Own station, signed' },
  'third-party-unsigned': { sv: 'Annan part, osignerad', en: 'Third party, unsigned' },
} as const

export const notCheckedTexts = {
  'laboratory-recovery': {
    sv: 'Om data går att återskapa med laboratorieutrustning.',
    en: 'Whether data can be recovered with laboratory equipment.',
  },
  'ieee-2883': {
    sv: 'Om tekniken uppfyller IEEE 2883.',
    en: 'Whether the technique conforms to IEEE 2883.',
  },
  'medium-firmware': {
    sv: 'Mediets inbyggda programvara och dess egna loggar.',
    en: 'The firmware of the medium and its internal logs.',
  },
  'over-provisioned-area': {
    sv: 'Reservceller och utbytta block på flashminnet.',
    en: 'Spare cells and retired blocks of the flash.',
  },
  'unsampled-area': {
    sv: 'Den del av mediet som låg utanför stickprovet.',
    en: 'The part of the medium outside the sample.',
  },
  'hidden-area': {
    sv: 'Om mediet har ett dolt område (HPA eller DCO).',
    en: 'Whether the medium has a hidden area (HPA or DCO).',
  },
  'reallocated-sectors': {
    sv: 'Innehållet i sektorer som mediet har tagit ur bruk.',
    en: 'The content of sectors that the medium has retired.',
  },
  'tool-signature': {
    sv: 'Verktygets logg är inte signerad vid källan.',
    en: 'The tool’s log was not signed at its source.',
  },
  'station-clock': {
    sv: 'Stationens klocka är inte jämförd med en annan.',
    en: 'The station’s clock was not compared with another.',
  },
  'other-media': {
    sv: 'Om enheten har andra lagringsmedier än de som anges.',
    en: 'Whether the device holds storage media other than those listed.',
  },
  'remains-identity': {
    sv: 'Om varje fragment kommer från just detta medium.',
    en: 'Whether every fragment comes from this very medium.',
  },
  'witness-confirmation': {
    sv: 'Att vittnet var där. Den som förstörde har uppgett det.',
    en: 'That the witness was there. The one who destroyed has stated it.',
  },
  'particle-size': {
    sv: 'Fragmentens storlek. Den som förstörde har uppgett den.',
    en: 'The size of the fragments. The one who destroyed has stated it.',
  },
} as const

export const destructionMethodNames = {
  shredding: { sv: 'Fragmentering', en: 'Shredding' },
  disintegration: { sv: 'Finfördelning', en: 'Disintegration' },
  crushing: { sv: 'Krossning', en: 'Crushing' },
  drilling: { sv: 'Borrning', en: 'Drilling' },
  incineration: { sv: 'Förbränning', en: 'Incineration' },
  melting: { sv: 'Smältning', en: 'Melting' },
} as const

export const destructionVerificationTexts = {
  witness: {
    sv: 'Sedd av ett vittne, utan foto.',
    en: 'Seen by a witness, without a photo.',
  },
  'witness-and-photo': {
    sv: 'Sedd av ett vittne och fotograferad.',
    en: 'Seen by a witness and photographed.',
  },
} as const

export const witnessRoleNames = {
  owner: { sv: 'För ägaren', en: 'For the owner' },
  partner: { sv: 'För återbrukspartnern', en: 'For the reuse partner' },
  independent: { sv: 'Oberoende', en: 'Independent' },
} as const
