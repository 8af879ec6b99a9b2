// The words of what a check answers, by its stable codes. The checker knows only the codes.
import type { Language } from '../../../core/text.ts'
import { logFindings } from './log-findings.ts'

type Values = Readonly<Record<string, string | number>>
type Said = string | ((values: Values) => string)
export interface Words {
  readonly sv: Said
  readonly en: Said
}

const checked = {
  'files-complete': {
    sv: ({ files }) => `Alla ${files} filer är de som listan anger, och inga andra finns.`,
    en: ({ files }) => `All ${files} files are those on the list, and there are no others.`,
  },
  'checkpoint-signed': {
    sv: ({ size }) => `Loggens läge vid ${size} poster är signerat med den nyckel som följde med.`,
    en: ({ size }) =>
      `The head of the log at ${size} entries is signed by the key that came along.`,
  },
  'checkpoint-signed-by-pinned': {
    sv: ({ size = 0 }) => `Loggens läge vid ${size} poster är signerat med din nyckel.`,
    en: ({ size = 0 }) => `The head of the log at ${size} entries is signed by your key.`,
  },
  'checkpoint-cosigned': {
    sv: 'Ett vittne som du litar på har sett samma logg.',
    en: 'A witness that you trust has seen the same log.',
  },
  'entry-in-tree': {
    sv: ({ index, size }) => `Posten står på plats ${index} av ${size} i loggen.`,
    en: ({ index, size }) => `The entry stands at place ${index} of ${size} in the log.`,
  },
  'entries-in-tree': {
    sv: ({ size }) => `Alla ${size} poster ger loggens läge.`,
    en: ({ size }) => `All ${size} entries give the head of the log.`,
  },
  'heads-consistent': {
    sv: 'Det senare läget fortsätter det tidigare.',
    en: 'The later head continues the earlier one.',
  },
  'chain-whole': {
    sv: ({ entries }) => `De ${entries} posterna är en kedja: varje post pekar på den före.`,
    en: ({ entries }) => `The ${entries} entries are one chain: each points to the one before.`,
  },
  'clock-order': {
    sv: 'Tiderna går framåt genom hela kedjan.',
    en: 'The times go forward throughout the chain.',
  },
  'certificate-in-journal': {
    sv: 'Intyget är, byte för byte, det som journalen nämnde när det utfärdades.',
    en: 'The certificate is, byte for byte, the one that the journal named at its issue.',
  },
  'certificate-follows': {
    sv: 'Intyget säger inget annat än journalen: samma medium, serienummer, nivå och underlag.',
    en: 'The certificate says nothing but the journal: the same medium, serial number, level and evidence.',
  },
  'certificate-superseded': {
    sv: ({ by }) => `Intyget har ersatts av ${by}.`,
    en: ({ by }) => `The certificate has been superseded by ${by}.`,
  },
  'evidence-in-journal': {
    sv: 'Underlaget är det som journalen nämnde.',
    en: 'The evidence is the one that the journal named.',
  },
  'key-followed': {
    sv: 'Din nyckel har lämnat över till den som används nu.',
    en: 'Your key has handed over to the one in use now.',
  },
  'pdf-unchanged': {
    sv: 'Filen är oförändrad sedan den signerades, varje byte.',
    en: 'The file is unchanged since it was signed, every byte.',
  },
  'pdf-signed-by-pinned': {
    sv: 'Signaturen är gjord med det certifikat du angav.',
    en: 'The signature is by the certificate you gave.',
  },
} as const satisfies Record<string, Words>

