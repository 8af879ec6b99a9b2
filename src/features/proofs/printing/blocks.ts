// The building blocks of a printed page: section, facts, columns, table, list, lines to sign.
import { colours, contentWidth, pageFrame, styles, type Sheet, type TextStyle } from './page.ts'

const { left } = pageFrame
const sideWidth = 126
export const mainLeft = left + sideWidth + 22
export const mainWidth = contentWidth - sideWidth - 22

/** Text over as many lines and pages as it needs; answers nothing, moves down. */
export function paragraph(
  sheet: Sheet,
  content: string,
  text: TextStyle,
  box: { readonly x: number; readonly width: number; readonly type?: string } = {
    x: mainLeft,
    width: mainWidth,
  },
): void {
  let lines = sheet.wrap(content, text, box.width)
  while (lines.length > 0) {
    sheet.ensure(text.leading)
    const fits = Math.max(1, Math.floor(sheet.room() / text.leading))
    const now = lines.slice(0, fits)
    lines = lines.slice(fits)
    const top = sheet.y()
    sheet.mark(box.type ?? 'P', () =>
      now.forEach((words, i) => sheet.line(words, box.x, top + i * text.leading, text)),
    )
    sheet.moveTo(top + now.length * text.leading)
  }
}

/** An ink rule, the heading in the left column, and the content in the right one. */
export function section(
  sheet: Sheet,
  heading: string,
  note: string | null,
  fill: () => void,
  level: 'H2' | 'H3' = 'H2',
  least = 84,
): void {
  sheet.ensure(least)
  const top = sheet.y()
  sheet.group('Sect', () => {
    sheet.rule(top, colours.ink, left, left + contentWidth)
    const column = { x: left, width: sideWidth }
    sheet.moveTo(top + 9)
    paragraph(sheet, heading, styles.h3, { ...column, type: level })
    if (note) {
      sheet.space(3)
      paragraph(sheet, note, styles.note, column)
    }
    const sideEnd = sheet.y()
    const page = sheet.doc.page
    sheet.moveTo(top + 8)
    fill()
    if (sheet.doc.page === page) sheet.moveTo(Math.max(sheet.y(), sideEnd))
  })
  sheet.space(13)
}

export interface Fact {
  readonly label: string
  readonly value: string
  readonly text?: TextStyle
  /** The first line set in semibold: a name over its particulars. */
  readonly leadLine?: boolean
}

const factLabelWidth = 112

/** Label and value in rows parted by hairlines; a value longer than a page goes on in the next. */
export function facts(sheet: Sheet, rows: readonly Fact[]): void {
  sheet.group('Table', () =>
    rows.forEach((row, i) => {
      const text = row.text ?? styles.body
      const labels = sheet.wrap(row.label, styles.label, factLabelWidth - 10)
      let lines = sheet.wrap(row.value, text, mainWidth - factLabelWidth)
      let first = true
      const all = Math.max(labels.length, lines.length) * 13.5
      const freshPage = pageFrame.height - pageFrame.bottom - pageFrame.top - 12
      if (i > 0 && !sheet.ensure(Math.min(all, freshPage) + 6))
        sheet.rule(sheet.y(), colours.line, mainLeft, mainLeft + mainWidth, 0.5)
      do {
        const fits = Math.max(1, Math.floor((sheet.room() - 6) / text.leading))
        const now = lines.slice(0, fits)
        lines = lines.slice(fits)
        factRow(sheet, first ? labels : [], now, text, first && row.leadLine === true)
        first = false
        if (lines.length > 0) sheet.newPage()
      } while (lines.length > 0)
    }),
  )
}

function factRow(
  sheet: Sheet,
  labels: readonly string[],
  lines: readonly string[],
  text: TextStyle,
  leadLine: boolean,
): void {
  const top = sheet.y() + 3
  sheet.group('TR', () => {
    sheet.mark(
      'TH',
      () => labels.forEach((words, n) => sheet.line(words, mainLeft, top + n * 13.5, styles.label)),
      { scope: 'Row' },
    )
    sheet.mark('TD', () =>
      lines.forEach((words, n) =>
        sheet.line(
          words,
          mainLeft + factLabelWidth,
          top + n * text.leading,
          leadLine && n === 0 ? styles.strong : text,
        ),
      ),
    )
  })
  sheet.moveTo(top + Math.max(labels.length * 13.5, lines.length * text.leading) + 3)
}

export interface Facet {
  readonly head: string
  readonly lead: string
  readonly lines: readonly string[]
}

export const facet = (head: string, lines: readonly string[]): Facet => ({
  head,
  lead: lines[0] ?? '',
  lines: lines.slice(1),
})

/**
 * Who stands for what, side by side. With a drop they take the whole width under the heading,
 * otherwise the right column.
 */
