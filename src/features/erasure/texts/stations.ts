// Words of the pages about stations.
import { plural } from '../../../core/text.ts'

export const stationTexts = {
  title: { sv: 'Stationer', en: 'Stations' },
  station: { sv: 'Station', en: 'Station' },
  lead: {
    sv: 'Datorer vid raderingsbänken som raderar med riktiga verktyg, läser tillbaka och skriver under.',
    en: 'Computers at the erasure bench that erase with real tools, read back, and sign.',
  },
  name: { sv: 'Namn', en: 'Name' },
  place: { sv: 'Plats', en: 'Place' },
  noPlace: { sv: 'Inte angiven', en: 'Not stated' },
  seen: { sv: 'Senast sedd', en: 'Last seen' },
  results: { sv: 'Resultat', en: 'Results' },
  resultsOf: {
    sv: (issued: number, waiting: number, refused: number) =>
      [
        `${issued} med intyg`,
        ...(waiting > 0 ? [`${waiting} väntar`] : []),
        ...(refused > 0 ? [`${refused} ${plural(refused, 'underkänt', 'underkända')}`] : []),
      ].join(', '),
    en: (issued: number, waiting: number, refused: number) =>
      [
        `${issued} certified`,
        ...(waiting > 0 ? [`${waiting} waiting`] : []),
        ...(refused > 0 ? [`${refused} refused`] : []),
      ].join(', '),
  },
  zone: { sv: 'Tidszon', en: 'Time zone' },
  clock: { sv: 'Klocka', en: 'Clock' },
  clockRight: { sv: 'Går rätt', en: 'Is right' },
  clockOff: {
    sv: (seconds: string, ahead: boolean) => `Går ${seconds} s ${ahead ? 'före' : 'efter'}`,
    en: (seconds: string, ahead: boolean) => `Is ${seconds} s ${ahead ? 'fast' : 'slow'}`,
  },
  software: { sv: 'Program', en: 'Software' },
  key: { sv: 'Nyckelns fingeravtryck', en: 'Fingerprint of the key' },
  keyLead: {
    sv: 'Samma siffror visas av omlopp station status vid bänken. Den privata nyckeln lämnar aldrig stationen.',
    en: 'omlopp station status shows the same figures at the bench. The private key never leaves the station.',
  },
  enrolledAt: { sv: 'Inskriven', en: 'Enrolled' },
  enrolledBy: { sv: 'Av', en: 'By' },
  state: { sv: 'Läge', en: 'State' },
  inUse: { sv: 'I bruk', en: 'In use' },
  revoked: { sv: 'Återkallad', en: 'Revoked' },
  revokedOn: {
    sv: (day: string, by: string) =>
      `Återkallad ${day} av ${by}. Det den redovisade innan dess gäller, inget nytt tas emot.`,
    en: (day: string, by: string) =>
      `Revoked ${day} by ${by}. What it reported before that stands, nothing new is taken.`,
  },
  somebody: { sv: 'någon', en: 'somebody' },
  revoke: { sv: 'Återkalla', en: 'Revoke' },
  revokeAsk: {
    sv: (name: string) => `Återkalla ${name}?`,
    en: (name: string) => `Revoke ${name}?`,
  },
  revokeLead: {
    sv: 'Stationen släpps inte in mer, och det som den har kvar att skicka tas inte emot. Det går inte att ångra, men den kan skrivas in på nytt med en ny nyckel.',
    en: 'The station is no longer let in, and what it has left to send is not taken. This cannot be undone, but it can be enrolled again with a new key.',
  },
  revokeAct: { sv: 'Återkalla stationen', en: 'Revoke the station' },
  empty: {
    sv: 'Ingen station är inskriven än. Skriv in den första från en dator vid bänken.',
    en: 'No station is enrolled yet. Enrol the first from a computer at the bench.',
  },
  enrolTitle: { sv: 'Skriv in en station', en: 'Enrol a station' },
  enrolLead: {
    sv: 'Skapa en API-nyckel som får granska raderingar, och kör raden på datorn vid bänken. Nyckeln behövs bara den gången.',
    en: 'Make an API token that may review erasures, and run this line on the computer at the bench. The token is needed only that once.',
  },
  enrolCommand: { sv: 'Kommando', en: 'Command' },
  exampleName: { sv: 'Bänk 1', en: 'Bench 1' },
  token: { sv: 'NYCKEL', en: 'TOKEN' },
  noResults: {
    sv: 'Stationen har inte redovisat något än.',
    en: 'The station has not reported anything yet.',
  },
  notFound: { sv: 'Stationen finns inte.', en: 'There is no such station.' },
} as const
