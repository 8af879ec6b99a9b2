import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlaceholderSerial, normaliseMaker, normaliseSerial } from './serial.ts'

describe('normaliseSerial', () => {
  it.each([
    ['OMLSSD-0002', 'OMLSSD0002'],
    ['OMLSSD_0002', 'OMLSSD0002'],
    [' omlssd 0002 ', 'OMLSSD0002'],
    ['OML\u2011SSD\u20130002', 'OMLSSD0002'],
    ['OML\u200bSSD\ufeff0002', 'OMLSSD0002'],
    ['ＯＭＬ１２３', 'OML123'],
    ['S/N: 7QW1XY2', '7QW1XY2'],
    ['Serial No: 7QW1XY2', '7QW1XY2'],
    ['SN7QW1XY2', 'SN7QW1XY2'],
    ['/OML7420/SETEST00001/', '/OML7420/SETEST00001/'],
    ['', ''],
  ])('reads %j as %j', (text, key) => expect(normaliseSerial(text)).toBe(key))

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = normaliseSerial(text)
        expect(normaliseSerial(key)).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds the same key whatever dashes, spaces and case are put in', () => {
    const sign = fc.constantFrom('-', '_', ' ', '\u00a0', '\u2011')
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{4,20}$/), fc.array(sign), (serial, signs) => {
        const dressed = [...serial].map((c, i) => c.toLowerCase() + (signs[i] ?? '')).join('')
        expect(normaliseSerial(dressed)).toBe(serial)
      }),
    )
  })
})

describe('isPlaceholderSerial', () => {
  it.each([
    'To be filled by O.E.M.',
    'To Be Filled By O.E.M',
    'Default string',
    'System Serial Number',
    'Not Specified',
    'None',
    '0',
    '00000000',
    '123456789',
    '0123456789',
    '12345678901234567890',
    '03000200-0400-0500-0006-000700080009',
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    'XXXXXXXXXXXX',
    '????????',
    '(S/N: unknown)',
    '<filter>',
    'N/A',
    '-',
    '',
    '   ',
    'saknas',
    'Okänt',
  ])('sees that %j names nothing', (text) => expect(isPlaceholderSerial(text)).toBe(true))

  it.each([
    '7QW1XY2',
    'OMLHDD0001',
    'QM00017',
    'C02XG0FDH7JY',
    '30000',
    'WD-WX11A1',
    '1357',
    '12354',
  ])('takes %j for a serial number', (text) => expect(isPlaceholderSerial(text)).toBe(false))

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof isPlaceholderSerial(text)).toBe('boolean')
      }),
    )
  })

  it('sees every single character repeated as a placeholder', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9]$/),
        fc.integer({ min: 1, max: 40 }),
        (c, times) => {
          expect(isPlaceholderSerial(c.repeat(times))).toBe(true)
        },
      ),
    )
  })
})

describe('normaliseMaker', () => {
  it.each([
    ['Dell Inc.', 'dell'],
    ['DELL', 'dell'],
    ['Hewlett-Packard', 'hp'],
    ['Hewlett-Packard Company', 'hp'],
    ['HP Inc.', 'hp'],
    ['HP', 'hp'],
    ['Hewlett Packard Enterprise', 'hpe'],
    ['HPE', 'hpe'],
    ['LENOVO', 'lenovo'],
    ['Lenovo Group Limited', 'lenovo'],
    ['ASUSTeK COMPUTER INC.', 'asus'],
    ['Apple Inc.', 'apple'],
    ['Micro-Star International Co., Ltd.', 'msi'],
    ['SAMSUNG ELECTRONICS CO., LTD.', 'samsung'],
    ['Intel(R) Corporation', 'intel'],
    ['Testtillverkare AB', 'testtillverkare'],
    ['Panasonic Corporation', 'panasonic'],
    ['Eizo Nanao Corp.', 'eizo nanao'],
    ['WDC', 'western digital'],
    ['To Be Filled By O.E.M.', ''],
    ['System manufacturer', ''],
    ['  ', ''],
  ])('reads %j as %j', (text, maker) => expect(normaliseMaker(text)).toBe(maker))

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const maker = normaliseMaker(text)
        expect(normaliseMaker(maker)).toBe(maker)
      }),
      { numRuns: 2000 },
    )
  })
})
