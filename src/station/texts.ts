// Every word of the station, Swedish and English side by side.
import type { Outcome } from '../features/erasure/rules/station/document.ts'
import type { MethodName } from '../features/erasure/rules/station/methods.ts'
import type { ChoiceReason } from './rules/choose.ts'
import type { Exclusion } from './rules/exclude.ts'
import type { Phase } from './rules/progress.ts'
import type { ToolName } from './tools.ts'

export interface Words {
  readonly sv: string
  readonly en: string
}

export const exclusionTexts: Record<Exclusion, Words> = {
  boot: { sv: 'stationen går från den', en: 'the station runs from it' },
  mounted: { sv: 'monterad', en: 'mounted' },
  swap: { sv: 'växlingsutrymme', en: 'swap' },
  held: { sv: 'används av LVM, RAID eller kryptering', en: 'held by LVM, RAID or encryption' },
  'serial-of-boot': {
    sv: 'samma serienummer som stationens egen disk',
    en: 'the same serial number as the station’s own drive',
  },
  loop: { sv: 'loop-enhet, visas med --loop', en: 'loop device, shown with --loop' },
  'not-a-drive': { sv: 'ingen fysisk disk', en: 'no physical drive' },
  'read-only': { sv: 'skrivskyddad', en: 'read-only' },
  empty: { sv: 'tom plats', en: 'empty slot' },
}

export const methodTexts: Record<MethodName, Words> = {
  'overwrite-zeros': { sv: 'nollor', en: 'zeros' },
  'overwrite-random': { sv: 'slump + nollor', en: 'random + zeros' },
  'ata-sanitize-block': { sv: 'SANITIZE block', en: 'SANITIZE block' },
  'ata-sanitize-crypto': { sv: 'SANITIZE krypto', en: 'SANITIZE crypto' },
  'ata-security-erase': { sv: 'SECURITY ERASE', en: 'SECURITY ERASE' },
  'ata-security-erase-enhanced': { sv: 'SECURITY ERASE+', en: 'SECURITY ERASE+' },
  'nvme-sanitize-block': { sv: 'Sanitize block', en: 'Sanitize block' },
  'nvme-sanitize-crypto': { sv: 'Sanitize krypto', en: 'Sanitize crypto' },
  'nvme-sanitize-overwrite': { sv: 'Sanitize skriv', en: 'Sanitize write' },
  'nvme-format-crypto': { sv: 'Format krypto', en: 'Format crypto' },
}

export const choiceTexts: Record<ChoiceReason, Words> = {
  'overwrite-magnetic': {
    sv: 'Magnetisk disk: överskrivning når nivån clear.',
    en: 'Magnetic drive: overwriting reaches clear.',
  },
  'overwrite-only': {
    sv: 'Disken har inget eget raderkommando som går att nå. Överskrivning når clear, aldrig mer.',
    en: 'The drive has no erase command of its own within reach. Overwriting reaches clear, never more.',
  },
  'overwrite-since-frozen': {
    sv: 'Datorn har låst diskens raderkommando (frozen). Överskrivning når clear. För mer: dra ur och sätt i disken, eller lägg datorn i vila en gång.',
    en: 'The computer has frozen the drive’s erase command. Overwriting reaches clear. For more: unplug and replug the drive, or put the computer to sleep once.',
  },
  sanitize: { sv: 'Disken har Sanitize: når purge.', en: 'The drive has Sanitize: reaches purge.' },
  'security-erase': {
    sv: 'Disken raderar sig själv med SECURITY ERASE: når clear.',
    en: 'The drive erases itself by SECURITY ERASE: reaches clear.',
  },
  'format-crypto': {
    sv: 'Disken byter krypteringsnyckel med Format: når clear.',
    en: 'The drive changes its encryption key by Format: reaches clear.',
  },
}