const notChecked = {
  'key-not-pinned': {
    sv: 'Vem som signerade loggen. Nyckeln följde med beviset; jämför den med en du har fått från annat håll.',
    en: 'Who signed the log. The key came with the proof; compare it with one that you got elsewhere.',
  },
  'not-witnessed': {
    sv: 'Om någon annan har fått se en annan logg. Inget utomstående vittne har signerat.',
    en: 'Whether somebody else has been shown another log. No outside witness has signed.',
  },
  'later-entries': {
    sv: 'Vad som har hänt efter den sista posten här.',
    en: 'What has happened after the last entry here.',
  },
  'people-unnamed': {
    sv: 'Vilka personerna är. De är nummer här, och namnen finns hos den som utfärdade.',
    en: 'Who the people are. They are numbers here; the issuer holds the names.',
  },
  'evidence-meaning': {
    sv: 'Om verktyget som raderade talade sanning. Det prövades när intyget utfärdades, inte här.',
    en: 'Whether the tool that erased told the truth. That was tried at issue, not here.',
  },
  'evidence-left-out': {
    sv: 'Verktygets egen logg. Den kan nämna personer och följer inte med, men dess kontrollsumma gör det.',
    en: 'The tool’s own log. It may name people and is left out; its checksum is here.',
  },
  'clock-set-back': {
    sv: ({ seq, hours }) =>
      `När post ${seq} gjordes. Klockan hade vridits tillbaka ${hours} timmar eller mer. Ordningen gäller; vilken av tiderna som är rätt kan filen inte visa.`,
    en: ({ seq, hours }) =>
      `When entry ${seq} was made. The clock had been set back by ${hours} hours or more. The order stands; which of the times is right the file cannot show.`,
  },
  'entries-left-out': {
    sv: ({ from, to }) =>
      `Post ${span(from, to)} i enhetens kedja: handlar om annat och är utelämnad här.`,
    en: ({ from, to }) =>
      `Entry ${span(from, to)} of the device’s chain: about other matters, and left out here.`,
  },
  'entries-not-shared': {
    sv: ({ from, to }) =>
      `Post ${span(from, to)} i kedjan: en annan organisations, som inte delas.`,
    en: ({ from, to }) =>
      `Entry ${span(from, to)} of the chain: another organisation’s, not shared.`,
  },
  'entries-pending': {
    sv: 'De senaste posterna: de var inte i den signerade loggen än.',
    en: 'The latest entries: they were not in the signed log yet.',
  },
  'heads-of-earlier-name': {
    sv: 'Lägen som loggen signerade under ett tidigare namn, innan databasen flyttades utan sina nycklar.',
    en: 'Heads that the log signed under an earlier name, before the database was moved without its keys.',
  },
  'entries-after-checkpoint': {
    sv: ({ entries }) => `${entries} poster efter det senaste signerade läget.`,
    en: ({ entries }) => `${entries} entries after the latest signed head.`,
  },
  'pdf-certificate-not-pinned': {
    sv: 'Vem som signerade PDF-filen. Jämför certifikatets kontrollsumma med utfärdarens.',
    en: 'Who signed the PDF. Compare the certificate’s checksum with the issuer’s.',
  },
  'pdf-appearance': {
    sv: 'Att det tryckta på sidorna är det som står i intyget. Det är intyget inuti som gäller.',
    en: 'That what is printed on the pages is what the record says. The record within is what counts.',
  },
} as const satisfies Record<string, Words>

