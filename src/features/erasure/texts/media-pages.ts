// Words of the storage media of a device, and of their destruction.

export const mediaTexts = {
  media: { sv: 'Lagringsmedier', en: 'Storage media' },
  mediaOf: {
    sv: (name: string) => `Lagringsmedier i ${name}`,
    en: (name: string) => `Storage media of ${name}`,
  },
  mediaLead: {
    sv: 'En enhet är bevisat raderad när varje medium i den är raderat eller destruerat.',
    en: 'A device is proven erased when each medium in it is erased or destroyed.',
  },
  mediaEmpty: {
    sv: 'Här står varje disk i enheten. Läs in en inventering, eller skriv av diskens etikett.',
    en: 'Each drive of the device appears here. Read in an inventory, or copy the label of the drive.',
  },
  mediaListed: {
    sv: (serials: string) =>
      `Enligt listan som lästes in sitter här ${serials}. De räknas som medier så snart en inventering eller en raderingslogg läses in.`,
    en: (serials: string) =>
      `By the list that was imported it holds ${serials}. They count as media as soon as an inventory or an erasure log is read in.`,
  },
  unproven: {
    MEDIA_MISSING: {
      sv: 'Inga lagringsmedier är kända, så raderingen går inte att bevisa.',
      en: 'No storage media are known, so the erasure cannot be proven.',
    },
    MEDIA_HOLD_DATA: {
      sv: 'Minst ett medium kan ha data kvar.',
      en: 'At least one medium may hold data.',
    },
  },
  mediumKinds: {
    magnetic: { sv: 'Magnetisk hårddisk', en: 'Magnetic hard disk' },
    flash: { sv: 'Flashminne, SSD', en: 'Flash, SSD' },
    hybrid: { sv: 'Hybriddisk', en: 'Hybrid drive' },
    unknown: { sv: 'Vet inte', en: 'Unknown' },
  },
  mediumStates: {
    inPlace: { sv: 'Kan ha data kvar', en: 'May hold data' },
    removed: { sv: 'Uttaget ur enheten', en: 'Removed from the device' },
    erased: { sv: 'Raderat, med intyg', en: 'Erased, with a certificate' },
    destroyed: { sv: 'Destruerat, med intyg', en: 'Destroyed, with a certificate' },
  },
  serial: { sv: 'Diskens serienummer', en: 'Serial number of the drive' },
  serialHint: {
    sv: 'Exakt som på etiketten, med bindestreck',
    en: 'Exactly as on the label, dashes included',
  },
  capacity: { sv: 'Storlek', en: 'Size' },
  addMedium: { sv: 'Lägg till medium', en: 'Add a medium' },
  add: { sv: 'Lägg till', en: 'Add' },
  giveSerial: { sv: 'Skriv diskens serienummer.', en: 'Write the serial number of the drive.' },
  takenOut: { sv: 'Märk som uttaget', en: 'Mark as removed' },
  takenOutOf: {
    sv: (serial: string) => `Märk som uttaget: ${serial}`,
    en: (serial: string) => `Mark as removed: ${serial}`,
  },
  inventory: { sv: 'Läs in inventering', en: 'Read in an inventory' },
  inventoryHint: {
    sv: 'Utskrift från lshw, lsblk, smartctl, dmidecode eller inxi.',
    en: 'Output of lshw, lsblk, smartctl, dmidecode or inxi.',
  },
  destroy: { sv: 'Destruera', en: 'Destroy' },
  destroyOf: {
    sv: (serial: string) => `Destruera: ${serial}`,
    en: (serial: string) => `Destroy: ${serial}`,
  },
  destroyTitle: { sv: 'Destruera disken?', en: 'Destroy the drive?' },
  destroyLead: {
    sv: (serial: string) =>
      `${serial}. Det går inte att ångra. Ett destruktionsintyg utfärdas på er och vittnets namn.`,
    en: (serial: string) =>
      `${serial}. This cannot be undone. A certificate of destruction is issued in your and the witness’s names.`,
  },
  destroyAct: { sv: 'Destruera 1 disk', en: 'Destroy 1 drive' },
  destroyMethod: { sv: 'Hur den förstörs', en: 'How it is destroyed' },
  witness: { sv: 'Vittne', en: 'Witness' },
  witnessHint: {
    sv: 'Någon annan än du, som ser det ske och bekräftar det själv, inloggad',
    en: 'Somebody other than you, who sees it happen and confirms it, signed in',
  },
  chooseWitness: { sv: 'Välj ett vittne.', en: 'Choose a witness.' },
  noPeople: {
    sv: 'Din roll får inte se personer, så du kan inte välja vittne. Be den som är ansvarig hos er.',
    en: 'Your role may not see people, so you cannot choose a witness. Ask the one in charge.',
  },
  photo: { sv: 'Foto av det förstörda mediet', en: 'Photo of the destroyed medium' },
  photoHint: {
    sv: 'Fotot stannar hos er. Intyget bär dess kontrollsumma, och utan foto går det inte att skriva ut.',
    en: 'The photo stays with you. The certificate carries its checksum, and cannot be printed without one.',
  },
  equipment: { sv: 'Utrustning som användes', en: 'Equipment used' },
  particle: { sv: 'Största fragment', en: 'Largest fragment' },
  particleHint: {
    sv: 'Som sållet eller maskinens bricka säger. För flashminne avgör det om något kan läsas.',
    en: 'As the sieve or the plate of the machine says. For flash it decides whether anything can be read.',
  },
  category: { sv: 'Informationsklass före', en: 'Confidentiality before' },
  categoryHint: {
    sv: 'Ägarens klass för det som låg på disken',
    en: 'The owner’s class of what lay on the drive',
  },
  receiver: { sv: 'Vem som tar resterna', en: 'Who takes the remains' },
  wasteCode: { sv: 'Avfallskod', en: 'Waste code' },
  wasteCodeHint: { sv: 'Sex siffror, till exempel 16 02 16', en: 'Six figures, such as 16 02 16' },
  wasteCodeOdd: {
    sv: 'Avfallskoden har sex siffror, och en stjärna om avfallet är farligt.',
    en: 'A waste code has six figures, and an asterisk if the waste is hazardous.',
  },
  wasteNeedsReceiver: {
    sv: 'Skriv också vem som tar resterna.',
    en: 'Also write who takes the remains.',
  },
  history: { sv: 'Raderingar', en: 'Erasures' },
  noHistory: {
    sv: 'Ingen logg har lästs in för enheten.',
    en: 'No log has been read in for the device.',
  },
  deviceNotFound: {
    sv: 'Utrustningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such device, or you are not party to it.',
  },
  toDevice: { sv: 'Enhetens sida', en: 'The device’s page' },
  data: { sv: 'Data', en: 'Data' },
} as const
