import type { ResultState, RevocationReason } from '../rules/states.ts'

type Words = { readonly sv: string; readonly en: string }

export const resultStateTexts: Record<ResultState, Words> = {
  issued: { sv: 'Intyg utfärdat', en: 'Certificate issued' },
  awaitingReview: { sv: 'Väntar på granskning', en: 'Awaiting review' },
  refused: { sv: 'Underkänd', en: 'Refused' },
  unmatched: { sv: 'Inte parad med disk', en: 'Not matched to a drive' },
  released: { sv: 'Behövs inte längre', en: 'No longer needed' },
}

export const revocationReasonTexts: Record<RevocationReason, Words> = {
  wrongMedium: { sv: 'Fel lagringsmedium', en: 'Wrong storage medium' },
  dataFound: { sv: 'Data hittades på mediet', en: 'Data was found on the medium' },
  evidenceUntrue: { sv: 'Underlaget är inte sant', en: 'The evidence is untrue' },
  toolFlaw: { sv: 'Fel i verktyget', en: 'Flaw in the tool' },
  issuedInError: { sv: 'Utfärdat av misstag', en: 'Issued in error' },
  witnessDenied: { sv: 'Vittnet bekräftade inte', en: 'The witness did not confirm' },
}

export const uploadTexts = {
  pdfAlone: {
    sv: 'En PDF är aldrig bevis ensam. Läs in loggen från samma körning, och sedan PDF:en igen om ni vill jämföra dem. Den är sparad.',
    en: 'A PDF alone is never proof. Read in the log of the same run, and then the PDF again if you want to compare them. It has been kept.',
  },
  pdfAgrees: {
    sv: 'PDF:en säger detsamma som loggen från körningen. Den är sparad som bilaga; loggen är underlaget.',
    en: 'The PDF says the same as the log of the run. It has been kept as an attachment; the log is the evidence.',
  },
  pdfDiffers: {
    sv: 'PDF:en säger något annat än loggen från samma körning. Någon av dem är ändrad: ta reda på vilken, och återkalla intyget om det är loggen.',
    en: 'The PDF says something else than the log of the same run. One of them has been changed: find out which, and revoke the certificate if it is the log.',
  },
  noDrives: {
    sv: 'Filen gick att läsa, men den säger inte att någon disk har raderats. Den är sparad.',
    en: 'The file could be read, but it does not say that any drive was erased. It has been kept.',
  },
} as const

