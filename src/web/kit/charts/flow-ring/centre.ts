// What stands in the middle of the ring: the one number that says how round the circle is.

import type { Language } from '../../../../core/text.ts'
import { number, percent, percentSign } from '../numbers.ts'
import { pick, ringTexts } from '../texts.ts'
import { knownFlows } from './flows.ts'
import type { RingInput, RingLayout } from './layout.ts'

export interface RingCentre {
  readonly figure: string
  readonly label: string
  readonly lines: readonly string[]
  readonly goal?: string | undefined
}
interface Wishes extends RingInput {
  readonly goalYear?: number | undefined
  readonly fromOwn?: string | undefined
  readonly emptyLines?: readonly string[] | undefined
}

export function centreOf(wishes: Wishes, layout: RingLayout, language: Language): RingCentre {
  if (layout.empty) {
    return {
      figure: '',
      label: '',
      lines: wishes.emptyLines ?? pick(ringTexts.empty, language),
    }
  }
  const { needsMet } = wishes
  if (needsMet && needsMet.of > 0) {
    const year = wishes.goalYear ? ` ${wishes.goalYear}` : ''
    return {
      figure: percent(needsMet.met, needsMet.of, language),
      label: pick(ringTexts.fullCircle, language),
      lines: [
        pick(ringTexts.needsMet, language)(
          number(needsMet.met, language),
          number(needsMet.of, language),
        ),
        wishes.fromOwn ?? pick(ringTexts.fromOwn, language),
      ],
      goal:
        wishes.goal === undefined
          ? undefined
          : pick(ringTexts.goal, language)(
              number(wishes.goal, language) + percentSign[language],
              year,
            ),
    }
  }
  // No needs of its own, as with a partner: how much of what came out is used again.
  const flows = knownFlows(wishes.flows)
  const reused = flows.fullCircle + flows.outSold
  const outcomes = reused + flows.outParts + flows.outRecycled
  if (outcomes > 0) {
    return {
      figure: percent(reused, outcomes, language),
      label: pick(ringTexts.reusedOut, language),
      lines: [
        pick(ringTexts.reusedOf, language)(number(reused, language), number(outcomes, language)),
      ],
    }
  }
  // Nothing has come round or out yet: say only what stands here.
  const standing = wishes.stations.reduce((sum, { count }) => sum + count, 0)
  return {
    figure: number(standing, language),
    label: pick(ringTexts.onTheCircle, language)(standing),
    lines: [],
  }
}
