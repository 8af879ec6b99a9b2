import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { AddUnit } from './AddUnit.tsx'
import { ListHead } from './ListHead.tsx'
import { treeOf, type TreeRow } from './unit-tree.ts'

function InTree(props: {
  readonly row: TreeRow
  readonly muted?: boolean
  readonly children: string
}) {
  const { row, muted, children } = props
  return (
    <span className={muted ? 'in-tree muted' : 'in-tree'} style={{ '--depth': row.depth }}>
      {children}
    </span>
  )
}

export function Units() {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(api.listUnits, {})
  const [adding, setAdding] = useState(false)
  const rows = useMemo(() => treeOf(data?.items ?? []), [data])
  const add = may('organisation.manage') && (
    <Button icon={Plus} onPress={() => setAdding(true)}>
      {t(texts.addUnit)}
    </Button>
  )
  const columns: readonly Column<TreeRow>[] = [
    {
      id: 'name',
      text: t(texts.name),
      width: 240,
      grow: 2,
      cell: (row) => <InTree row={row}>{row.name}</InTree>,
    },
    {
      id: 'kind',
      text: t(texts.kind),
      phone: 'second',
      cell: (row) => (
        <InTree row={row} muted>
          {t(texts[row.kind])}
        </InTree>
      ),
    },
    {
      id: 'under',
      text: t(texts.units),
      number: true,
      grow: 0,
      width: 80,
      cell: (row) => (row.under > 0 ? num(row.under) : ''),
    },
    { id: 'costCentre', text: t(texts.costCentre), phone: 'end', cell: (row) => row.costCentre },
  ]
  if (error) return <Refusal problem={error} />
  return (
    <>
      <ListHead act={rows.length > 0 && add}>{t(texts.unitsLead)}</ListHead>
      <DataTable
        label={t(texts.units)}
        columns={columns}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name}
        hrefOf={(row) =>
          `/devices?${row.kind === 'department' ? 'departmentId' : 'unitId'}=${row.id}`
        }
        waiting={isPending}
        empty={<EmptyState act={add}>{t(texts.unitsEmpty)}</EmptyState>}
      />
      {adding && <AddUnit units={rows} onClose={() => setAdding(false)} />}
    </>
  )
}