export function facetColumns(sheet: Sheet, facets: readonly Facet[], drop = 0): void {
  const [from, all] = drop > 0 ? [left, contentWidth] : [mainLeft, mainWidth]
  const gap = 18
  const width = (all - gap * (facets.length - 1)) / facets.length
  const parts = facets.map(({ head, lead, lines }) => ({
    head: sheet.wrap(head, styles.label, width),
    lead: sheet.wrap(lead, styles.strong, width),
    lines: lines.flatMap((line) => sheet.wrap(line, styles.note, width)),
  }))
  const heights = parts.map(
    (part) => (part.head.length + part.lead.length) * 13.5 + part.lines.length * 12,
  )
  const height = Math.max(...heights)
  sheet.space(drop + 1)
  sheet.ensure(height)
  const top = sheet.y()
  parts.forEach((part, i) => {
    const x = from + i * (width + gap)
    let y = top
    const put = (lines: readonly string[], text: TextStyle): void =>
      sheet.mark('P', () =>
        lines.forEach((words) => {
          sheet.line(words, x, y, text)
          y += text.leading
        }),
      )
    put(part.head, styles.label)
    put(part.lead, styles.strong)
    put(part.lines, { ...styles.note, colour: colours.ink })
  })
  sheet.moveTo(top + height + 2)
}

export interface Column {
  readonly label: string
  readonly width: number
  readonly align?: 'left' | 'right'
  readonly text?: TextStyle
}

/** A table over any number of pages; its head stands on each, and is read out once. */
export function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  x: number,
): void {
  const gap = 10
  const width = columns.reduce((sum, column) => sum + column.width, 0) + gap * (columns.length - 1)
  let at = x
  const places = columns.map((column) => {
    const place = at
    at += column.width + gap
    return place
  })
  const heads = columns.map((column) => sheet.wrap(column.label, styles.head, column.width))
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * styles.head.leading + 9
  const drawHead = (i: number, top: number): void => {
    const column = columns[i]!
    const lift = headHeight - 9 - heads[i]!.length * styles.head.leading
    heads[i]!.forEach((words, n) =>
      sheet.line(
        words,
        places[i]!,
        top + lift + n * styles.head.leading,
        styles.head,
        column.align,
        column.width,
      ),
    )
  }
  const underHead = (top: number): void => {
    sheet.rule(top + headHeight - 4, colours.edge, x, x + width, 0.5)
    sheet.moveTo(top + headHeight - 4)
  }
  sheet.ensure(headHeight + 40)
  sheet.group('Table', () => {
    const top = sheet.y()
    sheet.group('TR', () =>
      columns.forEach((_, i) => sheet.mark('TH', () => drawHead(i, top), { scope: 'Column' })),
    )
    underHead(top)
    rows.forEach((row, n) => {
      const cells = row.map((value, i) =>
        sheet.wrap(value, columns[i]!.text ?? styles.cell, columns[i]!.width),
      )
      const height = Math.max(...cells.map((lines) => lines.length)) * styles.cell.leading + 6
      if (sheet.ensure(height)) {
        const again = sheet.y()
        sheet.artifact(() => columns.forEach((_, i) => drawHead(i, again)), 'Pagination')
        underHead(again)
      } else if (n > 0) sheet.rule(sheet.y(), colours.line, x, x + width, 0.5)
      const rowTop = sheet.y() + 3
      sheet.group('TR', () =>
        cells.forEach((lines, i) =>
          sheet.mark('TD', () => {
            const { text = styles.cell, align, width: cellWidth } = columns[i]!
            lines.forEach((words, k) =>
              sheet.line(
                words,
                places[i]!,
                rowTop + k * styles.cell.leading,
                text,
                align,
                cellWidth,
              ),
            )
          }),
        ),
      )
      sheet.moveTo(rowTop + height - 3)
    })
  })
}

export function bulletList(sheet: Sheet, items: readonly string[]): void {
  sheet.group('L', () =>
    items.forEach((item) => {
      const lines = sheet.wrap(item, styles.body, mainWidth - 14)
      sheet.ensure(lines.length * 13.5 + 4)
      const top = sheet.y() + 1
      sheet.group('LI', () => {
        sheet.mark('Lbl', () => sheet.line('–', mainLeft, top, styles.label))
        sheet.mark('LBody', () =>
          lines.forEach((words, n) =>
            sheet.line(words, mainLeft + 14, top + n * 13.5, styles.body),
          ),
        )
      })
      sheet.moveTo(top + lines.length * 13.5 + 3)
    }),
  )
}

/** Lines to write on, two beside each other: what is signed, the line, and what to write. */
export function signatureLines(sheet: Sheet, labels: readonly string[], hint: string): void {
  const gap = 18
  const width = (mainWidth - gap) / 2
  for (let i = 0; i < labels.length; i += 2) {
    sheet.ensure(62)
    const top = sheet.y()
    labels.slice(i, i + 2).forEach((label, n) => {
      const x = mainLeft + n * (width + gap)
      sheet.mark('P', () => {
        sheet.line(label, x, top, styles.body)
        sheet.line(hint, x, top + 43, styles.small)
      })
      sheet.rule(top + 40, colours.edge, x, x + width, 0.5)
    })
    sheet.moveTo(top + 62)
  }
}
