import { describe, expect, it } from 'vitest'
import { recognise } from './recognise.ts'

const lines = [
  { assetTag: 'EX-104 126', serialNumber: 'PF2Z8S44' },
  { assetTag: 'EX-104 127', serialNumber: 'PF2Z-8T02' },
  { assetTag: null, serialNumber: 'PF2Z8S44' },
  { assetTag: 'EX-104 128', serialNumber: null },
]

describe('a code told without the server', () => {
  it.each([
    ['EX-104 127', [1]],
    ['ex-104 127', [1]],
    ['pf2z8t02', [1]],
    ['S/N: PF2Z8T02', [1]],
    ['https://omlopp.exempelby.test/d/EX-104%20128', [3]],
    ['PF2Z8S44', [0, 2]],
    ['7KQ2N13', []],
    // A code of nothing but what is left out must not mean every line without a serial.
    ['---', []],
  ])('%s means the lines %j', (code, expected) => {
    expect(recognise(code, lines)).toEqual(expected.map((index) => lines[index]))
  })
})
