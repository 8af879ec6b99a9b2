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
    sv: (media: number) =>
      `${plural(media, 'Raderingen', 'Varje radering')} är verifierad och godkänd enligt uppgifterna nedan.`,
    en: (media: number) =>
      `${plural(media, 'The erasure', 'Each erasure')} has been verified and approved as stated below.`,
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
  withdrawnStandard: {
    sv: 'Verktyget hänvisar till NIST SP 800-88 revision 1, som drogs tillbaka 2025-09-26.',
    en: 'The tool cites NIST SP 800-88 revision 1, withdrawn 2025-09-26.',
  },
  collectedTitle: { sv: 'Samlade intyg', en: 'Collected certificates' },
  collectedLead: {
    sv: 'Varje lagringsmedium har ett eget intyg med egen kod. Här är de samlade, med en innehållsförteckning.',
    en: 'Each storage medium has a certificate and a code of its own. Here they are together, with a list of contents.',
  },
  collectedHeading: {
    sv: (erased: number, destroyed: number) =>
      [
        ...(erased > 0
          ? [`${erased} ${plural(erased, 'lagringsmedium raderat', 'lagringsmedier raderade')}`]
          : []),
        ...(destroyed > 0 ? [`${destroyed} ${plural(destroyed, 'förstört', 'förstörda')}`] : []),
      ].join(', '),
    en: (erased: number, destroyed: number) =>
      [
        ...(erased > 0 ? [`${erased} storage ${plural(erased, 'medium', 'media')} erased`] : []),
        ...(destroyed > 0 ? [`${destroyed} destroyed`] : []),
      ].join(', '),
  },
  contents: { sv: 'Innehåll', en: 'Contents' },
  outcome: { sv: 'Vad som hände', en: 'What was done' },
  erased: { sv: 'Raderat', en: 'Erased' },
  destroyed: { sv: 'Förstört', en: 'Destroyed' },
  page: { sv: 'Sida', en: 'Page' },
  withdrawn: { sv: 'Återkallade intyg', en: 'Revoked certificates' },
  withdrawnNote: {
    sv: 'De bevisar ingenting längre och är inte med här.',
    en: 'They prove nothing any more and are not included here.',
  },
  withdrawnOn: {
    sv: (number: string, day: string, reason: string) => `${number}, återkallat ${day}: ${reason}`,
    en: (number: string, day: string, reason: string) => `${number}, revoked ${day}: ${reason}`,
  },
  signedReason: {
    sv: (title: string) => `${title}, utfärdat i Omlopp`,
    en: (title: string) => `${title}, issued in Omlopp`,
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
  serialFrom: {
    sv: (s: string, n: number) => (n > 1 ? `överens i ${s}` : `enligt ${s}`),
    en: (s: string, n: number) => (n > 1 ? `agrees in ${s}` : `by the ${s}`),
  },
  mediaType: { sv: 'Typ av medium', en: 'Media type' },
  transport: { sv: (t: string) => `via ${t}`, en: (t: string) => `over ${t}` },
  mediaSource: { sv: 'Satt i', en: 'Taken from' },
  sourceUnknown: {
    sv: 'Löst medium, inkom utan enhet',
    en: 'Loose medium, received without a device',
  },
  capacity: { sv: 'Kapacitet, ursprunglig', en: 'Native capacity' },
  category: { sv: 'Informationsklass', en: 'Confidentiality' },
  categoryValue: {
    sv: (before: string, after: string) => `före: ${before}, efter: ${after}`,
    en: (before: string, after: string) => `before: ${before}, after: ${after}`,
  },
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
      `${erased} av ${native} byte (${percent}\u00a0%)`,
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
  notReported: { sv: 'inte rapporterat', en: 'not reported' },
  verification: { sv: 'Verifiering och beslut', en: 'Verification and verdict' },
  extent: { sv: 'Verifiering', en: 'Verification' },
  ioMode: { sv: 'Läsväg', en: 'I/O mode' },
  seen: { sv: 'Verifiering', en: 'Verification' },
  verdict: { sv: 'Beslut', en: 'Verdict' },
  byRule: { sv: (v: string) => `av regel ${v}`, en: (v: string) => `by rule ${v}` },
  byPerson: {
    sv: (v: string) => `av person, sedan regel ${v} begärt granskning`,
    en: (v: string) => `by a person, after rule ${v} asked for review`,
  },
  reviewCodes: { sv: 'Granskades för', en: 'Reviewed because of' },
  escalationReason: { sv: 'Skäl till eskalering', en: 'Reason for escalation' },
  escalatedBy: { sv: 'Eskalerat av', en: 'Escalated by' },
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
  chain: {
    sv: (id: string) => `Enhetens journal ${id}`,
    en: (id: string) => `Journal of the device ${id}`,
  },
  entryHash: { sv: 'Postens kontrollsumma', en: 'Hash of the entry' },
  logRoot: { sv: 'Kontrollpunktens rot', en: 'Checkpoint root' },
  destruction: { sv: 'Destruktion', en: 'Destruction' },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonChosen: {
    sv: 'Lagringsmediet valdes ut för destruktion.',
    en: 'The storage medium was chosen for destruction.',
  },
  reasonFailed: {
    sv: 'Raderingen misslyckades, så lagringsmediet måste förstöras.',
    en: 'The erasure failed, so the storage medium had to be destroyed.',
  },
  signedInOmlopp: { sv: 'Elektroniskt i Omlopp', en: 'Electronically in Omlopp' },
  namedByOperator: {
    sv: 'Uppgivet av den som förstörde',
    en: 'Named by the one who destroyed',
  },
  confirmedByWitness: {
    sv: 'Bekräftat av vittnet, inloggad i Omlopp',
    en: 'Confirmed by the witness, signed in to Omlopp',
  },
  handedInBy: {
    sv: 'Lämnade in underlaget',
    en: 'Handed in the evidence',
  },
  ruleTitle: { sv: (v: string) => `Regel ${v}`, en: (v: string) => `Rule ${v}` },
  noPerson: { sv: 'Ingen person tillfrågades', en: 'No person was asked' },
  askFor: {
    sv: (organisation: string, id: string) => `Namnet finns hos ${organisation}: person …${id}`,
    en: (organisation: string, id: string) => `Name held by ${organisation}: person …${id}`,
  },
  placeUnknown: { sv: 'Plats inte angiven', en: 'Place not stated' },
  keptBy: {
    sv: (organisation: string) => `I förvar hos ${organisation}`,
    en: (organisation: string) => `In the keeping of ${organisation}`,
  },
  organisationOf: {
    sv: (id: string) => `Organisation ${id}`,
    en: (id: string) => `Organisation ${id}`,
  },
  failedErasure: { sv: 'Misslyckad radering', en: 'Failed erasure' },
  equipment: { sv: 'Utrustning', en: 'Equipment' },
  particle: { sv: 'Största fragment', en: 'Largest fragment' },
  particleSize: { sv: (mm: string) => `${mm}\u00a0mm`, en: (mm: string) => `${mm}\u00a0mm` },
  particleUnknown: { sv: 'Inte uppmätt', en: 'Not measured' },
  destroyedAt: { sv: 'Tid', en: 'Time' },
  photo: { sv: (n: number) => `Foto ${n}`, en: (n: number) => `Photo ${n}` },
  photoKeptBy: {
    sv: (issuer: string) => `Bilden förvaras hos ${issuer}`,
    en: (issuer: string) => `The picture is kept by ${issuer}`,
  },
  takenAt: { sv: (t: string) => `taget ${t}`, en: (t: string) => `taken ${t}` },
  remains: { sv: 'Rester lämnade till', en: 'Remains handed to' },
  handOverNote: { sv: 'Avlämnarintyg', en: 'Hand-over note' },
} as const

/** By the end of the attached file's name. */
export const attachmentTexts = {
  'certificate.json': {
    sv: (number: string) => `Den signerade posten för ${number}`,
    en: (number: string) => `The signed record of ${number}`,
  },
  'entry.json': {
    sv: (number: string) => `Journalposten som utfärdar ${number}`,
    en: (number: string) => `The journal entry that issues ${number}`,
  },
  'tlog-proof': {
    sv: (number: string) => `Bevis för att posten om ${number} står i loggen`,
    en: (number: string) => `Proof that the entry on ${number} is in the log`,
  },
  'vkeys.txt': {
    sv: (number: string) => `Nycklar till loggen för ${number}; jämför med ägarens egen kopia`,
    en: (number: string) => `Keys of the log of ${number}; compare with the owner’s own copy`,
  },
} as const
