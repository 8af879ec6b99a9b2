// Words of the pages: collections, one collection, and what is decided about them.
import type { Resolution } from '../rules/discrepancy.ts'
import type { Direction } from '../rules/states.ts'

const devicesSv = (count: number) => (count === 1 ? '1 enhet' : `${count} enheter`)
const devicesEn = (count: number) => (count === 1 ? '1 device' : `${count} devices`)

export const directionTexts: Record<Direction, { sv: string; en: string }> = {
  out: { sv: 'Ut', en: 'Out' },
  in: { sv: 'In', en: 'In' },
}

/** As an act that somebody is about to do. */
export const resolveTexts: Record<Resolution, { sv: string; en: string }> = {
  found: { sv: 'Den är hittad och tas emot', en: 'It has been found and is received' },
  neverSent: {
    sv: 'Den skickades aldrig, den är kvar hos oss',
    en: 'It was never sent, we still have it',
  },
  lostInTransit: { sv: 'Den försvann på vägen', en: 'It was lost on the way' },
  lostAtReceiver: { sv: 'Den försvann hos oss', en: 'It was lost with us' },
  acceptedBySender: { sv: 'Vi skickade den', en: 'We sent it' },
  sentBack: { sv: 'Vi skickar tillbaka den', en: 'We send it back' },
  notOurs: { sv: 'Den är inte vår', en: 'It is not ours' },
  corrected: { sv: 'Registret är rättat', en: 'The register has been corrected' },
  acceptedAsIs: { sv: 'Vi godtar den som den är', en: 'We accept it as it is' },
}
export const resolveNotes: Record<Resolution, { sv: string; en: string }> = {
  found: { sv: 'Ansvaret går över till er.', en: 'You answer for it from now.' },
  neverSent: { sv: 'Ansvaret är kvar hos er.', en: 'You still answer for it.' },
  lostInTransit: { sv: 'Den blir saknad hos er.', en: 'It becomes missing with you.' },
  lostAtReceiver: { sv: 'Den blir saknad hos er.', en: 'It becomes missing with you.' },
  acceptedBySender: {
    sv: 'Den läggs till i sändningen och är mottagen.',
    en: 'It is added to the collection and is received.',
  },
  sentBack: { sv: 'Den blir aldrig er.', en: 'It never becomes yours.' },
  notOurs: { sv: 'Mottagaren får reda ut vems den är.', en: 'The receiver finds out whose it is.' },
  corrected: { sv: 'Det som stod fel är ändrat.', en: 'What was wrong has been changed.' },
  acceptedAsIs: {
    sv: 'Följesedeln gäller inte för den.',
    en: 'The delivery note does not hold for it.',
  },
}

