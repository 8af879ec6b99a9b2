// Each device of a purchase; what is on its way is received, or taken back, one or many at a time.
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Flag, Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { SelectionBar } from '../../../../web/kit/table/SelectionBar.tsx'
import { useSelection } from '../../../../web/kit/table/selection.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { Serial } from '../../../../web/kit/values.tsx'
import { allowsAct } from '../../rules/purchase.ts'
import { purchaseTexts as texts } from '../../texts/shop.ts'
import { lineStateTexts } from '../../texts/words.ts'
import { api } from '../api.ts'
import type { WholePurchase } from '../PurchasePage.tsx'

type Line = WholePurchase['lines'][number]

export function PurchaseLines({ purchase }: { readonly purchase: WholePurchase }) {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const selection = useSelection()
  const accept = useAct(api.acceptPurchase)
  const takeBack = useAct(api.takeBackLines)
  const columns = useColumns()
  const { id, lines, side, state } = purchase
  const accepts = may('resale.buy') && allowsAct(state, side, 'accept')
  const takesBack = may('resale.sell') && allowsAct(state, side, 'takeBack')
  const chosen = lines.filter((line) => selection.has(String(line.position)))
  const lost = lines.filter((line) => line.lost).length
  const cannot = chosen.some((line) => line.state !== 'sent' || (accepts && line.lost))
    ? t(texts.onlySent)
    : null
  const { act, busy } = accepts ? accept : takeBack
  const run = async () => {
    const positions = chosen.map((line) => line.position)
    if (await act({ params: { purchaseId: id }, body: { positions } })) selection.clear()
  }
  return (
    <>
      <Refusal problem={accept.problem ?? takeBack.problem} />
      {lost > 0 && (
        <Notice tone="warn" title={t(texts.lostOf, lost)}>
          {t(side === 'seller' ? texts.lostSeller : texts.lostBuyer)}
        </Notice>
      )}
      <DataTable
        label={t(texts.lines)}
        columns={columns}
        rows={lines}
        idOf={(line) => String(line.position)}
        nameOf={nameOf}
        hrefOf={(line) => (line.deviceId ? `/devices/${line.deviceId}` : `/shop/${line.listingId}`)}
        {...((accepts || takesBack) && { selection })}
        empty={null}
        foot={
          (accepts || takesBack) && (
            <SelectionBar selection={selection} total={lines.length}>
              <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void run()}>
                {t(accepts ? texts.acceptSome : texts.takeBack, num(chosen.length))}
              </Button>
            </SelectionBar>
          )
        }
      />
    </>
  )
}

const nameOf = (line: Line) => `${line.maker} ${line.model}`

function useColumns(): readonly Column<Line>[] {
  const t = useText()
  const { ore } = useFormat()
  return [
    { id: 'device', text: t(texts.device), width: 140, grow: 2, cell: nameOf },
    {
      id: 'serial',
      text: t(texts.serial),
      width: 120,
      grow: 1,
      phone: 'second',
      cell: (line) => (line.serialNumber ? <Serial>{line.serialNumber}</Serial> : ''),
    },
    { id: 'grade', text: t(texts.grade), width: 52, grow: 0, cell: (line) => line.grade },
    {
      id: 'warranty',
      text: t(texts.warranty),
      width: 100,
      grow: 0,
      phone: 'third',
      cell: ({ warrantyUntilOn }) =>
        warrantyUntilOn && (
          <>
            <span className="onphone">{t(texts.warranty)} </span>
            {warrantyUntilOn}
          </>
        ),
    },
    {
      id: 'price',
      text: t(texts.price),
      width: 96,
      grow: 0,
      number: true,
      phone: 'second-end',
      cell: (line) => ore(line.priceOre),
    },
    {
      id: 'state',
      text: t(texts.state),
      width: 96,
      grow: 0,
      need: 1,
      phone: 'end',
      cell: (line) => (line.lost ? <Flag>{t(texts.lost)}</Flag> : t(lineStateTexts[line.state])),
    },
  ]
}
