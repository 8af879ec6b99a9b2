// The needs of an order; those that have their device are handed out, one or many at a time.
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { SelectionBar } from '../../../../web/kit/table/SelectionBar.tsx'
import { useSelection } from '../../../../web/kit/table/selection.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { allowsAct, decideChoose } from '../../rules/orders.ts'
import { orderTexts as texts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import { nameOf, tagOf } from '../device-name.ts'
import type { WholeOrder } from '../OrderPage.tsx'
import { needSearch } from '../search.ts'
import { NeedDialog } from './NeedDialog.tsx'
import { howOf, stateOf, whatOf, whoOf, type ShownNeed } from './need-words.ts'

export function Needs({ order }: { readonly order: WholeOrder }) {
  const t = useText()
  const { num } = useFormat()
  const { may, person } = useSession()
  const [search, setSearch] = useSearch(needSearch)
  const selection = useSelection()
  const { act, busy, problem } = useAct(api.deliverNeeds)
  const columns = useColumns()
  const path = `/orders/${order.id}`
  const delivers = allowsAct(order.state, 'deliver') && may('custody.handOut')
  const chosen = order.needsList.filter(({ id }) => selection.has(id))
  const unready = chosen.filter(
    ({ state, device }) => state !== 'reserved' || device?.status !== 'pool',
  ).length
  const opened = order.needsList.find(({ id }) => id === search.need)
  const deliver = async () => {
    const needIds = chosen.map(({ id }) => id)
    if (await act({ params: { orderId: order.id }, body: { needIds } })) selection.clear()
  }
  return (
    <>
      <Refusal problem={problem} />
      <DataTable
        label={t(texts.needs)}
        columns={columns}
        rows={order.needsList}
        idOf={({ id }) => id}
        nameOf={whoOf}
        hrefOf={({ id }) => hrefOf(path, needSearch, { need: id })}
        {...(delivers && { selection })}
        empty={null}
        foot={
          delivers && (
            <SelectionBar selection={selection} total={order.needsList.length} outcome={null}>
              <Button
                kind="primary"
                busy={busy}
                cannot={unready > 0 ? t(texts.notReserved, unready) : null}
                onPress={() => void deliver()}
              >
                {t(texts.deliver)} {num(chosen.length)}
              </Button>
            </SelectionBar>
          )
        }
      />
      {opened && (
        <NeedDialog
          need={opened}
          reserves={may('custody.handOut') && isOpen(order, opened)}
          chooses={mayChoose(order, opened, person?.id, may('ordering.approve'))}
          onClose={() => setSearch({ need: '' })}
        />
      )}
    </>
  )
}

/** Reused stock is chosen by who ordered or approves, as the server asks. */
const mayChoose = (
  order: WholeOrder,
  need: ShownNeed,
  personId: string | undefined,
  approves: boolean,
): boolean =>
  (order.orderer.id === personId || approves) && decideChoose(order.state, need.state) === null

const isOpen = (order: WholeOrder, need: ShownNeed): boolean =>
  !['declined', 'withdrawn', 'delivered'].includes(order.state) &&
  ['open', 'held', 'reserved', 'onOrder'].includes(need.state)

function useColumns(): readonly Column<ShownNeed>[] {
  const t = useText()
  return useMemo(
    () => [
      { id: 'who', text: t(texts.who), width: 120, cell: whoOf },
      {
        id: 'what',
        text: t(texts.what),
        width: 140,
        grow: 2,
        phone: 'second',
        cell: (need) => whatOf(need, t),
      },
      {
        id: 'how',
        text: t(texts.how),
        width: 150,
        grow: 2,
        need: 1,
        phone: 'third',
        cell: (need) => (
          <>
            {need.device && <span className="onphone">{tagOf(need.device)}. </span>}
            {howOf(need, t)}
          </>
        ),
      },
      {
        id: 'device',
        text: t(texts.device),
        width: 140,
        grow: 2,
        cell: (need) => (need.device ? nameOf(need.device) : ''),
      },
      {
        id: 'state',
        text: t(texts.state),
        width: 100,
        need: 1,
        phone: 'end',
        cell: (need) => stateOf(need, t),
      },
    ],
    [t],
  )
}
