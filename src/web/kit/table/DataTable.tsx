// The list of the house: sticky head, rows by the million, one link per row, three lines on a phone.
import './table.css'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useEffect, useMemo } from 'react'
import { texts } from '../../texts.ts'
import { useFormat, useText } from '../language.tsx'
import { PHONE, fitting, templateOf, type Column, type TableChoices } from './columns.ts'
import { DataRow } from './DataRow.tsx'
import type { Selection } from './selection.ts'
import { mostRows, useExtent, useRows, useWalk } from './use-rows.ts'

export interface DataTableProps<Row> {
  /** Says what the list is: `Utrustning`. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  /** What a person calls the row: `EX-104 815`. */
  readonly nameOf: (row: Row) => string
  /** Where the first column leads. */
  readonly hrefOf?: ((row: Row) => string) | undefined
  /** How many the question gives; the rows that have come, unless known. */
  readonly total?: number | undefined
  readonly hasMore?: boolean
  readonly loadMore?: () => void
  /** Nothing has come yet: rows are held in place. */
  readonly waiting?: boolean
  /** The rows answer the former question, and stay until the new answer is here. */
  readonly stale?: boolean
  /** Column id, with a minus before it for the largest first: `-endsOn`. */
  readonly sort?: string
  readonly onSort?: (sort: string) => void
  readonly selection?: Selection | undefined
  readonly choices?: TableChoices
  /** These have just arrived or changed: marked once. */
  readonly changed?: ReadonlySet<string> | undefined
  /** Stands instead of rows: an EmptyState. */
  readonly empty: React.ReactNode
  /** Sticks to the foot of the window: the SelectionBar. */
  readonly foot?: React.ReactNode
}

const noChoices: TableChoices = { compact: false, hidden: [] }

