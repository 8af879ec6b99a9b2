// The columns of the register. On a phone a row is three lines: number and status, model and who, date.
import { useMemo } from 'react'
import { daysBetween, type Day as PlainDay } from '../../../../core/dates.ts'
import type { Output } from '../../../../core/endpoint.ts'
import { sek } from '../../../../core/money.ts'
import { Status } from '../../../../web/kit/charts/Status.tsx'
import { useLanguage, useText } from '../../../../web/kit/language.tsx'
import { Flag } from '../../../../web/kit/Notice.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { Day, Instant, Money, Serial } from '../../../../web/kit/values.tsx'
import type { api } from '../../api.ts'
import { daysOver, isDue } from '../../rules/due.ts'
import { dataStateTexts, kindTexts } from '../../texts.ts'
import { listTexts } from '../../texts/pages.ts'

export type ListedDevice = Output<typeof api.listDevices>['items'][number]

/** What people call it: its number with us, else the maker's, else what it is. */
export const nameOf = (device: {
  readonly assetTag: string | null
  readonly serialNumber: string | null
  readonly maker: string
  readonly model: string
}): string => device.assetTag ?? device.serialNumber ?? `${device.maker} ${device.model}`

export function useDeviceColumns(today: PlainDay): readonly Column<ListedDevice>[] {
  const t = useText()
  const { language } = useLanguage()
  return useMemo<readonly Column<ListedDevice>[]>(
    () => [
      {
        id: 'assetTag',
        text: t(listTexts.assetTag),
        sort: true,
        width: 92,
        grow: 0.6,
        cell: (row) => row.assetTag ?? row.serialNumber ?? t(listTexts.noTag),
      },
      {
        id: 'model',
        text: t(listTexts.model),
        sort: true,
        width: 120,
        grow: 1.2,
        phone: 'second',
        cell: (row) => row.model,
      },
      {
        id: 'serialNumber',
        text: t(listTexts.serial),
        sort: true,
        width: 108,
        grow: 0.8,
        cell: (row) => row.serialNumber && <Serial>{row.serialNumber}</Serial>,
      },
      {
        id: 'heldBy',
        text: t(listTexts.heldBy),
        width: 116,
        phone: 'second-end',
        cell: (row) => heldBy(row, (unit) => t(listTexts.shared, unit)),
      },
      {
        id: 'where',
        text: t(listTexts.where),
        width: 112,
        cell: (row) => <span className="muted">{whereOf(row)}</span>,
      },
      {
        id: 'status',
        text: t(listTexts.status),
        need: 1,
        width: 128,
        grow: 0.4,
        phone: 'end',
        cell: (row) => (
          <Status status={isDue(row, today) ? 'due' : row.status} language={language} />
        ),
      },
      {
        id: 'endsOn',
        text: t(listTexts.endsOn),
        sort: true,
        width: 176,
        grow: 0.2,
        phone: 'third',
        cell: (row) => <Ends row={row} today={today} />,
      },
      {
        id: 'price',
        text: t(listTexts.price),
        number: true,
        need: 3,
        width: 80,
        grow: 0,
        cell: (row) => row.priceOre !== null && <Money bare money={sek(row.priceOre)} />,
      },
      {
        id: 'data',
        text: t(listTexts.data),
        need: 3,
        width: 150,
        cell: (row) => t(dataStateTexts[row.dataState]),
      },
      {
        id: 'grade',
        text: t(listTexts.grade),
        need: 3,
        width: 44,
        grow: 0,
        cell: (row) => row.grade,
      },
      {
        id: 'kind',
        text: t(listTexts.kind),
        need: 3,
        width: 120,
        cell: (row) => t(kindTexts[row.kind]),
      },
      {
        id: 'since',
        text: t(listTexts.since),
        need: 3,
        width: 84,
        grow: 0,
        cell: (row) => <Instant at={row.statusSince} only="day" />,
      },
      {
        id: 'owner',
        text: t(listTexts.owner),
        need: 3,
        width: 120,
        cell: (row) => row.owner?.name,
      },
    ],
    [t, language, today],
  )
}

/** Shown from the start; the others are a choice. A partner has owners instead of end dates. */
export const hiddenAtFirst = (partner: boolean): readonly string[] =>
  partner
    ? ['heldBy', 'where', 'endsOn', 'price', 'since']
    : ['data', 'grade', 'kind', 'since', 'owner']

function heldBy(row: ListedDevice, shared: (unit: string) => string): string | undefined {
  if (row.holder) return row.holder.name
  if (row.unit) return shared(row.unit.name)
  return row.place?.name ?? row.custodian?.name
}
/** A depot stands under who has it already. */
const whereOf = (row: ListedDevice) => (row.holder ? row.unit?.name : undefined)

function Ends({ row, today }: { readonly row: ListedDevice; readonly today: PlainDay }) {
  const t = useText()
  if (!row.endsOn) return null
  const over = daysOver(row, today)
  return (
    <>
      <Day day={row.endsOn} /> {over !== null && <Flag>{t(listTexts.over, over)}</Flag>}
      {over === null && isDue(row, today) && (
        <span className="faint">{t(listTexts.soon, daysBetween(today, row.endsOn))}</span>
      )}
    </>
  )
}