export const outcomeTexts: Record<Outcome, Words> = {
  proven: { sv: 'raderad och läst tillbaka', en: 'erased and read back' },
  leftovers: {
    sv: 'DATA FINNS KVAR trots att verktyget blev klart. Destruera disken',
    en: 'DATA REMAINS although the tool finished. Destroy the drive',
  },
  toolFailed: {
    sv: 'verktyget lyckades inte. Radera igen, annars destruera',
    en: 'the tool did not succeed. Erase again, or destroy',
  },
  aborted: { sv: 'avbruten. Radera igen från början', en: 'stopped. Erase again from the start' },
  cutOff: {
    sv: 'stationen stannade mitt i. Radera igen från början',
    en: 'the station stopped midway. Erase again from the start',
  },
  vanished: {
    sv: 'disken försvann. Kontrollera kontakten och radera igen',
    en: 'the drive vanished. Check its plug and erase again',
  },
  unreadable: {
    sv: 'disken går inte att läsa. Destruera den med vittne och foto',
    en: 'the drive cannot be read. Destroy it with a witness and a photo',
  },
}
export const shortOutcomes: Record<Outcome, Words> = {
  proven: { sv: 'raderad', en: 'erased' },
  leftovers: { sv: 'data kvar', en: 'data remains' },
  toolFailed: { sv: 'misslyckad', en: 'failed' },
  aborted: { sv: 'avbruten', en: 'stopped' },
  cutOff: { sv: 'avbruten', en: 'cut off' },
  vanished: { sv: 'försvann', en: 'vanished' },
  unreadable: { sv: 'oläsbar', en: 'unreadable' },
}

export const phaseTexts: Record<Phase, Words> = {
  tag: { sv: 'väntar på etikett', en: 'waits for tag' },
  before: { sv: 'läser före', en: 'reads before' },
  wiping: { sv: 'raderar', en: 'erases' },
  checking: { sv: 'läser tillbaka', en: 'reads back' },
  done: { sv: 'klar', en: 'done' },
}

/** What is not known where the tool is missing. */
export const missingTexts: Record<ToolName, Words> = {
  lsblk: { sv: 'inga diskar kan hittas', en: 'no drive can be found' },
  blockdev: {
    sv: 'cacheminnet kan inte tömmas före läsning',
    en: 'the cache cannot be flushed before reading',
  },
  nwipe: { sv: 'ingen disk kan skrivas över', en: 'no drive can be overwritten' },
  hdparm: {
    sv: 'dolda områden och SATA-diskars egna raderkommandon är okända',
    en: 'hidden areas and the erase commands of SATA drives are unknown',
  },
  nvme: {
    sv: 'NVMe-diskars Sanitize går inte att använda',
    en: 'Sanitize of NVMe drives cannot be used',
  },
  smartctl: {
    sv: 'diskarnas hälsa och omflyttade sektorer är okända',
    en: 'health and reallocated sectors are unknown',
  },
  lshw: { sv: 'datorns delar är okända', en: 'the parts of the computer are unknown' },
  dmidecode: {
    sv: 'datorns serienummer är okänt',
    en: 'the serial number of the computer is unknown',
  },
}

