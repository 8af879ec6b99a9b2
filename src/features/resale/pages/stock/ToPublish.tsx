// Graded devices that are not up for sale: chosen, and put up many at a time.
import { useState } from 'react'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { Flag } from '../../../../web/kit/Notice.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { SelectionBar, type BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'
import { useSelection } from '../../../../web/kit/table/selection.ts'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import { stockTexts as texts } from '../../texts/seller.ts'
import type { api } from '../api.ts'
import type { PublishDialog } from './PublishDialog.tsx'
import { nameOf, type Stocked } from './stocked.ts'

export function ToPublish(props: {
  /** What can be put up, and the dialog of its terms: for customers or for employees. */
  readonly source: typeof api.listStock | typeof api.listEmployeeStock
  readonly dialog: typeof PublishDialog
  readonly onDone: (how: BulkOutcome) => void
}) {
  const { source, dialog: Dialog, onDone } = props
  const t = useText()
  const list = usePages(source, { query: { limit: 100 } })
  const selection = useSelection()
  const [open, setOpen] = useState(false)
  const chosen = list.rows.filter(({ deviceId }) => selection.has(deviceId))
  return (
    <>
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.toPublish)}
        columns={useColumns()}
        rows={list.rows}
        idOf={({ deviceId }) => deviceId}
        nameOf={nameOf}
        hrefOf={({ deviceId }) => `/devices/${deviceId}`}
        selection={selection}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        empty={
          list.problem ? null : (
            <EmptyState act={<LinkButton href="/grading">{t(texts.toGrading)}</LinkButton>}>
              {t(texts.emptyStock)}
            </EmptyState>
          )
        }
        foot={
          <SelectionBar selection={selection} total={list.rows.length}>
            <Button kind="primary" onPress={() => setOpen(true)}>
              {t(texts.publish, chosen.length)}
            </Button>
          </SelectionBar>
        }
      />
      {open && chosen.length > 0 && (
        <Dialog
          devices={chosen}
          onClose={() => setOpen(false)}
          onDone={(how) => {
            setOpen(false)
            selection.clear()
            onDone(how)
          }}
        />
      )}
    </>
  )
}

function useColumns(): readonly Column<Stocked>[] {
  const t = useText()
  const { ore, percent } = useFormat()
  return [
    { id: 'device', text: t(texts.device), width: 120, cell: nameOf },
    {
      id: 'model',
      text: t(texts.model),
      width: 180,
      grow: 2,
      phone: 'second',
      cell: (one) => `${one.maker} ${one.model}`,
    },
    {
      id: 'grade',
      text: t(texts.grade),
      width: 64,
      grow: 0,
      need: 1,
      phone: 'end',
      cell: (one) => one.grade,
    },
    {
      id: 'battery',
      text: t(texts.battery),
      width: 72,
      grow: 0,
      number: true,
      need: 3,
      cell: (one) => (one.batteryPercent === null ? '' : percent(one.batteryPercent / 100)),
    },
    { id: 'owner', text: t(texts.owner), width: 150, cell: (one) => one.owner ?? '' },
    {
      id: 'price',
      text: t(texts.listPrice),
      width: 150,
      grow: 0,
      number: true,
      phone: 'third',
      cell: (one) =>
        !one.calculated ? (
          <Flag>{t(texts.uncalculated)}</Flag>
        ) : one.listPriceOre === null ? (
          <span className="faint">{t(texts.noPrice)}</span>
        ) : (
          ore(one.listPriceOre)
        ),
    },
  ]
}
