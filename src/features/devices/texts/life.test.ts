import { describe, expect, test } from 'vitest'
import { entryWords, wordedKinds } from './life.ts'

const nothing = { taker: null, content: {} }

describe('what a journal entry says', () => {
  test('every worded kind says something in both languages, whatever its content', () => {
    for (const kind of wordedKinds) {
      const { title } = entryWords(kind, nothing)
      expect(title.sv, kind).toMatch(/\S/)
      expect(title.en, kind).toMatch(/\S/)
    }
  })
  test('a hand-out names the taker', () => {
    const { title } = entryWords('custody.handedOut', { taker: 'Jonas Ek', content: {} })
    expect(title).toEqual({ sv: 'Utlämnad till Jonas Ek', en: 'Handed out to Jonas Ek' })
  })
  test('a hand-in says the condition and the lock', () => {
    const content = { condition: 'worn', lockRemoved: false }
    expect(entryWords('custody.handedIn', { taker: null, content }).detail?.sv).toBe(
      'Skick enligt innehavaren: sliten. Aktiveringslåset är kvar.',
    )
  })
  test('a change names what changed, not to what', () => {
    const content = { facts: { endsOn: '2028-01-01' }, words: ['note'] }
    expect(entryWords('devices.changed', { taker: null, content }).detail?.en).toBe(
      'New: end date, note.',
    )
  })
  test('a grading says its grade', () => {
    const content = { rule: 'omlopp-grade/1', set: { grade: 'B' } }
    expect(entryWords('grading.graded', { taker: null, content }).title.sv).toBe('Graderad B')
  })
  test.each(['somebody.didSomething', 'toString', '__proto__'])(
    'an unknown kind, %s, is said kindly and by its name',
    (kind) => {
      expect(entryWords(kind, nothing).detail?.sv).toBe(kind)
    },
  )
})
