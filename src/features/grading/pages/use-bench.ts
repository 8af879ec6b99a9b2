// What lies on the grading bench: one device at a time, its findings kept until they are saved.
import { useState } from 'react'
import type { Static } from 'typebox'
import { dayOf } from '../../../core/dates.ts'
import type { Input } from '../../../core/endpoint.ts'
import { call } from '../../../web/kit/api-client.ts'
import { useLanguage, type AnyText, type Translate } from '../../../web/kit/language.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { clock } from '../../../web/kit/station/clock.ts'
import type { Answer } from '../../../web/kit/station/ScanAnswer.tsx'
import type { LoggedScan } from '../../../web/kit/station/ScanLog.tsx'
import { useKept } from '../../../web/kit/station/use-kept.ts'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { ApiProblem } from '../../../web/kit/api-client.ts'
import { api as devices, type ListedDevice } from '../../devices/api.ts'
import { allows, dataIsProvenGone } from '../../devices/rules/status.ts'
import { statusTexts } from '../../devices/texts.ts'
import { api } from '../api.ts'
import { gradingTexts as texts } from '../texts/pages.ts'

export type BenchDevice = Static<typeof ListedDevice>
export type BenchFindings = Omit<Input<typeof api.previewGrade>['body'], 'kind'>

const nothingFound: BenchFindings = { tests: [], defects: [], inspected: false }
const noDrafts: Readonly<Record<string, BenchFindings>> = {}
const shownScans = 8

const nameOf = (device: BenchDevice) => device.serialNumber ?? device.assetTag ?? device.model
const factsOf = ({ maker, model, assetTag, serialNumber }: BenchDevice) =>
  [`${maker} ${model}`, serialNumber ? assetTag : null].filter(Boolean).join(', ')

/** As the server will answer, said before it is asked. */
function whyNotGrade(device: BenchDevice, own: string | undefined, t: Translate) {
  if (device.custodian?.id !== own)
    return t(texts.elsewhere, device.custodian?.name || t(texts.somebodyElse))
  if (!allows(device, 'grade').ok)
    return t(texts.statusForbids, t(statusTexts[device.status]).toLowerCase())
  return dataIsProvenGone(device) ? null : t(texts.holdsData)
}

const today = () => dayOf(new Date())

export function useBench() {
  const { t, language } = useLanguage()
  const { person, organisation } = useSession()
  const [device, setDevice] = useState<BenchDevice | null>(null)
  const [drafts, setDrafts] = useKept(`grading-${person?.id}`, noDrafts)
  const [done, setDone] = useKept<readonly string[]>(`graded-${person?.id}-${today()}`, none)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [log, setLog] = useState<readonly LoggedScan[]>([])
  const [refused, setRefused] = useState<ApiProblem | null>(null)
  const { act, busy, problem, clear } = useAct(api.inspectDevices)

  const say = (code: string, is: Answer['is'], said: string, word: string, detail: string) => {
    const id = crypto.randomUUID()
    const at = clock(new Date().toISOString(), language, true)
    setAnswer({ id, is, code, say: said, detail })
    setLog((before) => [{ id, at, code, is, word, model: detail }, ...before].slice(0, shownScans))
  }
  const unknown = (code: string, say1: AnyText | null, word: AnyText, how: AnyText) =>
    say(code, 'unknown', say1 ? t(say1) : '', t(word), t(how))

  const onScan = async (code: string) => {
    clear()
    setRefused(null)
    const found = await call(devices.findDevices, { body: { codes: [code] } }).catch(() => null)
    if (!found) return unknown(code, texts.lost, texts.lostWord, texts.lostHow)
    const hits = found.items.flatMap((item) => item.devices)
    const fit = hits.filter((hit) => whyNotGrade(hit, organisation?.id, t) === null)
    const [only] = fit.length === 1 ? fit : hits
    if (!only || (hits.length > 1 && fit.length !== 1))
      return unknown(code, null, texts.unknownWord, only ? texts.several : texts.unknown)
    const reason = whyNotGrade(only, organisation?.id, t)
    const facts = factsOf(only)
    if (reason)
      return say(
        code,
        'wrong',
        t(texts.cannotGrade),
        t(texts.cannotGradeWord),
        `${facts}. ${reason}`,
      )
    setDevice(only)
    const notes = [
      `${facts}.`,
      only.grade ? t(texts.gradedBefore, only.grade) : null,
      drafts[only.id] ? t(texts.draft) : null,
    ]
    say(
      nameOf(only),
      'right',
      t(texts.canGrade),
      t(texts.canGradeWord),
      notes.filter(Boolean).join(' '),
    )
  }

  const drop = (id: string) =>
    setDrafts((before) => {
      const { [id]: _gone, ...rest } = before
      return Object.keys(rest).length === 0 ? noDrafts : rest
    })

  const findings = (device && drafts[device.id]) ?? nothingFound
  const save = async () => {
    if (!device) return
    setRefused(null)
    const result = await act({ body: { items: [{ deviceId: device.id, ...findings }] } })
    const item = result?.items[0]
    if (!item) return
    if (!item.done || !item.grade)
      return setRefused(
        new ApiProblem(409, { code: item.code ?? '', title: item.title ?? item.code ?? '' }),
      )
    drop(device.id)
    setDone((before) => [...before, device.id])
    setDevice(null)
    say(
      nameOf(device),
      'right',
      t(texts.savedSay, item.grade),
      t(texts.savedWord, item.grade),
      t(texts.savedDetail),
    )
  }

  return {
    device,
    findings,
    answer,
    log,
    doneToday: new Set(done).size,
    saving: busy,
    problem: problem ?? refused,
    onScan: (code: string) => void onScan(code),
    save: () => void save(),
    change: (change: Partial<BenchFindings>) =>
      device &&
      setDrafts((before) => ({
        ...before,
        [device.id]: { ...(before[device.id] ?? nothingFound), ...change },
      })),
    /** The device goes back on the shelf; what was filled in stays for the next time. */
    putAside: () => {
      setDevice(null)
      setAnswer(null)
      setRefused(null)
      clear()
    },
  }
}
const none: readonly string[] = []
