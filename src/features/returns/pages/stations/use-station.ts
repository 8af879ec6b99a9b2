// What packing and receiving have in common: scans are kept, sent, answered and listed.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../../web/kit/language.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { clock } from '../../../../web/kit/station/clock.ts'
import type { Answer } from '../../../../web/kit/station/ScanAnswer.tsx'
import type { LoggedScan } from '../../../../web/kit/station/ScanLog.tsx'
import type { QueuedScan, Sent } from '../../../../web/kit/station/scan-queue.ts'
import { useScanQueue } from '../../../../web/kit/station/use-scan-queue.ts'
import { refusals } from '../../texts.ts'
import { stationTexts as texts } from '../../texts/stations.ts'
import { readWork, sendScan, workOf, type Scanned, type ScanWork } from './work.ts'

export interface Told extends Pick<Answer, 'is'> {
  readonly say: string
  readonly word: string
  readonly detail: string
  readonly model?: string
}
interface Options {
  readonly act: ScanWork['act']
  readonly collectionId: string
  readonly at: string | null
  /** What an answer of the server means here. */
  readonly tell: (answer: Scanned) => Told
  /** What can be said of a code before the server has answered. */
  readonly foresee: (code: string) => Told
  readonly onAnswer: (scan: QueuedScan, answer: Scanned) => void
}

/** Slower than this, and the station says what it has instead of keeping silent. */
const patienceMs = 500
/** The lists are read anew when the hand rests. */
const restMs = 700
const shown = 8

export function useStation(options: Options) {
  const { act, collectionId, at } = options
  const { t, language } = useLanguage()
  const organisationId = useSession().organisation?.id
  const client = useQueryClient()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [log, setLog] = useState<readonly LoggedScan[]>([])
  const [candidates, setCandidates] = useState<Scanned | null>(null)
  /** Kept here and not yet answered, oldest first. */
  const [pending, setPending] = useState<readonly QueuedScan[]>([])
  const latest = useRef('')
  const answered = useRef(new Set<string>())
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Who leaves at once must not find the next page as it was before the last scan.
  useEffect(
    () => () => {
      clearTimeout(rest.current)
      void client.invalidateQueries()
    },
    [client],
  )

  const isHere = useCallback(
    (scan: QueuedScan) => {
      const work = readWork(scan.work)
      return work?.collectionId === collectionId && work.act === act
    },
    [collectionId, act],
  )
  const write = (scan: Pick<QueuedScan, 'key' | 'code' | 'at'>, told: Told) =>
    setLog((before) => {
      const row = {
        id: scan.key,
        at: clock(scan.at, language, true),
        code: scan.code,
        model: told.model,
        is: told.is,
        word: told.word,
      }
      return before.some(({ id }) => id === scan.key)
        ? before.map((one) => (one.id === scan.key ? row : one))
        : [row, ...before].slice(0, shown)
    })
  const say = (id: string, code: string, { is, say: said, detail }: Told) =>
    setAnswer({ id, is, code, say: said, detail })

  const onSent = (scan: QueuedScan, sent: Sent<Scanned>) => {
    answered.current.add(scan.key)
    setPending((before) => before.filter(({ key }) => key !== scan.key))
    clearTimeout(rest.current)
    rest.current = setTimeout(() => void client.invalidateQueries(), restMs)
    const told = sent.is === 'taken' ? options.tell(sent.answer) : notTaken(sent, t)
    // A scan for another collection, kept from before, is told of only when it was not accepted.
    if (!isHere(scan) && sent.is === 'taken') return
    write(scan, told)
    if (sent.is === 'taken') options.onAnswer(scan, sent.answer)
    if (scan.key !== latest.current && sent.is === 'taken') return
    if (sent.is === 'taken') setCandidates(sent.answer.candidates.length > 1 ? sent.answer : null)
    say(scan.key, scan.code, told)
  }
  const { queue, state, take } = useScanQueue<Scanned>(
    sendScan,
    onSent,
    (scan) => readWork(scan.work)?.organisationId === organisationId,
  )
  useEffect(() => {
    // From before the browser was closed.
    void queue.waiting().then((all) =>
      setPending((before) => {
        const known = new Set([...before.map(({ key }) => key), ...answered.current])
        return [...all.filter((scan) => isHere(scan) && !known.has(scan.key)), ...before]
      }),
    )
  }, [queue, isHere])

  const onScan = async (code: string, deviceId: string | null = null) => {
    if (!organisationId) return
    setCandidates(null)
    const foreseen = options.foresee(code)
    const work = workOf({ organisationId, act, collectionId, at, deviceId })
    const scan = await take(work, code).catch(() => null)
    if (!scan) {
      const id = crypto.randomUUID()
      const lost = { is: 'wrong', say: t(texts.unsafe), word: t(texts.unsafe) } as const
      return say(id, code, { ...lost, detail: t(texts.unsafeHow) })
    }
    latest.current = scan.key
    if (answered.current.has(scan.key)) return
    setPending((before) => [...before, scan])
    write(scan, foreseen)
    setTimeout(() => {
      if (latest.current === scan.key && !answered.current.has(scan.key))
        say(`${scan.key}-kept`, code, foreseen)
    }, patienceMs)
  }

  return {
    answer,
    log,
    pending,
    candidates,
    queue: state,
    onScan: (code: string) => void onScan(code),
    choose: (code: string, deviceId: string) => void onScan(code, deviceId),
    say: (code: string, told: Told) => {
      const scan = { key: crypto.randomUUID(), code, at: new Date().toISOString() }
      latest.current = scan.key
      write(scan, told)
      say(scan.key, code, told)
    },
  }
}

function notTaken(
  sent: Exclude<Sent<Scanned>, { is: 'taken' }>,
  t: ReturnType<typeof useLanguage>['t'],
): Told {
  const code = sent.is === 'refused' ? sent.code : ''
  const words = (refusals as Record<string, { sv: string; en: string } | undefined>)[code]
  return {
    is: 'wrong',
    say: t(texts.notTaken),
    word: t(texts.refusedWord),
    detail: words ? t(words) : code,
  }
}
