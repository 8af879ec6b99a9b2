// Words of the erasure pages: logs in and the queues.
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
    refused: { sv: 'Underkända', en: 'Refused' },
    issued: { sv: 'Med intyg', en: 'Certified' },
  },
  empty: {
    toErase: {
      sv: 'Här står utrustning hos er som kan ha data kvar. Nu finns ingen.',
      en: 'Devices with you that may hold data appear here. There are none now.',
    },
    sample: {
      sv: 'Fem av hundra raderingar tas ut genom lottning. En annan än den som raderade läser disken med ett annat verktyg och avgör. Nu väntar ingen.',
      en: 'Five in a hundred erasures are drawn at random. Somebody other than who erased reads the drive with another tool and decides. None waits now.',
    },
    awaitingReview: {
      sv: 'Här står raderingar som regeln tvekar om. En annan än den som läste in avgör, med skriftligt skäl. Nu väntar ingen.',
      en: 'Erasures that the rule doubts appear here. Somebody other than who read them in decides, with a written reason. None waits now.',
    },
    unmatched: {
      sv: 'Här står loggar vars serienummer inte hör till någon inventerad disk. Nu finns ingen.',
      en: 'Logs whose serial number belongs to no inventoried drive appear here. There are none now.',
    },
    refused: {
      sv: 'Här står raderingar som aldrig kan ge intyg. Vägen framåt är en ny radering eller destruktion. Nu finns ingen.',
      en: 'Erasures that can never give a certificate appear here. The way forward is another erasure or destruction. There are none now.',
    },
    issued: {
      sv: 'Här står raderingar som gav intyg. Läs in den första loggen ovanför.',
      en: 'Erasures that gave a certificate appear here. Read in the first log above.',
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
} as const
