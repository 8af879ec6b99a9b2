// What the journal says, for others to read: EPCIS 2.0 of a device, of a shipment, of a period.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { addDays, isDay } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { api } from '../api.ts'
import { correctingKinds } from '../rules/epcis/corrections.ts'
import {
  aggregationOf,
  allEvents,
  documentOf,
  type EpcisDocument,
} from '../rules/epcis/document.ts'
import type { Content, JournalEntry } from '../rules/epcis/event.ts'
import { midnight } from '../rules/epcis/vocabulary.ts'
import { collectionById } from '../store.ts'
import * as store from '../store/epcis.ts'
import type { Paper } from './paper.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>

const contentType = 'application/ld+json'

export async function deviceEpcis(
  ctx: ActionContext,
  { params }: In<'deviceEpcis'>,
): Promise<Result<Paper>> {
  const entries = await store.entriesOfDevices(ctx.tx, [params.deviceId])
  if (entries.length === 0) return refuse('device-not-found', { deviceId: params.deviceId })
  const document = documentOf(allEvents(entries.map(read)), ctx.now)
  return done(fileOf(document, `device-${params.deviceId.slice(-12)}`))
}

export async function collectionEpcis(
  ctx: ActionContext,
  { params }: In<'collectionEpcis'>,
): Promise<Result<Paper>> {
  const collection = await collectionById(ctx.tx, params.collectionId)
  if (!collection) return refuse('collection-not-found')
  const entries = (await store.entriesOfCollection(ctx.tx, collection.id)).map(read)
  const whole = aggregationOf(
    collection.id,
    entries.filter(({ kind }) => kind === 'returns.sent'),
  )
  const events = allEvents(entries)
  // The shipment is packed before its devices leave in it.
  const at = whole ? events.findIndex(({ eventTime }) => eventTime >= whole.eventTime) : -1
  const all = whole ? events.toSpliced(Math.max(at, 0), 0, whole) : events
  return done(fileOf(documentOf(all, ctx.now), collection.number))
}

export async function periodEpcis(
  ctx: ActionContext,
  { query }: In<'periodEpcis'>,
): Promise<Result<Output<(typeof api)['periodEpcis']>>> {
  const { from, to, cursor, limit = 500 } = query
  const wrong = (['from', 'to'] as const).find((end) => !isDay(query[end]))
  if (wrong) return refuse('day-not-valid', { field: wrong })
  if (to < from) return refuse('period-backwards')
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !isPlace(after)) return refuse('cursor-unknown')
  const rows = await store.entriesOfPeriod(ctx.tx, {
    from: midnight(from),
    until: midnight(addDays(to, 1)),
    after: isPlace(after) ? after : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.at.toISOString(), row.id])
  const events = allEvents(page.items.map(read), await earlierOf(ctx, page.items))
  return done({ document: documentOf(events, ctx.now), next: page.next })
}

const isPlace = (values: readonly unknown[] | null): values is [string, string] =>
  values !== null &&
  values.every((value) => typeof value === 'string') &&
  !Number.isNaN(Date.parse(values[0] as string)) &&
  /^[0-9a-f-]{36}$/.test(values[1] as string)

/** What corrections of the page may name, which lies before it. */
async function earlierOf(
  ctx: ActionContext,
  page: readonly store.EntryRow[],
): Promise<JournalEntry[]> {
  const subjects = new Set(
    page.filter(({ kind }) => correctingKinds.includes(kind)).map(({ subjectId }) => subjectId),
  )
  if (subjects.size === 0) return []
  const ids = new Set(page.map(({ id }) => id))
  const last = page.at(-1)!.at
  const rows = await store.entriesOfDevices(ctx.tx, [...subjects])
  return rows.filter(({ id, at }) => !ids.has(id) && at <= last).map(read)
}

function read(row: store.EntryRow): JournalEntry {
  const { content } = JSON.parse(row.body) as { content: Content }
  return { id: row.id, subjectId: row.subjectId, kind: row.kind, at: row.at, content }
}

const fileOf = (document: EpcisDocument, name: string): Paper => ({
  fileName: `epcis-${name}.jsonld`,
  contentType,
  bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`),
})
