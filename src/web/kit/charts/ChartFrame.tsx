import { useId, useRef, useState } from 'react'
import type { Language } from '../../../core/text.ts'
import { csv, save, standalone } from './download.ts'
import type { Table } from './download.ts'
import { number } from './numbers.ts'
import { chartTexts, pick } from './texts.ts'
import './chart-frame.css'

export interface ChartFrameProps {
  language: Language
  /** Names the table, and the files without their ending: "omloppet-2026-03-12". */
  title: string
  fileName: string
  tables: readonly Table[]
  /** Source and date, under the picture. */
  source?: React.ReactNode
  /** False for a picture that means nothing without the list beside it: then only the table is a file. */
  hasPicture?: boolean | undefined
  /** Nothing is drawn yet: no table, no files. */
  bare?: boolean | undefined
  /** Stands in the row of links, before them. */
  legend?: React.ReactNode
  /** The page gives its own links: "Visa beräkningen". */
  links?: React.ReactNode
  children: React.ReactNode
}

/** What every picture has: the same numbers as a table, and both as files. */
export function ChartFrame(props: ChartFrameProps) {
  const { language, title, fileName, tables, children, hasPicture = true } = props
  const [tabular, setTabular] = useState(false)
  const picture = useRef<HTMLDivElement>(null)
  const id = useId()
  const savePicture = () => {
    const all = [...(picture.current?.querySelectorAll('svg') ?? [])].filter(
      ({ dataset }) => 'picture' in dataset,
    )
    // On a narrow page the full picture is not shown, but it is the one worth keeping.
    const svg = all.find(({ clientWidth }) => clientWidth > 0) ?? all[0]
    if (svg) save(`${fileName}.svg`, 'image/svg+xml', standalone(svg))
  }
  const saveTable = () =>
    save(
      `${fileName}.csv`,
      'text/csv;charset=utf-8',
      tables
        .map((table) => csv(table, language))
        .join('\r\n')
        .replaceAll(/(?!^)\ufeff/g, ''),
    )
  return (
    <div className="chart-frame">
      {/* Hidden from sight, not removed: the picture can be saved from either view. */}
      <div ref={picture} hidden={tabular}>
        {children}
      </div>
      {tabular && (
        <div className="chart-tables" id={id}>
          {tables.map((table, index) => (
            <DataTable key={index} table={table} caption={title} language={language} />
          ))}
        </div>
      )}
      {!props.bare && (
        <div className="chart-foot">
          {!tabular && props.legend}
          <span className="chart-links">
            <button type="button" className="chart-link" onClick={() => setTabular(!tabular)}>
              {pick(tabular ? chartTexts.asPicture : chartTexts.asTable, language)}
            </button>
            {hasPicture && (
              <button type="button" className="chart-link" onClick={savePicture}>
                {pick(chartTexts.download, language)} SVG
              </button>
            )}
            <button type="button" className="chart-link" onClick={saveTable}>
              {hasPicture ? (
                <span className="vh">{pick(chartTexts.download, language)} </span>
              ) : (
                `${pick(chartTexts.download, language)} `
              )}
              CSV
            </button>
            {props.links}
          </span>
        </div>
      )}
      {props.source && <p className="chart-source">{props.source}</p>}
    </div>
  )
}

function DataTable(props: { table: Table; caption: string; language: Language }) {
  const { table, caption, language } = props
  const numeric = table.columns.map((_, column) =>
    table.rows.every((row) => typeof row[column] === 'number' || row[column] === ''),
  )
  return (
    <div className="chart-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="chart-table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((name, column) => (
              <th key={column} scope="col" className={numeric[column] ? 'chart-num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={numeric[column] ? 'chart-num' : undefined}>
                    {typeof cell === 'number' ? shown(cell, language) : cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const shown = (value: number, language: Language): string =>
  number(value, language, Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 2 : 1)