export const listTexts = {
  title: { sv: 'Sändningar', en: 'Collections' },
  lead: {
    sv: 'Vad som ska iväg, är på väg och har kommit fram. Skickat är alltid mottaget plus saknat.',
    en: 'What is to go, is on its way and has arrived. Sent is always received plus missing.',
  },
  receivingTitle: { sv: 'Mottagning', en: 'Receiving' },
  receivingLead: {
    sv: 'Sändningar som är på väg hit eller räknas nu. Välj en för att börja skanna.',
    en: 'Collections on their way here or being counted now. Choose one to begin scanning.',
  },
  toReceive: { sv: 'Att ta emot', en: 'To receive' },
  received: { sv: 'Mottagna', en: 'Received' },
  all: { sv: 'Alla', en: 'All' },
  new: { sv: 'Ny sändning', en: 'New collection' },
  state: { sv: 'Läge', en: 'State' },
  direction: { sv: 'Riktning', en: 'Direction' },
  out: { sv: 'Ut, från oss', en: 'Out, from us' },
  in: { sv: 'In, till oss', en: 'In, to us' },
  number: { sv: 'Nummer', en: 'Number' },
  other: { sv: 'Motpart', en: 'Other side' },
  devices: { sv: 'Enheter', en: 'Devices' },
  counted: { sv: 'Stämmer', en: 'Match' },
  day: { sv: 'Senast', en: 'Latest' },
  discrepancies: { sv: 'Avvikelser', en: 'Discrepancies' },
  open: {
    sv: (count: string) => `${count} att avgöra`,
    en: (count: string) => `${count} to decide`,
  },
  openNotice: {
    sv: (count: string) =>
      count === '1' ? '1 avvikelse väntar på beslut' : `${count} avvikelser väntar på beslut`,
    en: (count: string) =>
      count === '1' ? '1 discrepancy awaits a decision' : `${count} discrepancies await a decision`,
  },
  oldest: {
    sv: (day: string) => `Den äldsta är från ${day}.`,
    en: (day: string) => `The oldest is from ${day}.`,
  },
  empty: {
    sv: 'Här står varje sändning till en återbrukspartner eller finansiär: vad som packas, är på väg och har räknats.',
    en: 'Here stands each collection to a reuse partner or financier: what is packed, on its way and counted.',
  },
  emptyIn: {
    sv: 'Inget är på väg hit just nu. När någon skickar något står det här.',
    en: 'Nothing is on its way here now. When somebody sends something it appears here.',
  },
  allCollections: { sv: 'Alla sändningar', en: 'All collections' },
  nothingFits: { sv: 'Ingen sändning stämmer med filtret.', en: 'No collection fits the filter.' },
  clear: { sv: 'Visa alla', en: 'Show all' },
} as const

export const newTexts = {
  title: { sv: 'Ny sändning', en: 'New collection' },
  lead: {
    sv: (count: number) => `${devicesSv(count)} ska packas.`,
    en: (count: number) => `${devicesEn(count)} to be packed.`,
  },
  noDevices: {
    sv: 'Skapa sändningen först. Packa den sedan med skanner.',
    en: 'Create the collection first. Then pack it with a scanner.',
  },
  where: { sv: 'Var ska de packas?', en: 'Where are they to be packed?' },
  anew: { sv: 'I en ny sändning', en: 'In a new collection' },
  receiver: { sv: 'Mottagare', en: 'Receiver' },
  receiverHint: {
    sv: 'Organisationer som ni samarbetar med',
    en: 'Organisations that you work with',
  },
  receiverWrong: { sv: 'Välj vem som ska ta emot.', en: 'Choose who is to receive.' },
  noPartners: {
    sv: 'Ni har inget pågående samarbete att skicka till. Lägg upp ett först.',
    en: 'You have no active partnership to send to. Set one up first.',
  },
  toPartners: { sv: 'Till samarbetena', en: 'To the partnerships' },
  place: { sv: 'Hämtas på', en: 'Picked up at' },
  pickup: { sv: 'Önskad hämtdag', en: 'Wanted day of pick-up' },
  create: { sv: 'Skapa sändningen', en: 'Create the collection' },
  createAndPack: {
    sv: (count: number) => `Packa ${devicesSv(count)}`,
    en: (count: number) => `Pack ${devicesEn(count)}`,
  },
  packed: {
    sv: (done: number, of: number) => `${done} av ${of} packade`,
    en: (done: number, of: number) => `${done} of ${of} packed`,
  },
  notPacked: { sv: 'De här gick inte:', en: 'These could not be packed:' },
  toCollection: { sv: 'Till sändningen', en: 'To the collection' },
  packingAlready: {
    sv: (number: string, receiver: string) => `${number} till ${receiver}`,
    en: (number: string, receiver: string) => `${number} to ${receiver}`,
  },
  holds: {
    sv: (count: number) => `${devicesSv(count)} packade`,
    en: (count: number) => `${devicesEn(count)} packed`,
  },
} as const

