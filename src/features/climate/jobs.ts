// Hears of second lives after they have happened, and counts each once.
import { dayOf } from '../../core/dates.ts'
import type { ActionContext } from '../../database/context.ts'
import type { HeardEntry, Listener } from '../../journal/deliver.ts'
import {
  figuresOf,
  reuseOf,
  type HeardContent,
  type Reuse,
  type ReuseFigures,
} from './rules/reuse.ts'
import * as store from './store.ts'

export const listeners: Listener[] = [
  {
    name: 'climate.reuse',
    kinds: ['disposition.outcomeDecided', 'custody.handedOut'],
    hear: countReuse,
    forget: async (tx) => void (await store.forgetAll(tx)),
  },
]

async function countReuse(ctx: ActionContext, entries: readonly HeardEntry[]) {
  // What is sold in a batch is mostly alike.
  const figures = new Map<string, ReuseFigures>()
  const figuresFor = (reuse: Reuse, at: Date): ReuseFigures => {
    const { kind, category, displacement, needId } = reuse
    const key = [kind, category, displacement, needId, dayOf(at)].join(' ')
    const known = figures.get(key) ?? figuresOf(reuse, at)
    figures.set(key, known)
    return known
  }
  const rows = entries.flatMap((entry): store.NewReuse[] => {
    const { content } = JSON.parse(entry.body) as { content: HeardContent }
    const reuse = reuseOf(entry.kind, content)
    if (!reuse) return []
    return [
      {
        ...reuse,
        ...figuresFor(reuse, entry.at),
        deviceId: entry.subjectId,
        at: entry.at,
        onDay: dayOf(entry.at),
        entrySeq: entry.seq,
        partyIds: entry.partyIds,
      },
    ]
  })
  if (rows.length === 0) return
  await store.insertReuse(ctx.tx, rows)
  await store.countReuse(ctx.tx, [...new Set(rows.map((row) => row.deviceId))])
}
