// A school changes its computers: 600 rows pasted, matched, pinned and accepted in one round.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newUnit,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import { findDevices } from '../devices/actions/list.ts'
import { acceptMatch, getMatch, startMatch, wishMatch } from './actions/matching.ts'
import * as orders from './actions/orders.ts'
import { runMatch } from './jobs.ts'
import { codesOf, isClean, roundOf, rowsOf, type Replaced } from './rules/replacing.ts'

const SCHOOL = 600
/** As many as one look-up, and one hand-out, takes. */
const AT_ONCE = 500

let world: World
let owner: Actor
let approver: Actor
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  owner = await newOrganisation(world)
  approver = { ...owner, personId: await newPerson(world, owner.organisationId, ['approver']) }
  await newUnit(world, owner.organisationId)
})

const inTurns = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, turn) =>
    all.slice(turn * AT_ONCE, (turn + 1) * AT_ONCE),
  )

/** What the page does with what is pasted. */
async function paste(pasted: string) {
  const found: Parameters<typeof roundOf>[0][number][] = []
  for (const codes of inTurns(codesOf(pasted)))
    found.push(
      ...value(await world.act(owner, (ctx) => findDevices(ctx, { body: { codes } }))).items,
    )
  return roundOf(found)
}

async function heldBySchool(count: number) {
  const ids = await newDevices(world, owner, count)
  const holderId = await newPerson(world, owner.organisationId)
  for (const turn of inTurns(ids))
    value(
      await world.act(owner, (ctx) =>
        handOut(ctx, { body: { items: turn.map((deviceId) => ({ deviceId, holderId })) } }),
      ),
    )
  return serialsOf(ids)
}

const serialsOf = async (ids: readonly string[]) =>
  (
    await world.database.asSystem((tx) =>
      tx.rows<{ serial: string }>(
        'SELECT serial_number AS serial FROM devices.device WHERE id = ANY ($1::uuid[]) ORDER BY serial_number',
        [[...ids]],
      ),
    )
  ).map(({ serial }) => serial)

const needFor = ({ replacesId, holderId, unitId }: Replaced) => ({
  ...{ kind: 'laptop' as const, leastMemoryGb: null, leastStorageGb: null },
  ...{ leastScreenInches: null, osFamily: null, leastGrade: null, placeId: null },
  ...{ neededFromOn: '2026-08-17', untilOn: null, specialNeed: null, way: 'pool' as const },
  ...{ serviceId: null, newReason: null, newWords: null, deviceId: null },
  ...{ replacesId, holderId, unitId },
})

describe('a refresh round', () => {
  it('of 600 pasted rows is matched, pinned and accepted', async () => {
    const serials = await heldBySchool(SCHOOL)
    const round = await paste(serials.join('\r\n'))
    expect(isClean(round)).toBe(true)
    expect(round.replaced).toHaveLength(SCHOOL)

    await newDevices(world, owner, SCHOOL)
    const coding = { ansvar: '4711', konto: '6460' }
    const body = { unitId: null, coding, needs: round.replaced.map(needFor), submit: true }
    const { id: orderId } = value(
      await world.act(owner, (ctx) => orders.createOrder(ctx, { body })),
    )
    value(await world.act(approver, (ctx) => orders.approveOrder(ctx, { params: { orderId } })))

    const params = {
      matchId: value(await world.act(owner, (ctx) => startMatch(ctx, { body: { orderId } }))).id,
    }
    const searched = async () => {
      await runMatch(world.database, owner.organisationId, params.matchId, world.now)
      return value(await world.act(owner, (ctx) => getMatch(ctx, { params })))
    }
    const first = await searched()
    expect(first).toMatchObject({ state: 'done', needs: SCHOOL, met: SCHOOL })

    const [one, other] = first.proposals
    const pin = { needId: one!.need.id, deviceId: other!.device!.id, wish: 'pinned' as const }
    value(await world.act(owner, (ctx) => wishMatch(ctx, { params, body: pin })))
    const pinned = await searched()
    expect(pinned).toMatchObject({ met: SCHOOL })
    expect(pinned.proposals.find(({ need }) => need.id === pin.needId)).toMatchObject({
      ...{ device: { id: pin.deviceId }, pinned: true },
    })

    const accepted = await world.act(owner, (ctx) =>
      acceptMatch(ctx, { params, body: { partly: false } }),
    )
    expect(value(accepted)).toMatchObject({ reserved: SCHOOL, gone: [] })
  }, 120_000)

  it('names by row what is wrong among 600: unknown, of others, in the pool, pasted twice', async () => {
    const serials = await heldBySchool(3)
    const [inPool] = await serialsOf(await newDevices(world, owner, 1))
    const elsewhere = await newOrganisation(world)
    const [ofOthers] = await serialsOf(await newDevices(world, elsewhere, 1))
    const unknown = Array.from({ length: SCHOOL - 8 }, (_, n) => `SAKNAS-${n}`)
    const pasted = [
      serials[0],
      '',
      inPool,
      ofOthers,
      ' ',
      serials[1],
      serials[0],
      serials[2],
      ...unknown,
    ]
    expect(pasted).toHaveLength(SCHOOL)

    const round = await paste(pasted.join('\n'))
    const rows = rowsOf(pasted.join('\n'))
    expect(round.replaced).toHaveLength(3)
    expect(round.unheld.map((code) => rows.get(code))).toEqual([[3]])
    expect(round.several).toEqual([])
    // What another organisation has is as unknown here as what nobody has.
    expect(round.unknown).toEqual([ofOthers, ...unknown])
    expect(rows.get(ofOthers!)).toEqual([4])
    expect(rows.get(unknown.at(-1)!)).toEqual([SCHOOL])
    expect(rows.get(serials[0]!)).toEqual([1, 7])
  })
})
