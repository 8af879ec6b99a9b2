// Words of one result: its reasons, its review, and its match with a medium.

export const resultTexts = {
  result: { sv: 'Radering av en disk', en: 'Erasure of a drive' },
  resultOf: {
    sv: (serial: string) => `Radering av ${serial}`,
    en: (serial: string) => `Erasure of ${serial}`,
  },
  size: { sv: 'Raderat', en: 'Erased' },
  levels: {
    none: { sv: 'ingen nivå', en: 'no level' },
    clear: { sv: 'Clear', en: 'Clear' },
    purge: { sv: 'Purge', en: 'Purge' },
    destroy: { sv: 'Destroy', en: 'Destroy' },
  },
  level: { sv: 'Nådd nivå', en: 'Level reached' },
  state: { sv: 'Läge', en: 'State' },
  reasons: { sv: 'Vad som behöver göras', en: 'What needs to be done' },
  noReasons: {
    sv: 'Allt stämde: verktyget verifierade raderingen och serienumret är diskens.',
    en: 'Everything agreed: the tool verified the erasure and the serial number is the drive’s.',
  },
  evidence: { sv: 'Underlag', en: 'Evidence' },
  sha256: { sv: 'Kontrollsumma, SHA-256', en: 'Checksum, SHA-256' },
  reviewed: { sv: 'Granskad', en: 'Reviewed' },
  reviewedBy: {
    sv: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  somebody: { sv: 'Någon', en: 'Somebody' },
  certificate: { sv: 'Intyg', en: 'Certificate' },
  notFound: { sv: 'Resultatet finns inte.', en: 'There is no such result.' },
  review: { sv: 'Granska', en: 'Review' },
  reviewTitle: {
    sv: (serial: string) => `Granska raderingen av ${serial}`,
    en: (serial: string) => `Review the erasure of ${serial}`,
  },
  reviewLead: {
    sv: 'Det du skriver står på intyget. Skriv vad du kontrollerade och hur.',
    en: 'What you write stands on the certificate. Write what you checked and how.',
  },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonShort: {
    sv: 'Skriv minst tio tecken om vad du kontrollerade.',
    en: 'Write at least ten characters on what you checked.',
  },
  approve: { sv: 'Godkänn, utfärda intyg', en: 'Approve, issue certificate' },
  reject: { sv: 'Underkänn', en: 'Reject' },
  escalate: { sv: 'Lämna vidare', en: 'Pass on' },
  escalated: {
    sv: (who: string, when: string) => `Lämnad vidare av ${who} ${when}`,
    en: (who: string, when: string) => `Passed on by ${who} ${when}`,
  },
  drawnLead: {
    sv: 'Den här raderingen är uttagen i stickprovet. Läs disken med ett annat verktyg än det som raderade, och skriv vad du såg.',
    en: 'This erasure was drawn for the sample. Read the drive with another tool than the one that erased it, and write what you saw.',
  },
  fourEyes: {
    sv: 'Du läste in underlaget. En kollega måste granska det.',
    en: 'You read the evidence in. A colleague must review it.',
  },
  mayNotReview: {
    sv: 'Din roll får inte granska. Be den som är ansvarig hos er.',
    en: 'Your role may not review. Ask the one in charge.',
  },
  match: { sv: 'Para ihop', en: 'Match' },
  matchTitle: {
    sv: (serial: string) => `Vilken disk är ${serial}?`,
    en: (serial: string) => `Which drive is ${serial}?`,
  },
  matchLead: {
    sv: 'Jämför med etiketten på disken. En annan person granskar sedan.',
    en: 'Compare with the label on the drive. Another person then reviews.',
  },
  matchDevice: { sv: 'Enhet', en: 'Device' },
  matchDeviceHint: {
    sv: 'Sök på serienummer eller inventarienummer',
    en: 'Search by serial number or asset tag',
  },
  matchMedium: { sv: 'Lagringsmedium', en: 'Storage medium' },
  suggested: { sv: 'Föreslås', en: 'Suggested' },
  noMedia: {
    sv: 'Enheten har inga inventerade lagringsmedier.',
    en: 'The device has no inventoried storage media.',
  },
  chooseMedium: { sv: 'Välj ett lagringsmedium.', en: 'Choose a storage medium.' },
  mayNotRecord: {
    sv: 'Din roll får inte registrera raderingar.',
    en: 'Your role may not record erasures.',
  },
  toMedia: { sv: 'Enhetens lagringsmedier', en: 'The device’s storage media' },
} as const
