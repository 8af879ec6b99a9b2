// Law 2 as a property: whatever people send in, review, destroy, take out and revoke, in any order.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { recordDestruction } from './actions/destroy.ts'
import { revokeCertificate } from './actions/revoke.ts'
import { recordEvidence } from './actions/evidence.ts'
import { getMedia, saveInventories } from './actions/media.ts'
import { matchResult, reviewResult } from './actions/review.ts'
import { dataAfter, decideMedia, mediumStates, provenBy, type Medium } from './rules/media.ts'
import { writeNwipeLog } from './rules/sample-log.ts'

const medium = (serial: string, state: Medium['state'] = 'inPlace'): Medium => ({
  id: serial,
  serial,
  model: null,
  capacityBytes: null,
  nativeBytes: null,
  kind: 'magnetic',
  state,
})

describe('what the media prove', () => {
  it.each([
    ['nothing known', [], null],
    ['one in place', ['inPlace'], null],
    ['one erased', ['erased'], 'erased'],
    ['one destroyed', ['destroyed'], 'destroyed'],
    ['erased and destroyed', ['erased', 'destroyed'], 'erased'],
    ['erased and one in place', ['erased', 'inPlace'], null],
    ['erased and one removed', ['erased', 'removed'], 'erased'],
    ['only removed', ['removed'], null],
  ] as const)('%s', (_, states, expected) => {
    expect(provenBy(states.map((state) => ({ state })))).toBe(expected)
  })

  it('never is anything while one is in place, and never comes of removal alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...mediumStates)), (states) => {
        const media = states.map((state) => ({ state }))
        const proven = provenBy(media)
        if (states.includes('inPlace') || states.every((state) => state === 'removed'))
          expect(proven).toBeNull()
        const after = dataAfter({ status: 'received', dataState: 'erased' }, media)
        if (proven === null) expect(after?.dataState).toBe('holdsData')
      }),
    )
  })

  it('an inventory cannot bring back or drop what is proven or in place', () => {
    const present = [medium('DISK-A', 'erased'), medium('DISK-B')]
    const found = [{ serial: 'DISK-B', kind: 'flash' as const }]
    const after = decideMedia(present, found, 'whole', () => 'new')
    expect(after).toMatchObject({ ok: true, value: [{ serial: 'DISK-A', state: 'erased' }, {}] })
    expect(decideMedia(present, [], 'whole', () => 'new')).toMatchObject({ code: 'medium-omitted' })
    expect(decideMedia(present, [], 'more', () => 'new')).toMatchObject({ ok: true })
  })
})

type Command =
  | {
      do: 'upload'
      drives: { medium: number; status: 'erased' | 'failed' | 'aborted'; dash: boolean }[]
    }
  | { do: 'review'; result: number; verdict: 'approve' | 'reject' }
  | { do: 'match'; result: number; medium: number }
  | { do: 'destroy'; medium: number }
  | { do: 'remove'; medium: number }
  | { do: 'add' }
  | { do: 'revoke'; certificate: number }
const index = fc.nat({ max: 5 })
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('upload' as const),
      drives: fc.array(
        fc.record({
          medium: index,
          status: fc.constantFrom('erased', 'erased', 'erased', 'failed', 'aborted'),
          dash: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      result: index,
      verdict: fc.constantFrom('approve', 'approve', 'reject'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('match' as const), result: index, medium: index }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('destroy' as const), medium: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), medium: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), certificate: index }) },
)

/** What chance may pass by in so few plays: every medium erased, and every medium destroyed. */
const all = (end: 'erased' | 'destroyed'): Command[] =>
  [0, 1, 2].map((medium) =>
    end === 'destroyed'
      ? { do: 'destroy', medium }
      : { do: 'upload', drives: [{ medium, status: 'erased', dash: false }] },
  )

let world: World
let owner: Actor
let reviewer: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  reviewer = { ...owner, personId: await newPerson(world, owner.organisationId, ['itManager']) }
})
afterAll(() => world.close())

let serials = 0
let runs = 0
const bytes = 5_033_164_800

describe('law 2, on the database', () => {
  it('no device counts as erased without a live certificate for each medium in place', async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 12 }), async (commands) => {
        world.now = new Date('2026-03-12T09:00:00Z')
        const deviceIds = await newDevices(world, owner, 2, { unused: false })
        const media = [0, 0, 1].map((device) => ({
          deviceId: deviceIds[device]!,
          serial: `LAW-${++serials}`,
        }))
        await inventory(deviceIds, media)
        world.now = new Date('2026-03-20T12:00:00Z')
        for (const one of commands) {
          await obey(one, deviceIds, media)
          reached.add(await check(deviceIds))
        }
      }),
      { numRuns: 25, examples: [[all('erased')], [all('destroyed')]] },
    )
    // A property that never gets anywhere proves nothing.
    expect([...reached].join()).toMatch(/erased/)
    expect([...reached].join()).toMatch(/destroyed/)
  }, 240_000)
})

const inventory = (
  deviceIds: readonly string[],
  media: readonly { deviceId: string; serial: string }[],
) =>
  world.act(owner, async (ctx) => {
    const items = deviceIds.map((deviceId) => ({
      deviceId,
      media: media
        .filter((one) => one.deviceId === deviceId)
        .map(({ serial }) => ({ serial, kind: 'magnetic' as const, capacityBytes: bytes })),
    }))
    return { ok: true, value: await saveInventories(ctx, items, 'more') }
  })

