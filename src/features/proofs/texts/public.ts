// What somebody without an account reads: the page behind the QR code, and the page for any file.
import { plural } from '../../../core/text.ts'

export const publicTexts = {
  title: { sv: 'Bevis', en: 'Proof' },
  verifyTitle: { sv: 'Kontrollera ett bevis', en: 'Check a proof' },
  verifyLead: {
    sv: 'Släpp en bevisfil eller ett signerat intyg här. Allt räknas ut i din webbläsare, och filen skickas ingenstans.',
    en: 'Drop a proof or a signed certificate here. All is computed in your browser, and the file is sent nowhere.',
  },
  working: { sv: 'Hämtar beviset och räknar …', en: 'Fetching the proof and computing …' },
  erased: {
    sv: 'Lagringsmediet är raderat, och det går att bevisa',
    en: 'The storage medium was erased, and it can be proven',
  },
  destroyed: {
    sv: 'Lagringsmediet är förstört, och det går att bevisa',
    en: 'The storage medium was destroyed, and it can be proven',
  },
  superseded: {
    sv: 'Beviset håller, men ett nyare intyg gäller',
    en: 'The proof holds, but a newer certificate stands',
  },
  holds: {
    sv: (entries: number, certificates: number) =>
      `Beviset håller: ${entries} ${plural(entries, 'post', 'poster')}, ${certificates} intyg`,
    en: (entries: number, certificates: number) =>
      `The proof holds: ${entries} ${plural(entries, 'entry', 'entries')}, ${certificates} ${plural(certificates, 'certificate', 'certificates')}`,
  },
  revoked: { sv: 'Intyget är återkallat', en: 'The certificate has been revoked' },
  fails: { sv: 'Beviset håller inte', en: 'The proof does not hold' },
  pending: { sv: 'Beviset är på väg', en: 'The proof is on its way' },
  pendingLead: {
    sv: 'Intyget finns, men är inte i den signerade loggen än. Det tar högst någon minut. Ladda om sidan då.',
    en: 'The certificate is there, but not in the signed log yet. It takes a minute at most. Reload the page then.',
  },
  nothing: { sv: 'Här finns inget intyg', en: 'There is no certificate here' },
  nothingLead: {
    sv: 'Adressen är inte ett intygs. Läs av QR-koden igen, eller släpp filen du har fått nedan.',
    en: 'The address is not that of a certificate. Scan the QR code again, or drop the file you were given below.',
  },
  unreachable: { sv: 'Beviset gick inte att hämta', en: 'The proof could not be fetched' },
  lead: {
    sv: 'Din webbläsare räknade ut det alldeles nyss, ur själva beviset. Ingen har bett dig lita på ett svar.',
    en: 'Your browser computed it just now, from the proof itself. Nobody asks you to trust an answer.',
  },
  leadFile: {
    sv: (name: string) => `${name}, uträknat i din webbläsare alldeles nyss.`,
    en: (name: string) => `${name}, computed in your browser just now.`,
  },
  failsLead: {
    sv: (name: string) => `${name} stämmer inte. Nedan står vad, och var.`,
    en: (name: string) => `${name} is not right. Below stands what, and where.`,
  },
  theProof: { sv: 'Beviset', en: 'The proof' },
  wrong: { sv: 'Det här stämmer inte', en: 'This is not right' },
  checked: { sv: 'Kontrollerat', en: 'Checked' },
  checkedHow: { sv: 'Vad siffrorna visar.', en: 'What the numbers show.' },
  notChecked: { sv: 'Inte kontrollerat', en: 'Not checked' },
  notCheckedHow: {
    sv: 'Vad ingen fil kan visa, eller den här inte visar.',
    en: 'What no file can show, or this one does not.',
  },
  times: { sv: (n: number) => `${n} gånger`, en: (n: number) => `${n} times` },
  entriesInTree: {
    sv: (n: number) => `${n} poster står i den signerade loggen, var och en på sin plats.`,
    en: (n: number) => `${n} entries stand in the signed log, each in its place.`,
  },
  medium: { sv: 'Mediet', en: 'The medium' },
  device: { sv: 'Satt i', en: 'Was in' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  model: { sv: 'Modell', en: 'Model' },
  level: { sv: 'Nivå', en: 'Level' },
  levelOf: {
    sv: (level: string) => `NIST SP 800-88 ${level}`,
    en: (level: string) => `NIST SP 800-88 ${level}`,
  },
  method: { sv: 'Metod', en: 'Method' },
  tool: { sv: 'Verktyg', en: 'Tool' },
  erasedAt: { sv: 'Raderat', en: 'Erased' },
  destroyedAt: { sv: 'Förstört', en: 'Destroyed' },
  particle: { sv: 'Största fragment, enligt utföraren', en: 'Largest fragment, as stated' },
  witness: { sv: 'Vittne', en: 'Witness' },
  confirmedAt: {
    sv: (at: string) => `Bekräftat av vittnet ${at}`,
    en: (at: string) => `Confirmed by the witness ${at}`,
  },
  unconfirmed: { sv: 'Inte bekräftat', en: 'Not confirmed' },
  number: { sv: 'Intyg', en: 'Certificate' },
  issuedAt: { sv: 'Utfärdat', en: 'Issued' },
  issuer: { sv: 'Utfärdare', en: 'Issuer' },
  owner: { sv: 'Ägare', en: 'Owner' },
  saidByServer: {
    sv: (issuer: string, owner: string) =>
      issuer === owner
        ? `Servern kallar utfärdare och ägare ${issuer}. I beviset är organisationer nummer.`
        : `Servern kallar utfärdaren ${issuer} och ägaren ${owner}. I beviset är organisationer nummer.`,
    en: (issuer: string, owner: string) =>
      issuer === owner
        ? `The server calls issuer and owner ${issuer}. In the proof organisations are numbers.`
        : `The server calls the issuer ${issuer} and the owner ${owner}. In the proof organisations are numbers.`,
  },
  someone: { sv: 'okänd', en: 'unknown' },
  chain: { sv: 'Kedjan', en: 'The chain' },
  chainHow: {
    sv: 'Varje post innehåller kontrollsumman av posten före, och står på en fast plats i en signerad logg.',
    en: 'Each entry holds the checksum of the one before, and stands in a fixed place in a signed log.',
  },
  place: {
    sv: (index: string, size: string) => `plats ${index} av ${size}`,
    en: (index: string, size: string) => `place ${index} of ${size}`,
  },
  elsewhere: {
    sv: (count: number) => `${count} ${plural(count, 'post', 'poster')} som inte finns här`,
    en: (count: number) => `${count} ${plural(count, 'entry', 'entries')} not here`,
  },
  self: { sv: 'Kontrollera själv', en: 'Check it yourself' },
  selfHow: {
    sv: 'Spara filen, koppla ner nätet om du vill, och räkna om den med vilket som helst av de tre.',
    en: 'Save the file, disconnect if you like, and compute it again with any of the three.',
  },
  download: { sv: 'Ladda ner beviset', en: 'Download the proof' },
  dropLabel: { sv: 'En bevisfil eller ett signerat intyg', en: 'A proof or a signed certificate' },
  dropHint: {
    sv: 'Zip eller PDF. Filen stannar i din webbläsare.',
    en: 'Zip or PDF. The file stays in your browser.',
  },
  key: { sv: 'Nyckel som du har fått från annat håll', en: 'Key that you got from elsewhere' },
  keyHint: {
    sv: 'Med en nyckel från till exempel registratorn visar kontrollen också vem som signerade.',
    en: 'With a key from, say, the registrar the check also shows who signed.',
  },
  here: { sv: 'Här, i webbläsaren', en: 'Here, in the browser' },
  withCommand: { sv: 'Med kommandot', en: 'With the command' },
  withPython: { sv: 'Med Python, utan något annat', en: 'With Python and nothing else' },
  pythonHow: {
    sv: 'Programmet är omkring nittio rader, kort nog att läsa innan du kör det.',
    en: 'The program is some ninety lines, short enough to read before you run it.',
  },
  someFile: { sv: 'bevis.omlopp.zip', en: 'proof.omlopp.zip' },
  python: { sv: 'Ladda ner verify.py', en: 'Download verify.py' },
  toNewer: { sv: (number: string) => `Till ${number}`, en: (number: string) => `To ${number}` },
  supersededBy: {
    sv: (number: string) => `Ersatt av ${number}`,
    en: (number: string) => `Superseded by ${number}`,
  },
  revokedMeans: {
    sv: 'Utfärdaren har tagit tillbaka det. Det bevisar ingenting längre.',
    en: 'The issuer has withdrawn it. It proves nothing any more.',
  },
  publicPage: { sv: 'Öppen sida', en: 'Public page' },
  bundle: { sv: 'Bevisfil', en: 'Proof file' },
} as const
