import { expect, it } from 'vitest'
import { csv } from './download.ts'

const table = { columns: ['Station', 'Antal'], rows: [['I bruk', 12.5]] } as const

it('writes semicolons and decimal commas in Swedish, commas and points in English', () => {
  expect(csv(table, 'sv')).toBe('\ufeffStation;Antal\r\nI bruk;12,5\r\n')
  expect(csv(table, 'en')).toBe('\ufeffStation,Antal\r\nI bruk,12.5\r\n')
})

it('quotes what would break a row and disarms what a spreadsheet would run', () => {
  const rows = [['a;b'], ['say "hi"'], ['=SUM(A1)'], ['-x']]
  expect(csv({ columns: ['x'], rows }, 'sv')).toBe(
    '\ufeffx\r\n"a;b"\r\n"say ""hi"""\r\n\'=SUM(A1)\r\n\'-x\r\n',
  )
})
