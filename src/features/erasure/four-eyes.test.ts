// The sample that a second person validates, the certificate that is revoked, and the photo that comes later.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDisks, wipe, type Disk } from '../../../test/support/disks.ts'
import {
  newOrganisation,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import type { ErasureRecord } from '../proofs/rules/record.ts'
import { addPhoto, recordDestruction } from './actions/destroy.ts'
import { revokeCertificate } from './actions/revoke.ts'
import { reviewResult } from './actions/review.ts'
import { drawText, isDrawn, samplePercentFrom } from './rules/four-eyes.ts'

let world: World
let owner: Actor
let reviewer: Actor
let third: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  const [a, b] = [
    await newPerson(world, owner.organisationId, ['itManager']),
    await newPerson(world, owner.organisationId, ['itManager']),
  ]
  reviewer = { ...owner, personId: a }
  third = { ...owner, personId: b }
})
afterAll(() => world.close())

const drawShare = (percent: number) =>
  world.database.pool.query(
    `UPDATE organisations.organisation SET settings = settings || jsonb_build_object('erasurePolicy',
       jsonb_build_object('samplePercent', $2::numeric)) WHERE id = $1`,
    [owner.organisationId, percent],
  )
const review = (who: Actor, resultId: string, verdict: 'approve' | 'reject' | 'escalate') =>
  world.act(who, (ctx) =>
    reviewResult(ctx, {
      params: { resultId },
      body: { verdict, reason: `Läste disken med annat verktyg: ${verdict}.` },
    }),
  )
const deviceOf = async (disk: Disk) =>
  (
    await world.database.pool.query<{ dataState: string; status: string }>(
      `SELECT data_state AS "dataState", status FROM devices.device WHERE id = $1`,
      [disk.deviceId],
    )
  ).rows[0]!
const certificatesOf = async (disk: Disk) =>
  (
    await world.database.pool.query<{ id: string; record: string; photo: string | null }>(
      `SELECT id, record, content ->> 'photoSha256Hex' AS photo FROM erasure.certificate
       WHERE device_id = $1 ORDER BY issued_at DESC, id DESC`,
      [disk.deviceId],
    )
  ).rows
const codeOf = (result: { ok: boolean; code?: string }) => result.code ?? 'done'

describe('the draw', () => {
  const hashOf = (id: string) => createHash('sha256').update(drawText(id)).digest()

  it('takes about five in a hundred, the same ones whoever draws', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `result-${n}`)
    const drawn = ids.filter((id) => isDrawn(hashOf(id), 5))
    expect(drawn.length / ids.length).toBeGreaterThan(0.045)
    expect(drawn.length / ids.length).toBeLessThan(0.055)
    expect(ids.filter((id) => isDrawn(hashOf(id), 5))).toEqual(drawn)
  })

  it('takes none at nought, all at a hundred, and more with a larger share', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(100), (hash, percent) => {
        expect(isDrawn(hash, 0)).toBe(false)
        expect(isDrawn(hash, 100)).toBe(true)
        if (isDrawn(hash, percent)) expect(isDrawn(hash, 100)).toBe(true)
      }),
    )
  })

  it.each([
    [null, 5],
    [{}, 5],
    [{ samplePercent: '10' }, 5],
    [{ samplePercent: -1 }, 5],
    [{ samplePercent: 12.5 }, 12.5],
    [{ samplePercent: 0 }, 0],
  ])('reads its share from %j', (settings, percent) => {
    expect(samplePercentFrom(settings)).toBe(percent)
  })
})

