// The catalogue of Exempelby: models with what is known of them, services with prices, and offers.
// What is said of makers' products is invented, and each source says so.
import { addDays, addMonths, dayOf } from '../../core/dates.ts'
import type { Uuid } from '../../core/ids.ts'
import { done, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import {
  addOffer,
  chooseOffer,
  createComparison,
} from '../../features/catalogue/actions/comparisons.ts'
import { createModel } from '../../features/catalogue/actions/models.ts'
import { addLabel, setRequirement } from '../../features/catalogue/actions/requirements.ts'
import { addPrice, copyService, createService } from '../../features/catalogue/actions/services.ts'
import { requirementKeys, type OsFamily } from '../../features/catalogue/rules/requirements.ts'
import type { DeviceKind } from '../../features/devices/rules/kinds.ts'
import { models, type ModelName } from './names.ts'
import { knowledge, moreModels, needs, serviceList } from './catalogue-facts.ts'
import type { DemoWorld } from './world.ts'

const families: Readonly<Record<string, OsFamily>> = {
  'Windows 10': 'windows',
  'Windows 11': 'windows',
  macOS: 'macos',
  iOS: 'ios',
  Android: 'android',
}

/** Models of the demo's devices, by maker and name; made before the first purchase. */
export async function addModels(world: DemoWorld, at: Date): Promise<void> {
  const bought = Object.entries(models) as [DeviceKind, readonly ModelName[]][]
  const all = [...bought, ...(Object.entries(moreModels) as [DeviceKind, ModelName[]][])]
  await world.act('sara', at, async (ctx) => {
    for (const [kind, list] of all)
      for (const one of list) {
        const made = await createModel(ctx, {
          body: {
            ...{ kind, maker: one.maker, name: one.model, useMonths: useMonths(kind) },
            ...(one.ramMb && { memoryGb: one.ramMb / 1024 }),
            ...(one.storageGb && { storageGb: one.storageGb }),
            ...(one.osName && { osFamily: families[one.osName] ?? null }),
            ...knowledge[one.model]?.specs,
          },
        })
        if (!made.ok) return made
        world.modelIds.set(`${one.maker} ${one.model}`, made.value.id)
      }
    return done(undefined)
  })
}

const useMonths = (kind: DeviceKind): number =>
  kind === 'smartphone' ? 30 : kind === 'monitor' ? 66 : 48

/** What is known today, what it costs, and a choice between three offers. */
export async function fillCatalogue(world: DemoWorld): Promise<void> {
  const today = dayOf(world.now)
  const at = (daysAgo: number) => new Date(`${addDays(today, -daysAgo)}T09:00:00Z`)
  await world.act('sara', at(40), (ctx) => describe(ctx, world, today))
  const computers = await addServices(world, today)
  await compare(world, at, computers)
}

async function describe(ctx: ActionContext, world: DemoWorld, today: string) {
  for (const [name, { maker, values, labels = [] }] of Object.entries(knowledge)) {
    const modelId = world.modelIds.get(`${maker} ${name}`)!
    for (const key of requirementKeys) {
      const value = values[key]
      if (value === undefined) continue
      const source =
        value === null
          ? 'Exempel: leverantören har inte svarat'
          : 'Exempel: leverantörens produktblad'
      const set = await setRequirement(ctx, { params: { modelId, key }, body: { value, source } })
      if (!set.ok) return set
    }
    for (const { scheme, level, number, validMonths } of labels) {
      const validUntilOn = validMonths === null ? null : addMonths(today, validMonths)
      const body = { scheme, level, number, validUntilOn, source: 'Exempel: märkningens register' }
      const added = await addLabel(ctx, { params: { modelId }, body })
      if (!added.ok) return added
    }
  }
  return done(undefined)
}

/** @returns the id of the service that the offers are for */
async function addServices(world: DemoWorld, today: string): Promise<Uuid> {
  let computers = ''
  for (const { parts, dearer, copyAs, ...facts } of serviceList) {
    const began = addMonths(today, -26)
    const service = await world.act('erik', new Date(`${began}T10:00:00Z`), async (ctx) => {
      const made = await createService(ctx, { body: facts })
      if (!made.ok) return made
      const params = { serviceId: made.value.id }
      return addPrice(ctx, { params, body: { validFromOn: began, parts } })
    })
    const params = { serviceId: service.id }
    if (dearer) {
      const from = addMonths(today, -6)
      await world.act('erik', new Date(`${from}T10:00:00Z`), (ctx) =>
        addPrice(ctx, {
          params,
          body: { validFromOn: from, parts: { ...parts, ...dearer }, note: 'Nytt avrop' },
        }),
      )
    }
    if (copyAs)
      await world.act('erik', new Date(`${addDays(today, -12)}T10:00:00Z`), (ctx) =>
        copyService(ctx, { params, body: { name: copyAs, validFromOn: addMonths(today, 1) } }),
      )
    computers ||= service.id
  }
  return computers
}

async function compare(world: DemoWorld, at: (daysAgo: number) => Date, serviceId: Uuid) {
  for (const { offers, choose, daysAgo, ...need } of needs)
    await world.act('erik', at(daysAgo), async (ctx): Promise<Result<unknown>> => {
      const made = await createComparison(ctx, { body: { ...need, serviceId } })
      if (!made.ok) return made
      const params = { comparisonId: made.value.id }
      let chosen = ''
      for (const { model, ...offer } of offers) {
        const modelId = (model && world.modelIds.get(model)) || null
        const added = await addOffer(ctx, { params, body: { ...offer, modelId } })
        if (!added.ok) return added
        if (offer.supplier === choose?.supplier) chosen = added.value.offers.at(-1)!.id
      }
      if (!choose) return done(undefined)
      return chooseOffer(ctx, { params, body: { offerId: chosen, reason: choose.reason } })
    })
}
