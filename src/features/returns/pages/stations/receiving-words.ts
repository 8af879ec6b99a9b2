// What an answer means to who receives: what it is, what it needs, and where to put it.
import { useText } from '../../../../web/kit/language.tsx'
import { statusTexts } from '../../../devices/texts.ts'
import { recognise } from '../../rules/recognise.ts'
import { stationTexts as texts } from '../../texts/stations.ts'
import type { Line } from '../one/Lines.tsx'
import { factsOf } from './Candidates.tsx'
import type { Told } from './use-station.ts'
import type { Scanned } from './work.ts'

export function useReceivingWords(lines: readonly Line[]) {
  const t = useText()
  const tell = (answer: Scanned): Told => {
    const { device, outcome, title } = answer
    const facts = device ? `${factsOf(device)}.` : ''
    const more = device ? { model: `${device.maker} ${device.model}` } : {}
    const said = (...parts: readonly (string | null | false | undefined)[]) =>
      parts.filter(Boolean).join(' ')
    if (outcome === 'match')
      return {
        is: 'right',
        say: t(texts.match),
        word: t(texts.matchWord),
        detail: said(facts, device?.dataState === 'holdsData' && t(texts.toErase)),
        ...more,
      }
    if (outcome === 'already')
      return {
        is: 'wrong',
        say: t(texts.already),
        word: t(texts.alreadyWord),
        detail: facts,
        ...more,
      }
    if (outcome === 'ambiguous')
      return {
        is: 'unknown',
        say: t(texts.ambiguous),
        word: t(texts.ambiguousWord),
        detail: t(texts.ambiguousHow),
      }
    if (outcome === 'extra')
      return {
        is: 'wrong',
        say: t(texts.extra),
        word: t(texts.extraWord),
        detail: said(
          facts,
          device?.status && t(texts.stands, t(statusTexts[device.status]).toLowerCase()),
          t(texts.extraHow),
        ),
        ...more,
      }
    return { is: 'unknown', say: t(texts.unknown), word: t(texts.unknownWord), detail: title }
  }
  const foresee = (code: string): Told => {
    const [line, another] = recognise(code, lines)
    const onList = line && !another
    return {
      is: onList ? 'right' : 'unknown',
      say: t(texts.saved),
      word: t(texts.savedWord),
      detail: onList ? t(texts.savedOnList, factsOf(line)) : t(texts.savedNotOnList),
      ...(onList && { model: `${line.maker} ${line.model}` }),
    }
  }
  return { tell, foresee }
}
