// What is said of the warranty and of its cases.

export const caseTexts = {
  title: { sv: 'Garantiärenden', en: 'Warranty cases' },
  one: { sv: 'Garantiärende', en: 'Warranty case' },
  lead: {
    sv: 'Fel på det som köpts återbrukat, och vad säljaren gör åt dem.',
    en: 'Faults in what was bought reused, and what the seller does about them.',
  },
  all: { sv: 'Alla', en: 'All' },
  number: { sv: 'Nummer', en: 'Number' },
  state: { sv: 'Läge', en: 'State' },
  device: { sv: 'Enhet', en: 'Device' },
  fault: { sv: 'Fel', en: 'Fault' },
  other: { sv: 'Motpart', en: 'Other side' },
  opened: { sv: 'Öppnat', en: 'Opened' },
  until: { sv: 'Garanti till', en: 'Warranty until' },
  empty: {
    sv: 'Här står fel som har anmälts på köpt återbrukad utrustning. Du anmäler ett fel på enhetens egen sida, så länge garantin gäller.',
    en: 'Faults reported on equipment bought reused appear here. You report one on the device’s own page, while the warranty runs.',
  },
  toPurchases: { sv: 'Till köpen', en: 'To the purchases' },
  nothingFits: { sv: 'Inget ärende är i det läget.', en: 'No case is in that state.' },
  showAll: { sv: 'Visa alla', en: 'Show all' },
  seller: { sv: 'Säljare', en: 'Seller' },
  buyer: { sv: 'Köpare', en: 'Buyer' },
  purchase: { sv: 'Köp', en: 'Purchase' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  what: { sv: 'Vad som är fel', en: 'What is wrong' },
  answer: { sv: 'Svar', en: 'Answer' },
  noAnswer: { sv: 'Säljaren har inte svarat än.', en: 'The seller has not answered yet.' },
  answerAct: { sv: 'Svara', en: 'Answer' },
  answerTitle: {
    sv: (number: string) => `Svara på ${number}`,
    en: (number: string) => `Answer ${number}`,
  },
  how: { sv: 'Vad gör ni?', en: 'What do you do?' },
  chooseHow: { sv: 'Välj vad ni gör.', en: 'Choose what you do.' },
  words: { sv: 'Till köparen', en: 'To the buyer' },
  wordsNeeded: { sv: 'Skriv varför.', en: 'Write why.' },
  replacement: { sv: 'Ersätts av', en: 'Replaced by' },
  replacementHint: {
    sv: 'Samma slag, minst samma grad. Den kostar inget och ärver resten av garantin.',
    en: 'The same kind, at least the same grade. It costs nothing and inherits the rest of the warranty.',
  },
  noReplacement: {
    sv: 'Ingen enhet i butiken är av samma slag och minst samma grad.',
    en: 'No device in the shop is of the same kind and at least the same grade.',
  },
  choose: { sv: 'Välj en ersättare.', en: 'Choose a replacement.' },
  returnBy: { sv: 'Den gamla tillbaka senast', en: 'The old one back by' },
  returned: { sv: 'Den gamla kom tillbaka', en: 'The old one came back' },
  repaired: { sv: 'Den är reparerad', en: 'It is repaired' },
  oldBack: { sv: 'Den gamla är tillbaka', en: 'The old one is back' },
  finding: {
    open: { sv: 'Väntar på säljarens svar', en: 'Waits for the seller’s answer' },
    repairing: { sv: 'Repareras', en: 'Being repaired' },
    replacing: {
      sv: 'Ersätts, den gamla ska tillbaka',
      en: 'Replaced, the old one is to come back',
    },
    refused: { sv: 'Garantin gäller inte', en: 'The warranty does not hold' },
    closed: { sv: 'Avslutat', en: 'Closed' },
  },
} as const

export const deviceWarrantyTexts = {
  title: { sv: 'Garanti', en: 'Warranty' },
  until: { sv: 'Gäller till', en: 'Runs until' },
  ended: { sv: 'Gick ut', en: 'Ended' },
  bought: { sv: 'Köpt återbrukad av', en: 'Bought reused from' },
  purchase: { sv: 'Köp', en: 'Purchase' },
  cases: { sv: 'Ärenden', en: 'Cases' },
  open: { sv: 'Anmäl fel på garantin', en: 'Report a fault under warranty' },
  fault: { sv: 'Vad är fel?', en: 'What is wrong?' },
  faultHint: {
    sv: 'Vad händer, när, och vad har ni provat?',
    en: 'What happens, when, and what have you tried?',
  },
  send: { sv: 'Skicka till säljaren', en: 'Send to the seller' },
} as const

export const warrantyRefusals = {
  'warranty-ended': {
    sv: (details: Readonly<Record<string, unknown>>) =>
      `Garantin gick ut ${String(details['endedOn'])}.`,
    en: (details: Readonly<Record<string, unknown>>) =>
      `The warranty ended on ${String(details['endedOn'])}.`,
  },
} as const
