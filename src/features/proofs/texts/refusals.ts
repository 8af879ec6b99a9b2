export const refusals = {
  'period-backwards': {
    sv: 'Perioden slutar innan den börjar. Byt plats på dagarna.',
    en: 'The period ends before it begins. Swap the days.',
  },
  'certificate-revoked': {
    sv: 'Intyget är återkallat och skrivs inte ut.',
    en: 'The certificate has been revoked and is not printed.',
  },
  'certificate-photo-missing': {
    sv: 'Destruktionen är registrerad utan foto. Utan foto skrivs inget destruktionsintyg ut.',
    en: 'The destruction was recorded without a photo. Without one no certificate is printed.',
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
