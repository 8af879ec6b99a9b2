// A picture or its table as a file, made in the browser.

import type { Language } from '../../../core/text.ts'

export type Cell = string | number
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * CSV as spreadsheets here open it: semicolon and decimal comma in Swedish, a byte order mark so
 * that Excel reads UTF-8, and text that looks like a formula made harmless (OWASP, CSV injection).
 */
export function csv(table: Table, language: Language): string {
  const separator = language === 'sv' ? ';' : ','
  const cell = (value: Cell): string => {
    if (typeof value === 'number') {
      return language === 'sv' ? String(value).replace('.', ',') : String(value)
    }
    const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value
    return /["\n\r;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = [table.columns, ...table.rows].map((row) => row.map(cell).join(separator))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Firefox reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const copied = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
] as const

/** The picture as it looks now, with every colour and size written into it. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const view = svg.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(view.width))
  copy.setAttribute('height', String(view.height))
  const shown = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const plain = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  const colours = colourReader()
  plain.forEach((element, index) => {
    const look = getComputedStyle(shown[index]!)
    for (const name of copied) {
      const value = look.getPropertyValue(name)
      element.style.setProperty(name, /^(fill|stroke)$/.test(name) ? colours(value) : value)
    }
    element.removeAttribute('class')
  })
  for (const screenOnly of copy.querySelectorAll('[data-screen-only]')) screenOnly.remove()
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({
    x: view.x,
    y: view.y,
    width: view.width,
    height: view.height,
    fill: colours(getComputedStyle(document.documentElement).backgroundColor),
  })) {
    paper.setAttribute(name, String(value))
  }
  copy.prepend(paper)
  return new XMLSerializer().serializeToString(copy)
}

/** Other programs know rgb, not oklch or color-mix: a canvas knows both. */
function colourReader(): (value: string) => string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (value) => {
    if (!context || value === 'none' || value === '' || value.startsWith('rgb(')) return value
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = value
    context.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data
    return alpha === 0 ? 'none' : `rgb(${red},${green},${blue})`
  }
}
