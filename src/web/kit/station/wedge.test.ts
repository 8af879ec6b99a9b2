import { describe, expect, it } from 'vitest'
import { cleaned, createWedge } from './wedge.ts'

function type(text: string, everyMs: number): { ends: boolean; code: string } {
  const wedge = createWedge()
  let ends = false
  ;[...text].forEach((_, index) => {
    ends = wedge.typed(text.slice(0, index + 1), 1000 + index * everyMs)
  })
  return { ends, code: wedge.end() }
}

describe('the keyboard wedge', () => {
  it('lets a pause end what a scanner typed', () => {
    expect(type('PF2Z8S44', 8)).toEqual({ ends: true, code: 'PF2Z8S44' })
  })

  it('never ends what a person types, nor three quick keys', () => {
    expect(type('PF2Z8S44', 90).ends).toBe(false)
    expect(type('PF2', 8).ends).toBe(false)
  })

  it('forgives one key that a busy machine held up', () => {
    const wedge = createWedge()
    let ends = false
    ;[...'PF2Z8S44'].forEach((_, index) => {
      ends = wedge.typed('PF2Z8S44'.slice(0, index + 1), 1000 + index * 10 + (index > 3 ? 70 : 0))
    })
    expect(ends).toBe(true)
  })

  it('does not take a pasted number for a scan', () => {
    const wedge = createWedge()
    expect(wedge.typed('PF2Z8S44', 1000)).toBe(false)
  })

  it('begins anew after each scan, also after a slow one', () => {
    const wedge = createWedge()
    wedge.typed('A', 0)
    wedge.typed('AB', 400)
    expect(wedge.end()).toBe('AB')
    let ends = false
    ;[...'5CG1234X'].forEach((_, index) => {
      ends = wedge.typed('5CG1234X'.slice(0, index + 1), 1000 + index * 5)
    })
    expect(ends).toBe(true)
  })

  it('drops control characters and spaces around the code', () => {
    expect(cleaned(' \u001dS1PF2Z8S44\u0004\r')).toBe('S1PF2Z8S44')
  })
})