export const refusals = {
  'profile-faulty': {
    sv: 'Profilen går inte att använda. Fältet som pekas ut saknas eller är fel.',
    en: 'The profile cannot be used. The field pointed at is missing or wrong.',
  },
  'report-unreadable': {
    sv: 'Filen går inte att läsa i det valda formatet. Välj det andra formatet, eller en annan fil.',
    en: 'The file cannot be read in the chosen format. Choose the other format, or another file.',
  },
  'too-many-profiles': {
    sv: 'Ni har redan så många profiler som får plats. Ta bort någon först.',
    en: 'You already have as many profiles as there is room for. Remove one first.',
  },
  'profile-not-found': {
    sv: 'Profilen finns inte, eller är redan borttagen.',
    en: 'There is no such profile, or it has been removed already.',
  },
  'escalated-by-you': {
    sv: 'Du har lämnat frågan vidare. En annan person avgör.',
    en: 'You passed the question on. Another person decides.',
  },
  'already-escalated': {
    sv: 'Frågan är redan lämnad vidare. Godkänn eller underkänn.',
    en: 'The question has already been passed on. Approve or reject.',
  },
  'photo-needless': {
    sv: 'Intyget behöver inget foto: det har redan ett, eller så gäller det en radering.',
    en: 'The certificate needs no photo: it has one already, or it is of an erasure.',
  },
  'certificate-ended': {
    sv: 'Intyget är återkallat eller ersatt. Öppna det som gäller.',
    en: 'The certificate has been revoked or superseded. Open the one that stands.',
  },
  'file-empty': { sv: 'Filen är tom.', en: 'The file is empty.' },
  'evidence-duplicate': {
    sv: 'Den här filen har redan använts som underlag. Öppna det tidigare ärendet, eller skicka in loggen från den här körningen.',
    en: 'This file has already been used as evidence. Open the earlier case, or send the log of this run.',
  },
  'time-zone-unknown': {
    sv: 'Tidszonen är okänd. Skriv den till exempel som Europe/Stockholm.',
    en: 'The time zone is unknown. Write it for example as Europe/Stockholm.',
  },
  'too-many-drives': {
    sv: 'Filen beskriver fler diskar än vi tar emot på en gång. Dela upp den.',
    en: 'The file describes more drives than we take at once. Split it.',
  },
  'not-data-bearing': {
    sv: 'Enheten bär inga data, så den har inga lagringsmedier att radera.',
    en: 'The device stores no data, so it has no storage media to erase.',
  },
  'serial-placeholder': {
    sv: 'Det är inget serienummer utan en utfyllnad. Läs av etiketten på disken.',
    en: 'That is filler and not a serial number. Read the label on the drive.',
  },
  'repeated-medium': {
    sv: 'Samma lagringsmedium står två gånger.',
    en: 'The same storage medium stands twice.',
  },
  'medium-omitted': {
    sv: 'Ett lagringsmedium som sitter i enheten saknas i listan. Har det tagits ut: ange det som borttaget.',
    en: 'A storage medium that is in the device is missing from the list. If it was taken out, say that it is removed.',
  },
  'medium-not-found': {
    sv: 'Lagringsmediet finns inte.',
    en: 'There is no such storage medium.',
  },
  'inventory-unreadable': {
    sv: 'Filen kommer inte från något inventeringsverktyg som Omlopp kan läsa.',
    en: 'The file is not from an inventory tool that Omlopp can read.',
  },
  'inventory-without-drives': {
    sv: 'Filen nämner inga diskar med serienummer.',
    en: 'The file names no drives with a serial number.',
  },
  'inventory-of-another-device': {
    sv: 'Filen beskriver en annan enhet: serienumret stämmer inte.',
    en: 'The file describes another device: the serial number differs.',
  },
  'result-not-found': { sv: 'Resultatet finns inte.', en: 'There is no such result.' },
  'result-refused': {
    sv: 'Raderingen är underkänd och kan aldrig ge ett intyg. Radera igen, eller destruera disken.',
    en: 'The erasure was refused and can never give a certificate. Erase again, or destroy the drive.',
  },
  'result-unmatched': {
    sv: 'Resultatet är inte parat med någon disk. Gör det först.',
    en: 'The result is not matched to a drive. Do that first.',
  },
  'result-matched': {
    sv: 'Resultatet är redan parat med en disk.',
    en: 'The result is already matched to a drive.',
  },
  'already-reviewed': {
    sv: 'Någon annan har redan avgjort det här.',
    en: 'Somebody else has already decided this.',
  },
  'four-eyes': {
    sv: 'Den som skickade in eller parade ihop underlaget får inte själv granska det. Be en kollega.',
    en: 'Whoever sent in or matched the evidence may not review it. Ask a colleague.',
  },
  'certificate-impossible': {
    sv: 'Underlaget räcker inte till ett intyg, hur det än motiveras. Radera igen, eller destruera disken.',
    en: 'The evidence cannot carry a certificate, whatever the reason given. Erase again, or destroy the drive.',
  },
  'device-not-in-keeping': {
    sv: 'Enheten är inte hos er, eller står inte så att den kan raderas nu.',
    en: 'The device is not in your keeping, or does not stand where it can be erased now.',
  },
  'medium-destroyed': {
    sv: 'Lagringsmediet är redan destruerat.',
    en: 'The storage medium is already destroyed.',
  },
  'witness-same-person': {
    sv: 'Vittnet måste vara någon annan än den som destruerade.',
    en: 'The witness must be somebody other than the one who destroyed it.',
  },
  'not-witness': {
    sv: 'Någon annan är uppgiven som vittne.',
    en: 'Somebody else is named as witness.',
  },
  'witness-has-answered': {
    sv: 'Vittnet har redan svarat.',
    en: 'The witness has already answered.',
  },
  'certificate-not-found': { sv: 'Intyget finns inte.', en: 'There is no such certificate.' },
  'already-revoked': {
    sv: 'Intyget är redan återkallat.',
    en: 'The certificate is already revoked.',
  },
  'not-issuer': {
    sv: 'Bara den som utfärdade intyget, eller enhetens ägare, kan återkalla det.',
    en: 'Only the issuer of the certificate, or the owner of the device, can revoke it.',
  },
  'station-not-found': { sv: 'Stationen finns inte.', en: 'There is no such station.' },
  'station-revoked': {
    sv: 'Stationen är återkallad. Skriv in den igen, med en ny nyckel, om den ska användas.',
    en: 'The station has been revoked. Enrol it again, with a new key, if it is to be used.',
  },
  'station-key-wrong': {
    sv: 'Nyckeln är inte en Ed25519-nyckel. Kör omlopp station enrol på stationen.',
    en: 'The key is not an Ed25519 key. Run omlopp station enrol at the station.',
  },
  'station-key-known': {
    sv: 'Nyckeln hör redan till en station. Varje station har sin egen: töm stationens mapp och skriv in den igen.',
    en: 'The key already belongs to a station. Each station has its own: empty the folder of the station and enrol it again.',
  },
  'station-signature-wrong': {
    sv: 'Signaturen är inte stationens. Resultatet togs inte emot.',
    en: 'The signature is not that of the station. The result was not taken.',
  },
  'station-document-unreadable': {
    sv: 'Det som stationen skickade går inte att läsa som omlopp-station/1. Uppdatera stationen och skicka igen.',
    en: 'What the station sent cannot be read as omlopp-station/1. Update the station and send again.',
  },
  'station-document-of-another': {
    sv: 'Dokumentet säger sig komma från en annan station än den som skickade det.',
    en: 'The document says that it comes from another station than the one that sent it.',
  },
  'station-run-differs': {
    sv: 'Körningen är redan redovisad, med ett annat innehåll. Det som kom först gäller.',
    en: 'The run has already been reported, with another content. What came first stands.',
  },
} as const
