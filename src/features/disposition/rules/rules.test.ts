import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustodyAccount } from '../../custody/rules.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { dataStates, deviceStatuses, grades } from '../../devices/rules/status.ts'
import { decideOutcome, type Choice, type DecidedDevice } from './decide.ts'
import { becomesWaste, isLower, leavesToUser, outcomeSteps } from './hierarchy.ts'
import { ageYearsOf, proposeOutcome, type ProposalFacts } from './propose.ts'

const owner = 'owner'
const partner = 'partner'
const now = new Date('2026-03-12T09:00:00Z')
const at = (organisationId: string): CustodyAccount => ({
  kind: 'depot',
  organisationId,
  placeId: null,
})
const device: DecidedDevice = {
  id: 'device',
  kind: 'laptop',
  status: 'graded',
  dataState: 'erased',
  grade: 'B',
  life: 1,
  ownerId: owner,
  partnerId: null,
  account: at(owner),
  reservation: null,
}
const atPartner: DecidedDevice = { ...device, partnerId: partner, account: at(partner) }
const young = { ageYears: 3, keptByOwner: false }

describe('the proposal', () => {
  it.each<[string, Partial<ProposalFacts>, string, string]>([
    ['young and whole', {}, 'internalReuse', 'youngEnoughInside'],
    ['of unknown age', { ageYears: null }, 'internalReuse', 'ageUnknown'],
    ['at the limit inside', { ageYears: 5 }, 'internalReuse', 'youngEnoughInside'],
    ['past it', { ageYears: 6 }, 'resale', 'tooOldInside'],
    ['a phone past it', { kind: 'smartphone', ageYears: 5 }, 'resale', 'tooOldInside'],
    [
      'a monitor of the same age',
      { kind: 'monitor', ageYears: 6 },
      'internalReuse',
      'gradeAllowsReuse',
    ],
    ['worn', { grade: 'D' }, 'resale', 'gradeTooLowInside'],
    ['worn and worth something', { grade: 'D', valueOre: 20_000 }, 'resale', 'sellable'],
    ['worn and worth little', { grade: 'D', valueOre: 19_999 }, 'donation', 'valueBelowHandling'],
    ['old and whole', { ageYears: 10 }, 'donation', 'stillUseful'],
    ['old and worn', { ageYears: 10, grade: 'D' }, 'parts', 'partsWorthTaking'],
    ['broken', { grade: 'E' }, 'parts', 'gradeE'],
    ['a broken monitor', { grade: 'E', kind: 'monitor' }, 'recycling', 'noPartsWorthTaking'],
  ])('of a laptop %s', (_what, facts, step, reason) => {
    const proposal = proposeOutcome({ kind: 'laptop', grade: 'B', ageYears: 3, ...facts })
    expect(proposal.step).toBe(step)
    expect(proposal.reasons.map(({ code }) => code)).toContain(reason)
  })

  it('is never higher for a poorer grade or a greater age, and always has a reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...deviceKinds),
        fc.nat({ max: 20 }),
        fc.nat({ max: 4 }),
        fc.option(fc.nat({ max: 100_000 })),
        (kind, ageYears, index, valueOre) => {
          const of = (grade: number, age: number) =>
            proposeOutcome({ kind, grade: grades[Math.min(4, grade)]!, ageYears: age, valueOre })
          const proposal = of(index, ageYears)
          expect(proposal.reasons.length).toBeGreaterThan(0)
          expect(isLower(proposal.step, of(index + 1, ageYears).step)).toBe(false)
          expect(isLower(proposal.step, of(index, ageYears + 1).step)).toBe(false)
        },
      ),
    )
  })

  it.each([
    ['2023-03-12', 3],
    ['2023-03-13', 2],
    ['2026-05-01', 0],
    [null, null],
  ])('counts whole years since %s', (purchasedOn, years) =>
    expect(ageYearsOf(purchasedOn, '2026-03-12')).toBe(years),
  )
})

