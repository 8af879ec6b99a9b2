// Words of the grading pages: the queue, the bench, and the inspections of a device.
import { plural } from '../../../core/text.ts'

export const gradingTexts = {
  title: { sv: 'Gradering', en: 'Grading' },
  lead: {
    sv: 'Utrustning hos er som är raderad, eller som inte bär data, och väntar på test och besiktning.',
    en: 'Devices with you that are erased, or store no data, and wait for tests and inspection.',
  },
  bench: { sv: 'Gradera', en: 'Grade' },
  benchTitle: { sv: 'Gradera utrustning', en: 'Grade devices' },
  viewQueue: { sv: 'Att gradera', en: 'To grade' },
  viewGraded: { sv: 'Graderade', en: 'Graded' },
  device: { sv: 'Enhet', en: 'Device' },
  model: { sv: 'Modell', en: 'Model' },
  kind: { sv: 'Slag', en: 'Kind' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  owner: { sv: 'Ägare', en: 'Owner' },
  data: { sv: 'Data', en: 'Data' },
  grade: { sv: 'Grad', en: 'Grade' },
  status: { sv: 'Status', en: 'Status' },
  since: { sv: 'Sedan', en: 'Since' },
  waited: {
    sv: (days: number) => `väntat ${days} ${plural(days, 'dag', 'dagar')}`,
    en: (days: number) => `waited ${days} ${plural(days, 'day', 'days')}`,
  },
  emptyQueue: {
    sv: 'Här står det som är raderat och väntar på gradering. Nu väntar inget.',
    en: 'Devices that are erased and wait for grading appear here. Nothing waits now.',
  },
  emptyGraded: {
    sv: 'Här står det som är graderat och väntar på utfall. Nu finns inget.',
    en: 'Devices that are graded and wait for an outcome appear here. There are none now.',
  },
  toErasure: { sv: 'Till raderingen', en: 'To erasure' },
  toOutcomes: { sv: 'Till utfallen', en: 'To outcomes' },
  toBench: { sv: 'Öppna bänken', en: 'Open the bench' },

  // The bench
  left: { sv: 'Kvar att gradera', en: 'Left to grade' },
  done: { sv: 'Graderade i dag', en: 'Graded today' },
  canGrade: { sv: 'På bänken', en: 'On the bench' },
  canGradeWord: { sv: 'på bänken', en: 'on the bench' },
  cannotGrade: { sv: 'Kan inte graderas', en: 'Cannot be graded' },
  cannotGradeWord: { sv: 'kan inte graderas', en: 'cannot be graded' },
  savedSay: {
    sv: (grade: string) => `Grad ${grade}`,
    en: (grade: string) => `Grade ${grade}`,
  },
  savedWord: {
    sv: (grade: string) => `grad ${grade}`,
    en: (grade: string) => `grade ${grade}`,
  },
  savedDetail: { sv: 'Sparad. Skanna nästa.', en: 'Saved. Scan the next one.' },
  unknown: {
    sv: 'Ingen enhet i ert register har numret. Skanna etiketten igen eller skriv numret.',
    en: 'No device in your register has the number. Scan the label again or type the number.',
  },
  unknownWord: { sv: 'okänd', en: 'unknown' },
  several: {
    sv: 'Flera enheter har numret. Skanna inventarienumret i stället.',
    en: 'Several devices have the number. Scan the asset tag instead.',
  },
  lost: { sv: 'Kunde inte slås upp', en: 'Could not be looked up' },
  lostWord: { sv: 'inte uppslagen', en: 'not looked up' },
  lostHow: {
    sv: 'Ingen kontakt med Omlopp. Skanna igen när nätet är tillbaka. Det du har fyllt i ligger kvar.',
    en: 'No contact with Omlopp. Scan again when the network is back. What you filled in is kept.',
  },
  elsewhere: {
    sv: (who: string) => `Den är hos ${who}, inte hos er.`,
    en: (who: string) => `It is with ${who}, not with you.`,
  },
  somebodyElse: { sv: 'någon annan', en: 'somebody else' },
  holdsData: {
    sv: 'Data kan finnas kvar. Radera den först, eller läs in raderingsloggen.',
    en: 'It may hold data. Erase it first, or read in its erasure log.',
  },
  statusForbids: {
    sv: (status: string) => `Den är ${status}. Det går inte att gradera därifrån.`,
    en: (status: string) => `It is ${status}. It cannot be graded from there.`,
  },
  draft: {
    sv: 'Det du fyllde i förra gången ligger kvar.',
    en: 'What you filled in last time is still here.',
  },
  gradedBefore: {
    sv: (grade: string) => `Hade grad ${grade}.`,
    en: (grade: string) => `Had grade ${grade}.`,
  },
  tests: { sv: 'Funktionstest', en: 'Function tests' },
  testsCount: {
    sv: (tested: number, all: number) => `${tested} av ${all}`,
    en: (tested: number, all: number) => `${tested} of ${all}`,
  },
  choices: {
    pass: { sv: 'Fungerar', en: 'Works' },
    fail: { sv: 'Fel', en: 'Fails' },
    untested: { sv: 'Inte testad', en: 'Untested' },
    notFitted: { sv: 'Finns inte', en: 'Not fitted' },
  },
  keys: {
    sv: 'Tangent 1 till 4 svarar och går vidare. Ctrl Enter sparar.',
    en: 'Keys 1 to 4 answer and move on. Ctrl Enter saves.',
  },
  restWorks: { sv: 'Resten fungerar', en: 'The rest works' },
  outside: { sv: 'Utsidan', en: 'The outside' },
  inspected: { sv: 'Utsidan är besiktigad', en: 'The outside is inspected' },
  inspectedHint: {
    sv: 'Utan besiktning blir utseendet inte bedömt, och graden E.',
    en: 'Without inspection the look is not assessed, and the grade is E.',
  },
  box: { sv: 'Kartong', en: 'Box' },
  boxes: {
    used: { sv: 'Använd', en: 'Used' },
    unused: { sv: 'Oanvänd', en: 'Unused' },
    newOpenBox: { sv: 'Ny i öppnad kartong', en: 'New, open box' },
  },
  defects: { sv: 'Defekter', en: 'Defects' },
  noDefects: { sv: 'Inga noterade.', en: 'None noted.' },
  defect: { sv: 'Vad', en: 'What' },
  part: { sv: 'Var', en: 'Where' },
  severity: { sv: 'Hur stor', en: 'How large' },
  addDefect: { sv: 'Lägg till', en: 'Add' },
  addFirst: { sv: 'Välj vad, var och hur stor.', en: 'Choose what, where and how large.' },
  removeDefect: {
    sv: (what: string) => `Ta bort: ${what}`,
    en: (what: string) => `Remove: ${what}`,
  },
  remove: { sv: 'Ta bort', en: 'Remove' },
  defectOn: {
    sv: (defect: string, part: string, severity: string) => `${defect}, ${part}, ${severity}`,
    en: (defect: string, part: string, severity: string) => `${defect}, ${part}, ${severity}`,
  },
  inside: { sv: 'Batteri och innehåll', en: 'Battery and content' },
  content: { sv: 'Innehåll', en: 'Content' },
  batteryPercent: { sv: 'Batteriets hälsa', en: 'Battery health' },
  batteryHint: {
    sv: 'Full laddning nu, av den ursprungliga',
    en: 'Full charge now, of the original',
  },
  batteryCycles: { sv: 'Laddcykler', en: 'Charge cycles' },
  badSectors: { sv: 'Skadade sektorer', en: 'Bad sectors' },
  software: { sv: 'Operativsystem installerat', en: 'Operating system installed' },
  makersParts: {
    sv: 'Bara tillverkarens egna delar',
    en: 'Only the maker’s own parts',
  },
  save: { sv: 'Spara, nästa', en: 'Save, next' },
  putAside: { sv: 'Lägg åt sidan', en: 'Put aside' },
  scanFirst: { sv: 'Skanna en enhet först.', en: 'Scan a device first.' },
  counting: { sv: 'Graden räknas.', en: 'The grade is being calculated.' },

  // The calculation
  calculation: { sv: 'Så räknas graden', en: 'How the grade is calculated' },
  byRule: { sv: (rule: string) => `Regel ${rule}`, en: (rule: string) => `Rule ${rule}` },
  look: { sv: 'Utseende', en: 'Look' },
  function: { sv: 'Funktion', en: 'Function' },
  notTested: { sv: 'Inte testad', en: 'Not tested' },
  points: {
    sv: (points: number) => `${points} ${plural(points, 'poäng', 'poäng')}`,
    en: (points: number) => `${points} ${plural(points, 'point', 'points')}`,
  },
  levelAfter: {
    sv: (level: string) => `nu ${level}`,
    en: (level: string) => `now ${level}`,
  },
  levelNone: { sv: 'inte testad', en: 'not tested' },
  many: {
    keyFailed: { sv: 'Grundfunktioner fungerar inte', en: 'Key functions do not work' },
    keyUntested: { sv: 'Grundfunktioner är inte testade', en: 'Key functions were not tested' },
    secondaryFailed: { sv: 'Funktioner fungerar inte', en: 'Functions do not work' },
    secondaryUntested: { sv: 'Funktioner är inte testade', en: 'Functions were not tested' },
  },
  gradeOf: { sv: (grade: string) => `Grad ${grade}`, en: (grade: string) => `Grade ${grade}` },

  // The inspections of a device
  inspections: { sv: 'Besiktningar', en: 'Inspections' },
  inspectionsOf: {
    sv: (name: string) => `Besiktningar av ${name}`,
    en: (name: string) => `Inspections of ${name}`,
  },
  noInspections: {
    sv: 'Här står varje besiktning med sina fynd och hur graden räknades. Enheten är inte besiktigad än.',
    en: 'Each inspection appears here with its findings and how the grade was calculated. The device has not been inspected yet.',
  },
  inspectionOn: {
    sv: (day: string, grade: string) => `Grad ${grade}, ${day}`,
    en: (day: string, grade: string) => `Grade ${grade}, ${day}`,
  },
  by: { sv: 'Besiktigad av', en: 'Inspected by' },
  at: { sv: 'Tid', en: 'Time' },
  life: { sv: 'Liv', en: 'Life' },
  battery: { sv: 'Batteri', en: 'Battery' },
  cycles: {
    sv: (cycles: string) => `${cycles} laddcykler`,
    en: (cycles: string) => `${cycles} cycles`,
  },
  notFound: {
    sv: 'Utrustningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such device, or you are not party to it.',
  },
  toDevice: { sv: 'Enhetens sida', en: 'The device’s page' },
} as const
