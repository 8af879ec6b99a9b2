// Matches of many needs with many devices, and the needs that wait for the next.
import './ordering.css'
import { useRouter } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { Button } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import type { MatchRow } from '../api/matching.ts'
import { matchTexts as texts } from '../texts/pages.ts'
import { api } from './api.ts'

type Row = Static<typeof MatchRow>

export default function MatchesPage() {
  const t = useText()
  const router = useRouter()
  const { may } = useSession()
  const list = usePages(api.listMatches, { query: { limit: 100 } })
  const waiting = useEndpoint(api.countOrders, {}).data?.waitingNeeds
  const { act, busy, problem } = useAct(api.startMatch)
  const columns = useColumns()
  const start = () =>
    void act({ body: {} }).then((made) => made && router.history.push(`/matches/${made.id}`))
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={
          may('custody.handOut') && (
            <Button
              kind="primary"
              busy={busy}
              cannot={waiting === 0 ? t(texts.noneWait) : null}
              onPress={start}
            >
              {t(texts.start)}
            </Button>
          )
        }
      />
      <Refusal problem={list.problem ?? problem} />
      {waiting !== undefined && waiting > 0 && !list.problem && (
        <div className="ordnotice">
          <Notice title={t(texts.waiting, waiting)} />
        </div>
      )}
      <DataTable
        label={t(texts.title)}
        columns={columns}
        rows={list.rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.number}
        hrefOf={(row) => `/matches/${row.id}`}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={list.problem ? null : <EmptyState>{t(texts.empty)}</EmptyState>}
      />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText()
  const { num, money, dayOf } = useFormat()
  return [
    { id: 'number', text: t(texts.number), width: 120, cell: (row) => row.number },
    {
      id: 'state',
      text: t(texts.state),
      width: 130,
      need: 1,
      phone: 'end',
      cell: (row) => t(texts.states[row.state]),
    },
    {
      id: 'needs',
      text: t(texts.needs),
      width: 80,
      grow: 0,
      number: true,
      cell: (row) => num(row.needs),
    },
    {
      id: 'met',
      text: t(texts.met),
      width: 80,
      grow: 0,
      number: true,
      phone: 'second-end',
      cell: (row) => (row.met === null ? '' : num(row.met)),
    },
    {
      id: 'total',
      text: t(texts.total),
      width: 150,
      number: true,
      cell: (row) =>
        row.totalOre === null ? '' : money({ amountOre: row.totalOre, currency: 'SEK' }),
    },
    {
      id: 'made',
      text: t(texts.made),
      width: 96,
      grow: 0,
      phone: 'second',
      cell: (row) => dayOf(row.madeAt),
    },
  ]
}