async function obey(
  one: Command,
  deviceIds: readonly string[],
  media: { deviceId: string; serial: string }[],
) {
  const rows = await world.database.asSystem((tx) =>
    tx.rows<{ id: string; serial: string; deviceId: string }>(
      `SELECT id, serial, device_id AS "deviceId" FROM erasure.medium
       WHERE device_id = ANY ($1) ORDER BY id`,
      [deviceIds],
    ),
  )
  const chosen = (n: number) => rows[n % rows.length]!
  const results = await world.database.asSystem((tx) =>
    tx.rows<{ id: string }>(
      `SELECT id FROM erasure.result WHERE organisation_id = $1
         AND state IN ('awaitingReview', 'unmatched', 'refused')
       ORDER BY recorded_at DESC, id DESC LIMIT 6`,
      [owner.organisationId],
    ),
  )
  const resultId = (n: number) => results[n % Math.max(1, results.length)]?.id ?? deviceIds[0]!
  switch (one.do) {
    case 'upload':
      return world.act(owner, (ctx) =>
        recordEvidence(ctx, {
          fileName: 'a.log',
          stationTimeZone: 'UTC',
          bytes: Buffer.from(
            writeNwipeLog({
              version: '0.42',
              startedAt: `2026/03/15 08:${String(Math.floor(++runs / 60) % 60).padStart(2, '0')}:${String(runs % 60).padStart(2, '0')}`,
              method: 'Fill With Zeros',
              devices: one.drives.map(({ medium: n, status, dash }, place) => ({
                device: `/dev/sd${'abc'[place]}`,
                bus: 'ATA',
                model: 'OMLOPP VIRT-HDD',
                serial: dash ? chosen(n).serial.replace('-', '_') : chosen(n).serial,
                bytes,
                status,
              })),
            }),
          ),
        }),
      )
    case 'review':
      return world.act(reviewer, (ctx) =>
        reviewResult(ctx, {
          params: { resultId: resultId(one.result) },
          body: { verdict: one.verdict, reason: 'Etiketten läst på disken.' },
        }),
      )
    case 'match':
      return world.act(owner, (ctx) =>
        matchResult(ctx, {
          params: { resultId: resultId(one.result) },
          body: { mediumId: chosen(one.medium).id },
        }),
      )
    case 'destroy':
      return world.act(owner, (ctx) =>
        recordDestruction(ctx, {
          body: {
            mediumId: chosen(one.medium).id,
            method: 'shredding',
            witnessId: reviewer.personId,
          },
        }),
      )
    case 'remove':
      return world.act(owner, async (ctx) => {
        const { deviceId, serial } = chosen(one.medium)
        const found = [{ serial, kind: 'magnetic' as const, state: 'removed' as const }]
        return {
          ok: true,
          value: await saveInventories(ctx, [{ deviceId, media: found }], 'more'),
        }
      })
    case 'add': {
      const added = { deviceId: deviceIds[0]!, serial: `LAW-${++serials}` }
      media.push(added)
      return inventory([added.deviceId], [added])
    }
    case 'revoke': {
      const certificates = await world.database.asSystem((tx) =>
        tx.rows<{ id: string }>(
          'SELECT id FROM erasure.certificate WHERE device_id = ANY ($1) ORDER BY id DESC',
          [deviceIds],
        ),
      )
      const id = certificates[one.certificate % Math.max(1, certificates.length)]?.id
      return id
        ? world.act(reviewer, (ctx) =>
            revokeCertificate(ctx, {
              params: { certificateId: id },
              body: { reason: 'toolFlaw', explanation: 'Verktyget läste ur cachen.' },
            }),
          )
        : null
    }
  }
}

/** From the tables alone, without the rules that the actions follow. */
async function check(deviceIds: readonly string[]): Promise<string> {
  const rows = await world.database.asSystem((tx) =>
    tx.rows<{ id: string; dataState: string; live: number; bare: number; bad: number }>(
      `SELECT d.id, d.data_state AS "dataState",
         count(c.id) AS live,
         count(m.id) FILTER (WHERE m.state <> 'removed' AND c.id IS NULL) AS bare,
         count(c.id) FILTER (WHERE r.decision = 'refuse' OR r.state <> 'issued') AS bad
       FROM devices.device d
       LEFT JOIN erasure.medium m ON m.device_id = d.id
       LEFT JOIN erasure.certificate c ON c.device_id = d.id AND c.medium_id = m.id
         AND c.revoked_at IS NULL AND c.superseded_by IS NULL
       LEFT JOIN erasure.result r ON r.id = c.result_id
       WHERE d.id = ANY ($1) GROUP BY d.id`,
      [deviceIds],
    ),
  )
  for (const row of rows) {
    expect(row.bad, 'a refused result carries no certificate').toBe(0)
    const proven = row.dataState === 'erased' || row.dataState === 'destroyed'
    // Both ways: proven by every medium, and never proven without.
    expect(proven, JSON.stringify(row)).toBe(row.bare === 0 && row.live > 0)
    const shown = value(
      await world.act(owner, (ctx) => getMedia(ctx, { params: { deviceId: row.id } })),
    )
    expect(shown.unproven === null).toBe(proven)
  }
  return rows.map((row) => row.dataState).join()
}
