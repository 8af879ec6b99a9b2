// How many devices there are of a model, and where they stand.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { modelBy } from '../../catalogue/store/models.ts'
import type { api } from '../api.ts'
import { goingStatuses } from '../rules/status.ts'
import * as store from '../store/by-model.ts'

/** As many places as are read at a glance; the rest are counted together. */
const MOST_PLACES = 12

export async function countModelDevices(
  ctx: ActionContext,
  { params }: Input<typeof api.countModelDevices>,
): Promise<Result<Output<typeof api.countModelDevices>>> {
  const model = await modelBy(ctx.tx, params.modelId)
  if (!model) return refuse('model-not-found', { modelId: params.modelId })
  const rows = await store.countsOfModel(ctx.tx, model.id)
  const here = rows.filter((row) => goingStatuses.includes(row.status))
  const sum = (some: readonly { count: number }[]) =>
    some.reduce((total, row) => total + row.count, 0)
  const byPlace = new Map<string, (typeof rows)[number]>()
  for (const row of here) {
    const key = row.unitId ?? row.placeId ?? ''
    byPlace.set(key, { ...row, count: row.count + (byPlace.get(key)?.count ?? 0) })
  }
  const places = [...byPlace.values()]
    .map(({ status: _status, ...place }) => place)
    .toSorted((a, b) => b.count - a.count)
  return done({
    present: sum(here),
    left: sum(rows) - sum(here),
    places: places.slice(0, MOST_PLACES),
    elsewhere: sum(places.slice(MOST_PLACES)),
  })
}
