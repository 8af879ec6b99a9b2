import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../../web/kit/values.tsx'
import { importApi } from '../../api/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { hrefOfImport } from './address.ts'
import type { Run } from './shapes.ts'

export function History() {
  const t = useText()
  const { num } = useFormat()
  const pages = usePages(importApi.listImports, { query: { limit: 100 } })
  const figure = (id: 'created' | 'updated' | 'unchanged' | 'refused'): Column<Run> => ({
    id,
    text: t(texts[id]),
    number: true,
    width: 90,
    grow: 0,
    cell: (run) => (run.work === 'import' ? num(run.counts[id]) : ''),
  })
  const columns: readonly Column<Run>[] = [
    { id: 'file', text: t(texts.file), width: 220, grow: 2, cell: (run) => run.fileName },
    {
      id: 'uploaded',
      text: t(texts.uploaded),
      width: 140,
      grow: 0,
      phone: 'second',
      cell: (run) => <Instant at={run.uploadedAt} />,
    },
    {
      id: 'state',
      text: t(texts.state),
      width: 170,
      phone: 'third',
      cell: (run) => t(texts.states[run.state]),
    },
    figure('created'),
    figure('updated'),
    figure('unchanged'),
    figure('refused'),
  ]
  if (pages.problem) return <Refusal problem={pages.problem} />
  return (
    <DataTable
      label={t(texts.history)}
      columns={columns}
      rows={pages.rows}
      idOf={(run) => run.id}
      nameOf={(run) => run.fileName}
      hrefOf={(run) => hrefOfImport(run.id)}
      hasMore={pages.hasMore}
      loadMore={pages.loadMore}
      waiting={pages.waiting}
      empty={<EmptyState>{t(texts.historyEmpty)}</EmptyState>}
    />
  )
}