export const texts = {
  columns: {
    sv: ['Disk', 'Modell', 'Serienummer', 'Storlek', 'Etikett', 'Metod', 'Läge'],
    en: ['Drive', 'Model', 'Serial number', 'Size', 'Tag', 'Method', 'State'],
  },
  title: {
    sv: (name: string) => `Omlopp radering, ${name}`,
    en: (name: string) => `Omlopp erasure, ${name}`,
  },
  summary: {
    sv: (done: number, all: number, waiting: number) =>
      `${done} av ${all} klara, ${waiting} att skicka`,
    en: (done: number, all: number, waiting: number) =>
      `${done} of ${all} done, ${waiting} to send`,
  },
  toLookAt: {
    sv: (drives: number) => `${drives} att se till`,
    en: (drives: number) => `${drives} to look at`,
  },
  page: {
    sv: (from: number, to: number, all: number) =>
      `Disk ${from}–${to} av ${all}. PgUp PgDn bläddrar.`,
    en: (from: number, to: number, all: number) => `Drive ${from}–${to} of ${all}. PgUp PgDn turn.`,
  },
  more: {
    sv: (drives: number) => `… och ${drives} till`,
    en: (drives: number) => `… and ${drives} more`,
  },
  left: { sv: (time: string) => `${time} kvar`, en: (time: string) => `${time} left` },
  scan: {
    sv: (drive: string) => `Skanna etiketten på enheten med ${drive} (tom rad hoppar över): `,
    en: (drive: string) => `Scan the tag of the device with ${drive} (an empty line skips): `,
  },
  stopHint: { sv: 'Ctrl C avbryter.', en: 'Ctrl C stops.' },
  untouched: { sv: 'rörs inte', en: 'not touched' },
  stopping: { sv: 'Avbryter …', en: 'Stopping …' },
  drives: { sv: 'Diskar som kan raderas', en: 'Drives that can be erased' },
  noDrives: { sv: 'Ingen disk kan raderas.', en: 'No drive can be erased.' },
  excluded: { sv: 'Undantagna', en: 'Excluded' },
  missing: { sv: 'Saknade verktyg', en: 'Missing tools' },
  computer: { sv: 'Dator', en: 'Computer' },
  unknownTag: {
    sv: (tag: string, at: string | null) =>
      `${tag} finns inte i ${at ? `arbetslistan från ${at}` : 'någon hämtad arbetslista'}. Resultatet paras med enheten när det kommer in.`,
    en: (tag: string, at: string | null) =>
      `${tag} is not in ${at ? `the work list of ${at}` : 'any work list fetched'}. The result is matched with the device when it comes in.`,
  },
  readMode: {
    direct: { sv: 'förbi cacheminnet (O_DIRECT)', en: 'past the cache (O_DIRECT)' },
    flushed: {
      sv: 'med tömt cacheminne, vilket inte räknas som bevis',
      en: 'with the cache flushed, which is no proof',
    },
  },
  proof: {
    sv: (places: string, percent: string, mode: string) =>
      `${places} ställen (${percent} %) lästa ${mode}`,
    en: (places: string, percent: string, mode: string) =>
      `${places} places (${percent} %) read ${mode}`,
  },
  firstLeft: {
    sv: (at: string) => `första kvarvarande byten på ${at}`,
    en: (at: string) => `first byte left at ${at}`,
  },
  toolSaid: {
    sv: (said: string) => `verktyget sade: ${said}`,
    en: (said: string) => `the tool said: ${said}`,
  },
  enrolled: {
    sv: (name: string, fingerprint: string) =>
      `${name} är inskriven. Nyckelns fingeravtryck: ${fingerprint}`,
    en: (name: string, fingerprint: string) =>
      `${name} is enrolled. Fingerprint of its key: ${fingerprint}`,
  },
  sentNow: {
    sv: (sent: number, waiting: number) => `${sent} skickade nu, ${waiting} väntar.`,
    en: (sent: number, waiting: number) => `${sent} sent now, ${waiting} waiting.`,
  },
  notTaken: {
    sv: (run: string, why: string) => `${run} togs inte emot: ${why}`,
    en: (run: string, why: string) => `${run} was not taken: ${why}`,
  },
  notSignedIn: {
    sv: 'Servern känner inte igen stationen. Den kan ha återkallats: skriv in den igen.',
    en: 'The server does not know the station. It may have been revoked: enrol it again.',
  },
  cutOff: {
    sv: (n: number) =>
      n === 1
        ? '1 körning hade brutits och redovisas som avbruten.'
        : `${n} körningar hade brutits och redovisas som avbrutna.`,
    en: (n: number) =>
      n === 1
        ? '1 run had been cut off and is reported as such.'
        : `${n} runs had been cut off and are reported as such.`,
  },
  clock: {
    sv: (seconds: string) => `Klockan går ${seconds} s fel mot servern. Ställ den.`,
    en: (seconds: string) => `The clock is ${seconds} s off the server’s. Set it.`,
  },
  status: {
    sv: (runs: number, waiting: number, refused: number) =>
      `${runs} ${runs === 1 ? 'körning' : 'körningar'}, ${waiting} att skicka, ${refused} inte mottagna`,
    en: (runs: number, waiting: number, refused: number) =>
      `${runs} ${runs === 1 ? 'run' : 'runs'}, ${waiting} to send, ${refused} not taken`,
  },
  server: { sv: 'Server', en: 'Server' },
  key: { sv: 'Nyckel', en: 'Key' },
  list: { sv: 'Arbetslista', en: 'Work list' },
  operators: { sv: 'Får radera', en: 'May erase' },
  devices: {
    sv: (n: number) => (n === 1 ? '1 enhet' : `${n} enheter`),
    en: (n: number) => (n === 1 ? '1 device' : `${n} devices`),
  },
  never: { sv: 'aldrig', en: 'never' },
} as const
