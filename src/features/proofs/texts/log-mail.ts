// The letter to the registrar, in both languages, since nobody knows who opens it in twenty years.

export function headMail(of: {
  readonly day: string
  readonly size: number
  readonly note: string
  readonly logId: string
  readonly installation: string
}): { subject: string; text: string } {
  const { day, size, note, installation } = of
  return {
    subject: `Loggens läge ${day} · ${size} · ${installation}`,
    text: [
      `Spara detta brev. Det är läget i er logg i Omlopp vid slutet av ${day} (UTC): ${size} poster.`,
      'Visar loggen någon gång ett annat läge för samma storlek har historien skrivits om.',
      '',
      `Keep this letter. It is the head of your log in Omlopp at the end of ${day} (UTC): ${size} entries.`,
      'Should the log ever show another head of the same size, history has been rewritten.',
      '',
      note,
    ].join('\n'),
  }
}
