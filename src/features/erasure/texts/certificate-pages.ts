// Words of the pages of certificates: the list, one of them, its photo and its withdrawal.

export const certificateTexts = {
  certificates: { sv: 'Intyg', en: 'Certificates' },
  certificatesLead: {
    sv: 'Raderings- och destruktionsintyg, ett per lagringsmedium.',
    en: 'Certificates of erasure and destruction, one for each storage medium.',
  },
  certificatesEmpty: {
    sv: 'Här står varje intyg. Det första utfärdas när en radering är verifierad och serienumret stämmer.',
    en: 'Each certificate appears here. The first is issued when an erasure is verified and its serial number agrees.',
  },
  toErasure: { sv: 'Till raderingen', en: 'To erasure' },
  number: { sv: 'Nummer', en: 'Number' },
  issued: { sv: 'Utfärdat', en: 'Issued' },
  issuer: { sv: 'Utfärdare', en: 'Issuer' },
  certificateKinds: {
    erasure: { sv: 'Raderingsintyg', en: 'Certificate of erasure' },
    destruction: { sv: 'Destruktionsintyg', en: 'Certificate of destruction' },
  },
  standing: {
    valid: { sv: 'Gäller', en: 'Valid' },
    revoked: { sv: 'Återkallat', en: 'Revoked' },
    superseded: { sv: 'Ersatt', en: 'Superseded' },
    awaitsWitness: { sv: 'Obekräftat', en: 'Unconfirmed' },
  },
  witnessAsked: {
    sv: 'Vittnet är tillfrågat och har inte svarat än.',
    en: 'The witness has been asked and has not answered yet.',
  },
  pdf: { sv: 'PDF', en: 'PDF' },
  pdfIn: {
    sv: { sv: 'PDF på svenska', en: 'PDF in Swedish' },
    en: { sv: 'PDF på engelska', en: 'PDF in English' },
  },
  pdfShort: {
    sv: { sv: 'Svenska', en: 'Swedish' },
    en: { sv: 'Engelska', en: 'English' },
  },
  noPdf: {
    revoked: {
      sv: 'Ett återkallat intyg skrivs inte ut.',
      en: 'A revoked certificate is not printed.',
    },
    photo: {
      sv: 'Utan foto skrivs ett destruktionsintyg inte ut.',
      en: 'Without a photo a certificate of destruction is not printed.',
    },
  },
  searchCertificates: { sv: 'Sök intyg', en: 'Search certificates' },
  searchHint: {
    sv: 'Del av nummer, serienummer eller inventarienummer',
    en: 'Part of a number, a serial number or a tag',
  },
  noCertificateFits: { sv: 'Inget intyg stämmer.', en: 'No certificate matches.' },
  showAll: { sv: 'Visa alla', en: 'Show all' },
  record: { sv: 'Signerad post', en: 'Signed record' },
  recordNote: {
    sv: 'Posten gäller; papperet är en återgivning. Journalens post om utfärdandet bär samma kontrollsumma.',
    en: 'The record is authoritative; the paper renders it. The journal entry of the issue carries the same checksum.',
  },
  recordFormat: { sv: 'Format', en: 'Format' },
  recordMade: {
    atIssue: { sv: 'Vid utfärdandet', en: 'At issue' },
    afterwards: {
      sv: 'I efterhand, ur det som fanns sparat: journalen bär inte dess kontrollsumma',
      en: 'Afterwards, of what was stored: the journal does not carry its checksum',
    },
  },
  recordMadeWhen: { sv: 'Gjord', en: 'Made' },
  recordDownload: { sv: 'Hämta posten', en: 'Download the record' },
  addPhoto: { sv: 'Lägg till foto', en: 'Add a photo' },
  addPhotoLead: {
    sv: 'Intyget ändras aldrig. Med fotot utfärdas ett nytt intyg om samma destruktion, som ersätter detta.',
    en: 'A certificate is never changed. With the photo a new one is issued on the same destruction, in place of this.',
  },
  addPhotoAct: { sv: 'Utfärda nytt intyg', en: 'Issue a new certificate' },
  choosePhoto: { sv: 'Välj ett foto.', en: 'Choose a photo.' },
  certificateNotFound: {
    sv: 'Intyget finns inte, eller så är ni inte part i det.',
    en: 'There is no such certificate, or you are not party to it.',
  },
  publicPage: { sv: 'Öppen sida', en: 'Public page' },
  revokedOn: {
    sv: (day: string, reason: string) => `Återkallat ${day}. ${reason}.`,
    en: (day: string, reason: string) => `Revoked ${day}. ${reason}.`,
  },
  revokedWords: { sv: 'Vad som hände', en: 'What happened' },
  revokedMeans: {
    sv: 'Det bevisar ingenting längre. Enheten räknas som att den har data kvar.',
    en: 'It proves nothing any more. The device counts as holding data.',
  },
  supersededBy: {
    sv: (number: string) => `Ersatt av ${number}.`,
    en: (number: string) => `Superseded by ${number}.`,
  },
  revoke: { sv: 'Återkalla', en: 'Revoke' },
  revokeTitle: {
    sv: (number: string) => `Återkalla ${number}?`,
    en: (number: string) => `Revoke ${number}?`,
  },
  revokeLead: {
    sv: 'Det går inte att ångra. Enheten räknas som att den har data kvar och måste raderas igen.',
    en: 'This cannot be undone. The device counts as holding data and must be erased again.',
  },
  revokeReason: { sv: 'Varför', en: 'Why' },
  revokeAct: { sv: 'Återkalla 1 intyg', en: 'Revoke 1 certificate' },
  explain: { sv: 'Vad har hänt', en: 'What has happened' },
  explainHint: {
    sv: 'Visas för parterna, inte på den öppna sidan. Skriv inga namn.',
    en: 'Shown to the parties, not on the public page. Write no names.',
  },
  explainShort: {
    sv: 'Skriv minst tio tecken om vad som har hänt.',
    en: 'Write at least ten characters on what has happened.',
  },
  chooseReason: { sv: 'Välj varför.', en: 'Choose why.' },
  notStated: { sv: 'Uppgift saknas', en: 'Not stated' },
} as const
