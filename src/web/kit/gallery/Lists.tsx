// The list as pages have it, over a million invented rows that come a page at a time.
import { useCallback, useState } from 'react'
import { sek } from '../../../core/money.ts'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { Filters } from '../Filters.tsx'
import { useFormat, useText } from '../language.tsx'
import { Flag } from '../Notice.tsx'
import { Section } from '../Page.tsx'
import { SavedViews } from '../SavedViews.tsx'
import { useTableChoices, type Column } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { SelectionBar, type BulkOutcome } from '../table/SelectionBar.tsx'
import { useSelection } from '../table/selection.ts'
import { TableTools } from '../table/TableTools.tsx'
import { Day, Money, Serial } from '../values.tsx'

interface Row {
  readonly id: string
  readonly tag: string
  readonly model: string
  readonly serial: string
  readonly holder: string
  readonly unit: string
  readonly ends: string
  readonly over: number
  readonly valueOre: number
}
const TOTAL = 1_000_000
const models = ['ThinkPad T14 G2', 'Latitude 5420', 'ProBook 450 G8', 'MacBook Air M1']
const holders = ['Elin Sandberg', 'Ali Rahimi', 'Karin Öhman', 'Tomas Björk', 'Nour Haddad']
const units = ['Gläntans förskola', 'Åbrinks skola', 'Lärcenter Norr', 'Utbildningskontoret']
const rowOf = (at: number): Row => ({
  id: `r${at}`,
  tag: `EX-${String(Math.floor((104815 + at) / 1000))}\u00a0${String((104815 + at) % 1000).padStart(3, '0')}`,
  model: models[at % 4]!,
  serial: `PF${(0x3a9c1 + at * 7919).toString(36).toUpperCase()}`,
  holder: holders[at % 5]!,
  unit: units[at % 4]!,
  ends: `2026-${String(3 + (at % 9)).padStart(2, '0')}-28`,
  over: at % 3 === 0 ? 12 : 0,
  valueOre: 89000 + (at % 17) * 13000,
})
const pageOf = (from: number) => Array.from({ length: 200 }, (_, at) => rowOf(from + at))

export function Lists() {
  const t = useText()
  const { money } = useFormat()
  const [rows, setRows] = useState(() => pageOf(0))
  const [sort, setSort] = useState('ends')
  const [values, setValues] = useState<Record<string, readonly string[]>>({ unit: ['u0', 'u1'] })
  const [choices, choose] = useTableChoices('gallery')
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const selection = useSelection()
  const loadMore = useCallback(() => setRows((before) => [...before, ...pageOf(before.length)]), [])
  const columns: readonly Column<Row>[] = [
    {
      id: 'tag',
      text: t({ sv: 'Inventarienr', en: 'Asset tag' }),
      cell: (row) => row.tag,
      width: 100,
    },
    {
      id: 'model',
      text: t({ sv: 'Modell', en: 'Model' }),
      cell: (row) => row.model,
      phone: 'second',
    },
    {
      id: 'serial',
      text: t({ sv: 'Serienummer', en: 'Serial number' }),
      cell: (row) => <Serial>{row.serial}</Serial>,
      need: 3,
    },
    {
      id: 'holder',
      text: t({ sv: 'Hos', en: 'Held by' }),
      cell: (row) => row.holder,
      phone: 'second-end',
    },
    {
      id: 'unit',
      text: t({ sv: 'Enhet eller plats', en: 'Unit or place' }),
      cell: (row) => <span className="muted">{row.unit}</span>,
      need: 3,
    },
    {
      id: 'ends',
      text: t({ sv: 'Slutdatum', en: 'End date' }),
      sort: true,
      width: 200,
      phone: 'third',
      cell: (row) => (
        <>
          <Day day={row.ends} />{' '}
          {row.over > 0 && <Flag>{t({ sv: '12 dagar över', en: '12 days over' })}</Flag>}
        </>
      ),
    },
    {
      id: 'value',
      text: t({ sv: 'Väntat restvärde, kr', en: 'Expected residual, SEK' }),
      number: true,
      sort: true,
      width: 150,
      phone: 'end',
      cell: (row) => <Money bare money={sek(row.valueOre)} />,
    },
  ]
  return (
    <Section title="SavedViews, Filters, DataTable, SelectionBar">
      <SavedViews
        current="unit"
        changed
        onSave={() => {}}
        views={[
          { id: 'all', text: t({ sv: 'Allt', en: 'All' }), href: '/kit', count: 13541 },
          { id: 'due', text: t({ sv: 'Dags att byta', en: 'Due' }), href: '/kit', count: 386 },
          {
            id: 'unit',
            text: t({ sv: 'Bärbara på Utbildning', en: 'Laptops at Education' }),
            href: '/kit',
            count: 1118,
          },
        ]}
      />
      <Filters
        values={values}
        onChange={(id, next) => setValues({ ...values, [id]: next })}
        count={TOTAL}
        filters={[
          {
            id: 'unit',
            text: t({ sv: 'Enhet', en: 'Unit' }),
            options: units.map((text, at) => ({ id: `u${at}`, text })),
          },
          {
            id: 'model',
            text: t({ sv: 'Modell', en: 'Model' }),
            options: Array.from({ length: 40 }, (_, at) => ({
              id: `m${at}`,
              text: `${models[at % 4]} ${at}`,
            })),
          },
        ]}
        tools={
          <TableTools columns={columns} choices={choices} onChoose={choose} downloadHref="/kit" />
        }
      />
      <DataTable
        label={t({ sv: 'Utrustning', en: 'Equipment' })}
        columns={columns}
        rows={rows}
        total={TOTAL}
        hasMore={rows.length < TOTAL}
        loadMore={loadMore}
        idOf={(row) => row.id}
        nameOf={(row) => row.tag}
        hrefOf={() => '/kit'}
        sort={sort}
        onSort={setSort}
        selection={selection}
        choices={choices}
        empty={<EmptyState>{t({ sv: 'Inget stämmer.', en: 'Nothing matches.' })}</EmptyState>}
        foot={
          <SelectionBar
            selection={selection}
            total={TOTAL}
            outcome={outcome}
            sum={t(
              {
                sv: (sum: string) => `väntat restvärde ${sum}`,
                en: (sum: string) => `expected residual ${sum}`,
              },
              money(sek(sumOf(rows, selection.has))),
            )}
          >
            <Button
              small
              kind="primary"
              onPress={() =>
                setOutcome({
                  text: t({ sv: '1 föreslagen. 1 gick inte:', en: '1 proposed. 1 could not be:' }),
                  refused: [
                    {
                      name: 'EX-104 822',
                      why: t({ sv: 'är redan inlämnad', en: 'is already handed in' }),
                    },
                  ],
                })
              }
            >
              {t({ sv: 'Föreslå inlämning', en: 'Propose hand-in' })}
            </Button>
            <Button small>{t({ sv: 'Förläng', en: 'Extend' })}</Button>
            <Button small>{t({ sv: 'Flytta', en: 'Move' })}</Button>
          </SelectionBar>
        }
      />
    </Section>
  )
}

const sumOf = (rows: readonly Row[], has: (id: string) => boolean) =>
  rows.reduce((sum, row) => (has(row.id) ? sum + row.valueOre : sum), 0)
