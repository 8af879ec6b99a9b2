import { describe, expect, it } from 'vitest'
import { deviceCategories } from './rules/factors/2026-11.ts'
import { displacements } from './rules/parameters.ts'
import type { FigureRefusal } from './rules/device-impact.ts'
import type { InputRefusal } from './rules/reader.ts'
import * as texts from './texts.ts'

const spoken = (text: unknown): string =>
  typeof text === 'function' ? String(text('1', '2', '3')) : String(text)
const all = Object.values(texts).flatMap((table) =>
  Object.entries(table as Record<string, { sv: unknown; en: unknown }>),
)

describe('the texts of climate', () => {
  it('name every kind and every displacement', () => {
    expect(Object.keys(texts.categoryTexts).sort()).toEqual([...deviceCategories].sort())
    expect(Object.keys(texts.displacementTexts).sort()).toEqual([...displacements].sort())
  })

  it('word every refusal of the figures and of the reader', () => {
    // The compiler is the judge: a code without a text does not pass.
    const worded: Record<FigureRefusal | InputRefusal, unknown> = texts.climateRefusalTexts
    expect(Object.keys(worded).length).toBeGreaterThanOrEqual(13)
  })

  it('say avoided, never reduced, saved or climate positive, and never cheer', () => {
    expect(all.length).toBeGreaterThan(60)
    for (const [name, { sv, en }] of all) {
      expect(spoken(sv), name).not.toMatch(/minska|sparade|klimatpositiv|neutral|!/i)
      expect(spoken(en), name).not.toMatch(/reduc|saved|climate positive|neutral|!/i)
    }
    expect(texts.climateTexts.claim.sv('130', 'ton', '45–210')).toBe(
      'Undvek omkring 130 ton CO₂e, spann 45–210',
    )
  })
})
