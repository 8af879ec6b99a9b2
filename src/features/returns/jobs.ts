// Tells whoever answers for devices and their data that some were lost between two organisations: a
// collection's, or a parcel's of the shop. Each organisation that is party gets a letter of its own.
import { dayOf } from '../../core/dates.ts'
import { isUuid, type DeviceId, type OrganisationId, type Uuid } from '../../core/ids.ts'
import { done, invariant } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import type { Database } from '../../database/connect.ts'
import type { HeardEntry, Listener } from '../../journal/deliver.ts'
import { post } from '../organisations/actions/mail.ts'
import * as store from './store/lost.ts'
import { lostMail, type LostDevice } from './texts/lost-mail.ts'

const LOST_JOB = 'returns.tellLost'
/** A listener that is new to an old journal hears all of it; what is old by the clock is no news. */
const NEWS_MS = 7 * 86_400_000

export const listeners: readonly Listener[] = [
  {
    name: 'returns.lost',
    kinds: ['returns.lostInTransit', 'returns.lostAtReceiver', 'custody.reportedLost'],
    hear: sendLetters,
  },
]

async function sendLetters(ctx: ActionContext, entries: readonly HeardEntry[]): Promise<void> {
  const news = entries.filter(({ at }) => Date.now() - at.getTime() < NEWS_MS)
  if (news.length === 0) return
  const rows = await store.lostDevices(
    ctx.tx,
    news.map(({ subjectId }) => subjectId),
  )
  const devices = new Map(rows.map((row) => [row.id, row]))
  const letters = new Map<OrganisationId, { id: Uuid; devices: Map<DeviceId, LostDevice> }>()
  for (const { id, subjectId, kind, partyIds } of news) {
    const device = devices.get(subjectId)
    // One that its holder has lost is not lost between two; there somebody has told already.
    if (!device || (kind === 'custody.reportedLost' && !device.inTransit)) continue
    for (const party of partyIds) {
      const letter = letters.get(party) ?? { id, devices: new Map<DeviceId, LostDevice>() }
      letter.devices.set(device.id, { name: device.name, dataState: device.dataState })
      letters.set(party, letter)
    }
  }
  for (const [organisationId, letter] of letters)
    await ctx.send({
      name: LOST_JOB,
      payload: { organisationId, id: letter.id, devices: [...letter.devices.values()] },
    })
}

export const jobs = {
  [LOST_JOB]: async (database: Database, payload: unknown): Promise<void> => {
    const { organisationId, id, devices } = payload as {
      organisationId: OrganisationId
      id: Uuid
      devices: readonly LostDevice[]
    }
    invariant(isUuid(organisationId) && devices.length > 0, 'the job names whose devices were lost')
    await tellLost(database, { organisationId, id, devices }, new Date())
  },
}

async function tellLost(
  database: Database,
  of: { organisationId: OrganisationId; id: Uuid; devices: readonly LostDevice[] },
  now: Date,
): Promise<void> {
  const told = await database.forOrganisation(of.organisationId, async (tx) =>
    done(await store.whoIsTold(tx, dayOf(now))),
  )
  if (!told.ok) throw new Error(told.code)
  const { addresses, organisation } = told.value
  if (addresses.length === 0) return
  const letter = {
    id: `lost-${of.id}-${of.organisationId}`,
    to: addresses,
    ...lostMail(of.devices, organisation),
  }
  // Thrown, so that the worker tries again later; where there is no server there is nothing to try.
  if ((await post(letter, database.keys?.installation)) === 'failed')
    throw new Error(`The letter ${letter.id} was not mailed`)
}
