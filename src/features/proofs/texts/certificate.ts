// Every string of the certificates of erasure and of destruction, and of the frame they share.
import { plural } from '../../../core/text.ts'

export const frameTexts = {
  pageOf: {
    sv: (page: number, pages: number) => `Sida ${page} av ${pages}`,
    en: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
  qrAlt: {
    sv: (url: string) => `QR-kod som leder till ${url}`,
    en: (url: string) => `QR code that leads to ${url}`,
  },
  none: { sv: 'Ingen', en: 'None' },
  notStated: { sv: 'Uppgift saknas', en: 'Not stated' },
  bytes: { sv: (n: string) => `${n} byte`, en: (n: string) => `${n} bytes` },
} as const

export const certificateTexts = {
  erasureTitle: { sv: 'Raderingsintyg', en: 'Certificate of erasure' },
  destructionTitle: { sv: 'Destruktionsintyg', en: 'Certificate of destruction' },
  finding: {
    sv: (media: number, devices: number) =>
      `${media} ${plural(media, 'lagringsmedium', 'lagringsmedier')}${devices > 1 ? ` i ${devices} enheter` : ''} är ${plural(media, 'raderat', 'raderade')}`,
    en: (media: number, devices: number) =>
      `${media} storage ${plural(media, 'medium', 'media')}${devices > 1 ? ` in ${devices} devices` : ''} erased`,
  },
  lead: {
    sv: 'Varje radering är verifierad och godkänd enligt uppgifterna nedan.',
    en: 'Each erasure has been verified and approved as stated below.',
  },
  destructionHeading: {
    sv: '1 lagringsmedium är förstört',
    en: '1 storage medium destroyed',
  },
  destructionFinding: {
    sv: (method: string, day: string) =>
      `Lagringsmediet förstördes genom ${method} ${day}, i närvaro av ett vittne.`,
    en: (method: string, day: string) =>
      `The storage medium was destroyed by ${method} on ${day}, in the presence of a witness.`,
  },
  rendering: {
    sv: 'PDF-filen är en återgivning. Den signerade posten gäller.',
    en: 'The PDF is a rendering. The signed record is authoritative.',
  },
  notAssessed: {
    sv: 'Tekniken är inte bedömd mot IEEE 2883.',
    en: 'Technique not assessed against IEEE 2883.',
  },
  checkHow: {
    sv: 'Skanna koden eller öppna adressen. Där visas den signerade posten och dess plats i loggen.',
    en: 'Scan the code or open the address. It shows the signed record and its place in the log.',
  },
  parties: { sv: 'Parter', en: 'Parties' },
  owner: { sv: 'Ägare', en: 'Owner' },
  issuer: { sv: 'Utfärdare', en: 'Issuer' },
  organisationNumber: { sv: (n: string) => `Org.nr ${n}`, en: (n: string) => `Reg. no. ${n}` },
  issued: { sv: 'Utfärdat', en: 'Issued' },
  overview: { sv: 'Översikt', en: 'Overview' },
  overviewNote: {
    sv: 'Ett intyg per lagringsmedium, ordnade efter enhet.',
    en: 'One certificate per storage medium, grouped by device.',
  },
  device: { sv: 'Enhet', en: 'Device' },
  mediumNumber: {
    sv: (n: number, all: number) => `Lagringsmedium ${n} av ${all}`,
    en: (n: number, all: number) => `Storage medium ${n} of ${all}`,
  },
  medium: { sv: 'Lagringsmedium', en: 'Storage medium' },
  certificateNumber: { sv: 'Intyg nr', en: 'Certificate no.' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  assetTag: { sv: 'Inventarienummer', en: 'Asset tag' },
  manufacturer: { sv: 'Tillverkare', en: 'Manufacturer' },
  model: { sv: 'Modell', en: 'Model' },
  modelByTool: { sv: 'Modell enligt verktyget', en: 'Model by the tool' },
  serialFrom: { sv: (s: string) => `överens i ${s}`, en: (s: string) => `agrees in ${s}` },
  mediaType: { sv: 'Typ av medium', en: 'Media type' },
  transport: { sv: (t: string) => `via ${t}`, en: (t: string) => `over ${t}` },
  mediaSource: { sv: 'Satt i', en: 'Taken from' },
  sourceUnknown: {
    sv: 'Löst medium, inkom utan enhet',
    en: 'Loose medium, received without a device',
  },
  capacity: { sv: 'Kapacitet, ursprunglig', en: 'Native capacity' },
  categoryBefore: { sv: 'Informationsklass före', en: 'Confidentiality before' },
  categoryAfter: { sv: 'Informationsklass efter', en: 'Confidentiality after' },
  destination: { sv: 'Nästa steg', en: 'Destination' },
  succession: { sv: 'Ersätter', en: 'Supersedes' },
  supersededBy: { sv: 'Ersatt av', en: 'Superseded by' },
  what: { sv: 'Radering', en: 'Erasure' },
  method: { sv: 'Metod', en: 'Method' },
  level: { sv: 'Nådd nivå', en: 'Level reached' },
  requiredLevel: {
    sv: (l: string) => `krävd nivå: ${l}`,
    en: (l: string) => `level required: ${l}`,
  },
  technique: { sv: 'Teknik', en: 'Technique' },
  command: { sv: 'Kommando', en: 'Interface command' },
  tool: { sv: 'Verktyg', en: 'Tool' },
  packageVersion: { sv: (v: string) => `paket ${v}`, en: (v: string) => `package ${v}` },
  started: { sv: 'Började', en: 'Started' },
  ended: { sv: 'Slutade', en: 'Ended' },
  clock: { sv: 'Klocka', en: 'Clock source' },
  rounds: { sv: 'Omgångar och svep', en: 'Rounds and passes' },
  roundsValue: {
    sv: (rd: number, rr: number, pd: number, pr: number) =>
      `omgångar ${rd} av ${rr}, svep ${pd} av ${pr}`,
    en: (rd: number, rr: number, pd: number, pr: number) =>
      `rounds ${rd} of ${rr}, passes ${pd} of ${pr}`,
  },
  erasedOfNative: { sv: 'Raderat', en: 'Erased' },
  erasedValue: {
    sv: (erased: string, native: string, percent: string) =>
      `${erased} av ${native} byte (${percent} %)`,
    en: (erased: string, native: string, percent: string) =>
      `${erased} of ${native} bytes (${percent}%)`,
  },
  hiddenAreas: { sv: 'Dolda områden', en: 'Hidden areas' },
  bothHidden: {
    sv: (state: string) => `HPA och DCO: ${state}`,
    en: (state: string) => `HPA and DCO: ${state}`,
  },
  errors: { sv: 'Fel', en: 'Errors' },
  errorsValue: {
    sv: (p: number, v: number, s: number) => `skrivning ${p}, verifiering ${v}, synkning ${s}`,
    en: (p: number, v: number, s: number) => `pass ${p}, verification ${v}, sync ${s}`,
  },
  smart: { sv: 'Sektorer enligt SMART', en: 'Sectors by SMART' },
  smartValue: {
    sv: (r: string, p: string) => `omplacerade ${r}, väntande ${p}`,
    en: (r: string, p: string) => `reallocated ${r}, pending ${p}`,
  },
  notReported: { sv: 'ej rapporterat', en: 'not reported' },
  verification: { sv: 'Verifiering och beslut', en: 'Verification and verdict' },
  extent: { sv: 'Verifiering', en: 'Verification' },
  ioMode: { sv: 'Läsväg', en: 'I/O mode' },
  verdict: { sv: 'Beslut', en: 'Verdict' },
  byRule: { sv: (v: string) => `av regel ${v}`, en: (v: string) => `by rule ${v}` },
  byPerson: {
    sv: (v: string) => `av person, sedan regel ${v} begärt granskning`,
    en: (v: string) => `by a person, after rule ${v} asked for review`,
  },
  reviewCodes: { sv: 'Granskades för', en: 'Reviewed because of' },
  reviewReason: { sv: 'Motivering', en: 'Reason given' },
  signatures: { sv: 'Underskrifter', en: 'Signatures' },
  sanitisedBy: { sv: 'Raderade', en: 'Sanitised by' },
  verifiedBy: { sv: 'Verifierade', en: 'Verified by' },
  validatedBy: { sv: 'Validerade', en: 'Validated by' },
  destroyedBy: { sv: 'Förstörde', en: 'Destroyed by' },
  witness: { sv: 'Vittne', en: 'Witness' },
  notChecked: { sv: 'Detta är inte kontrollerat', en: 'What was not checked' },
  notCheckedNote: {
    sv: 'Intyget säger inget om dessa punkter.',
    en: 'The certificate says nothing about these.',
  },
  evidence: { sv: 'Underlag', en: 'Evidence' },
  evidenceFile: { sv: 'Fil', en: 'File' },
  sha256: { sv: 'SHA-256', en: 'SHA-256' },
  evidenceOrigin: { sv: 'Ursprung', en: 'Origin' },
  logOrigin: { sv: 'Logg', en: 'Log' },
  logIndex: { sv: 'Post', en: 'Entry' },
  logIndexValue: {
    sv: (i: string, n: string) => `${i}, i en logg med ${n} poster`,
    en: (i: string, n: string) => `${i}, in a log of ${n} entries`,
  },
  logRoot: { sv: 'Kontrollpunktens rot', en: 'Checkpoint root' },
  destruction: { sv: 'Destruktion', en: 'Destruction' },
  reason: { sv: 'Skäl', en: 'Reason' },
  failedErasure: { sv: 'Misslyckad radering', en: 'Failed erasure' },
  equipment: { sv: 'Utrustning', en: 'Equipment' },
  particle: { sv: 'Största fragment', en: 'Largest fragment' },
  particleUnknown: { sv: 'Inte uppmätt', en: 'Not measured' },
  destroyedAt: { sv: 'Tid', en: 'Time' },
  place: { sv: 'Plats', en: 'Place' },
  photo: { sv: (n: number) => `Foto ${n}`, en: (n: number) => `Photo ${n}` },
  takenAt: { sv: (t: string) => `taget ${t}`, en: (t: string) => `taken ${t}` },
  remains: { sv: 'Rester lämnade till', en: 'Remains handed to' },
  handOverNote: { sv: 'Avlämnarintyg', en: 'Hand-over note' },
} as const

export const methodNames = {
  clear: { sv: 'Clear', en: 'Clear' },
  purge: { sv: 'Purge', en: 'Purge' },
  destroy: { sv: 'Destroy', en: 'Destroy' },
} as const

/** What the level means, and where it ends. */
export const levelSentences = {
  clearMagnetic: {
    sv: 'Clear: allt lagringsutrymme som går att adressera är raderat. Skyddar mot återläsning med vanliga gränssnitt och program, men är inte prövat mot laboratoriemetoder.',
    en: 'Clear: all addressable storage has been erased. Protects against recovery through ordinary interfaces and software; not proven against laboratory methods.',
  },
  clearFlash: {
    sv: 'Clear: allt lagringsutrymme som går att adressera är raderat. På flashminne når överskrivning inte reservceller och utbytta block. Inte prövat mot laboratoriemetoder.',
    en: 'Clear: all addressable storage has been erased. On flash, overwriting does not reach spare cells and retired blocks. Not proven against laboratory methods.',
  },
  purge: {
    sv: 'Purge: enhetens egen funktion har raderat hela mediet, även områden som inte går att adressera. Att den gjorde det bygger på enhetens besked och den verifiering som anges här.',
    en: 'Purge: the drive’s own function has erased the whole medium, including areas that cannot be addressed. That it did so rests on the drive’s report and the verification stated here.',
  },
  destroy: {
    sv: 'Destroy: mediet är fysiskt förstört och kan inte användas igen.',
    en: 'Destroy: the medium has been physically destroyed and cannot be used again.',
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
    sv: (p: string) => `Stickprov, ${p} % läst tillbaka`,
    en: (p: string) => `Sample, ${p}% read back`,
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
} as const

export const destructionMethodNames = {
  shredding: { sv: 'Fragmentering', en: 'Shredding' },
  disintegration: { sv: 'Finfördelning', en: 'Disintegration' },
  crushing: { sv: 'Krossning', en: 'Crushing' },
  drilling: { sv: 'Borrning', en: 'Drilling' },
  incineration: { sv: 'Förbränning', en: 'Incineration' },
  melting: { sv: 'Smältning', en: 'Melting' },
} as const

export const witnessRoleNames = {
  owner: { sv: 'För ägaren', en: 'For the owner' },
  partner: { sv: 'För återbrukspartnern', en: 'For the reuse partner' },
  independent: { sv: 'Oberoende', en: 'Independent' },
} as const
