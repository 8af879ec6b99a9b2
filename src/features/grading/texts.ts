import type { DefectCode, DevicePart, Severity, Warning } from './rules/findings.ts'
import type { Cosmetic, Functional, StepReason } from './rules/grade.ts'
import type { FunctionTest, TestResult } from './rules/tests.ts'

type Words = { readonly sv: string; readonly en: string }

export const testTexts: Record<FunctionTest, Words> = {
  powerOn: { sv: 'Startar', en: 'Powers on' },
  screen: { sv: 'Skärm', en: 'Screen' },
  keyboard: { sv: 'Tangentbord', en: 'Keyboard' },
  touchpad: { sv: 'Pekplatta', en: 'Touchpad' },
  touch: { sv: 'Pekskärm', en: 'Touch screen' },
  ports: { sv: 'Portar', en: 'Ports' },
  camera: { sv: 'Kamera', en: 'Camera' },
  wifi: { sv: 'Wifi', en: 'Wi-Fi' },
  bluetooth: { sv: 'Bluetooth', en: 'Bluetooth' },
  network: { sv: 'Nätverk', en: 'Network' },
  sound: { sv: 'Ljud', en: 'Sound' },
  microphone: { sv: 'Mikrofon', en: 'Microphone' },
  battery: { sv: 'Batteri', en: 'Battery' },
  charging: { sv: 'Laddning', en: 'Charging' },
  storage: { sv: 'Lagring', en: 'Storage' },
  memory: { sv: 'Minne', en: 'Memory' },
  cellular: { sv: 'Mobilnät', en: 'Mobile network' },
  buttons: { sv: 'Knappar', en: 'Buttons' },
  biometrics: { sv: 'Fingeravtryck och ansikte', en: 'Fingerprint and face' },
  opticalDrive: { sv: 'Skivläsare', en: 'Optical drive' },
  fan: { sv: 'Fläkt', en: 'Fan' },
  stand: { sv: 'Fot', en: 'Stand' },
  print: { sv: 'Utskrift', en: 'Printing' },
  scan: { sv: 'Skanning', en: 'Scanning' },
  mainFunction: { sv: 'Det den är till för', en: 'What it is for' },
}

export const resultTexts: Record<TestResult, Words> = {
  pass: { sv: 'Fungerar', en: 'Works' },
  fail: { sv: 'Fungerar inte', en: 'Does not work' },
  untested: { sv: 'Inte testad', en: 'Not tested' },
  notFitted: { sv: 'Finns inte på modellen', en: 'The model has none' },
}

export const partTexts: Record<DevicePart, Words> = {
  lid: { sv: 'lock', en: 'lid' },
  screen: { sv: 'skärm', en: 'screen' },
  frame: { sv: 'skärmram', en: 'screen frame' },
  keyboard: { sv: 'tangentbord', en: 'keyboard' },
  palmRest: { sv: 'handlovsstöd', en: 'palm rest' },
  base: { sv: 'undersida', en: 'base' },
  hinge: { sv: 'gångjärn', en: 'hinge' },
  back: { sv: 'baksida', en: 'back' },
  edge: { sv: 'kant', en: 'edge' },
  port: { sv: 'port', en: 'port' },
  stand: { sv: 'fot', en: 'stand' },
  cable: { sv: 'kabel', en: 'cable' },
  casing: { sv: 'hölje', en: 'casing' },
}

export const defectTexts: Record<DefectCode, Words> = {
  scratch: { sv: 'Repa', en: 'Scratch' },
  dent: { sv: 'Buckla', en: 'Dent' },
  crack: { sv: 'Spricka', en: 'Crack' },
  wear: { sv: 'Slitage', en: 'Wear' },
  discolouration: { sv: 'Missfärgning', en: 'Discolouration' },
  engraving: { sv: 'Gravering eller stöldmärkning', en: 'Engraving or theft marking' },
  stickerResidue: { sv: 'Rester av etikett', en: 'Residue of a label' },
  deadPixels: { sv: 'Döda bildpunkter', en: 'Dead pixels' },
  burnIn: { sv: 'Inbränd bild', en: 'Burnt-in image' },
  missingPart: { sv: 'Del saknas', en: 'Missing part' },
  bent: { sv: 'Böjd', en: 'Bent' },
  swelling: { sv: 'Svällt batteri', en: 'Swollen battery' },
  liquidDamage: { sv: 'Vätskeskada', en: 'Liquid damage' },
  corrosion: { sv: 'Korrosion', en: 'Corrosion' },
  odour: { sv: 'Lukt', en: 'Odour' },
}

