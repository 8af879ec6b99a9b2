import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newOrganisation,
  newPerson,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { Input } from '../../core/endpoint.ts'
import * as coding from './actions/coding.ts'
import type { codingApi } from './api/coding.ts'
import { plainParts, type CodingPart } from './rules/coding.ts'

let world: World
let owner: Actor
const unitId = crypto.randomUUID()
const below = crypto.randomUUID()
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  await world.database.asSystem((tx) =>
    tx.run(
      `INSERT INTO organisations.unit (id, organisation_id, parent_id, kind, name, cost_centre, closed_on)
       VALUES ($1, $3, NULL, 'department', 'Bildning', '4700', NULL),
         ($2, $3, $1, 'unit', 'Ekskolan', NULL, NULL),
         (gen_random_uuid(), $3, $1, 'unit', 'Gamla skolan', '4799', '2025-12-31')`,
      [unitId, below, owner.organisationId],
    ),
  )
})
afterAll(() => world.close())

const motpart: CodingPart = {
  ...{ key: 'motpart', name: 'Motpart', source: 'list', compulsory: true, digitsOnly: true },
  ...{ leastLength: 2, mostLength: 3, sieDimension: 20, defaultCode: '81' },
}
type Parts = Input<typeof codingApi.changeCodingString>['body']['parts']
const decideParts = (parts: Parts) =>
  world.act(owner, (ctx) => coding.changeCodingString(ctx, { body: { separator: '.', parts } }))
type Values = Input<typeof codingApi.saveCodingValues>['body']['values']
const save = (part: string, values: Values) =>
  world.act(owner, (ctx) => coding.saveCodingValues(ctx, { body: { part, values } }))
const listed = async (query: Input<typeof codingApi.listCodingValues>['query']) =>
  value(await world.act(owner, (ctx) => coding.listCodingValues(ctx, { query })))
const value81 = { code: '81', name: 'Staten', validFromOn: null, validUntilOn: null }

describe('the coding string of an organisation', () => {
  it('is cost centre and account, until somebody decides otherwise', async () => {
    const read = () => world.act(owner, (ctx) => coding.getCodingString(ctx))
    expect(value(await read())).toEqual({ separator: '-', parts: plainParts })
    value(await decideParts([...plainParts, motpart]))
    expect(value(await read())).toEqual({ separator: '.', parts: [...plainParts, motpart] })
    expect(await decideParts([motpart, motpart])).toMatchObject({ code: 'coding-part-repeated' })
  })

  it('takes cost centres from the units: one of a closed unit has an end', async () => {
    const { items } = await listed({ part: 'ansvar' })
    expect(items).toMatchObject([
      { code: '4700', name: 'Bildning', validUntilOn: null },
      { code: '4799', validUntilOn: '2025-12-31' },
    ])
    expect((await listed({ part: 'ansvar', on: '2026-01-01' })).items).toHaveLength(1)
    const check = (ansvar: string, on: string) =>
      world.act(owner, (ctx) =>
        coding.checkCodingString(ctx, { ansvar, konto: '6460', motpart: '81' }, on),
      )
    value(await save('motpart', [value81]))
    expect((await check('4799', '2025-12-31')).ok).toBe(true)
    expect(await check('4799', '2026-01-01')).toMatchObject({
      code: 'coding-expired',
      details: { part: 'ansvar', name: 'Ansvar', until: '2025-12-31' },
    })
  })

  it('keeps listed codes with their days, found by code and by name', async () => {
    const state = { ...value81, name: 'Staten och dess verk', validUntilOn: '2026-12-31' }
    value(await save('motpart', [state, { ...value81, code: '82', name: 'Kommuner' }]))
    expect((await listed({ part: 'motpart', q: 'kommun' })).items).toMatchObject([{ code: '82' }])
    expect((await listed({ part: 'motpart', q: '8', limit: 1 })).items).toMatchObject([
      { code: '81', name: 'Staten och dess verk', validUntilOn: '2026-12-31' },
    ])
    const { next } = await listed({ part: 'motpart', limit: 1 })
    expect((await listed({ part: 'motpart', limit: 1, cursor: next! })).items).toMatchObject([
      { code: '82' },
    ])
  })

  it.each([
    ['coding-part-unknown', 'objekt', [value81]],
    ['coding-source-other', 'konto', [value81]],
    ['coding-malformed', 'motpart', [{ ...value81, code: 'A1' }]],
    ['coding-value-repeated', 'motpart', [value81, value81]],
    ['day-not-valid', 'motpart', [{ ...value81, validFromOn: '2026-02-30' }]],
    [
      'coding-ends-first',
      'motpart',
      [{ ...value81, validFromOn: '2026-02-03', validUntilOn: '2026-02-02' }],
    ],
  ])('refuses as %s', async (code, part, values) => {
    expect(await save(part, values)).toMatchObject({ ok: false, code })
  })

  it('proposes the cost centre of the nearest unit above, and each default', async () => {
    const personId = await newPerson(world, owner.organisationId)
    await world.database.asSystem((tx) =>
      tx.run('UPDATE organisations.person SET unit_id = $2 WHERE id = $1', [personId, below]),
    )
    const proposed = (of: { unitId: string | null; holderId: string | null }) =>
      world.act(owner, async (ctx) => ({
        ok: true as const,
        value: await coding.proposedCoding(ctx, of),
      }))
    const wanted = { ok: true, value: { ansvar: '4700', motpart: '81' } }
    expect(await proposed({ unitId: below, holderId: null })).toEqual(wanted)
    expect(await proposed({ unitId: null, holderId: personId })).toEqual(wanted)
    expect(await proposed({ unitId: null, holderId: null })).toMatchObject({
      value: { motpart: '81' },
    })
  })
})
