// Certificates of a pallet as one piece of work: left and come back to, killed and taken up again.
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDisks, wipe } from '../../../test/support/disks.ts'
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
import { makePapers } from './actions/papers.ts'
import { resumePapers } from './jobs.ts'
import { printPapers } from './jobs/papers.ts'
import { signatureFault } from './printing/read-signature.ts'

let world: World
let owner: Actor
let token: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  token = await newToken(world, owner.organisationId, ['itManager'])
})
afterAll(() => world.close())

async function send(method: 'GET' | 'POST', path: string, payload?: object, as = token) {
  const app = await world.app()
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${as}`, host: 'omlopp.example' },
    ...(payload && { payload }),
  })
}

async function wipedDisks(count: number): Promise<string[]> {
  const disks = await newDisks(world, owner, count)
  await wipe(world, owner, disks)
  const { rows } = await world.database.pool.query<{ id: string }>(
    `SELECT id FROM erasure.certificate WHERE device_id = ANY ($1)`,
    [disks.map(({ deviceId }) => deviceId)],
  )
  return rows.map(({ id }) => id)
}
const payloadOf = (batchId: string) => ({ batchId, organisationId: owner.organisationId })

describe('a batch of certificates', () => {
  it('is made from where it stands, also after a kill, and comes as one zip', async () => {
    const certificateIds = await wipedDisks(13)
    const started = await send('POST', '/certificate-batches', { certificateIds, language: 'sv' })
    expect([started.statusCode, started.json()]).toMatchObject([
      201,
      { state: 'running', total: 13, made: 0, name: '13 intyg' },
    ])
    const { id } = started.json()
    const early = await send('GET', `/certificate-batches/${id}/zip`)
    expect(early.json().code).toBe('batch-running')
    // The first transaction commits, and then the process dies.
    value(await world.act(owner, (ctx) => makePapers(ctx, { id, language: 'sv' })))
    expect((await send('GET', `/certificate-batches/${id}`)).json()).toMatchObject({ made: 10 })
    await resumePapers(world.database)
    const { rows } = await world.database.pool.query(
      `SELECT FROM graphile_worker.jobs WHERE key = $1`,
      [`papers:${id}`],
    )
    expect(rows).toHaveLength(1)
    await printPapers(world.database, payloadOf(id))
    await printPapers(world.database, payloadOf(id))
    expect((await send('GET', `/certificate-batches/${id}`)).json()).toMatchObject({
      state: 'done',
      made: 13,
      refused: 0,
    })
    const zip = await send('GET', `/certificate-batches/${id}/zip`)
    expect([zip.statusCode, zip.headers['content-type']]).toEqual([200, 'application/zip'])
    const files = unzipSync(zip.rawPayload)
    expect(Object.keys(files)).toHaveLength(14)
    const [first] = Object.entries(files).filter(([name]) => name.endsWith('.pdf'))
    expect(await signatureFault(first![1])).toBeNull()
    expect(Buffer.from(first![1]).toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached')
    expect((await send('GET', '/certificate-batches')).json().items[0].id).toBe(id)
  })

  it('names in its list what is not printed, and why', async () => {
    const [disk] = await newDisks(world, owner, 1)
    const witnessId = await newPerson(world, owner.organisationId)
    const destroyed = value(
      await world.act(owner, (ctx) =>
        recordDestruction(ctx, {
          body: { mediumId: disk!.mediumId, method: 'shredding', witnessId },
        }),
      ),
    )
    const started = await send('POST', '/certificate-batches', {
      certificateIds: [destroyed.id],
      language: 'en',
    })
    const { id } = started.json()
    await printPapers(world.database, payloadOf(id))
    const files = unzipSync((await send('GET', `/certificate-batches/${id}/zip`)).rawPayload)
    expect(Object.keys(files)).toEqual(['contents.csv'])
    const list = Buffer.from(files['contents.csv']!).toString('utf8')
    expect(list).toContain(destroyed.number)
    expect(list).toContain('without a photo')
  })

  it('can be stopped; what is made can be fetched', async () => {
    const certificateIds = await wipedDisks(12)
    const { id } = (await send('POST', '/certificate-batches', { certificateIds })).json()
    value(await world.act(owner, (ctx) => makePapers(ctx, { id, language: 'sv' })))
    expect((await send('POST', `/certificate-batches/${id}/stop`)).json().state).toBe('stopped')
    await printPapers(world.database, payloadOf(id))
    const files = unzipSync((await send('GET', `/certificate-batches/${id}/zip`)).rawPayload)
    expect(Object.keys(files)).toHaveLength(11)
  })

  it('is refused without certificates, and is nothing to a stranger', async () => {
    const none = await send('POST', '/certificate-batches', { language: 'sv' })
    expect(none.json().code).toBe('certificates-none')
    const certificateIds = await wipedDisks(1)
    const stranger = await newOrganisation(world)
    const theirs = await newToken(world, stranger.organisationId)
    const tried = await send('POST', '/certificate-batches', { certificateIds }, theirs)
    expect(tried.json().code).toBe('certificate-not-found')
    const { id } = (await send('POST', '/certificate-batches', { certificateIds })).json()
    expect((await send('GET', `/certificate-batches/${id}`, undefined, theirs)).statusCode).toBe(
      404,
    )
  })
})

describe('the list of certificates', () => {
  it('finds by any part of number, serial or tag, and by kind and standing', async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    const found = async (query: string) =>
      ((await send('GET', `/certificates?${query}`)).json().items as { serial: string }[]).map(
        ({ serial }) => serial,
      )
    expect(await found(`q=${disk!.serial.slice(2).toLowerCase()}`)).toEqual([disk!.serial])
    expect(await found(`q=${disk!.serial}&kind=destruction`)).toEqual([])
    expect(await found(`q=${disk!.serial}&standing=valid`)).toEqual([disk!.serial])
    expect(await found(`q=${disk!.serial}&standing=revoked`)).toEqual([])
    expect(await found('q=%25')).toEqual([])
  })
})
