// Words of the page where a witness of destructions answers.

export const witnessTexts = {
  title: { sv: 'Bevittna', en: 'Witness' },
  lead: {
    sv: 'Destruktioner där du är uppgiven som vittne. Intyget säger ”inte bekräftat” tills du har svarat.',
    en: 'Destructions that name you as witness. The certificate says “not confirmed” until you answer.',
  },
  empty: {
    sv: 'Ingen destruktion väntar på ditt svar.',
    en: 'No destruction awaits your answer.',
  },
  toStart: { sv: 'Till Omloppet', en: 'To the circle' },
  waiting: { sv: 'Väntar på ditt svar', en: 'Awaiting your answer' },
  how: {
    sv: 'Bekräfta bara det du själv har sett: att just det här lagringsmediet förstördes, vid den tiden och på det sättet.',
    en: 'Confirm only what you saw yourself: that this very storage medium was destroyed, then and in that way.',
  },
  drive: { sv: (serial: string) => `Disk ${serial}`, en: (serial: string) => `Drive ${serial}` },
  satIn: { sv: 'Satt i', en: 'Was in' },
  by: { sv: 'Förstörd av', en: 'Destroyed by' },
  someone: { sv: 'Någon vars namn du inte får se', en: 'Somebody whose name you may not see' },
  photo: { sv: 'Foto', en: 'Photo' },
  hasPhoto: { sv: 'Finns', en: 'Taken' },
  noPhoto: { sv: 'Inget foto', en: 'No photo' },
  confirm: { sv: 'Jag såg det', en: 'I saw it' },
  confirmOf: {
    sv: (serial: string) => `Jag såg det: disk ${serial}`,
    en: (serial: string) => `I saw it: drive ${serial}`,
  },
  deny: { sv: 'Stämmer inte', en: 'Not correct' },
  denyOf: {
    sv: (serial: string) => `Stämmer inte: disk ${serial}`,
    en: (serial: string) => `Not correct: drive ${serial}`,
  },
  denyTitle: {
    sv: (number: string) => `Säga att ${number} inte stämmer?`,
    en: (number: string) => `Say that ${number} is not correct?`,
  },
  denyLead: {
    sv: 'Intyget återkallas, och enheten räknas som att den har data kvar tills disken är raderad eller förstörd på nytt.',
    en: 'The certificate is revoked, and the device counts as holding data until the drive is erased or destroyed again.',
  },
  denyWords: { sv: 'Vad stämmer inte', en: 'What is not correct' },
  denyHint: {
    sv: 'Visas för parterna, inte på den öppna sidan. Skriv inga namn.',
    en: 'Shown to the parties, not on the public page. Write no names.',
  },
  denyShort: {
    sv: 'Skriv minst tio tecken om vad som inte stämmer.',
    en: 'Write at least ten characters on what is not correct.',
  },
  denyAct: { sv: 'Återkalla 1 intyg', en: 'Revoke 1 certificate' },
  confirmed: {
    sv: (number: string) => `Bekräftat. ${number} är utfärdat i det gamlas ställe.`,
    en: (number: string) => `Confirmed. ${number} is issued in place of the old one.`,
  },
  denied: {
    sv: (number: string) => `${number} är återkallat.`,
    en: (number: string) => `${number} is revoked.`,
  },
} as const
