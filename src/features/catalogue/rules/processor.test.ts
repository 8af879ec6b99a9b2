import { expect, it } from 'vitest'
import { processorYearOf } from './processor.ts'

const known = {
  'Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz': 2017,
  'Intel Core i5-520M': 2010,
  'Intel Core i7-4770': 2013,
  '11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz': 2020,
  'Intel Core i7-1065G7': 2019,
  'Core i5-1245U': 2021,
  'Intel Core i9-13900K': 2022,
  'Intel® Core™ i5 12400': 2021,
  'Intel(R) Core(TM) Ultra 5 125U': 2023,
  'Intel Core Ultra 7 258V': 2024,
  'Intel Core 5 120U': 2024,
  'AMD Ryzen 5 PRO 4650U with Radeon Graphics': 2020,
  'AMD Ryzen 7 7840U': 2022,
  'AMD Ryzen 5 3500U': 2019,
  'AMD Ryzen AI 9 HX 370': 2024,
  'Apple M1': 2020,
  'Apple M3 Pro': 2023,
  'Apple A15 Bionic': 2021,
  'A14 Bionic': 2020,
  'Qualcomm Snapdragon 8 Gen 2': 2022,
  'Snapdragon X Elite': 2024,
  'Intel(R) N100': 2023,
}

it.each(Object.entries(known))('%s came in %i', (name, year) => {
  expect(processorYearOf(name)).toBe(year)
})

it.each([
  null,
  '',
  'Intel Core i5',
  'Intel Core Ultra 5',
  'AMD Ryzen 5 PRO',
  'AMD A10-9600P',
  'Apple M9',
  'x86_64',
])('of %s it does not guess', (name) => {
  expect(processorYearOf(name)).toBeNull()
})

it('answers on anything, with a year or with nothing', () => {
  for (const number of Array.from({ length: 99_999 }, (_, at) => at)) {
    const year = processorYearOf(`Intel Core i5-${number}U`)
    expect(year === null || (year > 2009 && year < 2024)).toBe(true)
  }
})
