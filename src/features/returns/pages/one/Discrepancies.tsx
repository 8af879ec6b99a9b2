// Where sent and counted differ, and who is to decide.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { DiscrepancyList } from '../../../../web/kit/station/DiscrepancyList.tsx'
import type { DiscrepancyKind } from '../../rules/discrepancy.ts'
import { resolutionTexts } from '../../texts.ts'
import { oneTexts as texts } from '../../texts/pages.ts'
import type { WholeCollection } from '../CollectionPage.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { codeOf, type Discrepancy } from './discrepancy.ts'

const whatOf: Readonly<Record<DiscrepancyKind, { sv: string; en: string }>> = {
  missing: texts.isMissing,
  extra: texts.isExtra,
  mismatch: texts.isMismatch,
}

export function Discrepancies({ collection }: { readonly collection: WholeCollection }) {
  const t = useText()
  const { may } = useSession()
  const detailOf = useDetail()
  const [deciding, decide] = useState<Discrepancy | null>(null)
  const { discrepancies, direction, sender, receiver } = collection
  const open = discrepancies.filter(({ closedAt }) => closedAt === null)
  const closed = discrepancies.filter(({ closedAt }) => closedAt !== null)
  const other = direction === 'out' ? receiver.name : sender.name
  const actOf = (one: Discrepancy) => {
    if (one.closedAt !== null) return undefined
    // What only the other side can take upon itself waits for them.
    if (one.resolutions.length === 0)
      return <span className="muted">{t(texts.otherSide, other)}</span>
    if (!may('returns.settle')) return undefined
    return (
      <Button label={t(texts.decideWhat, codeOf(one))} onPress={() => decide(one)}>
        {t(texts.decide)}
      </Button>
    )
  }
  return (
    <Section title={t(texts.discrepancies)} lead={t(texts.discrepanciesLead)}>
      <DiscrepancyList
        items={[...open, ...closed].map((one) => ({
          id: one.id,
          code: codeOf(one),
          what: t(whatOf[one.kind]),
          detail: detailOf(one),
          act: actOf(one),
        }))}
      />
      {open.length > 0 && !may('returns.settle') && <p className="note">{t(texts.notYours)}</p>}
      {deciding && (
        <DecideDialog
          discrepancy={discrepancies.find(({ id }) => id === deciding.id) ?? deciding}
          onClose={() => decide(null)}
        />
      )}
    </Section>
  )
}

/** What it is and where it was packed; once decided, how, by whom and when. */
export function useDetail() {
  const t = useText()
  const { instant } = useFormat()
  return (one: Discrepancy): string => {
    const { device, packageNumber, resolution, closedAt, remark } = one
    const who = [one.closedBy, one.closedByOrganisation].filter(Boolean).join(', ')
    return [
      device && `${device.maker} ${device.model}.`,
      packageNumber && t(texts.inPackage, packageNumber),
      resolution && `${t(resolutionTexts[resolution])}.`,
      closedAt && t(texts.decidedBy, who || t(texts.somebody), instant(closedAt)),
      remark,
    ]
      .filter(Boolean)
      .join(' ')
  }
}
