// The one who was named as witness of a destruction confirms it, or says that it was not so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDisks, type Disk } from '../../../test/support/disks.ts'
import { logAll } from '../../../test/support/log.ts'
import {
  newOrganisation,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { checkBundle } from '../../checker/bundle/check.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import type { DestructionRecord } from '../proofs/rules/record.ts'
import { readPdf } from '../proofs/printing/read-pdf.ts'
import { getCertificate } from './actions/certificates.ts'
import { addPhoto, recordDestruction } from './actions/destroy.ts'
import { confirmDestruction, denyDestruction, listWitnessing } from './actions/witness.ts'

let world: World
let owner: Actor
let witness: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  // A holder has no other business with erasure than having been there.
  const personId = await newPerson(world, owner.organisationId, ['holder'], { name: 'Vera Vittne' })
  witness = { ...owner, personId }
})
afterAll(() => world.close())

const stated = {
  largestParticleMm: 2,
  categoryBefore: 'high',
  remains: { receiver: 'Smältverket AB ', wasteCode: '191211*' },
} as const
async function destroyed(more: object = stated): Promise<{ disk: Disk; id: string }> {
  const [disk] = await newDisks(world, owner, 1)
  const { id } = value(
    await world.act(owner, (ctx) =>
      recordDestruction(ctx, {
        body: {
          mediumId: disk!.mediumId,
          method: 'shredding',
          witnessId: witness.personId,
          photoSha256: 'ab'.repeat(32),
          ...more,
        },
      }),
    ),
  )
  return { disk: disk!, id }
}
const confirm = (id: string, who = witness) =>
  world.act(who, (ctx) => confirmDestruction(ctx, { params: { certificateId: id } }))
const deny = (id: string, who = witness) =>
  world.act(who, (ctx) =>
    denyDestruction(ctx, {
      params: { certificateId: id },
      body: { explanation: 'Jag såg en annan disk i kvarnen.' },
    }),
  )
const asked = async (who = witness) =>
  value(await world.act(who, (ctx) => listWitnessing(ctx))).items
const recordOf = async (id: string) =>
  JSON.parse(
    value(await world.act(owner, (ctx) => getCertificate(ctx, { params: { certificateId: id } })))
      .record,
  ) as DestructionRecord
const awaits = async (id: string) =>
  value(await world.act(owner, (ctx) => getCertificate(ctx, { params: { certificateId: id } })))
    .awaitsWitness
const codeOf = (result: { ok: boolean; code?: string }) => result.code ?? 'done'
const dataStateOf = async ({ deviceId }: Disk) =>
  (
    await world.database.pool.query<{ state: string }>(
      'SELECT data_state AS state FROM devices.device WHERE id = $1',
      [deviceId],
    )
  ).rows[0]!.state