describe('a decision', () => {
  it.each<[string, DecidedDevice, string, Choice, string]>([
    [
      'of a device in use',
      { ...device, status: 'inUse' },
      owner,
      { step: 'resale' },
      'status-forbids',
    ],
    [
      'of a sold device',
      { ...device, status: 'sold' },
      owner,
      { step: 'resale' },
      'status-forbids',
    ],
    [
      'without a grade',
      { ...device, status: 'pool', grade: null },
      owner,
      { step: 'resale' },
      'not-graded',
    ],
    ['by a stranger', device, 'stranger', { step: 'resale' }, 'not-appointed'],
    [
      'of internal reuse by the partner',
      atPartner,
      partner,
      { step: 'internalReuse' },
      'owner-decides',
    ],
    [
      'of internal reuse in the pool',
      { ...device, status: 'pool' },
      owner,
      { step: 'internalReuse' },
      'status-forbids',
    ],
    [
      'of a sale by the owner at the partner',
      atPartner,
      owner,
      { step: 'resale', reason: 'noNeedInside' },
      'not-custodian',
    ],
    [
      'of a donation without receipt',
      device,
      owner,
      { step: 'donation', reason: 'noBuyer' },
      'receipt-missing',
    ],
    [
      'of a lower step without a reason',
      device,
      owner,
      { step: 'resale' },
      'lower-step-needs-reason',
    ],
    [
      'for another reason without words',
      device,
      owner,
      { step: 'resale', reason: 'other', words: ' ' },
      'words-missing',
    ],
  ])('%s is refused', (_what, which, by, choice, code) => {
    expect(decideOutcome(which, young, by, choice, now)).toMatchObject({ ok: false, code })
  })

  it('of the owner to keep a device binds the partner, and is made once', () => {
    const kept = { ...young, keptByOwner: true }
    const sale: Choice = { step: 'resale', reason: 'noNeedInside' }
    expect(decideOutcome(atPartner, kept, partner, sale, now)).toMatchObject({
      code: 'owner-decides',
    })
    expect(decideOutcome(atPartner, kept, owner, { step: 'internalReuse' }, now)).toMatchObject({
      code: 'already-decided',
    })
  })

  it.each<[string, DecidedDevice, string, Choice, object]>([
    [
      'internal reuse at home',
      device,
      owner,
      { step: 'internalReuse' },
      { set: { status: 'pool' }, secondLife: false },
    ],
    [
      'internal reuse at the partner',
      atPartner,
      owner,
      { step: 'internalReuse' },
      { secondLife: false },
    ],
    [
      'a sale',
      atPartner,
      partner,
      { step: 'resale', reason: 'ownerPolicy' },
      { set: { status: 'sold', life: 2 }, taker: { kind: 'outside' }, secondLife: true },
    ],
    [
      'a donation',
      device,
      owner,
      { step: 'donation', reason: 'noBuyer', receiptNumber: 'K-1' },
      { set: { status: 'donated', life: 2 }, taker: { kind: 'outside' }, secondLife: true },
    ],
    [
      'parts',
      device,
      owner,
      { step: 'parts', reason: 'unsafe' },
      { set: { status: 'parts' }, secondLife: false, wasteDueOn: null },
    ],
    [
      'recycling on a Thursday',
      device,
      owner,
      { step: 'recycling', reason: 'unsafe' },
      { set: { status: 'recycled' }, wasteDueOn: '2026-03-16', hazardous: true },
    ],
  ])('of %s has its effect', (_what, which, by, choice, effect) => {
    expect(decideOutcome(which, young, by, choice, now)).toMatchObject({ ok: true, value: effect })
  })

  it('lets nothing go while data may be on it (law 2), and counts a life only for a next user (law 5)', () => {
    const devices = fc.record({
      id: fc.constant('device'),
      kind: fc.constantFrom(...deviceKinds),
      status: fc.constantFrom(...deviceStatuses),
      dataState: fc.constantFrom(...dataStates),
      grade: fc.option(fc.constantFrom(...grades)),
      life: fc.integer({ min: 1, max: 4 }),
      ownerId: fc.constant(owner),
      partnerId: fc.option(fc.constant(partner)),
      reservation: fc.constantFrom(
        ...[null, null, null, { forId: 'need', until: null, promised: false }],
        {
          forId: 'promise',
          until: new Date(now.getTime() + 1000),
          promised: true,
        },
      ),
      account: fc.constantFrom(at(owner), at(partner)),
    })
    const choices = fc.record({
      step: fc.constantFrom(...outcomeSteps),
      reason: fc.option(fc.constant('unsafe' as const)),
      receiptNumber: fc.option(fc.constant('K-1')),
    })
    let decided = 0
    fc.assert(
      fc.property(devices, choices, fc.constantFrom(owner, partner), (which, choice, by) => {
        const result = decideOutcome(which, young, by, choice, now)
        if (!result.ok) return
        decided += 1
        expect(which.dataState).not.toBe('holdsData')
        expect(which.reservation?.forId).not.toBe('need')
        if (which.reservation) expect(choice.step).toBe('internalReuse')
        expect(result.value.secondLife).toBe(leavesToUser(choice.step))
        expect(result.value.set?.life !== undefined).toBe(leavesToUser(choice.step))
        expect(result.value.wasteDueOn !== null).toBe(becomesWaste(choice.step))
      }),
      { numRuns: 5000 },
    )
    expect(decided).toBeGreaterThan(50)
  })
})
