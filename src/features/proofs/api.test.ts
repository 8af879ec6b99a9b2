import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { readPdf } from './printing/read-pdf.ts'

let world: World
let owner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
})
afterAll(() => world.close())

async function ask(who: Actor, method: 'GET' | 'POST', path: string, payload?: object) {
  const app = await world.app()
  const token = await newToken(world, who.organisationId, ['technician'])
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}`, host: 'omlopp.example' },
    ...(payload ? { payload } : {}),
  })
}
const words = (bytes: Buffer) => readPdf(bytes).pages.join('\n')

describe('the hand-out receipt', () => {
  it('names holder, device and giver', async () => {
    const [deviceId] = await newDevices(world, owner, 1, { assetTag: 'EX-103 390' })
    const early = await ask(owner, 'GET', `/devices/${deviceId}/receipt/pdf`)
    expect([early.statusCode, early.json().code]).toEqual([404, 'receipt-not-found'])
    const holderId = await newPerson(world, owner.organisationId, ['holder'], { name: 'Siri Öst' })
    await ask(owner, 'POST', '/hand-outs', { items: [{ deviceId, holderId }] })
    const receipt = await ask(owner, 'GET', `/devices/${deviceId}/receipt/pdf?language=sv`)
    expect([receipt.statusCode, receipt.headers['content-type']]).toEqual([200, 'application/pdf'])
    const text = words(receipt.rawPayload)
    expect(text).toContain('Siri Öst')
    expect(text).toContain('EX-103 390')
    const stranger = await newOrganisation(world)
    const theirs = await ask(stranger, 'GET', `/devices/${deviceId}/receipt/pdf`)
    expect(theirs.json().code).toBe('device-not-found')
  })
})

describe('labels', () => {
  it.each([
    ['sheet', 'application/pdf', '%PDF-'],
    ['tape', 'application/pdf', '%PDF-'],
    ['zpl', 'text/plain; charset=utf-8', '^XA\n^'],
  ])('come as %s', async (format, type, start) => {
    const [deviceId] = await newDevices(world, owner, 1, { assetTag: `EX-${format}` })
    const labels = await ask(owner, 'POST', '/label-sheets', { deviceIds: [deviceId], format })
    expect([labels.statusCode, labels.headers['content-type']]).toEqual([200, type])
    expect(labels.rawPayload.subarray(0, 5).toString()).toBe(start)
    if (format === 'zpl') expect(labels.body).toContain('http://omlopp.example/d/EX-zpl')
  })
  it('are refused without asset tag, and for a device of another', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    const asked = { deviceIds: [deviceId], format: 'tape' }
    const untagged = await ask(owner, 'POST', '/label-sheets', asked)
    expect(untagged.json().code).toBe('asset-tag-missing')
    const stranger = await newOrganisation(world)
    expect((await ask(stranger, 'POST', '/label-sheets', asked)).json().code).toBe(
      'device-not-found',
    )
  })
})
