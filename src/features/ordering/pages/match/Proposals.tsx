// Each need with the device that the whole is cheapest with.
import { useMemo } from 'react'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { SavedViews } from '../../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../../web/kit/search.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { matchTexts as texts, orderTexts } from '../../texts/pages.ts'
import { nameOf } from '../device-name.ts'
import type { WholeMatch } from '../MatchPage.tsx'
import { whatOf, whoOf } from '../order/need-words.ts'
import { proposalSearch } from '../search.ts'
import { ProposalDialog } from './ProposalDialog.tsx'
import { costOf, whyOf, type Proposal } from './why.ts'

export function Proposals({ match }: { readonly match: WholeMatch }) {
  const t = useText()
  const [search, setSearch] = useSearch(proposalSearch)
  const path = `/matches/${match.id}`
  const columns = useColumns()
  const opened = match.proposals.find(({ need }) => need.id === search.need)
  const met = match.proposals.filter(({ device }) => device !== null)
  const unmet = match.proposals.filter(({ device }) => device === null)
  const rows = { '': match.proposals, met, unmet }
  return (
    <>
      {met.length > 0 && unmet.length > 0 && (
        <SavedViews
          current={search.shown || 'all'}
          views={(['', 'met', 'unmet'] as const).map((id) => ({
            id: id || 'all',
            text: t(texts.shown[id || 'all']),
            href: hrefOf(path, proposalSearch, { shown: id }),
            count: rows[id].length,
          }))}
        />
      )}
      <DataTable
        label={t(texts.proposals)}
        columns={columns}
        rows={rows[search.shown]}
        idOf={({ need }) => need.id}
        nameOf={({ need }) => whoOf(need)}
        hrefOf={({ need }) => hrefOf(path, proposalSearch, { shown: search.shown, need: need.id })}
        empty={null}
      />
      {opened && (
        <ProposalDialog match={match} proposal={opened} onClose={() => setSearch({ need: '' })} />
      )}
    </>
  )
}

function useColumns(): readonly Column<Proposal>[] {
  const t = useText()
  const formats = useFormat()
  return useMemo(
    () => [
      { id: 'who', text: t(orderTexts.who), width: 150, cell: ({ need }) => whoOf(need) },
      {
        id: 'what',
        text: t(orderTexts.what),
        width: 190,
        need: 3,
        cell: ({ need }) => whatOf(need, t),
      },
      {
        id: 'device',
        text: t(texts.device),
        width: 230,
        grow: 2,
        need: 1,
        phone: 'second',
        cell: ({ device, pinned }) =>
          device
            ? `${nameOf(device)}${pinned ? ` (${t(texts.pinned).toLowerCase()})` : ''}`
            : t(texts.noDevice),
      },
      {
        id: 'cost',
        text: t(texts.cost),
        width: 110,
        grow: 0,
        number: true,
        phone: 'end',
        cell: (row) => {
          const amountOre = costOf(row)
          return amountOre === null ? '' : formats.money({ amountOre, currency: 'SEK' })
        },
      },
      {
        id: 'why',
        text: t(texts.why),
        width: 260,
        grow: 2,
        phone: 'third',
        cell: (row) => <span className="muted">{whyOf(row, t, formats)}</span>,
      },
    ],
    [t, formats],
  )
}
