import { describe, expect, it } from 'vitest'
import {
  checkParts,
  decideCodingString,
  plainParts,
  writtenCoding,
  type CodingPart,
  type CodingValue,
} from './coding.ts'

const project: CodingPart = {
  ...{ key: 'projekt', name: 'Projekt', source: 'list', compulsory: false },
  ...{ digitsOnly: true, leastLength: 4, mostLength: 6, sieDimension: 6, defaultCode: null },
}
const parts = [...plainParts, project]
const values: Record<string, CodingValue> = {
  'ansvar 4711': { code: '4711', validFromOn: null, validUntilOn: null },
  'ansvar 4712': { code: '4712', validFromOn: null, validUntilOn: '2026-06-30' },
  'projekt 90100': { code: '90100', validFromOn: '2026-01-01', validUntilOn: '2026-12-31' },
}
const decide = (coding: Record<string, string>, on = '2026-07-01') =>
  decideCodingString(coding, parts, (part, code) => values[`${part} ${code}`], on)

describe('a coding string', () => {
  it('is valid with every compulsory part known on the day', () => {
    expect(decide({ ansvar: '4711', konto: '6460' })).toMatchObject({ ok: true })
    expect(decide({ projekt: '90100', konto: ' 6460 ', ansvar: '4711' })).toEqual({
      ok: true,
      value: { ansvar: '4711', konto: '6460', projekt: '90100' },
    })
    expect(decide({ ansvar: '4712', konto: '6460' }, '2026-06-30').ok).toBe(true)
    expect(decide({ ansvar: '4711', konto: '6460', projekt: '90100' }, '2026-12-31').ok).toBe(true)
  })

  it.each([
    ['coding-missing', 'ansvar', { konto: '6460' }],
    ['coding-missing', 'konto', { ansvar: '4711', konto: '  ' }],
    ['coding-malformed', 'konto', { ansvar: '4711', konto: '64-60' }],
    ['coding-malformed', 'konto', { ansvar: '4711', konto: '12' }],
    ['coding-unknown', 'ansvar', { ansvar: '9999', konto: '6460' }],
    ['coding-expired', 'ansvar', { ansvar: '4712', konto: '6460' }],
    ['coding-part-unknown', 'motpart', { ansvar: '4711', konto: '6460', motpart: '81' }],
  ])('is refused as %s, which names %s', (code, part, coding) => {
    expect(decide(coding)).toMatchObject({ ok: false, code, details: { part } })
  })

  it('says since when a part has expired, and from when another is valid', () => {
    const coding = { ansvar: '4711', konto: '6460', projekt: '90100' }
    expect(decide(coding, '2027-01-01')).toMatchObject({
      code: 'coding-expired',
      details: { part: 'projekt', name: 'Projekt', value: '90100', until: '2026-12-31' },
    })
    expect(decide(coding, '2025-12-31')).toMatchObject({
      code: 'coding-not-yet',
      details: { part: 'projekt', from: '2026-01-01' },
    })
  })

  it('is written part by part, with an empty place for what is left out', () => {
    expect(writtenCoding({ projekt: '90100', ansvar: '4711' }, parts, '-')).toBe('4711--90100')
    expect(writtenCoding({ ansvar: '4711', konto: '6460' }, parts, '-')).toBe('4711-6460')
  })
})

describe('the parts', () => {
  it.each([
    ['coding-part-repeated', [project, project]],
    ['coding-part-lengths', [{ ...project, leastLength: 7 }]],
    ['coding-dimension-taken', [{ ...project, sieDimension: 12 }]],
    ['coding-dimension-taken', [...plainParts, { ...project, sieDimension: 1 }]],
    ['coding-malformed', [{ ...project, defaultCode: 'abc' }]],
  ])('are refused as %s', (code, wrong) => {
    expect(checkParts(wrong)).toMatchObject({ code })
    expect(checkParts(parts)).toBeNull()
  })
})