const failures = {
  'file-unreadable': { sv: 'Filen går inte att läsa.', en: 'The file cannot be read.' },
  'zip-unreadable': {
    sv: 'Filen går inte att läsa som en zip.',
    en: 'The file cannot be read as a zip.',
  },
  'zip-name-twice': {
    sv: 'Namnet finns två gånger i filen.',
    en: 'The name is in the file twice.',
  },
  'zip-name-unsafe': { sv: 'Namnet pekar utanför filen.', en: 'The name points outside the file.' },
  'zip-too-large': {
    sv: 'Filen är större än ett bevis kan vara.',
    en: 'The file is larger than a proof can be.',
  },
  'manifest-missing': {
    sv: 'Listan på innehållet saknas.',
    en: 'The list of contents is missing.',
  },
  'manifest-unreadable': {
    sv: 'Listan på innehållet går inte att läsa.',
    en: 'The list of contents cannot be read.',
  },
  'format-unknown': { sv: 'Formatet är okänt.', en: 'The format is unknown.' },
  'file-missing': { sv: 'Filen saknas.', en: 'The file is missing.' },
  'file-changed': { sv: 'Filen har ändrats.', en: 'The file has been changed.' },
  'file-not-listed': { sv: 'Filen hör inte hit.', en: 'The file does not belong here.' },
  'entries-none': { sv: 'Här finns inga poster.', en: 'There are no entries.' },
  'entry-unreadable': { sv: 'Posten går inte att läsa.', en: 'The entry cannot be read.' },
  'entry-of-another-device': {
    sv: 'Posten handlar om en annan enhet.',
    en: 'The entry is about another device.',
  },
  'entry-of-another-log': {
    sv: 'Posten hör till en annan organisations logg.',
    en: 'The entry belongs to another organisation’s log.',
  },
  'entry-not-in-tree': {
    sv: 'Posten står inte i den signerade loggen.',
    en: 'The entry does not stand in the signed log.',
  },
  'proof-unreadable': { sv: 'Beviset går inte att läsa.', en: 'The proof cannot be read.' },
  'proof-of-another-log': {
    sv: 'Beviset gäller en annan logg.',
    en: 'The proof is of another log.',
  },
  'proof-of-another-place': {
    sv: 'Beviset gäller en annan plats i loggen.',
    en: 'The proof is of another place in the log.',
  },
  'place-taken-twice': {
    sv: 'Två poster gör anspråk på samma plats i loggen.',
    en: 'Two entries claim the same place in the log.',
  },
  'log-not-listed': { sv: 'Loggen finns inte på listan.', en: 'The log is not on the list.' },
  'checkpoint-signature-wrong': {
    sv: 'Loggens signatur stämmer inte.',
    en: 'The signature of the log is wrong.',
  },
  'checkpoint-not-signed': {
    sv: 'Loggens läge är inte signerat.',
    en: 'The head of the log is not signed.',
  },
  'checkpoint-unreadable': {
    sv: 'Loggens läge går inte att läsa.',
    en: 'The head of the log cannot be read.',
  },
  'checkpoint-of-another-log': {
    sv: 'Läget hör till en annan logg.',
    en: 'The head is of another log.',
  },
  'key-not-the-pinned': {
    sv: 'Loggen är inte signerad med din nyckel.',
    en: 'The log is not signed by your key.',
  },
  'key-unreadable': { sv: 'Nyckeln går inte att läsa.', en: 'The key cannot be read.' },
  'key-rotation-wrong': {
    sv: 'Nyckelbytet är inte signerat av den gamla nyckeln.',
    en: 'The change of key is not signed by the old key.',
  },
  'cosignature-missing': { sv: 'Vittnet har inte signerat.', en: 'The witness has not signed.' },
  'split-view': {
    sv: 'Loggen har visat två olika historier av samma längd.',
    en: 'The log has shown two different histories of one length.',
  },
  'heads-inconsistent': {
    sv: 'Det senare läget fortsätter inte det tidigare.',
    en: 'The later head does not continue the earlier one.',
  },
  'chain-broken': {
    sv: ({ seq = '' }) => `Post ${seq} pekar inte på posten före.`,
    en: ({ seq = '' }) => `Entry ${seq} does not point to the one before.`,
  },
  'chain-entry-missing': {
    sv: ({ seq }) => `Post ${seq} i kedjan saknas.`,
    en: ({ seq }) => `Entry ${seq} of the chain is missing.`,
  },
  'chain-entry-twice': {
    sv: ({ seq }) => `Post ${seq} finns två gånger.`,
    en: ({ seq }) => `Entry ${seq} is there twice.`,
  },
  'chain-out-of-order': { sv: 'Posterna står i fel ordning.', en: 'The entries are out of order.' },
  'gap-not-there': {
    sv: 'Det som sägs vara utelämnat finns med.',
    en: 'What is said to be left out is there.',
  },
  'certificate-unreadable': {
    sv: 'Intyget går inte att läsa.',
    en: 'The certificate cannot be read.',
  },
  'certificate-missing': {
    sv: 'Intyget som beviset gäller saknas.',
    en: 'The certificate that the proof is about is missing.',
  },
  'certificate-of-another-device': {
    sv: 'Intyget gäller en annan enhet.',
    en: 'The certificate is of another device.',
  },
  'certificate-not-in-journal': {
    sv: 'Journalen nämner inte intyget.',
    en: 'The journal does not name the certificate.',
  },
  'certificate-changed': {
    sv: 'Intyget är inte det som journalen nämnde när det utfärdades.',
    en: 'The certificate is not the one that the journal named at its issue.',
  },
  'certificate-claims-differ': {
    sv: ({ field }) => `Intyget säger något annat än journalen (${field}).`,
    en: ({ field }) => `The certificate says otherwise than the journal (${field}).`,
  },
  'certificate-claims-too-much': {
    sv: ({ field }) => `Intyget säger mer än dess egna uppgifter räcker till (${field}).`,
    en: ({ field }) => `The certificate claims more than its own facts allow (${field}).`,
  },
  'certificate-revoked': { sv: 'Intyget är återkallat.', en: 'The certificate has been revoked.' },
  'evidence-changed': { sv: 'Underlaget har ändrats.', en: 'The evidence has been changed.' },
  'evidence-not-in-journal': {
    sv: 'Journalen nämner inte underlaget.',
    en: 'The journal does not name the evidence.',
  },
  'entry-missing': { sv: 'En post saknas.', en: 'An entry is missing.' },
  'entry-out-of-order': { sv: 'En post står på fel plats.', en: 'An entry is out of place.' },
  'entry-changed': { sv: 'Posten har ändrats.', en: 'The entry has been changed.' },
  'entries-missing': {
    sv: 'Loggen har signerat fler poster än det finns.',
    en: 'The log has signed more entries than there are.',
  },
  'root-differs': {
    sv: 'Posterna ger inte det läge som är signerat.',
    en: 'The entries do not give the head that is signed.',
  },
  'pdf-not-signed': { sv: 'PDF-filen är inte signerad.', en: 'The PDF is not signed.' },
  'pdf-signature-not-whole': {
    sv: 'Signaturen gäller inte hela filen: något har lagts till eller ändrats.',
    en: 'The signature is not over the whole file: something was added or changed.',
  },
  'pdf-signature-unreadable': {
    sv: 'Signaturen går inte att läsa.',
    en: 'The signature cannot be read.',
  },
  'pdf-signature-wrong': { sv: 'Signaturen stämmer inte.', en: 'The signature is wrong.' },
  'pdf-changed': {
    sv: 'PDF-filen har ändrats efter att den signerades.',
    en: 'The PDF was changed after it was signed.',
  },
  'pdf-certificate-not-named': {
    sv: 'Signaturen nämner ett annat certifikat.',
    en: 'The signature names another certificate.',
  },
  'pdf-certificate-not-the-pinned': {
    sv: 'Signaturen är gjord med ett annat certifikat än du angav.',
    en: 'The signature is by another certificate than the one you gave.',
  },
  'pdf-without-proof': {
    sv: 'PDF-filen bär inget bevis inuti.',
    en: 'The PDF carries no proof within.',
  },
} as const satisfies Record<string, Words>

const span = (from: string | number | undefined, to: string | number | undefined): string =>
  from === to ? String(from) : `${from}–${to}`

const findingTexts: Readonly<Record<string, Words>> = {
  ...checked,
  ...notChecked,
  ...failures,
  ...logFindings,
}

interface Finding {
  readonly code: string
  readonly details?: Values | undefined
}

/** A code that has no words is shown as it is: a newer checker may know more. */
export function sentenceOf({ code, details = {} }: Finding, language: Language): string {
  const said = findingTexts[code]?.[language]
  if (said === undefined) return code
  return typeof said === 'function' ? said(details) : said
}
