// How old a processor is, read from its name: the year in which its generation came on the market.
// A year compares makers with each other, where their own numbers do not, and names none of them, as
// public procurement demands. A name that does not say its generation ("Core i5") has no year.

/** Intel Core i3 to i9, by generation. */
const core = [
  ...[2010, 2011, 2012, 2013, 2015, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023],
] as const
/** AMD Ryzen, by the first figure of four. */
const ryzen: Readonly<Record<string, number>> = {
  ...{ 1: 2017, 2: 2018, 3: 2019, 4: 2020, 5: 2020, 6: 2022, 7: 2022, 8: 2023, 9: 2024 },
}
/** Apple’s own, for computers and for phones and tablets. */
const appleM: Readonly<Record<string, number>> = { 1: 2020, 2: 2022, 3: 2023, 4: 2024, 5: 2025 }
const appleA: Readonly<Record<string, number>> = {
  ...{ 9: 2015, 10: 2016, 11: 2017, 12: 2018, 13: 2019, 14: 2020, 15: 2021, 16: 2022, 17: 2023 },
  ...{ 18: 2024, 19: 2025 },
}
const coreUltra: Readonly<Record<string, number>> = { 1: 2023, 2: 2024, 3: 2026 }
const coreNew: Readonly<Record<string, number>> = { 1: 2024, 2: 2025 }
const snapdragon8: Readonly<Record<string, number>> = { 1: 2021, 2: 2022, 3: 2023 }

type Reader = readonly [RegExp, (found: readonly string[]) => number | undefined]

const readers: readonly Reader[] = [
  [/\bultra\s*[3579]\s*(?:pro\s*)?(\d)\d\d[a-z]*\b/, ([series]) => coreUltra[series!]],
  [/\bi[3579]\s*-?\s*(\d{3,5})[a-z]*\d*\b/, ([number]) => core[generationOf(number!) - 1]],
  [/\bcore\s*[357]\s*(?:processor\s*)?(\d)\d\d[a-z]*\b/, ([series]) => coreNew[series!]],
  [/\bryzen\s*ai\b.*?\b3\d\d\b/, () => 2024],
  [/\bryzen\s*[3579]?\s*(?:pro\s*)?(\d)\d{3}[a-z0-9]*\b/, ([series]) => ryzen[series!]],
  [/\bapple\s*m(\d)\b/, ([series]) => appleM[series!]],
  [/^(?:apple )?a(\d\d?)x?\b(?!-)/, ([series]) => appleA[series!]],
  [/\bsnapdragon\s*8\s*gen\s*(\d)\b/, ([series]) => snapdragon8[series!]],
  [/\bsnapdragon\s*x\b/, () => 2024],
  [/\bintel\b.*\bn(?:95|97|100|150|200)\b/, () => 2023],
]

/** 520 is of the first, 8250 of the eighth, 1135G7 of the eleventh and 12400 of the twelfth. */
function generationOf(number: string): number {
  if (number.length === 3) return 1
  return Number(number.length === 5 || number.startsWith('1') ? number.slice(0, 2) : number[0])
}

export function processorYearOf(name: string | null): number | null {
  if (name === null) return null
  // Makers write "Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz".
  const plain = name
    .toLowerCase()
    .replace(/\((?:r|tm|c)\)|[®™]/g, ' ')
    .replace(/\s+/g, ' ')
  for (const [pattern, year] of readers) {
    const found = pattern.exec(plain)
    if (found) return year(found.slice(1)) ?? null
  }
  return null
}
