// A desk: devices are scanned one after the other, looked up, judged, and put on a list.
import { useState } from 'react'
import type { Static } from 'typebox'
import { call } from '../../../../web/kit/api-client.ts'
import { useLanguage } from '../../../../web/kit/language.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { clock } from '../../../../web/kit/station/clock.ts'
import type { Answer } from '../../../../web/kit/station/ScanAnswer.tsx'
import type { LoggedScan } from '../../../../web/kit/station/ScanLog.tsx'
import { useKept } from '../../../../web/kit/station/use-kept.ts'
import { api as devices, type ListedDevice } from '../../../devices/api.ts'
import { deskTexts as texts } from '../../texts/stations.ts'

export type Listed = Static<typeof ListedDevice>

export const nameOf = (device: Listed): string =>
  device.serialNumber ?? device.assetTag ?? device.model
/** `Lenovo ThinkPad L13 G2, EX-104 126` */
export const factsOf = ({ maker, model, assetTag, serialNumber }: Listed): string =>
  [`${maker} ${model}`, serialNumber ? assetTag : null].filter(Boolean).join(', ')

interface Words {
  readonly right: Both
  readonly rightWord: Both
  readonly wrong: Both
  readonly wrongWord: Both
}
type Both = { readonly sv: string; readonly en: string }

export interface DeskOptions<Item extends { readonly device: Listed }> {
  /** Where the list is kept on this computer. */
  readonly desk: string
  /** Why the device cannot go on the list; null when it can. */
  readonly whyNot: (device: Listed) => string | null
  readonly note: (device: Listed) => string
  readonly itemOf: (device: Listed, before: readonly Item[]) => Item
  readonly words: Words
}

/** One list that is always the same one: what is empty is not kept. */
const none: readonly never[] = []
const shownScans = 8

export function useDesk<Item extends { readonly device: Listed }>(options: DeskOptions<Item>) {
  const { desk, whyNot, note, itemOf, words } = options
  const { t, language } = useLanguage()
  const { person } = useSession()
  const [items, setItems] = useKept<readonly Item[]>(`${desk}-${person?.id}`, none)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [log, setLog] = useState<readonly LoggedScan[]>([])
  const [candidates, setCandidates] = useState<readonly Listed[]>(none)

  const say = (
    code: string,
    is: Answer['is'],
    said: string,
    word: string,
    detail: string,
    device?: Listed,
  ) => {
    const model = device && `${device.maker} ${device.model}`
    const at = clock(new Date().toISOString(), language, true)
    const id = crypto.randomUUID()
    setAnswer({ id, is, code, say: said, detail })
    setLog((before) => [{ id, at, code, is, word, model }, ...before].slice(0, shownScans))
  }

  const put = (code: string, device: Listed) => {
    setCandidates(none)
    const facts = factsOf(device)
    const reason = whyNot(device)
    if (reason)
      return say(code, 'wrong', t(words.wrong), t(words.wrongWord), `${facts}. ${reason}`, device)
    setItems((before) => {
      if (before.some((item) => item.device.id === device.id)) return before
      return [...before, itemOf(device, before)]
    })
    if (items.some((item) => item.device.id === device.id))
      return say(code, 'wrong', t(texts.onList), t(texts.onListWord), facts, device)
    say(code, 'right', t(words.right), t(words.rightWord), `${facts}. ${note(device)}`, device)
  }

  const onScan = async (code: string) => {
    setCandidates(none)
    const found = await call(devices.findDevices, { body: { codes: [code] } }).catch(() => null)
    if (!found) return say(code, 'unknown', t(texts.lost), t(texts.lostWord), t(texts.lostHow))
    const hits = found.items.flatMap((item) => item.devices)
    // Of several with one number, the only one that can be meant here is meant.
    const fit = hits.filter((device) => whyNot(device) === null)
    const [only] = fit.length === 1 ? fit : hits
    if (!only)
      return say(code, 'unknown', t(texts.unknownSay), t(texts.unknownWord), t(texts.unknown))
    if (hits.length > 1 && fit.length !== 1) {
      setCandidates(hits)
      return say(code, 'unknown', t(texts.several), t(texts.severalWord), t(texts.severalHow))
    }
    put(code, only)
  }

  return {
    items,
    answer,
    log,
    candidates,
    onScan: (code: string) => void onScan(code),
    choose: (device: Listed) => put(nameOf(device), device),
    change: (deviceId: string, change: Partial<Item>) =>
      setItems((before) =>
        before.map((item) => (item.device.id === deviceId ? { ...item, ...change } : item)),
      ),
    remove: (ids: readonly string[]) =>
      setItems((before) => {
        const left = before.filter((item) => !ids.includes(item.device.id))
        return left.length === 0 ? none : left
      }),
  }
}
