// The count of a delivery note: what has come, what is marked as missing, what was not on it.
import { useState } from 'react'
import { useSession } from '../../../../web/kit/session.ts'
import type { CellState, TallyCell } from '../../../../web/kit/station/tally.ts'
import { useKept } from '../../../../web/kit/station/use-kept.ts'
import { recognise } from '../../rules/recognise.ts'
import type { Discrepancy } from '../one/discrepancy.ts'
import { lineName } from '../one/Lines.tsx'
import { factsOf } from './Candidates.tsx'
import { useLines } from './use-lines.ts'
import type { Scanned } from './work.ts'

export type Count = ReturnType<typeof useCount>

const none: readonly string[] = []

export function useCount(collectionId: string, discrepancies: readonly Discrepancy[]) {
  const { person } = useSession()
  const { data = [] } = useLines(collectionId)
  // Taken back before it was sent on: not on the note that travelled.
  const lines = data.filter(({ state }) => state !== 'takenBack')
  const [received, setReceived] = useState<ReadonlySet<string>>(new Set())
  const [extras, setExtras] = useState<readonly { code: string; facts: string }[]>([])
  const [missing, setMissing] = useKept<readonly string[]>(
    `missing-${collectionId}-${person?.id}`,
    none,
  )
  const isReceived = (line: (typeof lines)[number]) =>
    line.state === 'received' || received.has(line.deviceId)
  const marked = lines.filter(
    (line) => line.state === 'packed' && !isReceived(line) && missing.includes(line.deviceId),
  )
  const openExtras = discrepancies.filter(
    ({ kind, closedAt }) => kind === 'extra' && closedAt === null,
  )
  const extraCodes = [
    ...new Set([...openExtras.map(({ code }) => code), ...extras.map(({ code }) => code)]),
  ].filter((code) => recognise(code, lines).every((line) => !isReceived(line)))
  return {
    lines,
    marked,
    extras,
    receive: (deviceId: string) => setReceived((before) => new Set([...before, deviceId])),
    note: ({ code, device }: Scanned) =>
      setExtras((before) => [
        ...before.filter((one) => one.code !== code.trim()),
        { code: code.trim(), facts: device ? `${factsOf(device)}.` : '' },
      ]),
    extraFacts: (code: string) => extras.find((one) => one.code === code)?.facts,
    mark: (ids: readonly string[]) => setMissing((before) => [...new Set([...before, ...ids])]),
    unmark: (id: string) =>
      setMissing((before) => {
        const next = before.filter((one) => one !== id)
        return next.length === 0 ? none : next
      }),
    forget: () => setMissing(() => none),
    /** In the order of the list; what waits to be sent counts as long as nobody says otherwise. */
    cells: (pending: readonly { readonly code: string }[]): TallyCell[] => {
      const waiting = new Set(
        pending.flatMap(({ code }) => {
          const [line, another] = recognise(code, lines)
          return line && !another ? [line.deviceId] : []
        }),
      )
      const stateOf = (line: (typeof lines)[number]): CellState => {
        if (isReceived(line) || waiting.has(line.deviceId)) return 'right'
        return line.state === 'missing' || marked.includes(line) ? 'missing' : 'left'
      }
      return [
        ...lines.map((line) => ({
          id: line.deviceId,
          label: lineName(line),
          state: stateOf(line),
        })),
        ...extraCodes.map((code) => ({ id: code, label: code, state: 'extra' as const })),
      ]
    },
    /** The cell that a code filled. */
    cellOf: (code: string): string | undefined =>
      code === '' ? undefined : (recognise(code, lines)[0]?.deviceId ?? code.trim()),
  }
}
