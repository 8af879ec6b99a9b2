// Who begins and lacks something, and who leaves and holds something: each row leads to what is done.
import './ordering.css'
import { useState } from 'react'
import { dayOf } from '../../../core/dates.ts'
import type { Output } from '../../../core/endpoint.ts'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Day } from '../../../web/kit/values.tsx'
import { kindTexts } from '../../devices/texts.ts'
import { comingsTexts as texts } from '../texts/comings.ts'
import { listTexts } from '../texts/pages.ts'
import { api } from './api.ts'
import { Profiles } from './comings/Profiles.tsx'
import { nameOf } from './device-name.ts'
import { newOrderSearch } from './search.ts'

type Joiner = Output<typeof api.listJoiners>['items'][number]
type Leaver = Output<typeof api.listLeavers>['items'][number]

export default function ComingsPage() {
  const t = useText()
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} />
      <Leavers />
      <Joiners />
      <Profiles />
    </>
  )
}

function Leavers() {
  const t = useText()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(api.listLeavers, {})
  const today = useState(() => dayOf(new Date()))[0]
  const columns: readonly Column<Leaver>[] = [
    {
      id: 'who',
      text: t(texts.person),
      width: 160,
      cell: ({ person }) => person.name ?? t(listTexts.somebody),
    },
    { id: 'unit', text: t(texts.unit), width: 160, need: 3, cell: ({ unit }) => unit ?? '' },
    {
      id: 'device',
      text: t(texts.device),
      width: 240,
      grow: 2,
      phone: 'second',
      cell: ({ device }) => nameOf(device),
    },
    {
      id: 'leaves',
      text: t(texts.leaves),
      width: 190,
      phone: 'end',
      cell: ({ leavesOn }) => (
        <>
          <Day day={leavesOn} /> {leavesOn < today && <Flag>{t(texts.overdue)}</Flag>}
        </>
      ),
    },
  ]
  return (
    <Section title={t(texts.leavers)} lead={t(texts.leaversLead)}>
      <Refusal problem={error} />
      <DataTable
        label={t(texts.leavers)}
        columns={columns}
        rows={data?.items ?? []}
        idOf={({ device }) => device.id}
        nameOf={({ device }) => nameOf(device)}
        hrefOf={({ device }) =>
          may('custody.handOut') ? `/kept-use/${device.id}` : `/devices/${device.id}`
        }
        waiting={isPending && !error}
        empty={<EmptyState>{t(texts.leaversEmpty)}</EmptyState>}
      />
    </Section>
  )
}

interface Lacked {
  readonly id: string
  readonly joiner: Joiner
  readonly need: Joiner['needs'][number]
}

function Joiners() {
  const t = useText()
  const { data, error, isPending } = useEndpoint(api.listJoiners, {})
  const { may } = useSession()
  const { dayOf: shownDay } = useFormat()
  const rows = (data?.items ?? []).flatMap((joiner) =>
    joiner.needs.map((need, at): Lacked => ({ id: `${joiner.person.id}-${at}`, joiner, need })),
  )
  const columns: readonly Column<Lacked>[] = [
    {
      id: 'who',
      text: t(texts.person),
      width: 160,
      cell: ({ joiner }) => joiner.person.name ?? '',
    },
    {
      id: 'unit',
      text: t(texts.unit),
      width: 160,
      need: 3,
      cell: ({ joiner }) => joiner.unit?.name ?? '',
    },
    {
      id: 'profile',
      text: t(texts.profile),
      width: 130,
      need: 3,
      cell: ({ joiner }) => joiner.profile,
    },
    {
      id: 'need',
      text: t(texts.needs),
      width: 200,
      grow: 2,
      phone: 'second',
      cell: ({ need }) =>
        [t(kindTexts[need.kind]), need.leastMemoryGb && `${need.leastMemoryGb} GB`]
          .filter(Boolean)
          .join(', '),
    },
    {
      id: 'starts',
      text: t(texts.starts),
      width: 120,
      phone: 'end',
      cell: ({ joiner }) => <Day day={joiner.startsOn} />,
    },
  ]
  return (
    <Section title={t(texts.joiners)} lead={t(texts.joinersLead)}>
      <Refusal problem={error} />
      <DataTable
        label={t(texts.joiners)}
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ joiner, need }) =>
          t(
            texts.orderFor,
            t(kindTexts[need.kind]).toLowerCase(),
            joiner.person.name ?? shownDay(joiner.startsOn),
          )
        }
        {...(may('ordering.order') && { hrefOf: orderOf })}
        waiting={isPending && !error}
        empty={<EmptyState>{t(texts.joinersEmpty)}</EmptyState>}
      />
    </Section>
  )
}

const orderOf = ({ joiner, need }: Lacked): string =>
  hrefOf('/orders/new', newOrderSearch, {
    ...{ whose: 'person', holder: joiner.person.id, kind: need.kind, from: joiner.startsOn },
    ...{ memory: need.leastMemoryGb ?? 0, storage: need.leastStorageGb ?? 0 },
    ...{
      screen: need.leastScreenInches ?? 0,
      cores: need.leastCores ?? 0,
      processor: need.leastProcessorYear ?? 0,
      os: need.osFamily ?? '',
      grade: need.leastGrade ?? '',
    },
  })
