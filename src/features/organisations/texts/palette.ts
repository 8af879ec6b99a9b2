export const paletteTexts = {
  people: { sv: 'Personer', en: 'People' },
} as const
