// Words of the erasure pages: logs in, queues, review, match, media, destruction and certificates.
import { plural } from '../../../core/text.ts'

const drivesSv = (n: number) => `${n} ${plural(n, 'disk', 'diskar')}`
const drivesEn = (n: number) => `${n} ${plural(n, 'drive', 'drives')}`
const filesSv = (n: number) => `${n} ${plural(n, 'fil', 'filer')}`
const filesEn = (n: number) => `${n} ${plural(n, 'file', 'files')}`

export const pageTexts = {
  title: { sv: 'Radering', en: 'Erasure' },
  lead: {
    sv: 'Loggar läses in, varje disk prövas, och bara en verifierad radering med rätt serienummer ger ett intyg.',
    en: 'Logs are read in, each drive is judged, and only a verified erasure with the right serial number gives a certificate.',
  },
  readIn: { sv: 'Läs in loggar', en: 'Read in logs' },
  readInLead: {
    sv: 'Verktygens egna filer, som de är: nwipe och ShredOS, Blancco, nvme-cli, hdparm, scrub, badblocks, Intune, Jamf, Apple.',
    en: 'The files of the tools, as they are: nwipe and ShredOS, Blancco, nvme-cli, hdparm, scrub, badblocks, Intune, Jamf, Apple.',
  },
  files: { sv: 'Raderingsloggar', en: 'Erasure logs' },
  filesHint: {
    sv: 'Många på en gång går bra. Varje fil kan bara användas en gång.',
    en: 'Many at once is fine. Each file can be used only once.',
  },
  zone: { sv: 'Stationens tidszon', en: 'Time zone of the station' },
  zoneHint: {
    sv: 'Loggen skriver bara lokal tid. Utan zon måste någon granska.',
    en: 'The log writes local time only. Without the zone somebody must review.',
  },
  act: {
    sv: (n: number) => `Läs in ${filesSv(n)}`,
    en: (n: number) => `Read in ${filesEn(n)}`,
  },
  actNone: { sv: 'Läs in', en: 'Read in' },
  chooseFirst: { sv: 'Välj minst en fil.', en: 'Choose at least one file.' },
  reading: { sv: 'Läser in loggar', en: 'Reading logs' },
  readingOf: {
    sv: (done: number, all: number) => `${done} av ${filesSv(all)}`,
    en: (done: number, all: number) => `${done} of ${filesEn(all)}`,
  },
  outcome: { sv: 'Inläst nu', en: 'Read in now' },
  outcomeOf: {
    sv: (drives: number, issued: number, waiting: number, refused: number) =>
      `${drivesSv(drives)}: ${issued} med intyg, ${waiting} väntar på någon, ${refused} underkända.`,
    en: (drives: number, issued: number, waiting: number, refused: number) =>
      `${drivesEn(drives)}: ${issued} with a certificate, ${waiting} wait for somebody, ${refused} refused.`,
  },
  notRead: { sv: 'Lästes inte in', en: 'Was not read in' },
  drivesIn: {
    sv: (n: number, tool: string) => `${drivesSv(n)}, ${tool}`,
    en: (n: number, tool: string) => `${drivesEn(n)}, ${tool}`,
  },

  views: {
    toErase: { sv: 'Att radera', en: 'To erase' },
    sample: { sv: 'Stickprov', en: 'Sample' },
    awaitingReview: { sv: 'Väntar på granskning', en: 'Awaiting review' },
    unmatched: { sv: 'Utan träff', en: 'Unmatched' },
    refused: { sv: 'Avvisade', en: 'Refused' },
    issued: { sv: 'Med intyg', en: 'Certified' },
  },
  empty: {
    toErase: {
      sv: 'Här står utrustning hos er som kan ha data kvar. Nu finns ingen.',
      en: 'Devices with you that may hold data stand here. There are none now.',
    },
    sample: {
      sv: 'Fem av hundra raderingar tas ut genom lottning. En annan än den som raderade läser disken med ett annat verktyg och avgör. Nu väntar ingen.',
      en: 'Five in a hundred erasures are drawn by lot. Somebody other than who erased reads the drive with another tool and decides. None waits now.',
    },
    awaitingReview: {
      sv: 'Här står raderingar som regeln tvekar om. En annan än den som läste in avgör, med skriftligt skäl. Nu väntar ingen.',
      en: 'Erasures that the rule doubts stand here. Somebody other than who read them in decides, with a written reason. None waits now.',
    },
    unmatched: {
      sv: 'Här står loggar vars serienummer inte hör till någon inventerad disk. Nu finns ingen.',
      en: 'Logs whose serial number belongs to no inventoried drive stand here. There are none now.',
    },
    refused: {
      sv: 'Här står raderingar som aldrig kan ge intyg. Vägen framåt är en ny radering eller destruktion. Nu finns ingen.',
      en: 'Erasures that can never give a certificate stand here. The way forward is another erasure or destruction. There are none now.',
    },
    issued: {
      sv: 'Här står raderingar som gav intyg. Läs in den första loggen ovanför.',
      en: 'Erasures that gave a certificate stand here. Read in the first log above.',
    },
  },
  mediaMissing: {
    sv: (n: string) =>
      `${n} av dem har inga kända lagringsmedier. Inventera dem först: utan diskens serienummer går ingen radering att bevisa.`,
    en: (n: string) =>
      `${n} of them have no known storage media. Take inventory first: without the serial number of the drive no erasure can be proven.`,
  },
  drive: { sv: 'Disk', en: 'Drive' },
  device: { sv: 'Enhet', en: 'Device' },
  model: { sv: 'Modell', en: 'Model' },
  status: { sv: 'Status', en: 'Status' },
  kind: { sv: 'Slag', en: 'Kind' },
  owner: { sv: 'Ägare', en: 'Owner' },
  since: { sv: 'Sedan', en: 'Since' },
  method: { sv: 'Metod', en: 'Method' },
  why: { sv: 'Därför', en: 'Because' },
  tool: { sv: 'Verktyg', en: 'Tool' },
  recorded: { sv: 'Inläst', en: 'Read in' },
  recordedBy: { sv: 'Inläst av', en: 'Read in by' },
  file: { sv: 'Fil', en: 'File' },
  noSerial: { sv: 'utan serienummer', en: 'no serial number' },
  noDevice: { sv: 'ingen', en: 'none' },
  andMore: {
    sv: (first: string, more: number) => `${first} (och ${more} till)`,
    en: (first: string, more: number) => `${first} (and ${more} more)`,
  },

  // One result
  result: { sv: 'Radering av en disk', en: 'Erasure of a drive' },
  resultOf: {
    sv: (serial: string) => `Radering av ${serial}`,
    en: (serial: string) => `Erasure of ${serial}`,
  },
  size: { sv: 'Raderat', en: 'Erased' },
  levels: {
    none: { sv: 'ingen nivå', en: 'no level' },
    clear: { sv: 'Clear', en: 'Clear' },
    purge: { sv: 'Purge', en: 'Purge' },
    destroy: { sv: 'Destroy', en: 'Destroy' },
  },
  level: { sv: 'Nådd nivå', en: 'Level reached' },
  state: { sv: 'Läge', en: 'State' },
  reasons: { sv: 'Vad som behöver göras', en: 'What needs to be done' },
  noReasons: {
    sv: 'Allt stämde: verktyget verifierade raderingen och serienumret är diskens.',
    en: 'Everything agreed: the tool verified the erasure and the serial number is the drive’s.',
  },
  evidence: { sv: 'Underlag', en: 'Evidence' },
  sha256: { sv: 'Kontrollsumma, SHA-256', en: 'Checksum, SHA-256' },
  reviewed: { sv: 'Granskad', en: 'Reviewed' },
  reviewedBy: {
    sv: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  somebody: { sv: 'Någon', en: 'Somebody' },
  certificate: { sv: 'Intyg', en: 'Certificate' },
  notFound: { sv: 'Resultatet finns inte.', en: 'There is no such result.' },
  review: { sv: 'Granska', en: 'Review' },
  reviewTitle: {
    sv: (serial: string) => `Granska raderingen av ${serial}`,
    en: (serial: string) => `Review the erasure of ${serial}`,
  },
  reviewLead: {
    sv: 'Det du skriver står på intyget. Skriv vad du kontrollerade och hur.',
    en: 'What you write stands on the certificate. Write what you checked and how.',
  },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonShort: {
    sv: 'Skriv minst tio tecken om vad du kontrollerade.',
    en: 'Write at least ten characters on what you checked.',
  },
  approve: { sv: 'Godkänn, utfärda intyg', en: 'Approve, issue certificate' },
  reject: { sv: 'Underkänn', en: 'Reject' },
  escalate: { sv: 'Lämna vidare', en: 'Hand on' },
  escalated: {
    sv: (who: string, when: string) => `Lämnad vidare av ${who} ${when}`,
    en: (who: string, when: string) => `Handed on by ${who} ${when}`,
  },
  drawnLead: {
    sv: 'Den här raderingen är uttagen i stickprovet. Läs disken med ett annat verktyg än det som raderade, och skriv vad du såg.',
    en: 'This erasure was drawn for the sample. Read the drive with another tool than the one that erased it, and write what you saw.',
  },
  fourEyes: {
    sv: 'Du läste in underlaget. En kollega måste granska det.',
    en: 'You read the evidence in. A colleague must review it.',
  },
  mayNotReview: {
    sv: 'Din roll får inte granska. Be den som är ansvarig hos er.',
    en: 'Your role may not review. Ask the one in charge.',
  },
  match: { sv: 'Para ihop', en: 'Match' },
  matchTitle: {
    sv: (serial: string) => `Vilken disk är ${serial}?`,
    en: (serial: string) => `Which drive is ${serial}?`,
  },
  matchLead: {
    sv: 'Jämför med etiketten på disken. En annan person granskar sedan.',
    en: 'Compare with the label on the drive. Another person then reviews.',
  },
  matchDevice: { sv: 'Enhet', en: 'Device' },
  matchDeviceHint: {
    sv: 'Sök på serienummer eller inventarienummer',
    en: 'Search by serial number or asset tag',
  },
  matchMedium: { sv: 'Lagringsmedium', en: 'Storage medium' },
  suggested: { sv: 'Föreslås', en: 'Suggested' },
  noMedia: {
    sv: 'Enheten har inga inventerade lagringsmedier.',
    en: 'The device has no inventoried storage media.',
  },
  chooseMedium: { sv: 'Välj ett lagringsmedium.', en: 'Choose a storage medium.' },
  mayNotRecord: {
    sv: 'Din roll får inte registrera raderingar.',
    en: 'Your role may not record erasures.',
  },
  toMedia: { sv: 'Enhetens lagringsmedier', en: 'The device’s storage media' },

  // Media of a device
  media: { sv: 'Lagringsmedier', en: 'Storage media' },
  mediaOf: {
    sv: (name: string) => `Lagringsmedier i ${name}`,
    en: (name: string) => `Storage media of ${name}`,
  },
  mediaLead: {
    sv: 'En enhet är bevisat raderad när varje medium i den är raderat eller destruerat.',
    en: 'A device is proven erased when each medium in it is erased or destroyed.',
  },
  mediaEmpty: {
    sv: 'Här står varje disk i enheten. Läs in en inventering, eller skriv av diskens etikett.',
    en: 'Each drive of the device stands here. Read in an inventory, or copy the label of the drive.',
  },
  unproven: {
    MEDIA_MISSING: {
      sv: 'Inga lagringsmedier är kända, så raderingen går inte att bevisa.',
      en: 'No storage media are known, so the erasure cannot be proven.',
    },
    MEDIA_HOLD_DATA: {
      sv: 'Minst ett medium kan ha data kvar.',
      en: 'At least one medium may hold data.',
    },
  },
  mediumKinds: {
    magnetic: { sv: 'Magnetisk hårddisk', en: 'Magnetic hard disk' },
    flash: { sv: 'Flashminne, SSD', en: 'Flash, SSD' },
    hybrid: { sv: 'Hybriddisk', en: 'Hybrid drive' },
    unknown: { sv: 'Vet inte', en: 'Unknown' },
  },
  mediumStates: {
    inPlace: { sv: 'Kan ha data kvar', en: 'May hold data' },
    removed: { sv: 'Uttaget ur enheten', en: 'Removed from the device' },
    erased: { sv: 'Raderat, med intyg', en: 'Erased, with a certificate' },
    destroyed: { sv: 'Destruerat, med intyg', en: 'Destroyed, with a certificate' },
  },
  serial: { sv: 'Diskens serienummer', en: 'Serial number of the drive' },
  serialHint: {
    sv: 'Exakt som på etiketten, med bindestreck',
    en: 'Exactly as on the label, dashes included',
  },
  capacity: { sv: 'Storlek', en: 'Size' },
  addMedium: { sv: 'Lägg till medium', en: 'Add a medium' },
  add: { sv: 'Lägg till', en: 'Add' },
  giveSerial: { sv: 'Skriv diskens serienummer.', en: 'Write the serial number of the drive.' },
  takenOut: { sv: 'Märk som uttaget', en: 'Mark as removed' },
  takenOutOf: {
    sv: (serial: string) => `Märk som uttaget: ${serial}`,
    en: (serial: string) => `Mark as removed: ${serial}`,
  },
  inventory: { sv: 'Läs in inventering', en: 'Read in an inventory' },
  inventoryHint: {
    sv: 'Utskrift från lshw, lsblk, smartctl, dmidecode eller inxi.',
    en: 'Output of lshw, lsblk, smartctl, dmidecode or inxi.',
  },
  destroy: { sv: 'Destruera', en: 'Destroy' },
  destroyOf: {
    sv: (serial: string) => `Destruera: ${serial}`,
    en: (serial: string) => `Destroy: ${serial}`,
  },
  destroyTitle: { sv: 'Destruera disken?', en: 'Destroy the drive?' },
  destroyLead: {
    sv: (serial: string) =>
      `${serial}. Det går inte att ångra. Ett destruktionsintyg utfärdas på er och vittnets namn.`,
    en: (serial: string) =>
      `${serial}. This cannot be undone. A certificate of destruction is issued in your and the witness’s names.`,
  },
  destroyAct: { sv: 'Destruera 1 disk', en: 'Destroy 1 drive' },
  destroyMethod: { sv: 'Hur den förstörs', en: 'How it is destroyed' },
  witness: { sv: 'Vittne', en: 'Witness' },
  witnessHint: {
    sv: 'Någon annan än du, som ser det ske',
    en: 'Somebody other than you, who sees it happen',
  },
  chooseWitness: { sv: 'Välj ett vittne.', en: 'Choose a witness.' },
  noPeople: {
    sv: 'Din roll får inte se personer, så du kan inte välja vittne. Be den som är ansvarig hos er.',
    en: 'Your role may not see people, so you cannot choose a witness. Ask the one in charge.',
  },
  photo: { sv: 'Foto av det förstörda mediet', en: 'Photo of the destroyed medium' },
  photoHint: {
    sv: 'Fotot stannar hos er. Intyget bär dess kontrollsumma, och utan foto går det inte att skriva ut.',
    en: 'The photo stays with you. The certificate carries its checksum, and cannot be printed without one.',
  },
  equipment: { sv: 'Utrustning som användes', en: 'Equipment used' },
  history: { sv: 'Raderingar', en: 'Erasures' },
  noHistory: {
    sv: 'Ingen logg har lästs in för enheten.',
    en: 'No log has been read in for the device.',
  },
  deviceNotFound: {
    sv: 'Utrustningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such device, or you are not party to it.',
  },
  toDevice: { sv: 'Enhetens sida', en: 'The device’s page' },
  data: { sv: 'Data', en: 'Data' },

  // Certificates
  certificates: { sv: 'Intyg', en: 'Certificates' },
  certificatesLead: {
    sv: 'Raderings- och destruktionsintyg, ett per lagringsmedium.',
    en: 'Certificates of erasure and destruction, one for each storage medium.',
  },
  certificatesEmpty: {
    sv: 'Här står varje intyg. Det första utfärdas när en radering är verifierad och serienumret stämmer.',
    en: 'Each certificate stands here. The first is issued when an erasure is verified and its serial number agrees.',
  },
  number: { sv: 'Nummer', en: 'Number' },
  issued: { sv: 'Utfärdat', en: 'Issued' },
  issuer: { sv: 'Utfärdare', en: 'Issuer' },
  certificateKinds: {
    erasure: { sv: 'Raderingsintyg', en: 'Certificate of erasure' },
    destruction: { sv: 'Destruktionsintyg', en: 'Certificate of destruction' },
  },
  standing: {
    valid: { sv: 'Gäller', en: 'Valid' },
    revoked: { sv: 'Återkallat', en: 'Revoked' },
    superseded: { sv: 'Ersatt', en: 'Superseded' },
  },
  pdf: { sv: 'PDF', en: 'PDF' },
  pdfIn: {
    sv: { sv: 'PDF på svenska', en: 'PDF in Swedish' },
    en: { sv: 'PDF på engelska', en: 'PDF in English' },
  },
  pdfShort: {
    sv: { sv: 'Svenska', en: 'Swedish' },
    en: { sv: 'Engelska', en: 'English' },
  },
  noPdf: {
    revoked: {
      sv: 'Ett återkallat intyg skrivs inte ut.',
      en: 'A revoked certificate is not printed.',
    },
    photo: {
      sv: 'Utan foto skrivs ett destruktionsintyg inte ut.',
      en: 'Without a photo a certificate of destruction is not printed.',
    },
  },
  searchCertificates: { sv: 'Sök intyg', en: 'Search certificates' },
  searchHint: {
    sv: 'Del av nummer, serienummer eller inventarienummer',
    en: 'Part of a number, a serial number or a tag',
  },
  noCertificateFits: { sv: 'Inget intyg stämmer.', en: 'No certificate fits.' },
  showAll: { sv: 'Visa alla', en: 'Show all' },
  record: { sv: 'Signerad post', en: 'Signed record' },
  recordNote: {
    sv: 'Posten gäller; papperet är en återgivning. Journalens post om utfärdandet bär samma kontrollsumma.',
    en: 'The record is authoritative; the paper renders it. The journal entry of the issue carries the same checksum.',
  },
  recordFormat: { sv: 'Format', en: 'Format' },
  recordMade: {
    atIssue: { sv: 'Vid utfärdandet', en: 'At issue' },
    afterwards: {
      sv: 'I efterhand, ur det som fanns sparat: journalen bär inte dess kontrollsumma',
      en: 'Afterwards, of what was stored: the journal does not carry its checksum',
    },
  },
  recordMadeWhen: { sv: 'Gjord', en: 'Made' },
  recordDownload: { sv: 'Hämta posten', en: 'Download the record' },
  addPhoto: { sv: 'Lägg till foto', en: 'Add a photo' },
  addPhotoLead: {
    sv: 'Intyget ändras aldrig. Med fotot utfärdas ett nytt intyg om samma destruktion, som ersätter detta.',
    en: 'A certificate is never changed. With the photo a new one is issued on the same destruction, in place of this.',
  },
  addPhotoAct: { sv: 'Utfärda nytt intyg', en: 'Issue a new certificate' },
  choosePhoto: { sv: 'Välj ett foto.', en: 'Choose a photo.' },
  certificateNotFound: {
    sv: 'Intyget finns inte, eller så är ni inte part i det.',
    en: 'There is no such certificate, or you are not party to it.',
  },
  publicPage: { sv: 'Öppen sida', en: 'Public page' },
  revokedOn: {
    sv: (day: string, reason: string) => `Återkallat ${day}. ${reason}.`,
    en: (day: string, reason: string) => `Revoked ${day}. ${reason}.`,
  },
  revokedWords: { sv: 'Vad som hände', en: 'What happened' },
  revokedMeans: {
    sv: 'Det bevisar ingenting längre. Enheten räknas som att den har data kvar.',
    en: 'It proves nothing any more. The device counts as holding data.',
  },
  supersededBy: {
    sv: (number: string) => `Ersatt av ${number}.`,
    en: (number: string) => `Superseded by ${number}.`,
  },
  revoke: { sv: 'Återkalla', en: 'Revoke' },
  revokeTitle: {
    sv: (number: string) => `Återkalla ${number}?`,
    en: (number: string) => `Revoke ${number}?`,
  },
  revokeLead: {
    sv: 'Det går inte att ångra. Enheten räknas som att den har data kvar och måste raderas igen.',
    en: 'This cannot be undone. The device counts as holding data and must be erased again.',
  },
  revokeReason: { sv: 'Varför', en: 'Why' },
  revokeAct: { sv: 'Återkalla 1 intyg', en: 'Revoke 1 certificate' },
  explain: { sv: 'Vad har hänt', en: 'What has happened' },
  explainHint: {
    sv: 'Visas för parterna, inte på den öppna sidan. Skriv inga namn.',
    en: 'Shown to the parties, not on the public page. Write no names.',
  },
  explainShort: {
    sv: 'Skriv minst tio tecken om vad som har hänt.',
    en: 'Write at least ten characters on what has happened.',
  },
  chooseReason: { sv: 'Välj varför.', en: 'Choose why.' },
  notStated: { sv: 'Uppgift saknas', en: 'Not stated' },
} as const
