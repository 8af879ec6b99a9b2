import { describe, expect, it } from 'vitest'
import { reasonCodes } from './rules/reasons.ts'
import { reasonTexts } from './texts.ts'

describe('the reasons in words', () => {
  it('are the closed list, in both languages', () => {
    expect(Object.keys(reasonTexts)).toEqual([...reasonCodes])
  })

  it.each(reasonCodes)('%s says what it means and what to do, calmly', (code) => {
    for (const text of Object.values(reasonTexts[code])) {
      expect(text.length).toBeLessThan(220)
      expect(text).toMatch(/^\p{Lu}.*\.$/u)
      expect(text.split(/[.:?] /).length).toBeGreaterThan(1)
      expect(text).not.toContain('!')
    }
    expect(reasonTexts[code].sv).not.toBe(reasonTexts[code].en)
  })
})