export const severityTexts: Record<Severity, Words> = {
  minor: { sv: 'Liten', en: 'Minor' },
  major: { sv: 'Stor', en: 'Major' },
  critical: { sv: 'Avgörande', en: 'Critical' },
}

export const stepTexts: Record<StepReason, Words> = {
  cosmeticStart: { sv: 'Utseendet börjar som nytt', en: 'The look starts as new' },
  notInspected: { sv: 'Utsidan är inte besiktigad', en: 'The outside was not inspected' },
  unusedInBox: { sv: 'Oanvänd', en: 'Unused' },
  newOpenBox: { sv: 'Ny i öppnad kartong', en: 'New, open box' },
  defect: { sv: 'Defekt', en: 'Defect' },
  functionalStart: { sv: 'Funktionen börjar som ny', en: 'The function starts as new' },
  keyFailed: {
    sv: 'En grundfunktion fungerar inte',
    en: 'A key function does not work',
  },
  keyUntested: { sv: 'En grundfunktion är inte testad', en: 'A key function was not tested' },
  secondaryFailed: { sv: 'En funktion fungerar inte', en: 'A function does not work' },
  secondaryUntested: { sv: 'En funktion är inte testad', en: 'A function was not tested' },
  softwareNotLoaded: {
    sv: 'Inget operativsystem är installerat',
    en: 'No operating system is installed',
  },
  badSectors: { sv: 'Lagringen har skadade sektorer', en: 'The drive has bad sectors' },
  batteryLow: {
    sv: 'Batteriet håller mindre än 80 procent',
    en: 'The battery holds less than 80 percent',
  },
  otherParts: {
    sv: 'Alla delar är inte säkert tillverkarens',
    en: 'Not all parts are known to be the maker’s',
  },
  notFlawless: { sv: 'Utsidan är inte utan fel', en: 'The outside is not without flaws' },
  cosmeticDecides: { sv: 'Utseendet avgör graden', en: 'The look decides the grade' },
  functionalDecides: { sv: 'Funktionen avgör graden', en: 'The function decides the grade' },
  bothAgree: { sv: 'Utseende och funktion ger samma grad', en: 'Look and function agree' },
}

export const warningTexts: Record<Warning, Words> = {
  cyclesNotReported: {
    sv: 'Noll laddcykler betyder att batteriet inte räknar dem, inte att det är nytt.',
    en: 'Zero cycles means that the battery does not count them, not that it is new.',
  },
  batteryAboveDesign: {
    sv: 'Batteriet säger sig hålla mer än när det var nytt. Kontrollera att måtten har samma enhet.',
    en: 'The battery claims to hold more than when new. Check that both figures have the same unit.',
  },
  batteryNotMeasured: {
    sv: 'Batteriets hälsa är inte mätt.',
    en: 'Battery health was not measured.',
  },
}

/** The levels of R2v3 REC v1.2, in our own words. */
export const cosmeticTexts: Record<Cosmetic, Words> = {
  C0: { sv: 'Inte bedömd', en: 'Not assessed' },
  C1: { sv: 'Skadad', en: 'Damaged' },
  C2: { sv: 'Hårt sliten', en: 'Heavily worn' },
  C3: { sv: 'Flera märken', en: 'Several marks' },
  C4: { sv: 'Repor och små bucklor', en: 'Scratches and small dents' },
  C5: { sv: 'Små repor', en: 'Small scratches' },
  C6: { sv: 'Knappt synliga märken', en: 'Hardly visible marks' },
  C7: { sv: 'Som ny', en: 'As new' },
  C8: { sv: 'Oanvänd', en: 'Unused' },
  C9: { sv: 'Ny i öppnad kartong', en: 'New, open box' },
}

export const functionalTexts: Record<Functional, Words> = {
  F1: { sv: 'Fungerar inte, eller delar saknas', en: 'Does not work, or parts are missing' },
  F2: {
    sv: 'Specialutrustning, fungerade när den togs ned',
    en: 'Specialty, worked when taken down',
  },
  F3: { sv: 'Grundfunktionerna fungerar', en: 'Key functions work' },
  F4: { sv: 'Maskinvaran fungerar', en: 'The hardware works' },
  F5: { sv: 'Allt fungerar', en: 'Everything works' },
  F6: { sv: 'Som ny, med tillverkarens delar', en: 'As new, with the maker’s parts' },
}

export const refusals = {
  'test-of-other-kind': {
    sv: 'Testet hör inte till det här slaget av utrustning.',
    en: 'The test does not belong to this kind of device.',
  },
  'repeated-test': {
    sv: 'Samma test står två gånger.',
    en: 'The same test stands twice.',
  },
} as const
