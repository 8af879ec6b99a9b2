// What an organisation asks of erasures, over HTTP; and what a profile makes of an example file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveToPartner } from '../../../test/support/circle.ts'
import { newDisks, wipe } from '../../../test/support/disks.ts'
import {
  newOrganisation,
  newPartnership,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { ErasureRecord } from '../proofs/rules/record.ts'

let world: World
let owner: Actor
let reviewer: string
let looker: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  reviewer = await newToken(world, owner.organisationId, ['itManager'])
  looker = await newToken(world, owner.organisationId, ['auditor'])
  // A new organisation of the tests draws none; here it has decided nothing.
  await world.database.pool.query(
    `UPDATE organisations.organisation SET settings = settings - 'erasurePolicy' || '{"other": 1}'
     WHERE id = $1`,
    [owner.organisationId],
  )
})
afterAll(() => world.close())

async function call(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: object,
  bearer = reviewer,
) {
  const response = await (
    await world.app()
  ).inject({
    ...{ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${bearer}` } },
    ...(body && { payload: body }),
  })
  return { status: response.statusCode, body: response.json() }
}
const levels = { magnetic: 'clear', flash: 'clear', hybrid: 'clear', unknown: 'clear' }

describe('the policy', () => {
  it('is five in a hundred and Clear where nobody has decided, and anyone who looks may read it', async () => {
    const { status, body } = await call('GET', '/erasure-policy', undefined, looker)
    expect(status).toBe(200)
    expect(body).toEqual({
      ...{ samplePercent: 5, levels, category: null },
      lastYear: { results: 0, drawn: 0 },
    })
  })

  it('draws and asks as it says from then on, keeps other settings, and tells the journal', async () => {
    const wanted = { samplePercent: 100, levels: { ...levels, flash: 'purge' }, category: null }
    const changed = await call('PUT', '/erasure-policy', wanted)
    expect(changed).toMatchObject({ status: 200, body: wanted })
    const [disk] = await newDisks(world, owner, 1)
    const { results } = await wipe(world, owner, [disk!])
    expect(results[0]).toMatchObject({ state: 'awaitingReview', drawn: true })
    expect((await call('GET', '/erasure-policy')).body).toEqual({
      ...wanted,
      lastYear: { results: 1, drawn: 1 },
    })
    const { rows } = await world.database.pool.query(
      `SELECT o.settings, (SELECT e.body FROM journal.entry e
         WHERE e.subject_id = o.id AND e.kind = 'erasure.policyChanged') AS told
       FROM organisations.organisation o WHERE o.id = $1`,
      [owner.organisationId],
    )
    expect(rows[0].settings).toMatchObject({ other: 1, erasurePolicy: { flash: 'purge' } })
    expect(JSON.parse(rows[0].told).content).toEqual(wanted)
  })

  it('classes what lies on the drives: a certificate says so from then on, and of what is left nothing', async () => {
    const recorded = async () => {
      const [disk] = await newDisks(world, owner, 1)
      await wipe(world, owner, [disk!])
      const { rows } = await world.database.pool.query<{ record: string }>(
        'SELECT record FROM erasure.certificate WHERE medium_id = $1',
        [disk!.mediumId],
      )
      const record = JSON.parse(rows[0]!.record) as ErasureRecord
      return [record.sanitisation.categoryBefore, record.sanitisation.categoryAfter]
    }
    const rules = { samplePercent: 0, levels }
    for (const category of [null, 'high'] as const) {
      expect((await call('PUT', '/erasure-policy', { ...rules, category })).status).toBe(200)
      expect(await recorded()).toEqual([category, null])
    }
  })

  it('of the owner, and not of the partner that erases, is what the certificate says', async () => {
    const partner = await newOrganisation(world, 'reusePartner')
    await newPartnership(world, owner, partner)
    const keeper = await newToken(world, partner.organisationId, ['itManager'])
    const rules = { samplePercent: 0, levels }
    expect((await call('PUT', '/erasure-policy', { ...rules, category: 'high' })).status).toBe(200)
    const own = await call('PUT', '/erasure-policy', { ...rules, category: 'low' }, keeper)
    expect(own.status).toBe(200)
    const [disk] = await newDisks(world, owner, 1)
    await moveToPartner(world, owner, partner, [disk!.deviceId])
    const { results } = await wipe(world, partner, [disk!])
    expect(results[0]).toMatchObject({ state: 'issued' })
    const { rows } = await world.database.pool.query<{ record: string; issuer: string }>(
      `SELECT record, organisation_id AS issuer FROM erasure.certificate WHERE medium_id = $1`,
      [disk!.mediumId],
    )
    expect(rows[0]!.issuer).toBe(partner.organisationId)
    const { sanitisation } = JSON.parse(rows[0]!.record) as ErasureRecord
    expect(sanitisation.categoryBefore).toBe('high')
  })

  it.each([
    ['more than all', { samplePercent: 101, levels, category: null }],
    ['less than none', { samplePercent: -1, levels, category: null }],
    ['no share', { levels, category: null }],
    [
      'an unknown level',
      { samplePercent: 5, levels: { ...levels, flash: 'gutmann' }, category: null },
    ],
    ['an unknown class', { samplePercent: 5, levels, category: 'secret' }],
    ['no class, not even none stated', { samplePercent: 5, levels }],
    ['a medium left out', { samplePercent: 5, levels: { magnetic: 'clear' }, category: null }],
  ])('refuses %s', async (_, body) => {
    expect((await call('PUT', '/erasure-policy', body)).status).toBe(400)
  })

  it('is not changed by who only looks', async () => {
    const answer = await call(
      'PUT',
      '/erasure-policy',
      { samplePercent: 0, levels, category: null },
      looker,
    )
    expect(answer.status).toBe(403)
  })
})

const csv = 'Disk SN;Outcome;Model\nS123456;Wiped OK;WD Blue\nS123457;Aborted;WD Red\n'
const profile = {
  ...{ name: 'Lista', tool: 'WipeDrive', format: 'csv', success: ['Wiped OK'] },
  fields: { serial: 'Disk SN', result: 'Outcome' },
}
const xml =
  '<r><disks><disk sn="K1"><erase><state>Done</state></erase></disk><disk sn="K2"><erase><state>No</state></erase></disk></disks></r>'
const tried = (body: object) => call('POST', '/report-profile-trials', body)

describe('an example file', () => {
  it('shows its columns with what stands there, before there is a profile', async () => {
    expect((await tried({ text: csv, format: 'csv' })).body).toEqual({
      rows: [],
      places: [
        { name: 'Disk SN', example: 'S123456' },
        { name: 'Outcome', example: 'Wiped OK' },
        { name: 'Model', example: 'WD Blue' },
      ],
      drives: [],
    })
  })

  it('is read by the profile as a real one would be, and nothing is kept', async () => {
    expect((await tried({ text: csv, format: 'csv', profile })).body.drives).toEqual([
      { serial: 'S123456', said: 'Wiped OK', result: 'erased' },
      { serial: 'S123457', said: 'Aborted', result: 'failed' },
    ])
    const { rows } = await world.database.pool.query(
      `SELECT FROM erasure.report_profile WHERE organisation_id = $1`,
      [owner.organisationId],
    )
    expect(rows).toEqual([])
  })

  it('in XML shows the elements that repeat first, and the places within one', async () => {
    const bare = await tried({ text: xml, format: 'xml' })
    expect(bare.body).toMatchObject({ places: [], drives: [] })
    expect(bare.body.rows.slice(0, 2).toSorted()).toEqual(['disk', 'erase'])
    const inside = await tried({ text: xml, format: 'xml', row: 'disk' })
    expect(
      inside.body.places.toSorted((a: { name: string }, b: { name: string }) =>
        a.name < b.name ? -1 : 1,
      ),
    ).toEqual([
      { name: '@sn', example: 'K1' },
      { name: 'erase/state', example: 'Done' },
    ])
    const fields = { serial: '@sn', result: 'erase/state' }
    const whole = { ...profile, format: 'xml', row: 'disk', fields, success: ['Done'] }
    const { body } = await tried({ text: xml, format: 'xml', row: 'disk', profile: whole })
    expect(body.drives.map(({ result }: { result: string }) => result)).toEqual([
      'erased',
      'failed',
    ])
  })

  it.each([
    ['a page as CSV', { text: 'only one column\n1\n', format: 'csv' }, 'report-unreadable'],
    ['a list as XML', { text: csv, format: 'xml' }, 'report-unreadable'],
    ['broken XML', { text: '<a><b></a>', format: 'xml' }, 'report-unreadable'],
    [
      'a profile without serial',
      { text: csv, format: 'csv', profile: { ...profile, fields: { result: 'Outcome' } } },
      'profile-faulty',
    ],
  ])('refuses %s', async (_, body, code) => {
    expect((await tried(body)).body.code).toBe(code)
  })
})
