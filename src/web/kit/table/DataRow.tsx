import { memo } from 'react'
import { texts } from '../../texts.ts'
import { useText } from '../language.tsx'
import { Link } from '../Link.tsx'
import type { Column } from './columns.ts'
import type { DataTableProps } from './DataTable.tsx'

interface DataRowProps<Row> extends Pick<
  DataTableProps<Row>,
  'idOf' | 'nameOf' | 'hrefOf' | 'selection' | 'changed'
> {
  /** Absent: on its way, its place is held. */
  readonly row: Row | undefined
  readonly index: number
  readonly at: number
  readonly columns: readonly Column<Row>[]
  readonly active: boolean
  readonly onActive: (index: number) => void
  /** Shift and a click: everything from the active row to this one. */
  readonly onPickTo: (index: number, on: boolean) => void
  readonly measure: ((element: HTMLElement | null) => void) | undefined
}

/** Drawn anew only when something of its own has changed: scrolling moves rows, it does not redo them. */
export const DataRow = memo(Drawn) as typeof Drawn

function Drawn<Row>(props: DataRowProps<Row>) {
  const { row, index, columns, selection } = props
  const place = { transform: `translateY(${props.at}px)` }
  if (row === undefined) return <Held index={index} columns={columns.length} place={place} />
  const id = props.idOf(row)
  const selected = selection?.has(id) ?? false
  const [first, ...others] = columns
  return (
    <div
      role="row"
      className={`tr${selected ? ' selected' : ''}${props.changed?.has(id) ? ' changed' : ''}`}
      aria-rowindex={index + 2}
      {...(selection && { 'aria-selected': selected })}
      data-index={index}
      style={place}
      ref={props.measure}
      onFocus={() => props.onActive(index)}
    >
      {selection && <Tick {...props} id={id} name={props.nameOf(row)} selected={selected} />}
      {first && (
        <div role="rowheader" className="td title">
          <First {...props} row={row}>
            {first.cell(row)}
          </First>
        </div>
      )}
      {others.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={column.number ? 'td num' : 'td'}
          data-phone={column.phone}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** The row's link. Space selects the row, as in every list that people know. */
function First<Row>(props: DataRowProps<Row> & { row: Row; children: React.ReactNode }) {
  const { row, active, selection, hrefOf, idOf } = props
  const id = idOf(row)
  const walk = {
    'data-part': 'link',
    tabIndex: active ? 0 : -1,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== ' ' || !selection) return
      event.preventDefault()
      selection.set([id], !selection.has(id))
    },
  }
  if (!hrefOf) return <span {...walk}>{props.children}</span>
  return (
    <Link href={hrefOf(row)} {...walk}>
      {props.children}
    </Link>
  )
}

function Tick<Row>(props: DataRowProps<Row> & { id: string; name: string; selected: boolean }) {
  const { id, name, selected, selection, active, index, onPickTo } = props
  const t = useText()
  return (
    <div role="gridcell" className="pick">
      <input
        type="checkbox"
        className="tick"
        data-part="tick"
        tabIndex={active ? 0 : -1}
        aria-label={t(texts.selectRow, name)}
        checked={selected}
        onChange={(event) => {
          const { shiftKey } = event.nativeEvent as unknown as MouseEvent
          if (shiftKey) onPickTo(index, event.target.checked)
          else selection?.set([id], event.target.checked)
        }}
      />
    </div>
  )
}

const Held = (props: { index: number; columns: number; place: React.CSSProperties }) => (
  <div className="tr held" aria-hidden data-index={props.index} style={props.place}>
    {Array.from({ length: props.columns }, (_, at) => (
      <span key={at} className="td">
        <span className="skeleton" />
      </span>
    ))}
  </div>
)
