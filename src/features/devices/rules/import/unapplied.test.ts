import { describe, expect, it } from 'vitest'
import { unapplied, type Present } from './unapplied.ts'

const inUse: Present = {
  status: 'inUse',
  holderName: 'Anna Ek',
  holderEmail: 'anna@exempelby.test',
  holderUsername: 'anna01',
  costCentre: '4711',
  unitName: 'Skolan',
  placeName: null,
}
const told = (...given: Parameters<typeof unapplied>) =>
  unapplied(...given).map(({ field, from, to, applied }) => {
    expect(applied).toBe(false)
    return `${field}: ${String(from)} / ${String(to)}`
  })

describe('what an import leaves as it is', () => {
  it.each([
    ['the same address, in other letters', { holderEmail: 'Anna@Exempelby.test' }],
    [
      'an address that nobody knows, with the known user name',
      { holderEmail: 'x@y.test', holderUsername: 'ANNA01' },
    ],
    ['the name alone', { holderName: 'anna ek' }],
    ['an empty cell', { holderName: null, status: null, unitName: null }],
    ['handed out, of what is in use', { status: 'handedOut' }],
    ['a unit by the same name', { unitName: 'SKOLAN' }],
    ['a place, of what stands in no depot', { placeName: 'Hyllan' }],
  ])('is nothing for %s', (_, values) => expect(told(values, inUse)).toEqual([]))

  it('is the holder, the status, the unit and the depot where they differ', () => {
    const values = { holderName: 'Bo Alm', status: 'stolen', unitName: 'Omsorgen' }
    expect(told(values, inUse)).toEqual([
      'holderName: Anna Ek / Bo Alm',
      'status: inUse / stolen',
      'unitName: Skolan / Omsorgen',
    ])
    const stored = { ...inUse, status: 'inStock', holderName: null, holderEmail: null } as const
    expect(
      told({ placeName: 'Vinden' }, { ...stored, holderUsername: null, placeName: 'Källaren' }),
    ).toEqual(['placeName: Källaren / Vinden'])
  })

  it('is a holder that the file names and the register has not', () =>
    expect(
      told(
        { holderEmail: 'bo@exempelby.test' },
        { ...inUse, holderName: null, holderEmail: null, holderUsername: null },
      ),
    ).toEqual(['holderEmail: null / bo@exempelby.test']))
})
