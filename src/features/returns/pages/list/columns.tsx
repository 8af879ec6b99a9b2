import type { Static } from 'typebox'
import type { Formats } from '../../../../core/format.ts'
import { Flag } from '../../../../web/kit/charts/Flag.tsx'
import type { Translate } from '../../../../web/kit/language.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import type { Collection } from '../../api/shapes.ts'
import { collectionStateTexts } from '../../texts.ts'
import { directionTexts, listTexts as texts } from '../../texts/pages.ts'

export type ListedCollection = Static<typeof Collection>

/** What happened last: closed, counted, sent or begun. */
const latestOf = (row: ListedCollection): string =>
  row.closedAt ?? row.receivedAt ?? row.sentAt ?? row.createdAt

const otherSide = (row: ListedCollection): string =>
  row.direction === 'out' ? row.receiver.name : row.sender.name

export const columnsOf = (
  t: Translate,
  { num, dayOf }: Formats,
  { direction }: { readonly direction: boolean },
): readonly Column<ListedCollection>[] => [
  { id: 'number', text: t(texts.number), width: 120, cell: (row) => row.number },
  {
    id: 'state',
    text: t(texts.state),
    width: 100,
    need: 1,
    phone: 'end',
    cell: (row) => t(collectionStateTexts[row.state]),
  },
  ...(direction
    ? [
        {
          id: 'direction',
          text: t(texts.direction),
          width: 80,
          grow: 0,
          cell: (row: ListedCollection) => t(directionTexts[row.direction]),
        },
      ]
    : []),
  {
    id: 'other',
    text: t(texts.other),
    width: 160,
    grow: 2,
    need: 1,
    phone: 'second',
    cell: otherSide,
  },
  {
    id: 'devices',
    text: t(texts.devices),
    width: 72,
    grow: 0,
    number: true,
    need: 1,
    phone: 'second-end',
    cell: (row) => num(row.counts.total),
  },
  {
    id: 'counted',
    text: t(texts.counted),
    width: 72,
    grow: 0,
    number: true,
    need: 3,
    cell: (row) => (row.receivedAt ? num(row.counts.received) : ''),
  },
  {
    id: 'discrepancies',
    text: t(texts.discrepancies),
    width: 120,
    phone: 'third',
    cell: ({ counts }) =>
      counts.openDiscrepancies > 0 ? (
        <Flag>{t(texts.open, num(counts.openDiscrepancies))}</Flag>
      ) : counts.discrepancies > 0 ? (
        num(counts.discrepancies)
      ) : (
        ''
      ),
  },
  { id: 'day', text: t(texts.day), width: 96, grow: 0, cell: (row) => dayOf(latestOf(row)) },
]
