// What becomes of the rows, one part at a time: differences field by field, and refusals.
import { Download } from 'lucide-react'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { useFormat, useText, type Translate } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../../web/kit/search.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { Tabs } from '../../../../web/kit/Tabs.tsx'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importFieldTexts } from '../../texts/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { importSearch } from './address.ts'
import { shownValue } from './shown-value.ts'
import type { OutcomeRow, Run } from './shapes.ts'

const parts = [
  { id: 'updated', text: texts.changesPart, none: texts.noneChanged },
  { id: 'created', text: texts.createsPart, none: texts.noneCreated },
  { id: 'refused', text: texts.refusedPart, none: texts.noneRefused },
  { id: 'notApplied', text: texts.holdersPart, none: texts.noneHolders },
] as const
type Part = (typeof parts)[number]['id']

export function Outcomes(props: { readonly run: Run; readonly counts: Run['counts'] }) {
  const { run, counts } = props
  const t = useText()
  const { num } = useFormat()
  const [search, setSearch] = useSearch(importSearch)
  const first = parts.find(({ id }) => counts[id] > 0)?.id ?? 'updated'
  const shown = parts.filter(({ id }) => id !== 'notApplied' || counts.notApplied > 0)
  return (
    <Tabs
      label={t(texts.lookCloser)}
      value={search.part || first}
      onChange={(part) => setSearch({ part: part as Part }, { replace: true })}
      parts={shown.map(({ id, text, none }) => ({
        id,
        text: t(text),
        count: num(counts[id]),
        content:
          counts[id] === 0 ? (
            <p className="muted">{t(none)}</p>
          ) : id === 'refused' ? (
            <Refused run={run} />
          ) : (
            <Differences run={run} outcome={id} total={counts[id]} />
          ),
      }))}
    />
  )
}

const query = (run: Run, outcome: Part, limit: number) => ({
  params: { importId: run.id },
  query: { outcome, limit },
})

function Refused({ run }: { readonly run: Run }) {
  const t = useText()
  const pages = usePages(importApi.listImportRows, query(run, 'refused', 100))
  if (pages.problem) return <Refusal problem={pages.problem} />
  return (
    <div className="stack">
      <RefusedFile run={run} />
      <DataTable
        label={t(texts.refusedPart)}
        columns={refusedColumns(t)}
        rows={pages.rows}
        idOf={(row) => String(row.row)}
        nameOf={(row) => t(texts.rowOf, String(row.row))}
        total={run.counts.refused}
        hasMore={pages.hasMore}
        loadMore={pages.loadMore}
        waiting={pages.waiting}
        empty={null}
      />
    </div>
  )
}

/** Every refused row with its reason, in a file that a spreadsheet opens. */
export function RefusedFile({ run }: { readonly run: Run }) {
  const t = useText()
  const address = addressOf(importApi.listImportRows, {
    params: { importId: run.id },
    query: { outcome: 'refused' },
  })
  return (
    <div className="tools">
      <LinkButton href={`${address}&format=csv`} download small icon={Download}>
        {t(texts.downloadRefused)}
      </LinkButton>
    </div>
  )
}

const refusedColumns = (t: Translate): readonly Column<OutcomeRow>[] => [
  { id: 'row', text: t(texts.row), width: 56, grow: 0, cell: (row) => row.row },
  {
    id: 'column',
    text: t(texts.column),
    width: 140,
    phone: 'end',
    need: 3,
    cell: (row) => <span className="muted">{columnOf(t, row)}</span>,
  },
  {
    id: 'cell',
    text: t(texts.cell),
    width: 140,
    phone: 'third',
    need: 3,
    cell: (row) => <span className="sn">{row.value}</span>,
  },
  {
    id: 'reason',
    text: t(texts.reason),
    width: 280,
    grow: 4,
    need: 1,
    phone: 'second',
    cell: (row) => <span title={row.message ?? ''}>{row.message}</span>,
  },
]

/** A field without a column of its own is called by its name. */
const columnOf = (t: Translate, { heading }: OutcomeRow) =>
  heading !== null && heading in importFieldTexts
    ? t(importFieldTexts[heading as keyof typeof importFieldTexts])
    : heading

function Differences(props: { readonly run: Run; readonly outcome: Part; readonly total: number }) {
  const { run, outcome, total } = props
  const t = useText()
  const { num } = useFormat()
  const pages = usePages(importApi.listImportRows, query(run, outcome, 25))
  if (pages.problem) return <Refusal problem={pages.problem} />
  return (
    <div className="stack">
      <ol className="differences">
        {pages.rows.map((row) => (
          <Difference key={row.row} row={row} />
        ))}
      </ol>
      {pages.hasMore ? (
        <Button small onPress={pages.loadMore}>
          {t(texts.more)}
        </Button>
      ) : (
        pages.rows.length < total &&
        !pages.waiting && (
          <p className="note">{t(texts.sample, num(pages.rows.length), num(total))}</p>
        )
      )}
    </div>
  )
}

function Difference({ row }: { readonly row: OutcomeRow }) {
  const t = useText()
  const formats = useFormat()
  const shown = (field: OutcomeRow['changes'][number]['field'], value: string | null) =>
    value === null || value === '' ? (
      <span className="faint">{t(texts.empty)}</span>
    ) : (
      shownValue(field, value, t, formats)
    )
  return (
    <li>
      <p>
        {row.deviceId && row.device && row.outcome !== 'created' ? (
          <Link href={`/devices/${row.deviceId}`}>{row.device}</Link>
        ) : (
          <b>{row.device ?? nameOf(row)}</b>
        )}{' '}
        <span className="note">{t(texts.rowOf, formats.num(row.row))}</span>
      </p>
      {row.message && <p className="muted">{row.message}</p>}
      <dl>
        {row.changes
          .filter(({ from, to }) => row.outcome !== 'created' || (to !== null && from !== to))
          .map(({ field, from, to }) => (
            <div key={field}>
              <dt>{t(importFieldTexts[field])}</dt>
              <dd>
                {row.outcome !== 'created' && (
                  <>
                    <span className="old">{shown(field, from)}</span>{' '}
                    <span className="faint">{t(texts.becomes)}</span>{' '}
                  </>
                )}
                {shown(field, to)}
              </dd>
            </div>
          ))}
      </dl>
    </li>
  )
}

/** A device that is not yet in the register goes by its marks in the file. */
const nameOf = ({ changes }: OutcomeRow) =>
  (['assetTag', 'serialNumber', 'imei', 'name'] as const)
    .map((mark) => changes.find(({ field }) => field === mark)?.to)
    .find(Boolean)
