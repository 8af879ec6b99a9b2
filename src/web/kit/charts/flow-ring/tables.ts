// The same numbers as the ring, as two tables: what stands where, and what moved.

import type { Language } from '../../../../core/text.ts'
import type { Table } from '../download.ts'
import { hours } from '../status.ts'
import { endWord, hierarchyTexts, pick, ringTexts, statusWords } from '../texts.ts'
import { arcStations } from './flows.ts'
import type { RingInput } from './layout.ts'

const ends = ['inNew', 'inReused', 'inReceived', 'outSold', 'outParts', 'outRecycled'] as const

export function ringTables(input: RingInput, language: Language): readonly Table[] {
  const t = ringTexts
  const stations: Table = {
    columns: [
      pick(t.station, language),
      pick(t.standing, language),
      pick(t.stuck, language),
      pick(t.note, language),
    ],
    rows: [...input.stations]
      .sort((a, b) => hours[a.id] - hours[b.id])
      .map(({ id, count, stuck, sub }) => [
        pick(statusWords[id], language),
        count,
        stuck?.count ?? 0,
        stuck?.text ?? sub,
      ]),
  }
  const { flows } = input
  const moved = arcStations.flatMap((id) => {
    const count = flows.moved?.[id]
    const name = pick(statusWords[id], language)
    return count === undefined ? [] : [[pick(t.moved, language)(name), count] as const]
  })
  const rows = [
    [pick(t.legendCircle, language), flows.fullCircle ?? 0] as const,
    ...ends.flatMap((id) => {
      const count = flows[id]
      return count ? [[endWord(id, count, language), count] as const] : []
    }),
    ...moved,
  ]
  return [
    stations,
    { columns: [pick(t.flow, language), pick(hierarchyTexts.count, language)], rows },
  ]
}
