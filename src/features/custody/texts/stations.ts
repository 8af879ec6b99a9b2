// Words of the two desks: hand-out and hand-in.

const devicesSv = (count: number) => (count === 1 ? '1 enhet' : `${count} enheter`)
const devicesEn = (count: number) => (count === 1 ? '1 device' : `${count} devices`)

export const deskTexts = {
  handOut: { sv: 'Utlämning', en: 'Hand-out' },
  handOutTitle: { sv: 'Lämna ut utrustning', en: 'Hand out devices' },
  handIn: { sv: 'Inlämning', en: 'Hand-in' },
  handInTitle: { sv: 'Ta in utrustning', en: 'Take in devices' },

  // who gets it
  taker: { sv: 'Vem får utrustningen?', en: 'Who gets the devices?' },
  takerHint: {
    sv: 'Sök en person, eller en enhet som delar utrustningen',
    en: 'Search for a person, or for a unit that shares the devices',
  },
  takerUnit: { sv: 'Delas av enheten', en: 'Shared by the unit' },
  months: { sv: 'Användningstid', en: 'Period of use' },
  monthsUnit: { sv: 'månader', en: 'months' },
  endsOn: { sv: 'Slutdatum', en: 'End date' },
  to: { sv: 'Till', en: 'To' },
  until: { sv: 'Till och med', en: 'Until' },
  nobody: { sv: 'inte vald', en: 'not chosen' },

  // the answer to a scan
  ready: { sv: 'Kan lämnas ut', en: 'Can be handed out' },
  readyWord: { sv: 'kan lämnas ut', en: 'can be handed out' },
  cannotOut: { sv: 'Kan inte lämnas ut', en: 'Cannot be handed out' },
  cannotOutWord: { sv: 'kan inte lämnas ut', en: 'cannot be handed out' },
  takable: { sv: 'Kan tas in', en: 'Can be taken in' },
  takableWord: { sv: 'kan tas in', en: 'can be taken in' },
  cannotIn: { sv: 'Kan inte tas in', en: 'Cannot be taken in' },
  cannotInWord: { sv: 'kan inte tas in', en: 'cannot be taken in' },
  onList: { sv: 'Redan på listan', en: 'On the list already' },
  onListWord: { sv: 'redan på listan', en: 'on the list already' },
  several: { sv: 'Flera passar', en: 'Several fit' },
  severalWord: { sv: 'flera passar', en: 'several fit' },
  severalHow: {
    sv: 'Flera enheter har numret. Välj i listan till höger, eller skanna inventarienumret.',
    en: 'Several devices have the number. Choose in the list to the right, or scan the asset tag.',
  },
  unknownSay: { sv: 'Okänd', en: 'Unknown' },
  unknownWord: { sv: 'okänd', en: 'unknown' },
  unknown: {
    sv: 'Ingen enhet i ert register har numret. Skanna etiketten igen eller skriv numret.',
    en: 'No device in your register has the number. Scan the label again or type the number.',
  },
  lost: { sv: 'Kunde inte slås upp', en: 'Could not be looked up' },
  lostWord: { sv: 'inte uppslagen', en: 'not looked up' },
  lostHow: {
    sv: 'Ingen kontakt med Omlopp. Skanna igen när nätet är tillbaka. Listan ligger kvar här.',
    en: 'No contact with Omlopp. Scan again when the network is back. The list stays here.',
  },
  whichOne: { sv: 'Vilken är det?', en: 'Which one is it?' },
  choose: { sv: 'Det är den', en: 'This one' },

  // why not
  reserved: {
    sv: 'Enheten är reserverad för ett behov. Lämna ut den från beställningen.',
    en: 'The device is reserved for a need. Hand it out from its order.',
  },
  elsewhere: {
    sv: (who: string) => `Enheten är hos ${who}, inte hos er.`,
    en: (who: string) => `The device is with ${who}, not with you.`,
  },
  somebodyElse: { sv: 'någon annan', en: 'somebody else' },
  heldBy: {
    sv: (who: string) => `Den är hos ${who}. Ta in den först.`,
    en: (who: string) => `${who} has it. Take it in first.`,
  },
  stands: {
    sv: (status: string) => `Den står som ${status}.`,
    en: (status: string) => `Its status is ${status}.`,
  },
  notHeld: {
    sv: (status: string) => `Ingen har den. Den står som ${status}.`,
    en: (status: string) => `Nobody has it. Its status is ${status}.`,
  },
  holder: {
    sv: (who: string) => `Innehavare: ${who}.`,
    en: (who: string) => `Holder: ${who}.`,
  },
  sharedBy: {
    sv: (unit: string) => `Delas av ${unit}.`,
    en: (unit: string) => `Shared by ${unit}.`,
  },

  // the list
  countWord: { sv: 'att lämna ut', en: 'to hand out' },
  countInWord: { sv: 'redo att tas in', en: 'ready to be taken in' },
  list: { sv: 'På listan', en: 'On the list' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeWhat: { sv: (name: string) => `Ta bort ${name}`, en: (name: string) => `Remove ${name}` },
  clear: { sv: 'Töm listan', en: 'Clear the list' },
  change: { sv: 'Ändra', en: 'Change' },
  changeWhat: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Change ${name}` },

  // the act
  act: {
    sv: (count: number) => `Lämna ut ${devicesSv(count)}`,
    en: (count: number) => `Hand out ${devicesEn(count)}`,
  },
  actNone: { sv: 'Lämna ut', en: 'Hand out' },
  actIn: {
    sv: (count: number) => `Ta in ${devicesSv(count)}`,
    en: (count: number) => `Take in ${devicesEn(count)}`,
  },
  actInNone: { sv: 'Ta in', en: 'Take in' },
  scanFirst: { sv: 'Skanna minst en enhet först.', en: 'Scan at least one device first.' },
  takerFirst: { sv: 'Välj vem som får utrustningen.', en: 'Choose who gets the devices.' },
  endsFirst: { sv: 'Slutdatumet har redan varit.', en: 'The end date has already passed.' },
  conditionFirst: {
    sv: (name: string) => `Välj skick för ${name}.`,
    en: (name: string) => `Choose the condition of ${name}.`,
  },

  // afterwards
  ofMany: {
    sv: (of: number) => `av ${of}`,
    en: (of: number) => `of ${of}`,
  },
  handedOut: { sv: 'utlämnade', en: 'handed out' },
  takenIn: { sv: 'intagna', en: 'taken in' },
  outHow: {
    sv: (who: string) => `${who} kvitterar på sin egen sida, eller här och nu.`,
    en: (who: string) => `${who} confirms on their own page, or here and now.`,
  },
  wasRefused: { sv: 'gick inte', en: 'did not work' },
  waitsReceipt: { sv: 'väntar på kvittens', en: 'awaits receipt' },
  receipted: { sv: 'kvitterad', en: 'receipt confirmed' },
  confirmNow: { sv: 'Kvittera nu', en: 'Confirm receipt now' },
  confirmOf: {
    sv: (name: string) => `Kvittera nu: ${name}`,
    en: (name: string) => `Confirm receipt now: ${name}`,
  },
  receipt: { sv: 'Kvittens', en: 'Receipt' },
  receiptOf: {
    sv: (name: string) => `Kvittens på ${name}`,
    en: (name: string) => `Receipt of ${name}`,
  },
  confirmAll: {
    sv: (count: number) => `Kvittera alla ${count} nu`,
    en: (count: number) => `Confirm all ${count} now`,
  },
  confirmOne: { sv: 'Kvittera', en: 'Confirm receipt' },
  next: { sv: 'Nästa utlämning', en: 'Next hand-out' },

  // the hand-in of one device
  condition: {
    sv: (name: string) => `Skick på ${name}`,
    en: (name: string) => `Condition of ${name}`,
  },
  conditionNone: { sv: 'Skick', en: 'Condition' },
  conditionNotes: {
    good: { sv: 'som ny eller nästan', en: 'as new or nearly' },
    worn: { sv: 'märken av bruk', en: 'marks of use' },
    damaged: { sv: 'spricka eller buckla', en: 'crack or dent' },
    broken: { sv: 'går inte att använda', en: 'cannot be used' },
  },
  keeps: {
    sv: 'Gäller även det du skannar härnäst, tills du väljer ett annat.',
    en: 'Also applies to what you scan next, until you choose another.',
  },
  remark: { sv: 'Anmärkning', en: 'Remark' },
  remarkHint: {
    sv: 'Till exempel: laddaren saknas. Skriv inget om personen.',
    en: 'For example: the charger is missing. Write nothing about the person.',
  },
  lock: {
    sv: 'Aktiveringslås och enhetshantering är borttagna',
    en: 'Activation lock and device management are removed',
  },
  place: { sv: 'Plats', en: 'Place' },
  noPlace: { sv: 'Ingen plats', en: 'No place' },
} as const
