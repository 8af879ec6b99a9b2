// Words of the two stations: packing and receiving.

const devicesSv = (count: number) => (count === 1 ? '1 enhet' : `${count} enheter`)
const devicesEn = (count: number) => (count === 1 ? '1 device' : `${count} devices`)

export const stationTexts = {
  packing: { sv: 'Packning', en: 'Packing' },
  packingTitle: {
    sv: (number: string) => `Packning av ${number}`,
    en: (number: string) => `Packing ${number}`,
  },
  receiving: { sv: 'Mottagning', en: 'Receiving' },
  receivingTitle: {
    sv: (number: string) => `Mottagning av ${number}`,
    en: (number: string) => `Receiving ${number}`,
  },
  collection: { sv: 'Sändning', en: 'Collection' },
  to: { sv: 'Till', en: 'To' },
  from: { sv: 'Från', en: 'From' },
  package: { sv: 'Kolli', en: 'Package' },
  packages: { sv: 'Kollin', en: 'Packages' },
  seal: { sv: 'Plombering', en: 'Seal' },
  none: { sv: 'inget', en: 'none' },

  // answers
  packed: { sv: 'Packad', en: 'Packed' },
  packedWord: { sv: 'packad', en: 'packed' },
  packedMany: { sv: 'packade', en: 'packed' },
  alreadyPacked: { sv: 'Redan packad', en: 'Packed already' },
  alreadyPackedWord: { sv: 'redan packad', en: 'packed already' },
  match: { sv: 'Stämmer', en: 'Matches' },
  matchWord: { sv: 'stämmer', en: 'matches' },
  already: { sv: 'Redan räknad', en: 'Counted already' },
  alreadyWord: { sv: 'redan räknad', en: 'counted already' },
  extra: { sv: 'Utöver listan', en: 'Not on the list' },
  extraWord: { sv: 'utöver listan', en: 'not on the list' },
  extraHow: {
    sv: 'Står inte på följesedeln. Lägg åt sidan, avsändaren får avgöra.',
    en: 'Not on the delivery note. Put it aside, the sender will decide.',
  },
  ambiguous: { sv: 'Flera passar', en: 'Several fit' },
  ambiguousWord: { sv: 'flera passar', en: 'several fit' },
  ambiguousHow: {
    sv: 'Flera enheter har numret. Välj rätt en till höger.',
    en: 'Several devices have the number. Choose the right one.',
  },
  unknown: { sv: 'Okänd', en: 'Unknown' },
  unknownWord: { sv: 'okänd', en: 'unknown' },
  refused: { sv: 'Går inte att packa', en: 'Cannot be packed' },
  refusedWord: { sv: 'går inte', en: 'refused' },
  notTaken: { sv: 'Togs inte emot', en: 'Not accepted' },
  saved: { sv: 'Sparad', en: 'Kept' },
  savedWord: { sv: 'sparad här', en: 'kept here' },
  savedHow: {
    sv: 'Skickas så snart det går.',
    en: 'Sent as soon as it can be.',
  },
  savedOnList: {
    sv: (facts: string) => `${facts}. Står på följesedeln. Skickas så snart det går.`,
    en: (facts: string) => `${facts}. On the delivery note. Sent as soon as it can be.`,
  },
  savedNotOnList: {
    sv: 'Syns inte på följesedeln. Skickas så snart det går.',
    en: 'Not seen on the delivery note. Sent as soon as it can be.',
  },
  unsafe: { sv: 'Inte sparad', en: 'Not kept' },
  unsafeHow: {
    sv: 'Webbläsaren kunde inte spara skanningen. Frigör plats och skanna igen.',
    en: 'The browser could not keep the scan. Free some space and scan again.',
  },
  toErase: { sv: 'Ska raderas.', en: 'To be erased.' },
  stands: {
    sv: (status: string) => `I registret: ${status}.`,
    en: (status: string) => `In the register: ${status}.`,
  },
  packageIs: { sv: (n: number) => `Kolli ${n}.`, en: (n: number) => `Package ${n}.` },
  whichOne: { sv: 'Vilken är det?', en: 'Which one is it?' },
  choose: { sv: 'Det är den', en: 'This one' },

  // packing
  into: { sv: 'Packas i', en: 'Packed into' },
  loose: { sv: 'Löst', en: 'Loose' },
  looseNote: { sv: 'utan kolli', en: 'no package' },
  newPackage: { sv: 'Nytt kolli', en: 'New package' },
  newPackageTitle: { sv: 'Nytt kolli', en: 'New package' },
  packageKind: { sv: 'Slag', en: 'Kind' },
  sealField: { sv: 'Plomberingens nummer', en: 'Number of the seal' },
  sealHint: {
    sv: 'Kan skrivas senare, när kollit stängs',
    en: 'Can be written later, when the package is closed',
  },
  addPackage: { sv: 'Lägg till kollit', en: 'Add the package' },
  savePackage: { sv: 'Spara kollit', en: 'Save the package' },
  setSeal: { sv: 'Plombera kollit', en: 'Seal the package' },
  undo: { sv: 'Ångra senaste', en: 'Undo latest' },
  undoNothing: { sv: 'Inget är packat här än.', en: 'Nothing packed here yet.' },
  undone: { sv: 'Borttagen', en: 'Taken out' },
  undoneWord: { sv: 'borttagen', en: 'taken out' },
  latest: { sv: 'Packat', en: 'Packed' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeWhat: { sv: (name: string) => `Ta bort ${name}`, en: (name: string) => `Remove ${name}` },
  ready: { sv: 'Klar med packningen', en: 'Done packing' },
  waits: {
    sv: (count: number) =>
      count === 1 ? '1 skanning är inte skickad än.' : `${count} skanningar är inte skickade än.`,
    en: (count: number) =>
      count === 1 ? '1 scan has not been sent yet.' : `${count} scans have not been sent yet.`,
  },
  notPacking: {
    sv: 'Sändningen är inte längre under packning.',
    en: 'The collection is no longer being packed.',
  },

  // receiving
  markMissing: { sv: 'Märk som saknad', en: 'Mark as missing' },
  markNothing: { sv: 'Inget är kvar att skanna.', en: 'Nothing is left to scan.' },
  markTitle: { sv: 'Vad saknas?', en: 'What is missing?' },
  markLead: {
    sv: 'Det du märker blir en avvikelse först när mottagningen stängs. Skannas det innan dess räknas det.',
    en: 'What you mark becomes a discrepancy only when receiving is closed. Scanned before that, it counts.',
  },
  markAll: { sv: (count: number) => `Alla ${count}`, en: (count: number) => `All ${count}` },
  leftOnList: { sv: 'Kvar på listan', en: 'Left on the list' },
  markAct: {
    sv: (count: number) => `Märk ${devicesSv(count)} som saknade`,
    en: (count: number) => `Mark ${devicesEn(count)} as missing`,
  },
  markNone: { sv: 'Välj minst en.', en: 'Choose at least one.' },
  keepLooking: { sv: 'Fortsätt leta', en: 'Keep looking' },
  keepLookingFor: {
    sv: (code: string) => `Fortsätt leta efter ${code}`,
    en: (code: string) => `Keep looking for ${code}`,
  },
  isMissing: { sv: 'saknas', en: 'is missing' },
  isExtra: { sv: 'står inte på följesedeln', en: 'is not on the delivery note' },
  decide: { sv: 'Avgör', en: 'Decide' },
  close: { sv: 'Stäng mottagningen', en: 'Close receiving' },
  closeTitle: {
    sv: (missing: number) =>
      missing === 0 ? 'Stäng mottagningen?' : `Stäng med ${devicesSv(missing)} saknade?`,
    en: (missing: number) =>
      missing === 0 ? 'Close receiving?' : `Close with ${devicesEn(missing)} missing?`,
  },
  closeHow: {
    sv: (received: number, of: number) =>
      `${received} av ${of} stämmer. Det som saknas blir avvikelser som båda sidor ser.`,
    en: (received: number, of: number) =>
      `${received} of ${of} match. What is missing becomes discrepancies that both sides see.`,
  },
  closeAct: {
    sv: (received: number) => `Stäng med ${devicesSv(received)} mottagna`,
    en: (received: number) => `Close with ${devicesEn(received)} received`,
  },
  leftNeither: {
    sv: (count: number) =>
      count === 1
        ? '1 enhet är varken skannad eller märkt som saknad.'
        : `${count} enheter är varken skannade eller märkta som saknade.`,
    en: (count: number) =>
      count === 1
        ? '1 device is neither scanned nor marked as missing.'
        : `${count} devices are neither scanned nor marked as missing.`,
  },
  closedAlready: { sv: 'Mottagningen är redan stängd.', en: 'Receiving has been closed already.' },
  notSent: { sv: 'Sändningen är inte skickad än.', en: 'The collection has not been sent yet.' },
  place: { sv: 'Ställs på', en: 'Put at' },
} as const
