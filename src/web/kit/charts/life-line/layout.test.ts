import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../core/dates.ts'
import { textWidth } from '../geometry.ts'
import { layLife, lineWidth } from './layout.ts'
import type { LifeLayout } from './layout.ts'
import { spansOf } from './spans.ts'
import type { LifeInput, Stay } from './spans.ts'

const stay = (
  role: Stay['role'],
  from: string,
  to: string | null,
  more: Partial<Stay> = {},
): Stay => ({
  role,
  name: 'Depå Norr',
  from,
  to,
  status: 'handedIn',
  ...more,
})
const laptop: LifeInput = {
  today: '2026-03-12',
  plannedEnd: '2028-10-06',
  stays: [
    stay('holder', '2021-08-23', '2025-08-28', { name: 'Elin Sandberg', word: 'utlämnad' }),
    stay('custodian', '2025-08-28', '2025-09-03', { word: 'inlämnad' }),
    stay('custodian', '2025-09-03', '2025-09-05', { name: 'Transport' }),
    stay('custodian', '2025-09-05', '2025-09-22', { name: 'Omtag AB', word: 'mottagen' }),
    stay('custodian', '2025-09-22', '2025-10-06', { name: 'Pool', word: 'i pool' }),
    stay('holder', '2025-10-06', null, { name: 'Jonas Ek', word: 'utlämnad' }),
  ],
  marks: [{ on: '2025-09-08', word: 'raderad' }],
}

describe('the life line', () => {
  it('parts lives from the time between them, and counts its days', () => {
    expect(spansOf(laptop).map(({ kind, number, days }) => [kind, number, days])).toEqual([
      ['life', 1, 1466],
      ['between', 1, 39],
      ['life', 2, 157],
    ])
  })

  it('draws lives to one scale, the plan behind today, and a lens for the days between', () => {
    const layout = layLife(laptop, 'sv')
    const whole = 2601
    expect(layout.bars[0]!.width).toBeCloseTo((1466 / whole) * lineWidth, 1)
    expect(layout.plan?.x).toBe(layout.todayX)
    expect(layout.plan!.x + layout.plan!.width).toBeCloseTo(lineWidth, 0)
    expect(layout.lens?.bars.map(({ stay: { name } }) => name)).toEqual([
      'Depå Norr',
      'Transport',
      'Omtag AB',
      'Pool',
    ])
    expect(layout.headings[0]?.text).toBe('Första livet, 48 månader')
    expect(layout.lens?.marks.map(({ text }) => text)).toContain('8 sep raderad')
  })

  it('says nothing of plans for a device nobody holds any more', () => {
    const closed = { ...laptop, stays: laptop.stays.slice(0, 1) }
    expect(layLife(closed, 'sv').plan).toBeNull()
  })

  it('lets a stay last until the next begins, since custody has no gaps', () => {
    const stays = [
      stay('holder', '2024-01-01', '2024-02-01'),
      stay('custodian', '2024-03-01', null),
    ]
    expect(spansOf({ stays, today: '2024-03-11' }).map(({ days }) => days)).toEqual([60, 10])
  })

  const lengths = fc.array(fc.tuple(fc.boolean(), fc.nat(200)), { minLength: 1, maxLength: 30 })
  it('keeps every bar visible and inside, from one day to twelve years and one to thirty stays', () => {
    fc.assert(
      fc.property(lengths, fc.nat(1500), fc.constantFrom('sv', 'en'), (parts, more, language) => {
        let from = '2014-05-20'
        const stays = parts.map(([holder, days], index): Stay => {
          const start = from
          from = addDays(from, days)
          const to = index === parts.length - 1 ? null : from
          return stay(holder ? 'holder' : 'custodian', start, to, {
            word: 'mottagen',
            name: 'Elin',
          })
        })
        const input = { stays, today: from, plannedEnd: addDays(from, more) }
        const layout = layLife(input, language)
        inside(layout)
        apart(layout)
      }),
      { numRuns: 300 },
    )
  })

  function inside(layout: LifeLayout): void {
    let edge = -1
    for (const { x, width } of layout.bars) {
      expect(width).toBeGreaterThanOrEqual(1.9)
      expect(x).toBeGreaterThanOrEqual(edge - 0.2)
      expect(x + width).toBeLessThanOrEqual(lineWidth + 0.2)
      edge = x + width
    }
    for (const { x, width } of layout.lens?.bars ?? []) {
      expect(width).toBeGreaterThan(1)
      expect(x + width).toBeLessThanOrEqual(lineWidth + 0.5)
    }
    expect(JSON.stringify(layout)).not.toMatch(/NaN|null,null/)
  }

  /** No two texts on one line of the picture run into each other. */
  function apart(layout: LifeLayout): void {
    for (const row of [0, 1]) {
      const boxes = (layout.lens?.marks ?? [])
        .filter((mark) => mark.row === row)
        .map(({ x, text, anchor }) => {
          const width = textWidth(text, 13)
          return anchor === 'start' ? [x, x + width] : [x - width, x]
        })
        .sort((a, b) => a[0]! - b[0]!)
      boxes.slice(1).forEach((box, index) => expect(box[0]!).toBeGreaterThan(boxes[index]![1]!))
    }
  }
})
