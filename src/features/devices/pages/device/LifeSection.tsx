// Its life so far: the line to scale, and every entry of the chain in words.
import { Download } from 'lucide-react'
import { daysBetween } from '../../../../core/dates.ts'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { LifeLine } from '../../../../web/kit/charts/life-line/LifeLine.tsx'
import { lifeTexts, statusWords } from '../../../../web/kit/charts/texts.ts'
import { Timeline } from '../../../../web/kit/charts/Timeline.tsx'
import { useFormat, useLanguage, useText, say } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { api as proofs } from '../../../proofs/api.ts'
import { eventTexts } from '../../../proofs/texts/events.ts'
import { isEnded, type DeviceStatus } from '../../rules/status.ts'
import { entryWords } from '../../texts/life.ts'
import { pageTexts } from '../../texts/pages.ts'
import { nameOf } from '../list/columns.tsx'
import type { ShownDevice } from './acts.ts'
import {
  daysToErasure,
  groupsOf,
  marksOf,
  partiesOf,
  statusAfter,
  staysOf,
  takerName,
  type AccountWords,
  type Life,
  type LifeGroup,
} from './life.ts'

interface LifeProps {
  readonly device: ShownDevice
  readonly life: Life
}

export function useAccountWords(): AccountWords {
  const t = useText()
  return {
    outside: t(pageTexts.outside),
    somebody: t(pageTexts.somebody),
    transit: t(pageTexts.transit),
  }
}

export function DeviceLifeLine({ device, life }: LifeProps) {
  const t = useText()
  const { language } = useLanguage()
  const { dayOf } = useFormat()
  const words = useAccountWords()
  const wordOf = (status: DeviceStatus) => t(statusWords[status]).toLocaleLowerCase(language)
  const exposed = daysToErasure(life, dayOf)
  return (
    <div className="lifeline">
      <LifeLine
        language={language}
        stays={staysOf(life, words, wordOf, dayOf)}
        marks={marksOf(life, wordOf, dayOf)}
        today={dayOf(new Date().toISOString())}
        plannedEnd={device.endsOn}
        fileName={`${nameOf(device)}-livslinje`}
        betweenNote={
          exposed ? t(pageTexts.erasedAfter, daysBetween(exposed.from, exposed.to)) : undefined
        }
      />
    </div>
  )
}

export function LifeSection({ device, life }: LifeProps) {
  const t = useText()
  const { language } = useLanguage()
  const { dayOf } = useFormat()
  const { organisation } = useSession()
  const words = useAccountWords()
  const after = statusAfter(life.entries)
  const isOwner = device.owner?.id === organisation?.id
  const headings = useGroupHeadings(life, isOwner)
  return (
    <Section
      title={t(pageTexts.lifeSoFar)}
      acts={
        <LinkButton
          kind="quiet"
          small
          icon={Download}
          href={addressOf(proofs.deviceEpcis, { params: { deviceId: device.id } })}
          download
        >
          {t(eventTexts.fetch)}
        </LinkButton>
      }
      lead={
        <>
          {!isOwner && `${t(pageTexts.sharedPart)} `}
          {t(pageTexts.lifeSoFarLead)}
        </>
      }
    >
      <Timeline
        language={language}
        groups={groupsOf(life).map((group) => ({
          heading: headings(group),
          entries: group.entries.map((entry) => {
            const taker = takerName(entry, words)
            const said = entryWords(entry.kind, { taker, content: entry.content })
            const parties = partiesOf(entry, words)
            return {
              id: entry.id,
              status: after.get(entry.seq) ?? 'inStock',
              on: dayOf(entry.at),
              title: say(language, said.title),
              ...(parties.length > 0 && { parties }),
              ...(said.detail && { detail: say(language, said.detail) }),
              number: entry.seq,
              href: `/devices/${device.id}?entry=${entry.seq}`,
            }
          }),
        }))}
      />
    </Section>
  )
}

/** `Andra livet`, `39 dagar`, `Före första innehavaren` */
function useGroupHeadings(life: Life, isOwner: boolean) {
  const t = useText()
  const after = statusAfter(life.entries)
  const { dayOf } = useFormat()
  return (group: LifeGroup): string => {
    if (group.kind === 'life') return t(lifeTexts.life, group.number)
    // Others see no holders, so what they see is before and after nobody.
    const oldest = Math.min(...life.entries.map(({ seq }) => seq))
    if (group.entries.at(-1)!.seq === oldest)
      return t(isOwner ? pageTexts.beforeFirst : pageTexts.ourPart)
    const first = group.entries.at(-1)!
    const next = [...life.entries]
      .sort((a, b) => a.seq - b.seq)
      .find(({ seq }) => seq > group.entries[0]!.seq)
    // What has left stays nowhere: the days end with the entry that says so.
    const latest = group.entries[0]!
    const left = isEnded(after.get(latest.seq) ?? 'inStock')
    const until = dayOf(next?.at ?? (left ? latest.at : new Date().toISOString()))
    return t(pageTexts.between, daysBetween(dayOf(first.at), until))
  }
}
