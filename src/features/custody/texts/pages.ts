// Words of the acts that change who has a device, and of the holder's own page.

const countSv = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

export const actTexts = {
  handOut: { sv: 'Lämna ut', en: 'Hand out' },
  confirm: { sv: 'Kvittera', en: 'Confirm receipt' },
  keep: { sv: 'Fortsatt bruk', en: 'Kept use' },
  handIn: { sv: 'Ta emot inlämning', en: 'Take in' },
  move: { sv: 'Flytta', en: 'Move' },
  reportLost: { sv: 'Anmäl saknad eller stulen', en: 'Report missing or stolen' },
  found: { sv: 'Den är hittad', en: 'It has been found' },

  handOutTitle: {
    sv: (name: string) => `Lämna ut ${name}`,
    en: (name: string) => `Hand out ${name}`,
  },
  handInTitle: {
    sv: (name: string) => `Ta emot ${name}`,
    en: (name: string) => `Take in ${name}`,
  },
  moveTitle: { sv: (name: string) => `Flytta ${name}`, en: (name: string) => `Move ${name}` },
  lostTitle: {
    sv: (name: string) => `Vad har hänt med ${name}?`,
    en: (name: string) => `What has happened to ${name}?`,
  },
  foundTitle: {
    sv: (name: string) => `${name} är hittad`,
    en: (name: string) => `${name} has been found`,
  },
  several: {
    sv: (count: string) => `${count} enheter`,
    en: (count: string) => `${count} devices`,
  },

  to: { sv: 'Till', en: 'To' },
  toPerson: { sv: 'En innehavare', en: 'A holder' },
  toUnit: { sv: 'En enhet som delar den', en: 'A unit that shares it' },
  toUnitHint: {
    sv: 'Till exempel en skola eller en avdelning',
    en: 'A school or an office, for example',
  },
  person: { sv: 'Innehavare', en: 'Holder' },
  personHint: {
    sv: 'Sök på namn, e-post eller användarnamn',
    en: 'Search by name, e-mail or user name',
  },
  personWrong: { sv: 'Välj vem som får den.', en: 'Choose who gets it.' },
  unit: { sv: 'Enhet', en: 'Unit' },
  unitWrong: { sv: 'Välj enheten som delar den.', en: 'Choose the unit that shares it.' },
  endsOn: { sv: 'Slutdatum', en: 'End date' },
  endsOnHint: {
    sv: 'Sista dagen i användningstiden. Utan datum påminner ingen.',
    en: 'Last day of the period of use. Without it nobody is reminded.',
  },
  place: { sv: 'Plats', en: 'Place' },
  placeHint: { sv: 'Depån eller huset där den ställs', en: 'The depot or site where it is put' },
  placeWrong: { sv: 'Välj vart den ska.', en: 'Choose where it goes.' },
  condition: { sv: 'Skick, enligt innehavaren', en: 'Condition, as the holder states it' },
  conditionWrong: { sv: 'Välj ett skick.', en: 'Choose a condition.' },
  remark: { sv: 'Anmärkning', en: 'Remark' },
  remarkHint: {
    sv: 'Till exempel: laddaren saknas. Skriv inget om personen.',
    en: 'For example: the charger is missing. Write nothing about the person.',
  },
  lock: {
    sv: 'Aktiveringslås och enhetshantering',
    en: 'Activation lock and device management',
  },
  lockRemoved: { sv: 'Borttagna', en: 'Removed' },
  lockKept: { sv: 'Kvar', en: 'Still there' },
  lockUnknown: { sv: 'Vet inte', en: 'Not known' },
  as: { sv: 'Det här har hänt', en: 'This has happened' },
  asMissing: { sv: 'Den är saknad', en: 'It is missing' },
  asMissingHint: { sv: 'Ingen vet var den är', en: 'Nobody knows where it is' },
  asStolen: { sv: 'Den är stulen', en: 'It is stolen' },
  asStolenHint: { sv: 'Gör polisanmälan också', en: 'Report it to the police too' },
  report: { sv: 'Anmäl', en: 'Report' },
  takeBack: { sv: 'Ta emot i depån', en: 'Take into the depot' },
  lostLead: {
    sv: 'Ansvaret ligger kvar hos den som hade enheten. Hittas den ångrar du det här.',
    en: 'Whoever had the device still answers for it. If it is found, you undo this.',
  },

  handedOutOf: {
    sv: (done: string, of: string) => `${done} av ${of} utlämnade.`,
    en: (done: string, of: string) => `${done} of ${of} handed out.`,
  },
  handedInOf: {
    sv: (done: string, of: string) => `${done} av ${of} mottagna.`,
    en: (done: string, of: string) => `${done} of ${of} taken in.`,
  },
  movedOf: {
    sv: (done: string, of: string) => `${done} av ${of} flyttade.`,
    en: (done: string, of: string) => `${done} of ${of} moved.`,
  },
  couldNot: {
    sv: (count: string) => `${count} gick inte:`,
    en: (count: string) => `${count} could not be:`,
  },
  moreRefused: {
    sv: (count: string) => `och ${count} till`,
    en: (count: string) => `and ${count} more`,
  },
  stopped: {
    sv: 'Resten är orörda: arbetet bröts.',
    en: 'The rest are untouched: the work was interrupted.',
  },
  working: {
    sv: (done: string, of: string) => `${done} av ${of} klara`,
    en: (done: string, of: string) => `${done} of ${of} done`,
  },
} as const

