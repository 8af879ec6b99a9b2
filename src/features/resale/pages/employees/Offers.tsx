// What employees can buy: opened to buy for who buys, with its way out for who sells.
import { Button } from '../../../../web/kit/Button.tsx'
import { sek } from '../../../../core/money.ts'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { SelectionBar } from '../../../../web/kit/table/SelectionBar.tsx'
import { useSelection } from '../../../../web/kit/table/selection.ts'
import { useAct, usePages } from '../../../../web/kit/use-endpoint.ts'
import { employeeSaleTexts, employeeShopTexts as texts } from '../../texts/employees.ts'
import { shopTexts } from '../../texts/shop.ts'
import { api } from '../api.ts'
import { Photo, useSpecs } from '../parts.tsx'
import type { Offered } from './BuyDialog.tsx'

export const useOffers = () => usePages(api.listEmployeeOffers, { query: { limit: 100 } })

const nameOf = ({ maker, model }: Offered) => `${maker} ${model}`

/** For who buys. */
export function Offers(props: {
  readonly list: ReturnType<typeof useOffers>
  readonly hrefOf: (id: string) => string
  readonly empty: React.ReactNode
}) {
  const { list, hrefOf, empty } = props
  const t = useText()
  const free = list.rows.filter(({ kept }) => !kept)
  return (
    <>
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.offers)}
        columns={useColumns(false)}
        rows={free}
        idOf={({ listingId }) => listingId}
        nameOf={nameOf}
        hrefOf={({ listingId }) => hrefOf(listingId)}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        empty={list.problem ? null : empty}
      />
    </>
  )
}

/** For who sells: also what is kept, and the way out of the sale again. */
export function OwnOffers({ empty }: { readonly empty: React.ReactNode }) {
  const t = useText()
  const list = useOffers()
  const selection = useSelection()
  const { act, busy, problem } = useAct(api.withdrawFromEmployees)
  const withdraw = async () => {
    for (const { listingId } of list.rows.filter((one) => selection.has(one.listingId)))
      if (!(await act({ params: { listingId } }))) return
    selection.clear()
  }
  return (
    <>
      <Refusal problem={list.problem ?? problem} />
      <DataTable
        label={t(employeeSaleTexts.listed)}
        columns={useColumns(true)}
        rows={list.rows}
        idOf={({ listingId }) => listingId}
        nameOf={nameOf}
        selection={selection}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        empty={list.problem ? null : empty}
        foot={
          <SelectionBar selection={selection} total={list.rows.length}>
            <Button busy={busy} onPress={() => void withdraw()}>
              {t(employeeSaleTexts.withdraw)}
            </Button>
          </SelectionBar>
        }
      />
    </>
  )
}

function useColumns(own: boolean): readonly Column<Offered>[] {
  const t = useText()
  const { num, money } = useFormat()
  const specs = useSpecs()
  return [
    {
      id: 'device',
      text: t(texts.device),
      width: 220,
      grow: 2,
      cell: (one) =>
        one.photos[0] ? (
          <span className="shopnamed">
            <Photo photo={{ ...one.photos[0], alt: '' }} from={api.getEmployeePhoto} />
            {nameOf(one)}
          </span>
        ) : (
          nameOf(one)
        ),
    },
    {
      id: 'specs',
      text: t(texts.specs),
      width: 220,
      grow: 2,
      phone: 'second',
      cell: (one) => [t(shopTexts.gradeOf, one.grade), specs(one)].filter(Boolean).join(', '),
    },
    {
      id: 'battery',
      text: t(texts.battery),
      width: 80,
      grow: 0,
      number: true,
      need: 3,
      cell: ({ batteryPercent }) =>
        batteryPercent === null ? '' : t(texts.percent, num(batteryPercent)),
    },
    own
      ? {
          ...{ id: 'kept', text: t(texts.state), width: 110, grow: 0, need: 2 as const },
          phone: 'third' as const,
          cell: ({ kept }: Offered) => (kept ? t(texts.kept) : ''),
        }
      : {
          ...{ id: 'warranty', text: t(texts.warranty), width: 110, grow: 0, need: 2 as const },
          cell: ({ warrantyMonths }: Offered) => t(texts.months, warrantyMonths),
        },
    {
      id: 'price',
      text: t(texts.price),
      width: 120,
      grow: 0,
      number: true,
      phone: 'end',
      cell: ({ priceOre }) => money(sek(priceOre)),
    },
  ]
}
