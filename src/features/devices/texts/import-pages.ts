// The pages of the import: the wizard, what it found, and the history.
import { plural } from '../../../core/text.ts'

export const importPageTexts = {
  title: { sv: 'Läs in en lista', en: 'Import a list' },
  titleOf: { sv: (file: string) => `Läs in ${file}`, en: (file: string) => `Import ${file}` },
  lead: {
    sv: 'Från ett annat system, ett kalkylblad eller en hanteringstjänst. Inget ändras i registret förrän du har granskat vad som händer.',
    en: 'From another system, a spreadsheet or a management service. Nothing in the register changes until you have reviewed what will happen.',
  },
  register: { sv: 'Utrustning', en: 'Equipment' },
  history: { sv: 'Tidigare inläsningar', en: 'Earlier imports' },
  historyEmpty: {
    sv: 'Här står filerna som har lästs in, av vem som helst hos er, och vad det blev av dem.',
    en: 'The files that anybody in your organisation has imported appear here, with what became of them.',
  },

  stepFile: { sv: 'Fil', en: 'File' },
  stepColumns: { sv: 'Kolumner', en: 'Columns' },
  stepRules: { sv: 'Nyckel och regler', en: 'Key and rules' },
  stepReview: { sv: 'Granska', en: 'Review' },
  stepRun: { sv: 'Läs in', en: 'Import' },

  // 1
  file: { sv: 'Fil', en: 'File' },
  fileHint: {
    sv: 'CSV, XLSX eller JSON, högst 256 MB. Teckenkodning, avgränsare och rubrikrad hittas av sig själva.',
    en: 'CSV, XLSX or JSON, at most 256 MB. Encoding, delimiter and heading row are found by themselves.',
  },
  chooseFile: { sv: 'Välj en fil att läsa in.', en: 'Choose a file to import.' },
  read: { sv: 'Läs filen', en: 'Read the file' },
  readAgain: { sv: 'Läs filen igen', en: 'Read the file again' },
  headingRow: { sv: 'Rubrikraden är rad', en: 'The heading is row' },
  headingRowHint: {
    sv: 'Räkna som i kalkylbladet, med tomma rader och titlar.',
    en: 'Count as in the spreadsheet, with blank rows and titles.',
  },
  sheetName: { sv: 'Bladets namn', en: 'Name of the sheet' },
  nothingKept: {
    sv: 'Filen sparades inte. Rätta den och försök igen, eller välj en annan.',
    en: 'The file was not kept. Correct it and try again, or choose another.',
  },

  // what was found
  found: { sv: 'Det här hittades', en: 'This was found' },
  format: { sv: 'Format', en: 'Format' },
  encoding: { sv: 'Teckenkodning', en: 'Encoding' },
  delimiter: { sv: 'Avgränsare', en: 'Delimiter' },
  sheet: { sv: 'Blad', en: 'Sheet' },
  headingOn: { sv: 'Rubrik på rad', en: 'Heading on row' },
  rows: { sv: 'Rader', en: 'Rows' },
  rowsAtLeast: {
    sv: (count: string) => `fler än ${count}`,
    en: (count: string) => `more than ${count}`,
  },
  size: { sv: 'Storlek', en: 'Size' },
  wrongReading: {
    sv: 'Ser det fel ut? Läs filen på ett annat sätt',
    en: 'Looks wrong? Read the file another way',
  },
  readSo: { sv: 'Läs filen så', en: 'Read the file this way' },
  comma: { sv: 'komma', en: 'comma' },
  semicolon: { sv: 'semikolon', en: 'semicolon' },
  tab: { sv: 'tabb', en: 'tab' },
  pipe: { sv: 'lodstreck', en: 'vertical bar' },

  // 2
  columnsHead: { sv: 'Vad betyder kolumnerna?', en: 'What do the columns mean?' },
  columnsLead: {
    sv: 'Ett förslag är ifyllt. Under varje val står exempel ur filen och vad förslaget bygger på.',
    en: 'A proposal is filled in. Under each choice stand examples from the file and what the proposal goes by.',
  },
  source: { sv: 'Filen kommer från', en: 'The file comes from' },
  sourceHint: {
    sv: 'Välj systemet om det inte kändes igen, så fylls kolumnerna i efter det.',
    en: 'Choose the system if it was not recognised, and the columns are filled in by it.',
  },
  savedUsed: {
    sv: (name: string) => `Kopplingen ”${name}” passar rubrikerna och är ifylld`,
    en: (name: string) => `The mapping “${name}” fits the headings and is filled in`,
  },
  columnsRead: { sv: 'Läses in', en: 'Imported' },
  columnsUnread: { sv: 'Läses inte in', en: 'Not imported' },
  columnsUnreadLead: {
    sv: 'De här kolumnerna hoppas över. Välj vad en kolumn betyder om den ska med.',
    en: 'These columns are skipped. Choose what a column means to include it.',
  },
  notRead: { sv: 'läses inte in', en: 'not imported' },
  exampleNone: { sv: 'tom på de första raderna', en: 'empty on the first rows' },
  groundPreset: { sv: 'säkert, känt från systemet', en: 'certain, known from the system' },
  groundTitle: { sv: 'troligt, efter rubriken', en: 'likely, by its heading' },
  groundValues: { sv: 'osäkert, efter värdena', en: 'uncertain, by its values' },
  groundSaved: { sv: 'från er sparade koppling', en: 'from your saved mapping' },
  groundChosen: { sv: 'valt här', en: 'chosen here' },
  fieldTaken: {
    sv: (heading: string) => `Fylls redan av ${heading}. Låt bara en av dem läsas in.`,
    en: (heading: string) => `Already filled by ${heading}. Let only one of them be imported.`,
  },
  unit: { sv: 'Mäts i', en: 'Measured in' },
  bytes: { sv: 'byte', en: 'bytes' },
  megabytes: { sv: 'megabyte', en: 'megabytes' },
  gigabytes: { sv: 'gigabyte', en: 'gigabytes' },
  goOn: { sv: 'Fortsätt', en: 'Go on' },
  twice: {
    sv: 'Två kolumner fyller samma sak.',
    en: 'Two columns fill the same thing.',
  },
  columnsAnswer: {
    sv: (read: string, all: string) => `${read} av ${all} läses in`,
    en: (read: string, all: string) => `${read} of ${all} imported`,
  },

  words: { sv: 'Ord vi inte känner igen', en: 'Words we do not know' },
  wordsLead: {
    sv: 'Svara en gång, så gäller det alla rader. Det du inte svarar på avvisas rad för rad.',
    en: 'Answer once, and it holds for all rows. What you do not answer is refused row by row.',
  },
  wordKind: {
    sv: (word: string) => `Vilket slag är ”${word}”?`,
    en: (word: string) => `Which kind is “${word}”?`,
  },
  wordStatus: {
    sv: (word: string) => `Vilken status är ”${word}”?`,
    en: (word: string) => `Which status is “${word}”?`,
  },
  wordRows: {
    sv: (rows: number, shown: string) => `${shown} ${plural(rows, 'rad', 'rader')}`,
    en: (rows: number, shown: string) => `${shown} ${plural(rows, 'row', 'rows')}`,
  },
  answerFirst: { sv: 'Svara på minst ett ord.', en: 'Answer at least one word.' },
  answerAndCheck: { sv: 'Svara och granska igen', en: 'Answer and review again' },

  // 3
  rulesHead: { sv: 'Hur känns en enhet igen?', en: 'How is a device recognised?' },
  key: { sv: 'Nyckel', en: 'Key' },
  keyHint: {
    sv: 'En rad vars nyckel redan finns i registret ändrar den enheten. Andra rader blir nya.',
    en: 'A row whose key is already in the register changes that device. Other rows become new.',
  },
  noKey: {
    sv: 'Ingen kolumn i filen kan känna igen en enhet. Gå tillbaka och koppla serienummer eller inventarienummer.',
    en: 'No column in the file can recognise a device. Go back and map serial number or asset tag.',
  },
  keys: {
    'serialNumber+maker': { sv: 'serienummer och tillverkare', en: 'serial number and maker' },
    serialNumber: { sv: 'serienummer', en: 'serial number' },
    assetTag: { sv: 'inventarienummer', en: 'asset tag' },
    imei: { sv: 'IMEI', en: 'IMEI' },
    macAddress: { sv: 'MAC-adress', en: 'MAC address' },
    name: { sv: 'namn', en: 'name' },
  },
  keyNotes: {
    'serialNumber+maker': {
      sv: 'Säkrast: två tillverkare kan använda samma nummer.',
      en: 'Safest: two makers may use the same number.',
    },
    serialNumber: {
      sv: 'När filen saknar tillverkare.',
      en: 'When the file has no maker.',
    },
    assetTag: { sv: 'Er egen etikett.', en: 'Your own label.' },
    imei: { sv: 'För telefoner.', en: 'For phones.' },
    macAddress: {
      sv: 'Kan flytta med en dockningsstation. Välj bara om inget annat finns.',
      en: 'May move with a dock. Choose only when there is nothing else.',
    },
    name: {
      sv: 'Ett namn kan ges till en annan dator. Välj bara om inget annat finns.',
      en: 'A name may be given to another computer. Choose only when there is nothing else.',
    },
  },
  emptyCells: { sv: 'Tomma celler', en: 'Empty cells' },
  emptyKeeps: { sv: 'rör ingenting', en: 'touch nothing' },
  emptyKeepsNote: {
    sv: 'Det som står i registret står kvar.',
    en: 'What is in the register stays.',
  },
  emptyClears: { sv: 'tömmer fältet i registret', en: 'clear the field in the register' },
  emptyClearsNote: {
    sv: 'Välj bara om filen är hela sanningen om varje enhet.',
    en: 'Choose only if the file is the whole truth about each device.',
  },
  defaultKind: { sv: 'Slag när filen inte säger', en: 'Kind when the file does not tell' },
  defaultKindHint: {
    sv: 'Modellen ger oftast svaret. Utan val avvisas de rader som ingen kan avgöra.',
    en: 'The model usually tells. Without a choice, rows that nobody can tell are refused.',
  },
  noDefault: { sv: 'inget, avvisa raden', en: 'none, refuse the row' },
  dateOrder: { sv: 'Så läses 3/4/2023', en: 'How 3/4/2023 is read' },
  dateOrderHint: {
    sv: 'Gäller bara där kolumnen själv inte visar ordningen.',
    en: 'Holds only where the column itself does not show the order.',
  },
  dmy: { sv: '3 april, dagen först', en: '3 April, day first' },
  mdy: { sv: '4 mars, månaden först', en: '4 March, month first' },
  ymd: { sv: 'året först', en: 'year first' },
  saveAs: { sv: 'Spara kopplingen som', en: 'Save the mapping as' },
  saveAsHint: {
    sv: 'Nästa fil med samma rubriker fylls i av sig själv.',
    en: 'The next file with the same headings is filled in by itself.',
  },
  check: { sv: 'Granska filen', en: 'Review the file' },
  checkNote: { sv: 'Inget ändras i registret än.', en: 'Nothing in the register changes yet.' },

  // 4
  checking: { sv: 'Granskar', en: 'Reviewing' },
  countingRows: { sv: 'räknar raderna', en: 'counting the rows' },
  stopping: { sv: 'Stoppar efter raderna som är på gång', en: 'Stopping after the rows at hand' },
  notChecked: { sv: 'Filen är inte granskad än', en: 'The file has not been reviewed yet' },
  notCheckedLead: {
    sv: 'Granskningen prövar varje rad mot registret och visar vad som skulle hända.',
    en: 'The review tries each row against the register and shows what would happen.',
  },
  reviewHead: { sv: 'Det här händer', en: 'This will happen' },
  runHead: { sv: 'Det här blev det', en: 'This is what became of it' },
  toCreate: { sv: 'Skapas', en: 'Created' },
  toUpdate: { sv: 'Ändras', en: 'Changed' },
  toLeave: { sv: 'Oförändrade', en: 'Unchanged' },
  toRefuse: { sv: 'Avvisas', en: 'Refused' },
  created: { sv: 'Skapade', en: 'Created' },
  updated: { sv: 'Ändrade', en: 'Changed' },
  unchanged: { sv: 'Oförändrade', en: 'Unchanged' },
  refused: { sv: 'Avvisade', en: 'Refused' },
  allRows: { sv: 'Rader i filen', en: 'Rows in the file' },
  rowsDone: { sv: 'Rader hittills', en: 'Rows so far' },
  start: {
    sv: (rows: number, shown: string) => `Läs in ${shown} ${plural(rows, 'rad', 'rader')}`,
    en: (rows: number, shown: string) => `Import ${shown} ${plural(rows, 'row', 'rows')}`,
  },
  startNothing: {
    sv: 'Inga rader skulle ändra något.',
    en: 'No rows would change anything.',
  },
  lookCloser: { sv: 'Titta närmare', en: 'Look closer' },
  leftPart: { sv: 'Lämnas som de är', en: 'Left as they are' },
  rowOf: { sv: (row: string) => `Rad ${row}`, en: (row: string) => `Row ${row}` },
  empty: { sv: 'tomt', en: 'empty' },
  becomes: { sv: 'blir', en: 'becomes' },
  inFile: { sv: 'står kvar, i filen:', en: 'stays, in the file:' },
  more: { sv: 'Visa fler', en: 'Show more' },
  sample: {
    sv: (shown: string, all: string) => `Ett urval, ${shown} av ${all}.`,
    en: (shown: string, all: string) => `A sample, ${shown} of ${all}.`,
  },
  shownOf: {
    sv: (shown: string, all: string) => `${shown} av ${all} visas.`,
    en: (shown: string, all: string) => `${shown} of ${all} are shown.`,
  },
  downloadRefused: { sv: 'Ladda ner avvisade (CSV)', en: 'Download refused (CSV)' },
  reasons: { sv: 'Varför rader avvisas', en: 'Why rows are refused' },
  firstOn: {
    sv: (row: string) => `Först på rad ${row}.`,
    en: (row: string) => `First on row ${row}.`,
  },
  onlyThese: { sv: 'Visa bara dessa', en: 'Show only these' },
  allRefused: { sv: 'Visa alla avvisade', en: 'Show all refused' },
  noneChanged: { sv: 'Ingen rad ändrar en enhet.', en: 'No row changes a device.' },
  noneCreated: { sv: 'Ingen rad blir en ny enhet.', en: 'No row becomes a new device.' },
  noneRefused: { sv: 'Ingen rad avvisas.', en: 'No row is refused.' },
  noneLeft: {
    sv: 'Ingen rad säger något annat än registret om innehavare, enhet, plats eller status.',
    en: 'No row differs from the register in holder, unit, place or status.',
  },

  // 5
  running: { sv: 'Läser in', en: 'Importing' },
  stopped: {
    sv: (done: string, all: string) => `Stoppad efter ${done} av ${all} rader`,
    en: (done: string, all: string) => `Stopped after ${done} of ${all} rows`,
  },
  stoppedLead: {
    sv: 'Det som hann läsas in finns i registret. Fortsätt, så börjar den där den slutade.',
    en: 'What has been imported is in the register. Go on, and it begins where it stopped.',
  },
  failed: { sv: 'Inläsningen avbröts', en: 'The import was interrupted' },
  again: { sv: 'Försök igen', en: 'Try again' },
  otherFile: { sv: 'Välj en annan fil', en: 'Choose another file' },
  done: {
    sv: (rows: number, shown: string) =>
      `${shown} ${plural(rows, 'rad är inläst', 'rader är inlästa')}`,
    en: (rows: number, shown: string) =>
      `${shown} ${plural(rows, 'row has', 'rows have')} been imported`,
  },
  doneNothing: { sv: 'Allt stämde redan', en: 'Everything already agreed' },
  seeDevices: { sv: 'Se utrustningen', en: 'See the equipment' },
  another: { sv: 'Läs in en fil till', en: 'Import another file' },
  fixRefused: {
    sv: 'Rätta de avvisade raderna i filen och läs in den igen: rader som redan är inne räknas som oförändrade.',
    en: 'Correct the refused rows in the file and import it again: rows already in count as unchanged.',
  },

  // history
  state: { sv: 'Läge', en: 'State' },
  uploaded: { sv: 'Skickad', en: 'Sent in' },
  states: {
    uploaded: { sv: 'Väntar på svar', en: 'Waiting for answers' },
    checking: { sv: 'Granskas', en: 'Being reviewed' },
    checked: { sv: 'Granskad, inte inläst', en: 'Reviewed, not imported' },
    running: { sv: 'Läses in', en: 'Being imported' },
    stopping: { sv: 'Stoppas', en: 'Being stopped' },
    stopped: { sv: 'Stoppad', en: 'Stopped' },
    done: { sv: 'Inläst', en: 'Imported' },
    failed: { sv: 'Avbruten', en: 'Interrupted' },
  },
  countsAnswer: {
    sv: (created: string, updated: string, refused: string) =>
      `${created} nya, ${updated} ändras, ${refused} avvisas`,
    en: (created: string, updated: string, refused: string) =>
      `${created} new, ${updated} changed, ${refused} refused`,
  },
  notMine: {
    sv: 'Du har inte behörighet att läsa in listor',
    en: 'You do not have permission to import lists',
  },
  notMineLead: {
    sv: 'Be er IT-chef eller administratör.',
    en: 'Ask your IT manager or administrator.',
  },
} as const
