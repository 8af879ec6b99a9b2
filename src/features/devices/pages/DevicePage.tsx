// One device: what it is, where it stands, its whole life, and what can be done with it now.
import './device.css'
import { useState } from 'react'
import { dayOf, daysBetween } from '../../../core/dates.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Status } from '../../../web/kit/charts/Status.tsx'
import { statusWords } from '../../../web/kit/charts/texts.ts'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Facts, type Fact } from '../../../web/kit/Facts.tsx'
import { useLanguage, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, WithSide } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Day, Serial } from '../../../web/kit/values.tsx'
import { api as custodyApi } from '../../custody/api.ts'
import { api } from '../api.ts'
import { daysOver, isDue } from '../rules/due.ts'
import { dataStateTexts, kindTexts } from '../texts.ts'
import { listTexts, pageTexts } from '../texts/pages.ts'
import type { ShownDevice } from './device/acts.ts'
import { ClimateSection } from './device/ClimateSection.tsx'
import { EntryDialog } from './device/EntryDialog.tsx'
import { HeadActs } from './device/HeadActs.tsx'
import { DeviceLifeLine, LifeSection } from './device/LifeSection.tsx'
import { entrySearch } from './device/search.ts'
import { WarrantySection } from '../../resale/pages/device/WarrantySection.tsx'
import { MoneySection, ProofSection, TechnicalSection } from './device/SideSections.tsx'
import { nameOf } from './list/columns.tsx'

export default function DevicePage() {
  const t = useText()
  const params = { deviceId: useParam('deviceId') }
  const device = useEndpoint(api.getDevice, { params }, { keep: false })
  const life = useEndpoint(custodyApi.deviceLife, { params }, { keep: false })
  const [search, setSearch] = useSearch(entrySearch)
  const { organisation } = useSession()
  const isOwner = device.data?.owner?.id === organisation?.id
  if (device.error?.status === 404)
    return (
      <>
        <PageHead title={t(pageTexts.title)} up={{ href: '/devices', text: t(pageTexts.up) }} />
        <EmptyState act={<LinkButton href="/devices">{t(pageTexts.toList)}</LinkButton>}>
          {t(pageTexts.notFound)}
        </EmptyState>
      </>
    )
  if (!device.data)
    return device.error ? <Refusal problem={device.error} /> : <Skeleton lines={4} height={48} />
  const entry = life.data?.entries.find(({ seq }) => seq === search.entry)
  return (
    <>
      <Head device={device.data} />
      <DeviceFacts device={device.data} />
      <Refusal problem={life.error} />
      {/* Its lives are the owner's to see: a partner's part of them is the list below. */}
      {life.data && isOwner && <DeviceLifeLine device={device.data} life={life.data} />}
      <WithSide side={<Side device={device.data} life={life} />}>
        {life.data ? (
          <LifeSection device={device.data} life={life.data} />
        ) : (
          !life.error && <Skeleton lines={5} height={44} />
        )}
      </WithSide>
      {entry && <EntryDialog entry={entry} onClose={() => setSearch({ entry: 0 })} />}
    </>
  )
}

function Head({ device }: { readonly device: ShownDevice }) {
  const t = useText()
  const { language } = useLanguage()
  const [problem, setProblem] = useState<Error | null>(null)
  const kind = t(kindTexts[device.kind]).toLocaleLowerCase(language)
  const title = nameOf(device)
  return (
    <>
      <PageHead
        title={title}
        up={{ href: '/devices', text: t(pageTexts.up) }}
        lead={
          <>
            {t(pageTexts.lead, `${device.maker} ${device.model}`, kind)}{' '}
            {device.serialNumber && device.serialNumber !== title && (
              <Serial>{t(pageTexts.serial, device.serialNumber)}</Serial>
            )}
          </>
        }
        acts={<HeadActs device={device} onProblem={setProblem} />}
      />
      <Refusal problem={problem} />
    </>
  )
}

function DeviceFacts({ device }: { readonly device: ShownDevice }) {
  const t = useText()
  const { language } = useLanguage()
  const { organisation } = useSession()
  const today = dayOf(new Date())
  const shown = isDue(device, today) ? ('due' as const) : device.status
  const over = daysOver(device, today)
  const isElsewhere = device.custodian !== null && device.custodian.id !== organisation?.id
  const facts: (Fact | false | null)[] = [
    {
      name: t(pageTexts.status),
      value: (
        <Status
          status={shown}
          language={language}
          word={t(pageTexts.life, t(statusWords[shown]), device.life)}
        />
      ),
    },
    device.holder && {
      name: t(pageTexts.holder),
      value: <Link href={`/devices?holderId=${device.holder.id}`}>{device.holder.name}</Link>,
    },
    device.unit && { name: t(pageTexts.unit), value: device.unit.name },
    device.place && { name: t(pageTexts.place), value: device.place.name },
    isElsewhere && { name: t(pageTexts.keptBy), value: device.custodian?.name },
    device.inTransitTo && { name: t(pageTexts.onTheWay), value: device.inTransitTo.name },
    { name: t(pageTexts.data), value: t(dataStateTexts[device.dataState]) },
    device.grade !== null && { name: t(pageTexts.grade), value: device.grade },
    device.endsOn !== null && {
      name: t(pageTexts.endsOn),
      value: (
        <>
          <Day day={device.endsOn} /> {over !== null && <Flag>{t(listTexts.over, over)}</Flag>}
          {over === null && shown === 'due' && (
            <span className="faint">{t(listTexts.soon, daysBetween(today, device.endsOn))}</span>
          )}
        </>
      ),
    },
    device.owner !== null &&
      device.owner.id !== organisation?.id && {
        name: t(pageTexts.owner),
        value: device.owner.name,
      },
  ]
  return <Facts facts={facts.filter((fact): fact is Fact => Boolean(fact))} />
}

function Side(props: {
  readonly device: ShownDevice
  readonly life: ReturnType<typeof useEndpoint<typeof custodyApi.deviceLife>>
}) {
  const { device, life } = props
  const { organisation } = useSession()
  return (
    <>
      {device.owner?.id === organisation?.id && <MoneySection device={device} />}
      <WarrantySection deviceId={device.id} />
      <ClimateSection deviceId={device.id} />
      {life.data && (
        <ProofSection deviceId={device.id} life={life.data} checkedAt={life.dataUpdatedAt} />
      )}
      <TechnicalSection device={device} />
    </>
  )
}
