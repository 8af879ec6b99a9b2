// The models of the organisation: found by words and kind, with how much is known of each.
import './catalogue.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Static } from 'typebox'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { Filters } from '../../../web/kit/Filters.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { deviceKinds, type DeviceKind } from '../../devices/rules/kinds.ts'
import { kindTexts } from '../../devices/texts.ts'
import { modelsApi as api, type ModelRow } from '../api/models.ts'
import { modelsTexts as texts } from '../texts/pages.ts'
import { osTexts } from '../texts/words.ts'
import { EditModel } from './models/EditModel.tsx'
import { modelsSearch } from './search.ts'

type Row = Static<typeof ModelRow>

export default function ModelsPage() {
  const t = useText()
  const { may } = useSession()
  const [{ q, kind }, setSearch] = useSearch(modelsSearch)
  const list = usePages(api.listModels, {
    query: { limit: 100, ...(q && { q }), ...(kind && { kind }) },
  })
  const [adding, add] = useState(false)
  const button = may('catalogue.describe') && (
    <Button kind="primary" icon={Plus} onPress={() => add(true)}>
      {t(texts.new)}
    </Button>
  )
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} acts={button} />
      <div className="modelsearch">
        <TextField
          label={t(texts.search)}
          type="search"
          value={q}
          onChange={(next) => setSearch({ q: next })}
          optional
          maxLength={200}
        />
        <Filters
          filters={[
            {
              id: 'kind',
              text: t(texts.kind),
              single: true,
              options: deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) })),
            },
          ]}
          values={{ kind: kind ? [kind] : [] }}
          onChange={(_id, [chosen]) => setSearch({ kind: (chosen ?? '') as DeviceKind | '' })}
        />
      </div>
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.title)}
        columns={useColumns()}
        rows={list.rows}
        idOf={(row) => row.id}
        nameOf={(row) => `${row.maker} ${row.name}`}
        hrefOf={(row) => `/models/${row.id}`}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={
          list.problem ? null : q || kind ? (
            <EmptyState act={<LinkButton href="/models">{t(texts.title)}</LinkButton>}>
              {t(texts.nothing)}
            </EmptyState>
          ) : (
            <EmptyState>{t(texts.empty)}</EmptyState>
          )
        }
      />
      {adding && <EditModel onClose={() => add(false)} />}
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText()
  const specs = (row: Row) =>
    [
      row.memoryGb && `${row.memoryGb} GB`,
      row.storageGb && `${row.storageGb} GB`,
      row.osFamily && t(osTexts[row.osFamily]),
    ]
      .filter(Boolean)
      .join(', ')
  return [
    {
      id: 'name',
      text: t(texts.name),
      width: 220,
      grow: 3,
      cell: (row) => `${row.maker} ${row.name}`,
    },
    {
      id: 'kind',
      text: t(texts.kind),
      width: 130,
      phone: 'second',
      cell: (row) => t(kindTexts[row.kind]),
    },
    { id: 'specs', text: t(texts.specs), width: 190, grow: 2, phone: 'third', cell: specs },
    {
      id: 'updates',
      text: t(texts.updates),
      width: 120,
      cell: (row) => row.osSupportUntilOn ?? t(texts.unknown),
    },
    {
      id: 'known',
      text: t(texts.known),
      width: 110,
      number: true,
      need: 1,
      phone: 'end',
      cell: (row) => t(texts.knownOf, row.known, row.asked),
    },
    { id: 'labels', text: t(texts.labels), width: 90, number: true, cell: (row) => row.labels },
  ]
}