describe('the witness of a destruction', () => {
  it('finds it waiting, confirms it, and a new certificate says so by role and time', async () => {
    const { disk, id } = await destroyed()
    expect(await asked()).toMatchObject([
      {
        certificateId: id,
        serial: disk.serial,
        method: 'shredding',
        largestParticleMm: 2,
        remainsTo: 'Smältverket AB (19 12 11*)',
        hasPhoto: true,
      },
    ])
    expect(await asked(owner)).toEqual([])
    expect((await recordOf(id)).notChecked).toContain('witness-confirmation')
    expect(await awaits(id)).toBe(true)

    world.now = new Date(world.now.getTime() + 3_600_000)
    const issued = value(await confirm(id))
    expect(await asked()).toEqual([])
    expect([await awaits(id), await awaits(issued.id)]).toEqual([false, false])
    const record = await recordOf(issued.id)
    expect(record.notChecked).toEqual([
      'ieee-2883',
      'remains-identity',
      'laboratory-recovery',
      'particle-size',
    ])
    expect(record.verification).toEqual({
      method: 'witness-and-photo',
      result: 'passed',
      witnessConfirmedAt: world.now.toISOString(),
    })
    expect(record.destruction).toMatchObject({
      largestParticleMm: 2,
      wasteCode: '19 12 11*',
      categoryBefore: 'high',
      categoryAfter: 'none',
    })
    expect(record.replaces).toMatchObject({ id })
    expect(record.roles[1]).toMatchObject({ role: 'witnessed', at: world.now.toISOString() })
    // The receiver is somebody's words, which may be removed.
    expect(JSON.stringify(record)).not.toContain('Smältverket')
    expect(await dataStateOf(disk)).toBe('destroyed')
  })

  it('is on the paper and in a proof that checks', async () => {
    const { id } = await destroyed()
    const token = await newToken(world, owner.organisationId, ['itManager'])
    const issued = value(await confirm(id))
    await logAll(world.database)
    const get = async (path: string) =>
      (await world.app()).inject({
        method: 'GET',
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${token}`, host: 'omlopp.example' },
      })
    const paper = await get(`/certificates/${issued.id}/pdf?language=sv`)
    const said = readPdf(paper.rawPayload).pages.join('\n').replace(/\s+/g, ' ')
    expect(said).toContain('Bekräftat av vittnet')
    expect(said).not.toContain('Uppgivet av den som förstörde')
    expect(said).toContain('Smältverket AB (19 12 11*)')
    expect(said).toContain('före: Hög, efter: Ingen')
    const bundle = await get(`/certificates/${issued.id}/bundle`)
    const verdict = checkBundle(new Uint8Array(bundle.rawPayload), { engine: nodeEngine })
    expect(verdict).toMatchObject({ valid: true, failures: [] })
  })

  it('who says that it was not so takes the certificate away, and the drive may hold data', async () => {
    const { disk, id } = await destroyed()
    const revoked = value(await deny(id))
    expect(revoked).toMatchObject({
      revocationReason: 'witnessDenied',
      revocationExplanation: 'Jag såg en annan disk i kvarnen.',
    })
    expect(await dataStateOf(disk)).toBe('holdsData')
    expect(await asked()).toEqual([])
    expect(await awaits(id)).toBe(false)
    expect(codeOf(await confirm(id))).toBe('certificate-ended')
  })

  it('alone answers, once, and for what stands', async () => {
    const { id } = await destroyed()
    const other = { ...owner, personId: await newPerson(world, owner.organisationId) }
    for (const who of [owner, other]) {
      expect(codeOf(await confirm(id, who))).toBe('not-witness')
      expect(codeOf(await deny(id, who))).toBe('not-witness')
    }
    const stranger = await newOrganisation(world)
    expect(codeOf(await confirm(id, stranger))).toBe('certificate-not-found')
    expect(codeOf(await deny(id, stranger))).toBe('certificate-not-found')
    const { id: confirmed } = value(await confirm(id))
    expect(codeOf(await confirm(confirmed))).toBe('witness-has-answered')
    expect(codeOf(await deny(confirmed))).toBe('witness-has-answered')
    expect(codeOf(await confirm(id))).toBe('certificate-ended')
  })

  it('answers for the certificate that has its photo, when that came later', async () => {
    const { id } = await destroyed({ photoSha256: null })
    const photographed = value(
      await world.act(owner, (ctx) =>
        addPhoto(ctx, {
          params: { certificateId: id },
          body: { photoSha256: 'cd'.repeat(32) },
        }),
      ),
    )
    expect(codeOf(await confirm(id))).toBe('certificate-ended')
    const record = await recordOf(value(await confirm(photographed.id)).id)
    expect(record.evidence.photoSha256).toBe('cd'.repeat(32))
    expect(record.verification?.witnessConfirmedAt).toBeDefined()
    // What nobody stated does not stand there.
    expect(record.destruction).not.toHaveProperty('wasteCode')
    expect(record.notChecked).not.toContain('particle-size')
  })
})
