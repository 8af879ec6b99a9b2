// What becomes of the rows, one part at a time: differences field by field, and refusals.
import { Download } from 'lucide-react'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../../web/kit/search.ts'
import { Tabs } from '../../../../web/kit/Tabs.tsx'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importFieldTexts } from '../../texts/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { importSearch } from './address.ts'
import { columnOf } from './column-of.ts'
import { Reasons } from './Reasons.tsx'
import { capital, shownValue } from './shown-value.ts'
import type { OutcomeRow, Run } from './shapes.ts'

const parts = [
  { id: 'updated', text: texts.toUpdate, after: texts.updated, none: texts.noneChanged },
  { id: 'created', text: texts.toCreate, after: texts.created, none: texts.noneCreated },
  { id: 'refused', text: texts.toRefuse, after: texts.refused, none: texts.noneRefused },
  { id: 'notApplied', text: texts.leftPart, after: texts.leftPart, none: texts.noneLeft },
] as const
type Part = (typeof parts)[number]['id']

export function Outcomes(props: { readonly run: Run; readonly counts: Run['counts'] }) {
  const { run, counts } = props
  const t = useText()
  const { num } = useFormat()
  const [search, setSearch] = useSearch(importSearch)
  const imported = run.work === 'import'
  // What has been created stands in the register; only the review keeps a sample of it.
  const shown = parts.filter(({ id }) =>
    id === 'created' ? !imported : id !== 'notApplied' || counts.notApplied > 0,
  )
  const first = shown.find(({ id }) => counts[id] > 0)?.id ?? 'updated'
  return (
    <Tabs
      label={t(texts.lookCloser)}
      value={shown.find(({ id }) => id === search.part)?.id ?? first}
      onChange={(part) => setSearch({ part: part as Part }, { replace: true })}
      parts={shown.map(({ id, text, after, none }) => ({
        id,
        text: t(imported ? after : text),
        count: num(counts[id]),
        content:
          counts[id] === 0 ? (
            <p className="muted">{t(none)}</p>
          ) : (
            <Rows run={run} outcome={id} total={counts[id]} />
          ),
      }))}
    />
  )
}

const query = (run: Run, outcome: Part, limit: number, code: string) => ({
  params: { importId: run.id },
  query: { outcome, limit, ...(code && { code }) },
})

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

function Rows(props: { readonly run: Run; readonly outcome: Part; readonly total: number }) {
  const { run, outcome, total } = props
  const t = useText()
  const { num } = useFormat()
  const refused = outcome === 'refused'
  const [search, setSearch] = useSearch(importSearch)
  const reason = refused ? search.reason : ''
  const asked = query(run, outcome, refused ? 100 : 25, reason)
  const pages = usePages(importApi.listImportRows, asked)
  if (pages.problem) return <Refusal problem={pages.problem} />
  const { length } = pages.rows
  return (
    <div className="stack">
      {refused && (
        <Reasons
          run={run}
          chosen={reason}
          onChoose={(code) => setSearch({ reason: code }, { replace: true })}
        />
      )}
      {refused && <RefusedFile run={run} />}
      <ol className="differences">
        {pages.rows.map((row) =>
          refused ? (
            <Refused key={row.row} row={row} />
          ) : outcome === 'created' ? (
            <Creation key={row.row} row={row} />
          ) : (
            <Difference key={row.row} row={row} />
          ),
        )}
      </ol>
      {length < total && !pages.waiting && !reason && (
        <p className="note">
          {t(pages.hasMore ? texts.shownOf : texts.sample, num(length), num(total))}
        </p>
      )}
      {pages.hasMore && (
        <Button small onPress={pages.loadMore}>
          {t(texts.more)}
        </Button>
      )}
    </div>
  )
}

function Refused({ row }: { readonly row: OutcomeRow }) {
  const t = useText()
  const { num } = useFormat()
  const column = columnOf(t, row.heading)
  return (
    <li>
      <p>
        <b>{t(texts.rowOf, num(row.row))}</b>
        {column && <span className="muted">, {column}</span>}
      </p>
      <p>{row.message}</p>
    </li>
  )
}

/** What these hold is seen by the value; a day or a disk is called by its field. */
const plain: ReadonlySet<OutcomeRow['changes'][number]['field']> = new Set([
  ...(['assetTag', 'serialNumber', 'name', 'kind', 'maker', 'model', 'priceOre', 'note'] as const),
  ...(['holderName', 'holderEmail', 'unitName', 'placeName', 'osName', 'supplierName'] as const),
])

/** One line is enough for what is new: its marks, then the rest in the order of the fields. */
function Creation({ row }: { readonly row: OutcomeRow }) {
  const t = useText()
  const formats = useFormat()
  const values = row.changes.filter(({ to }) => to !== null && to !== '')
  return (
    <li>
      <p>
        <b>{nameOf(row)}</b> <span className="note">{t(texts.rowOf, formats.num(row.row))}</span>
      </p>
      <p className="muted">
        {values
          .filter(({ to }) => to !== nameOf(row))
          .map(({ field, to }) => {
            const value = shownValue(field, to!, t, formats)
            return plain.has(field) ? value : `${t(importFieldTexts[field])} ${value}`
          })
          .join(' · ')}
      </p>
    </li>
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
        {row.deviceId && row.device ? (
          <Link href={`/devices/${row.deviceId}`}>{row.device}</Link>
        ) : (
          <b>{row.device ?? nameOf(row)}</b>
        )}{' '}
        <span className="note">{t(texts.rowOf, formats.num(row.row))}</span>
      </p>
      {row.message && <p className="muted">{row.message}</p>}
      <dl>
        {row.changes.map(({ field, from, to, applied }) => (
          <div key={field}>
            <dt>{capital(t(importFieldTexts[field]))}</dt>
            <dd>
              {/* Nothing was there to strike out. */}
              <span className={applied && from ? 'old' : undefined}>{shown(field, from)}</span>{' '}
              <span className="faint">{t(applied ? texts.becomes : texts.inFile)}</span>{' '}
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