describe('a drawn erasure', () => {
  it('has no certificate until somebody else than the operator approves it', async () => {
    await drawShare(100)
    const [disk] = await newDisks(world, owner, 1)
    const sent = await wipe(world, owner, [disk!])
    const [result] = sent.results
    expect(result).toMatchObject({ state: 'awaitingReview', drawn: true })
    expect(result!.reasons.map(({ code }) => code)).toEqual(['FOUR_EYES'])
    expect(await deviceOf(disk!)).toMatchObject({ dataState: 'holdsData' })
    expect(codeOf(await review(owner, result!.id, 'approve'))).toBe('four-eyes')
    value(await review(reviewer, result!.id, 'approve'))
    expect(await deviceOf(disk!)).toMatchObject({ dataState: 'erased' })
    const [certificate] = await certificatesOf(disk!)
    const record = JSON.parse(certificate!.record) as ErasureRecord
    expect(record.validation).toMatchObject({ by: 'person', reasonCodes: ['FOUR_EYES'] })
    expect(record.evidence.result).toBe(result!.id)
  })

  it('stays drawn however often it is wiped again, and after it was rejected', async () => {
    await drawShare(100)
    const [disk] = await newDisks(world, owner, 1)
    const first = await wipe(world, owner, [disk!])
    await drawShare(0)
    const second = await wipe(world, owner, [disk!], { hour: 14 })
    expect(second.results[0]!.state).toBe('awaitingReview')
    value(await review(reviewer, first.results[0]!.id, 'reject'))
    value(await review(reviewer, second.results[0]!.id, 'reject'))
    const again = await wipe(world, owner, [disk!], { hour: 16 })
    expect(again.results[0]!.state).toBe('awaitingReview')
    value(await review(reviewer, again.results[0]!.id, 'approve'))
    const next = await wipe(world, owner, [disk!], { hour: 18 })
    expect(next.results[0]!.state).toBe('issued')
  })

  it('can be handed on once, to a third person, and the certificate tells', async () => {
    await drawShare(100)
    const [disk] = await newDisks(world, owner, 1)
    const { results } = await wipe(world, owner, [disk!])
    const id = results[0]!.id
    expect(value(await review(reviewer, id, 'escalate'))).toMatchObject({
      state: 'awaitingReview',
      escalatedBy: { id: reviewer.personId },
    })
    expect(codeOf(await review(reviewer, id, 'approve'))).toBe('escalated-by-you')
    expect(codeOf(await review(third, id, 'escalate'))).toBe('already-escalated')
    value(await review(third, id, 'approve'))
    const [certificate] = await certificatesOf(disk!)
    const { roles, sealed } = JSON.parse(certificate!.record) as ErasureRecord
    expect(roles.map(({ role, person }) => [role, person])).toEqual([
      ['sanitised', owner.personId],
      ['verified', owner.personId],
      ['escalated', reviewer.personId],
      ['validated', third.personId],
    ])
    expect(Object.keys(sealed).sort()).toEqual([
      'escalationReason',
      'evidenceFileName',
      'writtenReason',
    ])
    await drawShare(0)
  })
})

describe('a revoked certificate', () => {
  it('takes the proof of the device with it, so that nobody can get it (law 2)', async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    expect(await deviceOf(disk!)).toMatchObject({ dataState: 'erased', status: 'erased' })
    const [certificate] = await certificatesOf(disk!)
    const explanation = 'Kalle hittade filer när disken lästes igen.'
    const revoke = () =>
      world.act(reviewer, (ctx) =>
        revokeCertificate(ctx, {
          params: { certificateId: certificate!.id },
          body: { reason: 'dataFound', explanation },
        }),
      )
    expect(value(await revoke())).toMatchObject({ revocationExplanation: explanation })
    expect(await deviceOf(disk!)).toMatchObject({ dataState: 'holdsData', status: 'received' })
    const holderId = await newPerson(world, owner.organisationId)
    const body = { items: [{ deviceId: disk!.deviceId, holderId }] }
    const tried = value(await world.act(owner, (ctx) => handOut(ctx, { body })))
    expect(tried.items[0]).toMatchObject({ done: false })
    const { rows } = await world.database.pool.query<{ body: string }>(
      `SELECT body FROM journal.entry WHERE subject_id = $1
         AND kind = 'erasure.certificateRevoked'`,
      [disk!.deviceId],
    )
    expect(rows[0]!.body).toContain('explanationSeal')
    expect(rows[0]!.body).not.toContain('Kalle')
    expect(codeOf(await revoke())).toBe('already-revoked')
  })

  it('is not revoked without words', async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    const [certificate] = await certificatesOf(disk!)
    const app = await world.app()
    const token = await newToken(world, owner.organisationId, ['itManager'])
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/certificates/${certificate!.id}/revocation`,
      headers: { authorization: `Bearer ${token}`, host: 'omlopp.example' },
      payload: { reason: 'dataFound' },
    })
    expect(answer.statusCode).toBe(400)
    expect(await deviceOf(disk!)).toMatchObject({ dataState: 'erased' })
  })
})

describe('the photo of a destruction', () => {
  it('that comes later gives a new certificate in place of the first', async () => {
    const [disk] = await newDisks(world, owner, 1)
    value(
      await world.act(owner, (ctx) =>
        recordDestruction(ctx, {
          body: { mediumId: disk!.mediumId, method: 'crushing', witnessId: reviewer.personId },
        }),
      ),
    )
    const [first] = await certificatesOf(disk!)
    const add = (id: string, who = owner) =>
      world.act(who, (ctx) =>
        addPhoto(ctx, {
          params: { certificateId: id },
          body: { photoSha256: 'ef'.repeat(32) },
        }),
      )
    const second = value(await add(first!.id))
    expect((await certificatesOf(disk!)).map(({ photo }) => photo)).toEqual(['ef'.repeat(32), null])
    expect(await deviceOf(disk!)).toMatchObject({ dataState: 'destroyed' })
    expect(codeOf(await add(first!.id))).toBe('certificate-ended')
    expect(codeOf(await add(second.id))).toBe('photo-needless')
    const stranger = await newOrganisation(world)
    expect(codeOf(await add(second.id, stranger))).toBe('certificate-not-found')
  })
})