export const oneTexts = {
  collection: { sv: 'Sändning', en: 'Collection' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  pickedUpAt: { sv: 'Hämtas på', en: 'Picked up at' },
  wanted: { sv: 'Önskad hämtdag', en: 'Wanted pick-up' },
  begun: { sv: 'Påbörjad', en: 'Started' },
  sent: { sv: 'Skickad', en: 'Sent' },
  firstScan: { sv: 'Första skanningen', en: 'First scan' },
  closed: { sv: 'Räknad', en: 'Counted' },
  state: { sv: 'Läge', en: 'State' },
  noPlace: { sv: 'inte angiven', en: 'not stated' },

  leads: {
    packing: {
      sv: (count: number) =>
        count === 0 ? 'Inget är packat än.' : `${devicesSv(count)} packade. Inget har skickats än.`,
      en: (count: number) =>
        count === 0
          ? 'Nothing is packed yet.'
          : `${devicesEn(count)} packed. Nothing has been sent yet.`,
    },
    sent: {
      sv: (count: number) => `${devicesSv(count)} på väg. Mottagaren har inte börjat räkna.`,
      en: (count: number) => `${devicesEn(count)} on the way. The receiver has not begun counting.`,
    },
    counting: {
      sv: (received: number, of: number) => `${received} av ${of} stämmer hittills.`,
      en: (received: number, of: number) => `${received} of ${of} match so far.`,
    },
    done: {
      sv: (sent: number, received: number, missing: number) =>
        missing === 0
          ? `${sent} skickade, ${received} mottagna.`
          : `${sent} skickade, ${received} mottagna, ${missing} saknas.`,
      en: (sent: number, received: number, missing: number) =>
        missing === 0
          ? `${sent} sent, ${received} received.`
          : `${sent} sent, ${received} received, ${missing} missing.`,
    },
  },

  pack: { sv: 'Packa', en: 'Pack' },
  send: { sv: 'Skicka', en: 'Send' },
  sendTitle: {
    sv: (count: number, to: string) => `Skicka ${devicesSv(count)} till ${to}?`,
    en: (count: number, to: string) => `Send ${devicesEn(count)} to ${to}?`,
  },
  sendHow: {
    sv: 'Räkna kollina en gång till. Ni svarar för utrustningen tills mottagaren har skannat den.',
    en: 'Count the packages once more. You answer for the devices until the receiver has scanned them.',
  },
  sendAct: {
    sv: (count: number) => `Skicka ${devicesSv(count)}`,
    en: (count: number) => `Send ${devicesEn(count)}`,
  },
  sendEmpty: { sv: 'Packa något först.', en: 'Pack something first.' },
  unsealed: {
    sv: (names: string) => `Utan plombering: ${names}.`,
    en: (names: string) => `Without a seal: ${names}.`,
  },
  loose: {
    sv: (count: number) => `${devicesSv(count)} ligger utanför kollina.`,
    en: (count: number) => `${devicesEn(count)} lie outside the packages.`,
  },
  takeBack: { sv: 'Ta tillbaka', en: 'Take back' },
  takeBackTitle: {
    sv: (number: string) => `Ta tillbaka ${number}?`,
    en: (number: string) => `Take back ${number}?`,
  },
  takeBackHow: {
    sv: 'Sändningen packas igen hos er. Mottagaren ser den inte längre.',
    en: 'The collection is packed again with you. The receiver no longer sees it.',
  },
  receive: { sv: 'Ta emot', en: 'Receive' },
  goOnReceiving: { sv: 'Fortsätt ta emot', en: 'Go on receiving' },
  note: { sv: 'Följesedel', en: 'Delivery note' },

  packages: { sv: 'Kollin', en: 'Packages' },
  noPackages: {
    sv: 'Inga kollin. Utrustningen går lös.',
    en: 'No packages. The devices go loose.',
  },
  packageName: {
    sv: (kind: string, number: number) => `${kind} ${number}`,
    en: (kind: string, number: number) => `${kind} ${number}`,
  },
  sealIs: { sv: (seal: string) => `Plombering ${seal}`, en: (seal: string) => `Seal ${seal}` },
  noSeal: { sv: 'Ingen plombering', en: 'No seal' },
  devicesIn: { sv: (count: number) => devicesSv(count), en: (count: number) => devicesEn(count) },
  changeSeal: { sv: 'Ändra', en: 'Change' },
  changePackage: {
    sv: (name: string) => `Ändra ${name}`,
    en: (name: string) => `Change ${name}`,
  },

  devices: { sv: 'Utrustning', en: 'Devices' },
  device: { sv: 'Serienummer', en: 'Serial number' },
  assetTag: { sv: 'Inventarienummer', en: 'Asset tag' },
  model: { sv: 'Modell', en: 'Model' },
  kind: { sv: 'Slag', en: 'Kind' },
  package: { sv: 'Kolli', en: 'Package' },
  line: { sv: 'Läge', en: 'State' },
  count: { sv: 'Stämmer', en: 'Matches' },
  noDevices: {
    sv: 'Inget är packat än. Packa med skanner, eller välj i registret.',
    en: 'Nothing is packed yet. Pack with a scanner, or choose in the register.',
  },

  discrepancies: { sv: 'Avvikelser', en: 'Discrepancies' },
  discrepanciesLead: {
    sv: 'Där skickat och räknat skiljer sig. Var sida kan bara ta på sig, aldrig lägga på den andra.',
    en: 'Where sent and counted differ. Each side can only take upon itself, never put on the other.',
  },
  isMissing: { sv: 'saknas', en: 'is missing' },
  isExtra: { sv: 'står inte på följesedeln', en: 'is not on the delivery note' },
  isMismatch: { sv: 'stämmer inte med följesedeln', en: 'does not match the delivery note' },
  inPackage: {
    sv: (n: number) => `Packad i kolli ${n}.`,
    en: (n: number) => `Packed in package ${n}.`,
  },
  decide: { sv: 'Avgör', en: 'Decide' },
  decideWhat: { sv: (code: string) => `Avgör ${code}`, en: (code: string) => `Decide ${code}` },
  otherSide: {
    sv: (who: string) => `Väntar på ${who}.`,
    en: (who: string) => `Waits for ${who}.`,
  },
  notYours: {
    sv: 'Din roll avgör inte avvikelser.',
    en: 'Your role does not decide discrepancies.',
  },
  decidedBy: {
    sv: (who: string, when: string) => `Avgjord av ${who} ${when}.`,
    en: (who: string, when: string) => `Decided by ${who} ${when}.`,
  },
  decideTitle: {
    sv: (code: string) => `Vad hände med ${code}?`,
    en: (code: string) => `What happened to ${code}?`,
  },
  resolution: { sv: 'Så här är det', en: 'This is how it is' },
  resolutionWrong: { sv: 'Välj hur det är.', en: 'Choose how it is.' },
  remark: { sv: 'Anmärkning', en: 'Remark' },
  remarkHint: {
    sv: 'Båda sidor ser den. Inga personuppgifter.',
    en: 'Both sides see it. No personal data.',
  },
  which: { sv: 'Vilken av era enheter är det?', en: 'Which of your devices is it?' },
  whichHint: {
    sv: 'Inventarienummer eller serienummer i ert register',
    en: 'Asset tag or serial number in your register',
  },
  whichWrong: {
    sv: 'Ingen enhet i ert register har numret.',
    en: 'No device in your register has that number.',
  },
  whichSeveral: {
    sv: 'Flera enheter har numret. Skriv inventarienumret.',
    en: 'Several devices have that number. Write the asset tag.',
  },
  somebody: { sv: 'Någon', en: 'Somebody' },
  closedAlready: {
    sv: (who: string, when: string, what: string) => `${who} hann före, ${when}: ${what}`,
    en: (who: string, when: string, what: string) => `${who} came first, ${when}: ${what}`,
  },
} as const
