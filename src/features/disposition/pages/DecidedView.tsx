// Decided outcomes: how they spread over the waste hierarchy, and each with its reason and deadline.
import { useMemo } from 'react'
import { dayOf, daysBetween } from '../../../core/dates.ts'
import type { Output } from '../../../core/endpoint.ts'
import { sek } from '../../../core/money.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Hierarchy } from '../../../web/kit/charts/Hierarchy.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Filters } from '../../../web/kit/Filters.tsx'
import { useFormat, useLanguage, useText, type Translate } from '../../../web/kit/language.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useTableChoices, type Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { TableTools } from '../../../web/kit/table/TableTools.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { Day, Instant, Money, Serial } from '../../../web/kit/values.tsx'
import { api } from '../api.ts'
import { isLower, outcomeSteps, type OutcomeStep } from '../rules/hierarchy.ts'
import { lowerReasonTexts, stepTexts } from '../texts.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { outcomesSearch } from './search.ts'

const today = () => dayOf(new Date())
type Row = Output<typeof api.listOutcomes>['items'][number]

export function DecidedView({ all }: { readonly all: number | undefined }) {
  const t = useText()
  const [search, setSearch] = useSearch(outcomesSearch)
  const [choices, choose] = useTableChoices('outcomes')
  const year = /^\d{4}$/.test(search.year) ? search.year : ''
  const period = year ? { from: `${year}-01-01`, to: `${year}-12-31` } : {}
  const query = { ...period, ...(search.step && { step: search.step }) }
  const list = usePages(api.listOutcomes, { query })
  const counts = useEndpoint(api.countOutcomes, { query: period })
  const columns = useMemo(() => columnsOf(t), [t])
  const thisYear = Number(today().slice(0, 4))
  const total = search.step
    ? counts.data?.byStep.find(({ step }) => step === search.step)?.count
    : counts.data?.total
  const filtered = Boolean(search.step || year)
  return (
    <>
      <Filters
        filters={[
          {
            id: 'step',
            text: t(texts.filterStep),
            single: true,
            options: outcomeSteps.map((id) => ({ id, text: t(stepTexts[id]) })),
          },
          {
            id: 'year',
            text: t(texts.filterPeriod),
            single: true,
            options: Array.from({ length: 11 }, (_, back) => String(thisYear - back)).map((id) => ({
              id,
              text: id,
            })),
          },
        ]}
        values={{ step: search.step ? [search.step] : [], year: year ? [year] : [] }}
        onChange={(id, [value = '']) => setSearch({ [id]: value })}
        count={total}
        total={all}
        tools={
          <TableTools
            columns={columns}
            choices={choices}
            onChoose={choose}
            downloadHref={csvOf(addressOf(api.listOutcomes, { query }))}
          />
        }
      />
      <Refusal problem={list.problem ?? counts.error} />
      {counts.data && counts.data.total > 0 && <Steps counts={counts.data} year={year} />}
      {!list.problem && (
        <Section title={t(texts.list)}>
          <DataTable
            label={t(texts.list)}
            columns={columns}
            rows={list.rows}
            idOf={({ id }) => id}
            nameOf={nameOf}
            hrefOf={({ deviceId }) => `/devices/${deviceId}`}
            total={total}
            hasMore={list.hasMore}
            loadMore={list.loadMore}
            waiting={list.waiting}
            stale={list.stale}
            choices={choices}
            empty={
              <EmptyState
                act={
                  filtered && (
                    <LinkButton href="/outcomes?view=decided">{t(texts.clearFilter)}</LinkButton>
                  )
                }
              >
                {t(filtered ? texts.emptyFilter : texts.emptyDecided)}
              </EmptyState>
            }
          />
        </Section>
      )}
    </>
  )
}

/** Every list is also a file: the same question, with the format named. */
const csvOf = (address: string) => `${address}${address.includes('?') ? '&' : '?'}format=csv`
const nameOf = (row: Row) => row.serialNumber ?? row.assetTag ?? '–'

function Steps(props: {
  readonly counts: Output<typeof api.countOutcomes>
  readonly year: string
}) {
  const { t, language } = useLanguage()
  const { num } = useFormat()
  const { counts, year } = props
  const of = (step: OutcomeStep) => counts.byStep.find((one) => one.step === step)?.count ?? 0
  return (
    <Section beside title={t(texts.hierarchy)} lead={t(texts.hierarchyLead, num(counts.total))}>
      <Hierarchy
        language={language}
        fileName={`avfallstrappan${year && `-${year}`}`}
        counts={{
          reuse: of('internalReuse') + of('resale') + of('donation'),
          prepare: of('parts'),
          recycling: of('recycling'),
          recovery: of('recovery'),
          disposal: of('disposal'),
        }}
        notes={{
          reuse: t(
            texts.reuseNote,
            num(of('internalReuse')),
            num(of('resale')),
            num(of('donation')),
          ),
          ...(of('parts') > 0 && { prepare: t(texts.partsNote) }),
        }}
        source={t(texts.source, today())}
      />
    </Section>
  )
}

function columnsOf(t: Translate): readonly Column<Row>[] {
  const now = today()
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
      width: 150,
      phone: 'second',
      cell: ({ maker, model }) => [maker, model].filter(Boolean).join(' '),
    },
    { id: 'grade', text: t(texts.grade), width: 44, grow: 0, cell: ({ grade }) => grade },
    {
      id: 'outcome',
      text: t(texts.outcome),
      width: 150,
      need: 1,
      phone: 'end',
      cell: ({ step }) => t(stepTexts[step]),
    },
    {
      id: 'why',
      text: t(texts.why),
      width: 220,
      grow: 2,
      need: 3,
      cell: ({ step, proposedStep, reason, words }) =>
        isLower(step, proposedStep) ? (
          <span className="muted">
            {[
              reason && reason !== 'other' ? t(lowerReasonTexts[reason]) : words,
              t(texts.lower, t(stepTexts[proposedStep]).toLowerCase()),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        ) : (
          <span className="faint">{t(texts.isProposal)}</span>
        ),
    },
    {
      id: 'on',
      text: t(texts.decidedOn),
      width: 92,
      grow: 0,
      phone: 'second-end',
      cell: ({ decidedAt }) => <Instant at={decidedAt} only="day" />,
    },
    { id: 'owner', text: t(texts.owner), need: 3, cell: ({ owner }) => owner },
    {
      id: 'due',
      text: t(texts.wasteDue),
      width: 170,
      phone: 'third',
      cell: ({ wasteDueOn }) =>
        wasteDueOn && (
          <>
            <Day day={wasteDueOn} />{' '}
            {wasteDueOn >= now && <Flag>{t(texts.dueSoon, daysBetween(now, wasteDueOn))}</Flag>}
          </>
        ),
    },
    {
      id: 'price',
      text: t(texts.amount),
      number: true,
      width: 90,
      need: 3,
      cell: ({ priceOre }) => priceOre !== null && <Money bare money={sek(priceOre)} />,
    },
  ]
}
