// What answers the four questions of an order, reused before new (law 8).
import { dayOf, isDay } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { versionOn } from '../../catalogue/rules/price-versions.ts'
import { pricesOf, services, type ServiceRow } from '../../catalogue/store/services.ts'
import { factors202611 } from '../../climate/rules/factors/2026-11.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { proposedCoding } from '../../organisations/actions/coding.ts'
import { offersFor, reusedStockFor } from '../../resale/actions/offers.ts'
import type { optionsApi as api } from '../api/options.ts'
import type { Specification } from '../rules/needs.ts'
import type { NamedDeviceRow } from '../store/needs.ts'
import * as store from '../store/pool.ts'

const SHOWN = 12
const OFFERS = 8
/** What is bought reused is reckoned over three years, beside services of the same time. */
const STOCK_TERM_MONTHS = 36
/** Beyond that it is enough to know that there are more. */
const COUNTED = 500

/** Kilograms CO₂e of making one: central value, low and high; 0 for a kind without a factor. */
export function makingOf(kind: DeviceKind): { kg: number; lowKg: number; highKg: number } {
  const known = Object.hasOwn(factors202611.devices, kind)
  if (!known) return { kg: 0, lowKg: 0, highKg: 0 }
  const factor = factors202611.devices[kind as keyof typeof factors202611.devices]
  return { kg: factor.productionKg, lowKg: factor.lowKg, highKg: factor.highKg }
}

export async function orderOptions(
  ctx: ActionContext,
  { query }: Input<typeof api.orderOptions>,
): Promise<Result<Output<typeof api.orderOptions>>> {
  const { neededFromOn } = query
  if (neededFromOn !== undefined && !isDay(neededFromOn))
    return refuse('day-not-valid', { field: 'query/neededFromOn' })
  const making = makingOf(query.kind)
  const of = { holderId: query.holderId ?? null, unitId: query.unitId ?? null }
  const limits = { shown: SHOWN, most: COUNTED }
  const held =
    of.holderId || of.unitId
      ? await store.held(ctx.tx, query.kind, of, limits)
      : { count: 0, rows: [] }
  const wanted = {
    kind: query.kind,
    leastMemoryGb: query.leastMemoryGb ?? null,
    leastStorageGb: query.leastStorageGb ?? null,
    leastScreenInches: query.leastScreenInches ?? null,
    leastCores: query.leastCores ?? null,
    leastProcessorYear: query.leastProcessorYear ?? null,
    osFamily: query.osFamily ?? null,
    leastGrade: query.leastGrade ?? null,
    placeId: query.placeId ?? null,
  }
  const pool = await store.fitting(ctx.tx, wanted, ctx.now, limits)
  return done({
    held: held.rows.map(named),
    heldCount: held.count,
    pool: pool.rows.map((device) => ({
      device: named(device),
      memoryGb: device.memoryGb,
      storageGb: device.storageGb,
      osFamily: device.osFamily,
      place: device.placeId ? { id: device.placeId, name: device.placeName } : null,
      newCo2eKg: making.kg,
    })),
    poolCount: pool.count,
    processorUnknownCount: await store.otherwiseFitting(ctx.tx, wanted, ctx.now, COUNTED),
    stockUnsaid: [
      ...(wanted.leastScreenInches ? (['screen'] as const) : []),
      ...(wanted.leastCores || wanted.leastProcessorYear ? (['processor'] as const) : []),
    ],
    partnerStock: await reusedStockFor(ctx, wanted, STOCK_TERM_MONTHS),
    offers: await offersFor(ctx, wanted, OFFERS),
    coding: await proposedCoding(ctx, of),
    services: await servicesOf(ctx, wanted, making),
  })
}

const named = (device: NamedDeviceRow): NamedDeviceRow => {
  const { id, assetTag, serialNumber, maker, model, grade, status } = device
  return { id, assetTag, serialNumber, maker, model, grade, status }
}

async function servicesOf(
  ctx: ActionContext,
  wanted: Specification,
  making: ReturnType<typeof makingOf>,
) {
  const today = dayOf(ctx.now)
  const rows = await services(ctx.tx, {
    ...{ kind: wanted.kind, family: null, openOn: today, after: null, limit: 20 },
  })
  const prices = await pricesOf(
    ctx.tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    termMonths: row.termMonths,
    monthOre:
      versionOn(
        prices.filter((price) => price.serviceId === row.id),
        today,
      )?.priceOre ?? null,
    meets: promises(row, wanted),
    newCo2eKg: making.kg,
    newCo2eLowKg: making.lowKg,
    newCo2eHighKg: making.highKg,
  }))
}

const promises = (service: ServiceRow, wanted: Specification): boolean =>
  (wanted.leastMemoryGb ?? 0) <= (service.leastMemoryGb ?? 0) &&
  (wanted.leastStorageGb ?? 0) <= (service.leastStorageGb ?? 0) &&
  (wanted.leastScreenInches ?? 0) <= (service.leastScreenInches ?? 0) &&
  (wanted.leastCores ?? 0) <= (service.leastCores ?? 0) &&
  (wanted.leastProcessorYear ?? 0) <= (service.leastProcessorYear ?? 0) &&
  (wanted.osFamily === null || wanted.osFamily === service.osFamily)
