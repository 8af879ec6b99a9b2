// Why this device for that need, in words: what it costs, the next best, and what kept others away.
import type { Formats } from '../../../../core/format.ts'
import type { Translate } from '../../../../web/kit/language.tsx'
import { matchTexts as texts } from '../../texts/pages.ts'
import { conditionTexts } from '../../texts/words.ts'
import { nameOf, tagOf } from '../device-name.ts'
import type { WholeMatch } from '../MatchPage.tsx'

export type Proposal = WholeMatch['proposals'][number]

export const costOf = ({ cost }: Proposal): number | null =>
  cost && cost.valueOre + cost.transportOre + cost.climateOre

export function partsOf({ cost }: Proposal, t: Translate, { money }: Formats): string {
  if (!cost) return ''
  const kr = (amountOre: number) => money({ amountOre, currency: 'SEK' })
  return [
    t(texts.value[cost.valueBy], kr(cost.valueOre)),
    cost.transportOre > 0 && t(texts.transport, kr(cost.transportOre)),
    cost.climateOre > 0 && t(texts.climate, kr(cost.climateOre)),
  ]
    .filter(Boolean)
    .join(', ')
}

export function nextOf(
  proposal: Proposal,
  t: Translate,
  { money }: Formats,
  called: (device: NonNullable<Proposal['device']>) => string = nameOf,
): string {
  const cost = costOf(proposal)
  if (!proposal.next || cost === null) return ''
  const more = proposal.next.costOre - cost
  const name = called(proposal.next.device)
  return more > 0
    ? t(texts.next, name, money({ amountOre: more, currency: 'SEK' }))
    : t(texts.nextSame, name)
}

export function keptAwayOf({ keptAway }: Proposal, t: Translate): string {
  if (!keptAway || keptAway.length === 0) return ''
  const said = keptAway.map(({ condition, count }) => `${count} ${t(conditionTexts[condition])}`)
  return t(texts.keptAway, said.join(', '))
}

/** In a list, where what it costs stands beside: what it rests on, what else could be had, and the rest. */
export function whyOf(proposal: Proposal, t: Translate, formats: Formats): string {
  if (proposal.device) {
    const { cost } = proposal
    const moved = cost && cost.transportOre + cost.climateOre > 0
    return [
      cost && t(texts.basis[cost.valueBy]),
      nextOf(proposal, t, formats, tagOf),
      moved && t(texts.costIs, partsOf(proposal, t, formats)),
    ]
      .filter(Boolean)
      .join(' ')
  }
  return keptAwayOf(proposal, t) || t(texts.outbid)
}
