import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceStatuses, grades, type Grade } from '../../devices/rules/status.ts'
import { atLeast, decidePublish, isSoldGrade, type StockDevice } from './listing.ts'
import { checkDays, isValidOn, priceKeyOf, repeatedRow } from './price-list.ts'
import {
  allowsAct,
  decideAct,
  purchaseStates,
  reservedUntil,
  stateAt,
  stateOfLines,
  sumOf,
} from './purchase.ts'
import { osFamilyOf } from '../../devices/rules/os-family.ts'
import { monthOreOf } from './stock.ts'
import {
  caseStates,
  decideCaseAct,
  decideClaim,
  decideReplacement,
  returnByOn,
} from './warranty.ts'

const now = new Date('2026-03-12T09:00:00Z')
const partner = '0195a000-0000-7000-8000-00000000000a'
const owner = '0195a000-0000-7000-8000-00000000000b'

const device = (facts: Partial<StockDevice> = {}): StockDevice => ({
  id: '0195a000-0000-7000-8000-0000000000d1',
  status: 'graded',
  dataState: 'erased',
  ownerId: owner,
  partnerId: partner,
  grade: 'B',
  reservation: null,
  account: { kind: 'depot', organisationId: partner, placeId: null },
  ...facts,
})
const known = {
  audience: 'customers' as const,
  keptByOwner: false,
  calculated: true,
  priceOre: 250_000,
}
const code = (facts: Partial<StockDevice>, more: Partial<typeof known> | object = {}) => {
  const decision = decidePublish(device(facts), { ...known, ...more }, partner, now)
  return decision.ok ? null : decision.code
}

describe('putting a device up for sale', () => {
  it('is done by who has it and may sell it', () => {
    expect(decidePublish(device(), known, partner, now)).toEqual({
      ok: true,
      value: { grade: 'B', priceOre: 250_000 },
    })
    expect(code({ account: { kind: 'depot', organisationId: owner, placeId: null } })).toBe(
      'not-custodian',
    )
    expect(code({ partnerId: null })).toBe('not-appointed')
    expect(code({}, { keptByOwner: true })).toBe('owner-decides')
    expect(code({ ownerId: partner, partnerId: null }, { keptByOwner: true })).toBeNull()
  })

  it('is of what is graded, free, proven empty, calculated and priced', () => {
    for (const status of deviceStatuses)
      expect(code({ status }) === null, status).toBe(status === 'graded' || status === 'pool')
    expect(code({ reservation: { forId: owner, until: null, promised: false } })).toBe(
      'device-reserved',
    )
    expect(code({ reservation: { forId: owner, until: now, promised: false } })).toBeNull()
    expect(code({ dataState: 'holdsData' })).toBe('data-unproven')
    for (const grade of grades)
      expect(code({ grade }) === null, grade).toBe(['A', 'B', 'C'].includes(grade))
    expect(code({ grade: null })).toBe('grade-not-sold')
    expect(code({}, { calculated: false })).toBe('calculation-missing')
    expect(code({}, { priceOre: null })).toBe('price-missing')
  })

  it('compares grades as people do', () => {
    expect(grades.filter((grade) => atLeast(grade, 'B'))).toEqual(['A', 'B'])
    expect([...grades, null].filter((grade: Grade | null) => isSoldGrade(grade))).toEqual([
      'A',
      'B',
      'C',
    ])
  })
})

describe('a price list', () => {
  it('is refused without a first and a last valid day', () => {
    const of = (validFromOn: string | null, validUntilOn: string | null) => {
      const result = checkDays({ validFromOn, validUntilOn })
      return result.ok ? null : result.code
    }
    expect(of('2026-01-01', '2026-03-31')).toBeNull()
    expect(of('2026-01-01', '2026-01-01')).toBeNull()
    expect(of(null, '2026-03-31')).toBe('price-list-without-days')
    expect(of('2026-01-01', null)).toBe('price-list-without-days')
    expect(of('2026-02-31', '2026-03-31')).toBe('day-not-valid')
    expect(of('2026-01-01', '2026-13-01')).toBe('day-not-valid')
    expect(of('2026-04-01', '2026-03-31')).toBe('price-ends-first')
  })

  it('holds from its first day to its last', () => {
    const list = { validFromOn: '2026-01-01', validUntilOn: '2026-03-31' }
    const days = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01']
    expect(days.map((day) => isValidOn(list, day))).toEqual([false, true, true, false])
  })

  it('knows a model however it is written, and finds a row said twice', () => {
    const row = { maker: 'Lenovo', model: 'ThinkPad  T14 G2', grade: 'B' } as const
    const same = { maker: 'LENOVO AB', model: 'thinkpad t14 g2 ', grade: 'B' } as const
    expect(priceKeyOf(row)).toBe(priceKeyOf(same))
    expect(repeatedRow([row, { ...row, grade: 'A' }])).toBeNull()
    expect(repeatedRow([row, { ...row, grade: 'A' }, same])).toBe(2)
  })
})

