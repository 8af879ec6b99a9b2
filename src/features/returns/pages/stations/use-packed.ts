// What lies packed: the list as the server has it, and what this page has just done to it.
import { useState } from 'react'
import { recognise } from '../../rules/recognise.ts'
import type { Line } from '../one/Lines.tsx'
import type { Candidate } from './Candidates.tsx'
import { useLines } from './use-lines.ts'

type Packed = Pick<Line, 'deviceId' | 'assetTag' | 'serialNumber' | 'maker' | 'model' | 'packedAt'>

interface Added extends Packed {
  readonly since: number
}
/** A list that was asked for before a scan may come after it. */
const overlapMs = 5000

export function usePacked(collectionId: string) {
  const { data: lines = [], dataUpdatedAt } = useLines(collectionId)
  const [added, setAdded] = useState<readonly Added[]>([])
  const [removed, setRemoved] = useState<ReadonlyMap<string, number>>(new Map())
  // What was done here holds until the list has been read after it; then the list knows better.
  const isGone = ({ deviceId }: Packed) => (removed.get(deviceId) ?? 0) > dataUpdatedAt
  const isFresh = ({ since }: Added) => dataUpdatedAt < since + overlapMs
  const known = new Set(lines.map(({ deviceId }) => deviceId))
  const all: readonly Packed[] = [
    ...lines,
    ...added.filter((one) => !known.has(one.deviceId) && isFresh(one)),
  ].filter((line) => !isGone(line))
  // Packed in this page last, in the order of the scans: the server's clock may say otherwise.
  const place = new Map(added.map(({ deviceId }, index) => [deviceId, index]))
  const newestFirst = all.toSorted(
    (a, b) =>
      (place.get(b.deviceId) ?? -1) - (place.get(a.deviceId) ?? -1) ||
      b.packedAt.localeCompare(a.packedAt),
  )
  return {
    newestFirst,
    add: (device: Candidate, at: string) => {
      const { deviceId } = device
      setRemoved((before) => new Map([...before].filter(([id]) => id !== deviceId)))
      setAdded((before) => [
        ...before.filter((one) => one.deviceId !== deviceId),
        { ...device, packedAt: at, since: Date.now() },
      ])
    },
    remove: (deviceId: string) => {
      setAdded((before) => before.filter((one) => one.deviceId !== deviceId))
      setRemoved((before) => new Map([...before, [deviceId, Date.now()]]))
    },
    /** The newest; before them the one that was just scanned, wherever it lies. */
    shownWith: (code: string, count: number) => {
      const newest = newestFirst.slice(0, count)
      const scanned = code
        ? recognise(code, newestFirst).filter((one) => !newest.includes(one))
        : []
      return [...scanned, ...newest]
    },
    /** Of what waits to be sent, each number once and without what already lies here. */
    notYet: <Scan extends { readonly code: string }>(scans: readonly Scan[]): Scan[] => {
      const seen: { assetTag: string; serialNumber: string }[] = []
      return scans.filter(({ code }) => {
        if (recognise(code, all).length > 0 || recognise(code, seen).length > 0) return false
        seen.push({ assetTag: code, serialNumber: code })
        return true
      })
    },
  }
}
