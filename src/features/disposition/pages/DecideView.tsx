// Graded devices, each with what is proposed and why; one or many are decided at a time.
import { useMemo, useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText, type Translate } from '../../../web/kit/language.tsx'
import type { Formats } from '../../../core/format.ts'
import { Notice } from '../../../web/kit/Notice.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { SelectionBar, type BulkOutcome } from '../../../web/kit/table/SelectionBar.tsx'
import { useSelection } from '../../../web/kit/table/selection.ts'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { api as devices } from '../../devices/api.ts'
import { stepTexts } from '../texts.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { nameOf, type GradedDevice } from './graded.ts'
import { reasonWords, useProposals, type Proposal } from './proposals.ts'
import { outcomesSearch } from './search.ts'

export function DecideView({ total }: { readonly total: number | undefined }) {
  const t = useText()
  const formats = useFormat()
  const { may } = useSession()
  const [search, setSearch] = useSearch(outcomesSearch)
  const list = usePages(devices.listDevices, { query: { status: 'graded' } })
  const ids = useMemo(() => list.rows.map(({ id }) => id), [list.rows])
  const { known, problem } = useProposals(ids)
  const selection = useSelection()
  const [many, setMany] = useState(false)
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const columns = useMemo(() => columnsOf(known, t, formats), [known, t, formats])
  const chosen = many
    ? list.rows.filter(({ id }) => selection.has(id))
    : list.rows.filter(({ id }) => id === search.device)
  const close = () => {
    setMany(false)
    setSearch({ device: '' })
  }
  const decides = may('disposition.decide')
  return (
    <>
      <Refusal problem={list.problem ?? problem} />
      {outcome && selection.count(list.rows.length) === 0 && (
        <Notice tone={outcome.refused.length > 0 ? 'warn' : 'plain'} title={outcome.text}>
          {outcome.refused.map(({ name, why }) => (
            <p key={name}>
              <b>{name}</b> {why}
            </p>
          ))}
        </Notice>
      )}
      {!list.problem && (
        <DataTable
          label={t(texts.viewDecide)}
          columns={columns}
          rows={list.rows}
          idOf={({ id }) => id}
          nameOf={nameOf}
          {...(decides && {
            hrefOf: ({ id }: GradedDevice) => hrefOf('/outcomes', outcomesSearch, { device: id }),
            selection,
          })}
          total={total}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          waiting={list.waiting}
          stale={list.stale}
          empty={
            <EmptyState
              act={
                may('grading.grade') && (
                  <LinkButton href="/grading">{t(texts.toGrading)}</LinkButton>
                )
              }
            >
              {t(texts.emptyDecide)}
            </EmptyState>
          }
          foot={
            decides && (
              <SelectionBar selection={selection} total={list.rows.length} outcome={null}>
                <Button kind="primary" onPress={() => setMany(true)}>
                  {t(texts.toDecide)}
                </Button>
              </SelectionBar>
            )
          }
        />
      )}
      {chosen.length > 0 && decides && chosen.every(({ id }) => known.has(id)) && (
        <DecideDialog
          devices={chosen}
          proposals={known}
          onClose={close}
          onDone={(how) => {
            setOutcome(how)
            selection.clear()
            close()
          }}
        />
      )}
    </>
  )
}

function columnsOf(
  proposals: ReadonlyMap<string, Proposal>,
  t: Translate,
  formats: Formats,
): readonly Column<GradedDevice>[] {
  const proposed = (id: string) => {
    const step = proposals.get(id)?.step
    return step ? t(stepTexts[step]) : (proposals.get(id)?.title ?? t(texts.counting))
  }
  const why = (id: string) =>
    (proposals.get(id)?.reasons ?? []).map((reason) => reasonWords(reason, t, formats)).join('. ')
  return [
    {
      id: 'device',
      text: t(texts.device),
      width: 120,
      cell: (row) => <Serial>{nameOf(row)}</Serial>,
    },
    {
      id: 'model',
      text: t(texts.model),
      width: 160,
      phone: 'second',
      cell: ({ maker, model }) => `${maker} ${model}`,
    },
    {
      id: 'grade',
      text: t(texts.grade),
      width: 48,
      grow: 0,
      phone: 'second-end',
      cell: ({ grade }) => <b>{grade}</b>,
    },
    {
      id: 'proposal',
      text: t(texts.proposal),
      width: 140,
      need: 1,
      phone: 'end',
      cell: ({ id }) => proposed(id),
    },
    {
      id: 'why',
      text: t(texts.why),
      width: 320,
      grow: 3,
      need: 3,
      phone: 'third',
      cell: ({ id }) => <span className="muted">{why(id)}</span>,
    },
    { id: 'owner', text: t(texts.owner), need: 3, cell: ({ owner }) => owner?.name },
    {
      id: 'since',
      text: t(texts.since),
      width: 92,
      grow: 0,
      cell: ({ statusSince }) => <Instant at={statusSince} only="day" />,
    },
  ]
}
