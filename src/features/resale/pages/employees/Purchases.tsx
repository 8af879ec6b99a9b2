// Purchases by employees as a list; each is opened by its number.
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { sek } from '../../../../core/money.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import {
  employeeShopTexts as texts,
  employeeStateTexts,
  paymentTexts,
} from '../../texts/employees.ts'
import { api } from '../api.ts'
import { PurchaseDialog, type Bought } from './PurchaseDialog.tsx'

export function Purchases(props: {
  readonly label: string
  readonly mine: boolean
  /** The one that is opened, and where each is opened. */
  readonly opened: string
  readonly hrefOf: (id: string) => string
  readonly onClose: () => void
  readonly empty: React.ReactNode
}) {
  const { label, mine, opened, hrefOf, onClose, empty } = props
  const list = usePages(api.listEmployeePurchases, {
    query: { ...(mine && { mine: true }), limit: 100 },
  })
  const columns = useColumns(mine)
  const shown = list.rows.find(({ id }) => id === opened)
  return (
    <>
      <Refusal problem={list.problem} />
      <DataTable
        label={label}
        columns={columns}
        rows={list.rows}
        idOf={({ id }) => id}
        nameOf={({ number }) => number}
        hrefOf={({ id }) => hrefOf(id)}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={list.problem ? null : empty}
      />
      {shown && <PurchaseDialog purchase={shown} handsOver={!mine} onClose={onClose} />}
    </>
  )
}

function useColumns(mine: boolean): readonly Column<Bought>[] {
  const t = useText()
  const { money, dayOf } = useFormat()
  return [
    { id: 'number', text: t(texts.number), width: 120, grow: 0, cell: (row) => row.number },
    {
      id: 'device',
      text: t(texts.device),
      width: 180,
      grow: 2,
      phone: 'second',
      cell: (row) => `${row.maker} ${row.model}`,
    },
    ...(mine
      ? []
      : [
          {
            ...{ id: 'person', text: t(texts.person), width: 150, grow: 1, need: 1 as const },
            phone: 'third' as const,
            cell: (row: Bought) => row.person.name ?? t(texts.somebody),
          },
        ]),
    {
      id: 'paidBy',
      text: t(texts.paidBy),
      width: 160,
      need: 2,
      cell: (row) => t(paymentTexts[row.payment]),
    },
    {
      id: 'fetchBy',
      text: t(texts.fetchBy),
      width: 110,
      grow: 0,
      need: 2,
      cell: (row) => (row.state === 'ordered' ? dayOf(row.fetchBy) : ''),
    },
    {
      id: 'price',
      text: t(texts.price),
      width: 120,
      grow: 0,
      number: true,
      phone: 'second-end',
      cell: (row) => money(sek(row.priceOre)),
    },
    {
      id: 'state',
      text: t(texts.state),
      width: 120,
      grow: 0,
      need: 1,
      phone: 'end',
      cell: (row) => t(employeeStateTexts[row.state]),
    },
  ]
}
