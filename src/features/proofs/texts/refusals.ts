export const refusals = {
  'proof-pending': {
    sv: 'Det senaste är inte i den signerade loggen än. Det tar högst någon minut; försök igen då.',
    en: 'The latest is not in the signed log yet. It takes a minute at most; try again then.',
  },
  'period-backwards': {
    sv: 'Perioden slutar innan den börjar. Byt plats på dagarna.',
    en: 'The period ends before it begins. Swap the days.',
  },
  'certificate-revoked': {
    sv: 'Intyget är återkallat och skrivs inte ut. Den öppna sidan visar när och varför.',
    en: 'The certificate has been revoked and is not printed. The public page shows when and why.',
  },
  'certificate-photo-missing': {
    sv: 'Destruktionen är registrerad utan foto, så intyget skrivs inte ut. Fotografera resterna så att serienumret eller mediet syns, och lägg till fotot på intygets sida. Då utfärdas ett nytt intyg som ersätter detta.',
    en: 'The destruction was recorded without a photo, so the certificate is not printed. Photograph the remains so that the serial number or the medium shows, and add the photo on the page of the certificate. A new certificate is then issued in its place.',
  },
  'batch-not-found': {
    sv: 'Utskriften finns inte längre. Filer sparas en vecka; starta en ny.',
    en: 'There is no such batch any more. Files are kept for a week; start a new one.',
  },
  'batch-running': {
    sv: 'Intygen skrivs fortfarande ut. Vänta tills alla är klara, eller stoppa.',
    en: 'The certificates are still being printed. Wait until all are done, or stop.',
  },
  'batch-too-large': {
    sv: 'Det är fler intyg än en utskrift tar. Välj färre.',
    en: 'That is more certificates than one batch takes. Choose fewer.',
  },
  'certificates-none': {
    sv: 'Här finns inget intyg som gäller.',
    en: 'There is no valid certificate here.',
  },
  'certificates-too-many': {
    sv: 'Så många intyg skrivs ut som ett arbete i bakgrunden. Starta det på sidan Intyg.',
    en: 'So many certificates are printed as work in the background. Start it on the page Certificates.',
  },
  'log-not-found': { sv: 'Det finns ingen sådan logg.', en: 'There is no such log.' },
  'checkpoint-not-found': {
    sv: 'Loggen har inte signerat något läge av den storleken.',
    en: 'The log has signed no checkpoint of that size.',
  },
  'checkpoint-differs': {
    sv: 'Loggen har signerat ett annat läge av den storleken. Jämför de två: det kan vara två historier.',
    en: 'The log has signed another checkpoint of that size. Compare the two: there may be two histories.',
  },
  'log-shorter': {
    sv: 'Ange två storlekar i ordning som loggen har nått.',
    en: 'Give two sizes in order that the log has reached.',
  },
  'note-unreadable': {
    sv: 'Texten är inte en signerad not enligt C2SP.',
    en: 'The text is not a signed note by C2SP.',
  },
  'cosignature-unknown': {
    sv: 'Ingen rad är signerad av ett vittne som organisationen litar på.',
    en: 'No line is signed by a witness that the organisation trusts.',
  },
  'witness-key-unreadable': {
    sv: 'Nyckeln är inte ett vittnes: namn+id+base64 med typ 4 (cosignature/v1).',
    en: 'The key is not that of a witness: name+id+base64 of type 4 (cosignature/v1).',
  },
  'witness-known': {
    sv: 'Vittnet är redan registrerat.',
    en: 'The witness is registered already.',
  },
  'witness-not-found': {
    sv: 'Det finns inget sådant vittne.',
    en: 'There is no such witness.',
  },
  'registrar-address-wrong': {
    sv: 'Skriv en enda e-postadress, som registrator@kommunen.se.',
    en: 'Write a single e-mail address, such as registrar@town.example.',
  },
  'receipt-not-found': {
    sv: 'Ni har inte lämnat ut enheten till någon.',
    en: 'You have not handed out the device to anybody.',
  },
  'asset-tag-missing': {
    sv: 'Enheten har inget inventarienummer, så det finns inget att skriva på etiketten.',
    en: 'The device has no asset tag, so there is nothing to print on the label.',
  },
} as const