export const cannotTexts = {
  elsewhere: {
    sv: (who: string) => `Den är hos ${who}, inte hos er.`,
    en: (who: string) => `It is with ${who}, not with you.`,
  },
  somebodyElse: { sv: 'någon annan', en: 'somebody else' },
  data: {
    sv: 'Data kan finnas kvar. Radera med bevis först.',
    en: 'It may hold data. Erase it with proof first.',
  },
  withHolder: {
    sv: 'Den är utlämnad. Lämna in den först.',
    en: 'It is handed out. Hand it in first.',
  },
  left: {
    sv: (status: string) => `Den har lämnat omloppet: ${status}.`,
    en: (status: string) => `It has left the circle: ${status}.`,
  },
  status: {
    sv: (status: string) => `Går inte medan den är ${status}.`,
    en: (status: string) => `Not possible while it is ${status}.`,
  },
} as const

export const mineTexts = {
  title: { sv: 'Min utrustning', en: 'My equipment' },
  lead: {
    sv: (count: number, waiting: number, late: number) =>
      count === 0
        ? 'Du har ingen utrustning nu.'
        : [
            `Du har ${countSv(count, 'enhet', 'enheter')} och svarar för ${count === 1 ? 'den' : 'dem'} tills du lämnat in.`,
            ...(waiting > 0 ? [`${waiting} väntar på att du kvitterar.`] : []),
            ...(late > 0 ? [`${late} skulle ha lämnats in.`] : []),
          ].join(' '),
    en: (count: number, waiting: number, late: number) =>
      count === 0
        ? 'You have no equipment now.'
        : [
            `You have ${countSv(count, 'device', 'devices')} and answer for ${count === 1 ? 'it' : 'them'} until handed in.`,
            ...(waiting > 0
              ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for you to confirm.`]
              : []),
            ...(late > 0 ? [`${late} should have been handed in.`] : []),
          ].join(' '),
  },
  held: { sv: 'Det här har du', en: 'This is what you have' },
  empty: {
    sv: 'Här står den dator och telefon som du har fått, med slutdatum. När IT lämnar ut något till dig kvitterar du det här.',
    en: 'The computer and phone you have been given appear here, with their end dates. When IT hands something out to you, you confirm it here.',
  },
  confirm: { sv: 'Jag har fått den', en: 'I have received it' },
  confirmLabel: {
    // Begins with what the button says, so that it can be asked for by voice.
    sv: (name: string) => `Jag har fått den, ${name}`,
    en: (name: string) => `I have received it, ${name}`,
  },
  waiting: { sv: 'Väntar på att du kvitterar', en: 'Waiting for you to confirm' },
  since: { sv: (day: string) => `sedan ${day}`, en: (day: string) => `since ${day}` },
  ends: {
    sv: (day: string) => `Lämnas in senast ${day}`,
    en: (day: string) => `To be handed in by ${day}`,
  },
  noEnd: { sv: 'Inget slutdatum', en: 'No end date' },
  over: {
    sv: (days: number) => countSv(days, 'dag över', 'dagar över'),
    en: (days: number) => countSv(days, 'day overdue', 'days overdue'),
  },
  soon: {
    sv: (days: number) => (days === 0 ? 'i dag' : `om ${countSv(days, 'dag', 'dagar')}`),
    en: (days: number) => (days === 0 ? 'today' : `in ${countSv(days, 'day', 'days')}`),
  },
  serial: {
    sv: (serial: string) => `Serienummer ${serial}`,
    en: (serial: string) => `Serial number ${serial}`,
  },
  how: { sv: 'Så lämnar du in', en: 'How to hand in' },
  howSteps: {
    sv: [
      'Spara det du vill ha kvar på en plats som inte är enheten.',
      'Logga ut ur ditt konto, så att aktiveringslåset släpper. På en telefon: stäng av Hitta.',
      'Lämna enheten med laddare till IT. Där läser de av märkningen och frågar om skicket.',
      'Enheten försvinner ur listan när IT har tagit emot den. Då svarar du inte längre för den.',
    ],
    en: [
      'Save what you want to keep somewhere that is not the device.',
      'Sign out of your account, so that the activation lock is released. On a phone: turn off Find My.',
      'Leave the device with its charger to IT. They read its mark and ask about its condition.',
      'The device leaves this list when IT has taken it in. From then on you no longer answer for it.',
    ],
  },
  after: { sv: 'Vad händer sedan?', en: 'What happens then?' },
  afterText: {
    sv: 'Allt på enheten raderas med bevis innan någon ny får den. Är den bra nog används den igen.',
    en: 'Everything on the device is erased with proof before anybody new gets it. If it is good enough, it is used again.',
  },
} as const
