import { expect, test } from 'vitest'
import { changesOf, givenFacts, isChanged, noFacts } from './facts.ts'

const before = { ...noFacts, assetTag: 'EX-1', endsOn: '2028-01-01', priceOre: 1149000 }

test('only what differs is sent, and an emptied field clears', () => {
  expect(changesOf(before, { ...before, assetTag: ' EX-2 ', endsOn: null })).toEqual({
    assetTag: 'EX-2',
    endsOn: null,
  })
})
test('spaces around a word are no change', () => {
  expect(isChanged(before, { ...before, assetTag: 'EX-1 ' })).toBe(false)
})
test('a new device tells what is known and nothing else', () => {
  expect(givenFacts(before)).toEqual({ assetTag: 'EX-1', endsOn: '2028-01-01', priceOre: 1149000 })
})