/** Nothing to list: the page's own words stand instead. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return !props.waiting && props.rows.length === 0 ? props.empty : <Grid {...props} />
}

function Grid<Row>(props: DataTableProps<Row>) {
  const { rows, idOf, selection, waiting, hasMore = false, loadMore, choices = noChoices } = props
  const t = useText()
  const { num, list } = useFormat()
  const [box, width] = useExtent('clientWidth', window.innerWidth)
  const [foot, footHeight] = useExtent('offsetHeight', 38)
  const phone = width < PHONE
  const hasTicks = selection !== undefined
  const { shown, left } = useMemo(() => {
    const wanted = props.columns.filter(({ id }, at) => at === 0 || !choices.hidden.includes(id))
    return fitting(wanted, width - (hasTicks ? 46 : 0), phone)
  }, [props.columns, choices.hidden, width, hasTicks, phone])
  const height = useRowHeight(phone, choices.compact)

  const most = mostRows(height)
  const total = props.total ?? rows.length
  const coming = waiting ? 12 : hasMore ? Math.min(20, Math.max(1, total - rows.length)) : 0
  const count = Math.min(rows.length + coming, most)
  const { body, virtualizer, top } = useRows(count, height, phone)
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && rows.length < most && last >= rows.length - 30) loadMore?.()
  }, [last, hasMore, rows.length, loadMore, most])

  const walk = useWalk(rows.length, body, (index) => virtualizer.scrollToIndex(index))
  const pick = useCallback(
    (from: number, to: number, on: boolean) =>
      selection?.set(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(idOf), on),
    [rows, idOf, selection],
  )
  const pickTo = useCallback(
    (index: number, on: boolean) => pick(walk.active, index, on),
    [pick, walk.active],
  )

  const inSight = inSightOf(virtualizer, rows.length, footHeight)
  const selected = selection?.count(total) ?? 0
  // A short list is seen whole, and what stands under it covers nothing that comes after.
  const long = hasMore || total * height > window.innerHeight / 2
  const footClass = ['tablefoot', long && 'sticks', props.foot && 'held'].filter(Boolean).join(' ')
  return (
    <div className="tablebox" ref={box}>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={hasMore && props.total === undefined ? -1 : total + 1}
        aria-colcount={shown.length + (selection ? 1 : 0)}
        aria-busy={Boolean(waiting || props.stale)}
        {...(selection && { 'aria-multiselectable': true })}
        className={`table${phone ? ' phone' : ''}${choices.compact ? ' compact' : ''}`}
        style={{ '--cols': templateOf(shown, Boolean(selection)) }}
      >
        <div role="rowgroup" className="thead">
          <div role="row" aria-rowindex={1} className="tr">
            {selection && (
              <div role="columnheader" className="pick">
                <input
                  type="checkbox"
                  className="tick"
                  aria-label={t(texts.selectAll, num(total))}
                  checked={selected > 0 && selected === total}
                  ref={(tick) => {
                    if (tick) tick.indeterminate = selected > 0 && selected < total
                  }}
                  onChange={(event) => selection.setAll(event.target.checked)}
                />
              </div>
            )}
            {shown.map((column) => (
              <Heading key={column.id} column={column} {...props} />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className={props.stale ? 'tbody stale' : 'tbody'}
          ref={body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={(event) => walk.onKeyDown(event, (from, to) => pick(from, to, true))}
        >
          {items.map(({ index, start }) => (
            <DataRow
              key={index}
              idOf={idOf}
              nameOf={props.nameOf}
              hrefOf={props.hrefOf}
              selection={selection}
              changed={props.changed}
              row={rows[index]}
              index={index}
              at={start - top}
              columns={shown}
              active={index === walk.active}
              onActive={walk.setActive}
              onPickTo={pickTo}
              measure={phone ? virtualizer.measureElement : undefined}
            />
          ))}
        </div>
      </div>
      <div className={footClass} ref={foot}>
        <p className="pos">
          {rows.length > 0 && !long && <span>{t(texts.rowsAll, num(total), total === 1)}</span>}
          {rows.length > 0 && long && (
            <span>
              {t(
                texts.rowsShown,
                num(inSight.first),
                num(inSight.last),
                // What has come says nothing of how many there are, while more is to come.
                hasMore && props.total === undefined ? null : num(total),
              )}
            </span>
          )}
          {left.length > 0 && <span>{t(texts.noRoom, list(left.map(({ text }) => text)))}</span>}
          {rows.length >= most && <span>{t(texts.rowsEnd, num(most))}</span>}
        </p>
        {props.foot}
      </div>
    </div>
  )
}

function Heading<Row>(
  props: { readonly column: Column<Row> } & Pick<DataTableProps<Row>, 'sort' | 'onSort'>,
) {
  const { column, sort = '', onSort } = props
  const up = sort === column.id
  const down = sort === `-${column.id}`
  const Arrow = down ? ArrowUp : ArrowDown
  const className = column.number ? 'th num' : 'th'
  if (!column.sort || !onSort)
    return (
      <div role="columnheader" className={className}>
        {column.text}
      </div>
    )
  return (
    <div
      role="columnheader"
      className={className}
      aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
    >
      <button
        type="button"
        className={up || down ? 'sort on' : 'sort'}
        onClick={() => onSort(up ? `-${column.id}` : column.id)}
      >
        {column.text}
        {(up || down) && <Arrow aria-hidden />}
      </button>
    </div>
  )
}

/** The rows between the head and the foot that both stick, counted from one. */
function inSightOf(virtualizer: Rows, count: number, foot: number) {
  const top = virtualizer.scrollOffset ?? 0
  const at = (offset: number) => (virtualizer.getVirtualItemForOffset(offset)?.index ?? 0) + 1
  const first = Math.min(at(top + HEAD), count)
  return { first, last: Math.max(first, Math.min(at(top + window.innerHeight - foot - 8), count)) }
}
const HEAD = 36
type Rows = ReturnType<typeof useRows>['virtualizer']

const COARSE = '(pointer: coarse)'
function useRowHeight(phone: boolean, compact: boolean) {
  if (phone) return 81
  if (matchMedia(COARSE).matches) return 44
  return compact ? 28 : 36
}
