// The lists of the catalogue: a heading, what adds to it, and rows that lead on.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import type { usePages } from '../../../web/kit/use-endpoint.ts'

interface ListedPages<Row> extends Pick<
  ReturnType<typeof usePages>,
  'hasMore' | 'loadMore' | 'waiting' | 'stale' | 'problem'
> {
  readonly rows: readonly Row[]
}

export function CatalogueList<Row extends { readonly id: string }>(props: {
  readonly title: string
  readonly lead: string
  /** Says the act that adds; null for who may not. */
  readonly adds: string | null
  readonly form: (close: () => void) => React.ReactNode
  readonly list: ListedPages<Row>
  readonly columns: readonly Column<Row>[]
  readonly nameOf: (row: Row) => string
  readonly hrefOf: (row: Row) => string
  readonly empty: string
  /** Stands between the heading and the rows. */
  readonly views?: React.ReactNode
}) {
  const { title, list, adds } = props
  const [adding, add] = useState(false)
  return (
    <>
      <PageHead
        title={title}
        lead={props.lead}
        acts={
          adds && (
            <Button kind="primary" icon={Plus} onPress={() => add(true)}>
              {adds}
            </Button>
          )
        }
      />
      {props.views}
      <Refusal problem={list.problem} />
      <DataTable
        label={title}
        columns={props.columns}
        rows={list.rows}
        idOf={({ id }) => id}
        nameOf={props.nameOf}
        hrefOf={props.hrefOf}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={list.problem ? null : <EmptyState>{props.empty}</EmptyState>}
      />
      {adding && props.form(() => add(false))}
    </>
  )
}
