// Certificates as signed files, one by one and together, with the record and its proof inside.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDisks, wipe, type Disk } from '../../../test/support/disks.ts'
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
import { recordDestruction } from '../erasure/actions/destroy.ts'
import { readPdf } from './printing/read-pdf.ts'
import { signatureFault } from './printing/read-signature.ts'

let world: World
let owner: Actor
let token: string
let witnessId: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  token = await newToken(world, owner.organisationId, ['itManager'])
  witnessId = await newPerson(world, owner.organisationId, ['technician'], { name: 'Vera Vittne' })
})
afterAll(() => world.close())

async function get(path: string, as = token) {
  const app = await world.app()
  const headers = { authorization: `Bearer ${as}`, host: 'omlopp.example' }
  return app.inject({ method: 'GET', url: `/api/v1${path}`, headers })
}
const certificatesOf = async (disk: Disk) =>
  (await get(`/certificates?deviceId=${disk.deviceId}`)).json().items as {
    id: string
    number: string
    publicId: string
  }[]
const words = (bytes: Buffer) => readPdf(bytes).pages.join('\n')

const destroy = (disk: Disk, photoSha256: string | null = null) =>
  world.act(owner, (ctx) =>
    recordDestruction(ctx, {
      body: { mediumId: disk.mediumId, method: 'shredding', witnessId, photoSha256 },
    }),
  )

describe('the paper of a certificate', () => {
  it('is signed, names its place in the log, and carries record, entry, proof and keys', async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    await logAll(world.database)
    const [certificate] = await certificatesOf(disk!)
    const paper = await get(`/certificates/${certificate!.id}/pdf?language=sv`)
    expect(paper.statusCode).toBe(200)
    expect(await signatureFault(paper.rawPayload)).toBeNull()
    const { source } = readPdf(paper.rawPayload)
    for (const file of ['certificate.json', 'entry.json', 'tlog-proof', 'vkeys.txt'])
      expect(source).toContain(`${certificate!.number}.${file}`)
    expect(words(paper.rawPayload)).toMatch(/i en logg med \d+ poster/)
    expect(words(paper.rawPayload)).toContain('Administratör')
  })

  it('is printed also before the log has taken in its entry', async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    const [certificate] = await certificatesOf(disk!)
    const paper = await get(`/certificates/${certificate!.id}/pdf?language=en`)
    const { source } = readPdf(paper.rawPayload)
    expect(source).toContain(`${certificate!.number}.certificate.json`)
    expect(source).not.toContain('tlog-proof')
    expect(words(paper.rawPayload)).toContain('Journal of the device')
  })
})

describe('the certificates of a device together', () => {
  it('are one signed file with a list of contents', async () => {
    const [disk, other] = await newDisks(world, owner, 2)
    await wipe(world, owner, [disk!, other!])
    const [certificate] = await certificatesOf(disk!)
    const paper = await get(`/devices/${disk!.deviceId}/certificates/pdf?language=sv`)
    expect(paper.statusCode).toBe(200)
    expect(await signatureFault(paper.rawPayload)).toBeNull()
    const { pages } = readPdf(paper.rawPayload)
    expect(pages[0]).toContain('Innehåll')
    expect(pages[0]).toContain(certificate!.number)
    expect(pages[1]).toContain(`Raderingsintyg ${certificate!.number}`)
    expect(pages.join('\n')).not.toContain(other!.serial)
  })

  it('are refused without any, and to a stranger', async () => {
    const [disk] = await newDisks(world, owner, 1)
    const path = `/devices/${disk!.deviceId}/certificates/pdf`
    expect((await get(path)).json().code).toBe('certificates-none')
    const stranger = await newOrganisation(world)
    const theirs = await newToken(world, stranger.organisationId)
    expect((await get(path, theirs)).json().code).toBe('device-not-found')
  })

  it('of a destruction need a photo, and the refusal says what to do', async () => {
    const [bare, seen] = await newDisks(world, owner, 2)
    value(await destroy(bare!))
    const refused = (await get(`/devices/${bare!.deviceId}/certificates/pdf`)).json()
    expect(refused.code).toBe('certificate-photo-missing')
    expect(refused.detail ?? refused.title).toContain('Fotografera resterna')
    value(await destroy(seen!, 'cd'.repeat(32)))
    const paper = await get(`/devices/${seen!.deviceId}/certificates/pdf?language=en`)
    expect(words(paper.rawPayload)).toContain('Vera Vittne')
    expect(words(paper.rawPayload)).toContain('Certificate of destruction D-2026-')
  })
})
