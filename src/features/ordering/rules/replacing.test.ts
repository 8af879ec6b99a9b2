import { describe, expect, it } from 'vitest'
import { codesOf, commonUnit, isClean, roundOf, rowsOf } from './replacing.ts'

const device = (id: string, holder: string | null, unit: string | null) => ({
  id,
  holder: holder === null ? null : { id: holder },
  unit: unit === null ? null : { id: unit },
})

describe('a pasted list', () => {
  it('is one code a line, a cell or between commas, each once', () => {
    expect(codesOf(' EX-1 \r\nEX-2\tEX-3,EX-4; EX-2\n\n')).toEqual(['EX-1', 'EX-2', 'EX-3', 'EX-4'])
    expect(codesOf('EX-103 390\n')).toEqual(['EX-103 390'])
    expect(codesOf(' \n')).toEqual([])
  })

  it('says in which rows each stands, empty ones counted', () => {
    const rows = rowsOf('EX-1\r\n\r\nEX-2\tEX-3\rEX-1\n \nEX-4; EX-1')
    expect([...rows]).toEqual([
      ['EX-1', [1, 4, 6]],
      ['EX-2', [3]],
      ['EX-3', [3]],
      ['EX-4', [6]],
    ])
  })

  it('becomes a need for whoever holds each, a device that is named twice once', () => {
    const round = roundOf([
      { code: 'EX-1', devices: [device('d1', 'p1', 'u1')] },
      { code: 'SER1', devices: [device('d1', 'p1', 'u1')] },
      { code: 'EX-2', devices: [device('d2', null, 'u1')] },
    ])
    expect(round.replaced).toEqual([
      { replacesId: 'd1', holderId: 'p1', unitId: 'u1' },
      { replacesId: 'd2', holderId: null, unitId: 'u1' },
    ])
    expect(isClean(round)).toBe(true)
    expect(commonUnit(round)).toBe('u1')
  })

  it('names what nobody has, what several have and what nobody holds', () => {
    const round = roundOf([
      { code: 'NO', devices: [] },
      { code: '42', devices: [device('d1', 'p1', null), device('d2', 'p2', null)] },
      { code: 'POOL', devices: [device('d3', null, null)] },
      { code: 'EX-9', devices: [device('d9', 'p9', 'u2')] },
      { code: 'EX-8', devices: [device('d8', 'p8', 'u1')] },
    ])
    expect(round).toMatchObject({ unknown: ['NO'], several: ['42'], unheld: ['POOL'] })
    expect(round.replaced).toHaveLength(2)
    expect(isClean(round)).toBe(false)
    expect(commonUnit(round)).toBeNull()
  })
})
