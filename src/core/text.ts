// Every string that people read stands in both languages, side by side.

export type Language = 'sv' | 'en'
export const languages: readonly Language[] = ['sv', 'en']

/** `texts.ts` of a feature: a flat table of texts; a missing translation does not compile. */
export type Texts = Record<string, { sv: unknown; en: unknown }>

export const plural = (count: number, one: string, many: string): string =>
  count === 1 ? one : many