describe('a purchase', () => {
  it('allows each act in its state and to its side alone', () => {
    const acts = ['confirm', 'cancel', 'send', 'accept', 'takeBack'] as const
    const may = (side: 'seller' | 'buyer') =>
      purchaseStates.map((state) => acts.filter((act) => allowsAct(state, side, act)).join(' '))
    expect(may('buyer')).toEqual(['confirm cancel', 'cancel', 'accept', '', '', ''])
    expect(may('seller')).toEqual(['cancel', 'cancel send', 'takeBack', '', '', ''])
    expect(decideAct('reserved', 'seller', 'confirm')?.code).toBe('purchase-not-yours')
    expect(decideAct('sent', 'buyer', 'cancel')?.code).toBe('purchase-state-forbids')
    expect(decideAct('expired', 'buyer', 'confirm')?.code).toBe('reservation-expired')
  })

  it('runs out by the clock, to the second', () => {
    const until = reservedUntil(now)
    expect(until.toISOString()).toBe('2026-03-13T09:00:00.000Z')
    const purchase = { state: 'reserved', reservedUntil: until } as const
    expect(stateAt(purchase, new Date(until.getTime() - 1))).toBe('reserved')
    expect(stateAt(purchase, until)).toBe('expired')
    expect(stateAt({ ...purchase, state: 'confirmed' }, until)).toBe('confirmed')
  })

  it('stands where its lines stand', () => {
    expect(stateOfLines(['sent', 'received'])).toBe('sent')
    expect(stateOfLines(['cancelled', 'received'])).toBe('received')
    expect(stateOfLines(['cancelled', 'cancelled'])).toBe('cancelled')
  })

  it('rounds VAT once, and shows none of what is inside a margin price', () => {
    const standard = { priceOre: 333, vat: 'standard' } as const
    expect(sumOf([standard])).toEqual({ netOre: 333, vatOre: 83, totalOre: 416 })
    expect(sumOf([standard, standard])).toEqual({ netOre: 666, vatOre: 167, totalOre: 833 })
    expect(sumOf([{ priceOre: 333, vat: 'margin' }]).vatOre).toBe(0)
    expect(sumOf([{ ...standard, state: 'cancelled' }]).totalOre).toBe(0)
  })

  it('adds up for any prices, in any order', () => {
    const line = fc.record({
      priceOre: fc.integer({ min: 0, max: 5_000_000 }),
      vat: fc.constantFrom('standard' as const, 'margin' as const),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const sum = sumOf(lines)
        expect(sum.netOre).toBe(lines.reduce((all, { priceOre }) => all + priceOre, 0))
        expect(sum.totalOre).toBe(sum.netOre + sum.vatOre)
        expect(sumOf(lines.toReversed())).toEqual(sum)
        expect(Object.values(sum).every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})

describe('a warranty', () => {
  it('is claimed until its last day, and names the day when it is over', () => {
    const line = { warrantyUntilOn: '2027-03-12' }
    expect(decideClaim(line, '2027-03-12')).toBeNull()
    expect(decideClaim(line, '2027-03-13')).toMatchObject({
      code: 'warranty-ended',
      details: { endedOn: '2027-03-12' },
    })
    expect(decideClaim({ warrantyUntilOn: null }, '2026-03-12')?.code).toBe('warranty-none')
  })

  it('gives another of the kind, of no lower grade', () => {
    const old = { kind: 'smartphone', grade: 'B' } as const
    expect(decideReplacement(old, { kind: 'smartphone', grade: 'A' })).toBeNull()
    expect(decideReplacement(old, old)).toBeNull()
    expect(decideReplacement(old, { kind: 'smartphone', grade: 'C' })?.code).toBe(
      'replacement-grade-lower',
    )
    expect(decideReplacement(old, { kind: 'laptop', grade: 'A' })?.code).toBe(
      'replacement-of-other-kind',
    )
    expect(returnByOn('2026-03-12')).toBe('2026-04-11')
  })

  it('is answered once, and again only when a repair failed', () => {
    const may = (act: 'answer' | 'repaired' | 'oldDeviceBack') =>
      caseStates.filter((state) => decideCaseAct(state, act) === null)
    expect(may('answer')).toEqual(['open', 'repairing'])
    expect(may('repaired')).toEqual(['repairing'])
    expect(may('oldDeviceBack')).toEqual(['replacing'])
  })
})

describe('stock for a need', () => {
  it('costs per month what covers its price over the term', () => {
    expect(monthOreOf(250_000, 36)).toBe(6_945)
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.integer({ min: 1, max: 120 }), (price, months) => {
        const month = monthOreOf(price, months)
        expect(month * months).toBeGreaterThanOrEqual(price)
        expect((month - 1) * months).toBeLessThan(price === 0 ? 1 : price)
      }),
    )
  })

  it('knows the family of an operating system by its name', () => {
    const of = {
      'Windows 11 Pro': 'windows',
      'macOS 15': 'macos',
      'Ubuntu 24.04': 'linux',
      'Debian GNU/Linux': 'linux',
      iPadOS: 'ipados',
      'iOS 18.2': 'ios',
      'Android 15': 'android',
      ChromeOS: 'chromeos',
      Annat: null,
    }
    for (const [name, family] of Object.entries(of)) expect(osFamilyOf(name), name).toBe(family)
    expect(osFamilyOf(null)).toBeNull()
  })
})
