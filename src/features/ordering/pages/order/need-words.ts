// A need in words: what is asked of it, how it is met, and whom it is for.
import type { Static } from 'typebox'
import type { Translate } from '../../../../web/kit/language.tsx'
import { osTexts } from '../../../catalogue/texts/words.ts'
import { kindTexts } from '../../../devices/texts.ts'
import type { Need } from '../../api/shapes.ts'
import type { Specification } from '../../rules/needs.ts'
import { orderTexts as texts } from '../../texts/pages.ts'
import { needStateTexts, purchaseEndTexts, reasonTexts, wayTexts } from '../../texts/words.ts'
import { tagOf } from '../device-name.ts'

export type ShownNeed = Static<typeof Need>

export const whoOf = ({ holder, unit, position }: ShownNeed): string =>
  holder?.name ?? (unit?.name ? `${unit.name}, ${position}` : String(position))

export function whatOf(need: Specification, t: Translate): string {
  const least = [
    need.leastMemoryGb && `${need.leastMemoryGb} GB`,
    need.leastStorageGb && `${need.leastStorageGb} GB`,
    need.leastScreenInches && t(texts.inches, need.leastScreenInches),
    need.leastCores && t(texts.cores, need.leastCores),
    need.leastProcessorYear && t(texts.processorFrom, need.leastProcessorYear),
    need.osFamily && t(osTexts[need.osFamily]),
    need.leastGrade && t(texts.grade, need.leastGrade),
  ].filter(Boolean)
  const kind = t(kindTexts[need.kind])
  return least.length > 0 ? `${kind}, ${t(texts.atLeast, least.join(', '))}` : kind
}

export function stateOf(need: ShownNeed, t: Translate): string {
  if (need.purchaseEnd) return t(purchaseEndTexts[need.purchaseEnd])
  return need.way === 'shop' && need.state === 'onOrder'
    ? t(need.purchase?.state === 'sent' ? texts.onItsWay : texts.stockBought)
    : t(needStateTexts[need.state])
}

export function howOf(need: ShownNeed, t: Translate): string {
  const way = need.way === 'new' && need.service?.name ? need.service.name : t(wayTexts[need.way])
  const what =
    need.purchase && !need.purchaseEnd ? `: ${need.purchase.maker} ${need.purchase.model}` : ''
  const why = need.newReason ? `: ${t(reasonTexts[need.newReason]).toLowerCase()}` : ''
  const replaces = need.replaces ? `, ${t(texts.replaces, tagOf(need.replaces))}` : ''
  return way + what + why + replaces
}
