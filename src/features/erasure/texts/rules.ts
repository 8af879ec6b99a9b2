// Words of the rules of erasure: the sample, the levels, and profiles for reports of other tools.
import { plural } from '../../../core/text.ts'

export const rulesTexts = {
  title: { sv: 'Regler för radering', en: 'Rules of erasure' },
  lead: {
    sv: 'Vad som krävs för att ett raderingsintyg ska utfärdas. Ändringar gäller det som läses in härefter och står i loggen.',
    en: 'What it takes for a certificate of erasure to be issued. Changes concern what is read in from now on, and stand in the log.',
  },
  saved: { sv: 'Reglerna är sparade.', en: 'The rules are saved.' },
  save: { sv: 'Spara regler', en: 'Save rules' },
  nothingChanged: { sv: 'Inget är ändrat.', en: 'Nothing has been changed.' },
  mayNot: {
    sv: 'Du kan läsa reglerna. Den som granskar raderingar kan ändra dem.',
    en: 'You can read the rules. Whoever reviews erasures can change them.',
  },

  sample: { sv: 'Stickprov', en: 'Sample' },
  sampleLead: {
    sv: 'En del av de godkända raderingarna lottas ut, och en annan person än den som raderade kontrollerar dem innan intyget utfärdas.',
    en: 'A share of the approved erasures is drawn, and somebody other than the operator checks them before the certificate is issued.',
  },
  share: { sv: 'Andel som lottas ut', en: 'Share drawn for checking' },
  shareHint: {
    sv: 'R2v3 kräver minst 5\u00a0%. Med 100\u00a0% kontrolleras varje radering.',
    en: 'R2v3 requires at least 5%. At 100% every erasure is checked.',
  },
  shareLow: {
    sv: 'Under 5\u00a0% uppfylls inte R2v3, bilaga B. Kunder som kräver R2 får inte sina enheter raderade så.',
    en: 'Below 5% appendix B of R2v3 is not met. Customers who require R2 may not have their devices erased that way.',
  },
  shareMissing: { sv: 'Skriv en andel från 0 till 100.', en: 'Write a share from 0 to 100.' },
  lastYear: {
    sv: (drawn: string, results: string) =>
      `Senaste året lottades ${drawn} av ${results} raderingar ut.`,
    en: (drawn: string, results: string) =>
      `In the last year ${drawn} of ${results} erasures were drawn.`,
  },
  lastYearNone: {
    sv: 'Inga raderingar det senaste året. De första som läses in lottas med den här andelen.',
    en: 'No erasures in the last year. The first ones that are read in are drawn with this share.',
  },
  drawHow: {
    sv: 'Lotten är en kontrollsumma av resultatets id, så ingen kan välja eller förutse den, och vem som helst kan räkna om den.',
    en: 'The draw is a checksum of the result’s id, so nobody can choose or foresee it, and anybody can work it out again.',
  },

  levels: { sv: 'Lägsta nivå', en: 'Lowest level' },
  levelsLead: {
    sv: 'För era egna enheter, vem som än raderar dem. Når raderingen inte nivån utfärdas inget intyg.',
    en: 'For your own devices, whoever erases them. An erasure that does not reach the level gets no certificate.',
  },
  category: { sv: 'Informationsklass', en: 'Confidentiality' },
  categoryHint: {
    sv: 'Hur ni klassar det som ligger på era diskar. Trycks på intyget som klass före radering och ställer inga krav.',
    en: 'How you class what lies on your drives. It is printed on the certificate as the class before erasure, and sets no requirements.',
  },
  levelNames: {
    clear: { sv: 'Clear, överskrivning räcker', en: 'Clear, an overwrite is enough' },
    purge: { sv: 'Purge, mediets egen radering', en: 'Purge, the drive’s own erasure' },
    destroy: { sv: 'Destroy, mediet förstörs', en: 'Destroy, the medium is destroyed' },
  },

  reports: { sv: 'Rapporter från andra verktyg', en: 'Reports of other tools' },
  reportsLead: {
    sv: 'En profil säger vilken kolumn som är serienummer och vilket ord som betyder raderad. Det som läses så går alltid till granskning.',
    en: 'A profile says which column is the serial number and which word means erased. What is read that way always goes to review.',
  },
  reportsEmpty: {
    sv: 'Ingen profil ännu. Omlopp läser nwipe, Blancco, nvme-cli, hdparm och fler av sig själv. Får ni listor från ett annat verktyg, som WipeDrive eller KillDisk, beskriver ni dem här en gång med en exempelfil.',
    en: 'No profile yet. Omlopp reads nwipe, Blancco, nvme-cli, hdparm and more by itself. If you are given lists of another tool, such as WipeDrive or KillDisk, describe them here once with an example file.',
  },
  otherTool: { sv: 'Ett annat verktyg?', en: 'Another tool?' },
  describeReport: { sv: 'Beskriv dess rapport', en: 'Describe its report' },
  addProfile: { sv: 'Beskriv en rapport', en: 'Describe a report' },
  changeProfile: { sv: 'Ändra profilen', en: 'Change the profile' },
  saveProfile: { sv: 'Spara profilen', en: 'Save the profile' },
  removeProfile: { sv: 'Ta bort', en: 'Remove' },
  removeTitle: {
    sv: (name: string) => `Ta bort ${name}?`,
    en: (name: string) => `Remove ${name}?`,
  },
  removeLead: {
    sv: 'Rapporter i formatet läses inte längre. Det som redan är inläst står kvar.',
    en: 'Reports in this form are no longer read. What has been read in already stays.',
  },
  removeAct: { sv: 'Ta bort profilen', en: 'Remove the profile' },
  profile: { sv: 'Profil', en: 'Profile' },
  profileName: { sv: 'Profilens namn', en: 'Name of the profile' },
  profileNameHint: { sv: 'Till exempel Omtags lista.', en: 'For example Omtag’s list.' },
  tool: { sv: 'Verktyg', en: 'Tool' },
  toolHint: { sv: 'Som det ska stå på intyget.', en: 'As it should appear on the certificate.' },
  example: { sv: 'Exempelfil', en: 'Example file' },
  exampleHint: {
    sv: 'En riktig rapport. Den läses för att visa kolumnerna och sparas inte.',
    en: 'A real report. It is read to show its columns, and is not kept.',
  },
  format: { sv: 'Format', en: 'Format' },
  formats: {
    csv: { sv: 'CSV, en rad per disk', en: 'CSV, a line for each drive' },
    xml: { sv: 'XML', en: 'XML' },
  },
  row: { sv: 'Element för en disk', en: 'Element for one drive' },
  fields: {
    serial: { sv: 'Serienummer', en: 'Serial number' },
    result: { sv: 'Resultat', en: 'Result' },
    model: { sv: 'Modell', en: 'Model' },
    method: { sv: 'Metod', en: 'Method' },
    device: { sv: 'Enhetsfil', en: 'Device file' },
    bytes: { sv: 'Raderade byte', en: 'Bytes erased' },
    start: { sv: 'Började', en: 'Started' },
    end: { sv: 'Slutade', en: 'Ended' },
  },
  notInReport: { sv: 'Finns inte i rapporten', en: 'Not in the report' },
  success: { sv: 'Ord som betyder raderad', en: 'Words that mean erased' },
  successHint: {
    sv: 'Skilj dem åt med komma. Alla andra ord betyder misslyckad.',
    en: 'Separate them with commas. Any other word means failed.',
  },
  missing: { sv: 'Fyll i fältet.', en: 'Fill in the field.' },
  trial: { sv: 'Så läses exempelfilen', en: 'How the example file is read' },
  trialNone: {
    sv: 'Profilen passar inte filen ännu. Välj serienummer och resultat, och skriv ett ord som betyder raderad.',
    en: 'The profile does not fit the file yet. Choose serial number and result, and write a word that means erased.',
  },
  trialOf: {
    sv: (n: number, erased: number) =>
      `${n} ${plural(n, 'disk', 'diskar')}, ${erased} ${plural(erased, 'raderad', 'raderade')}.`,
    en: (n: number, erased: number) => `${n} ${plural(n, 'drive', 'drives')}, ${erased} erased.`,
  },
  trialResults: {
    erased: { sv: 'raderad, till granskning', en: 'erased, to review' },
    failed: { sv: 'misslyckad', en: 'failed' },
    incomplete: { sv: 'utan resultat', en: 'without a result' },
  },
} as const
