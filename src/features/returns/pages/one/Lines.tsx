// The devices of a collection, as the delivery note lists them.
import type { Static } from 'typebox'
import { useMemo } from 'react'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { Flag } from '../../../../web/kit/charts/Flag.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { useText, type Translate } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import { Serial } from '../../../../web/kit/values.tsx'
import { kindTexts } from '../../../devices/texts.ts'
import { api } from '../api.ts'
import { lineStateTexts } from '../../texts.ts'
import { oneTexts as texts } from '../../texts/pages.ts'
import type { WholeCollection } from '../CollectionPage.tsx'

export type Line = Static<typeof api.listLines.output>['items'][number]

export const lineName = (line: Pick<Line, 'serialNumber' | 'assetTag' | 'model'>): string =>
  line.serialNumber ?? line.assetTag ?? line.model

export function Lines({ collection }: { readonly collection: WholeCollection }) {
  const t = useText()
  const { id: collectionId, counts, state, direction } = collection
  const list = usePages(api.listLines, { params: { collectionId }, query: { limit: 200 } })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <>
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.devices)}
        columns={columns}
        rows={list.rows}
        idOf={(row) => row.deviceId}
        nameOf={lineName}
        hrefOf={(row) => `/devices/${row.deviceId}`}
        total={counts.total}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting}
        stale={list.stale}
        empty={
          <EmptyState
            act={
              state === 'packing' &&
              direction === 'out' && (
                <LinkButton href={`/collections/${collectionId}/packing`}>
                  {t(texts.pack)}
                </LinkButton>
              )
            }
          >
            {t(texts.noDevices)}
          </EmptyState>
        }
      />
    </>
  )
}

const columnsOf = (t: Translate): readonly Column<Line>[] => [
  {
    id: 'device',
    text: t(texts.device),
    width: 140,
    cell: (row) => <Serial>{lineName(row)}</Serial>,
  },
  {
    id: 'assetTag',
    text: t(texts.assetTag),
    width: 130,
    phone: 'second-end',
    cell: (row) => row.assetTag ?? '',
  },
  {
    id: 'model',
    text: t(texts.model),
    width: 180,
    grow: 2,
    phone: 'second',
    cell: (row) => `${row.maker} ${row.model}`,
  },
  { id: 'kind', text: t(texts.kind), width: 130, need: 3, cell: (row) => t(kindTexts[row.kind]) },
  {
    id: 'package',
    text: t(texts.package),
    width: 60,
    grow: 0,
    number: true,
    cell: (row) => row.packageNumber ?? '',
  },
  {
    id: 'state',
    text: t(texts.line),
    width: 120,
    need: 1,
    phone: 'end',
    cell: (row) =>
      row.state === 'missing' ? (
        <Flag>{t(lineStateTexts.missing)}</Flag>
      ) : (
        t(lineStateTexts[row.state])
      ),
  },
]
