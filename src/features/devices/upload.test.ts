// Large files over HTTP, as a browser sends them: taken or refused by the limit of the product, in
// memory that does not grow with the file, and with nothing left of what was refused.
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text as body } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newOrganisation, newToken, newWorld, type World } from '../../../test/support/world.ts'
import { buildApp } from '../../server/app.ts'

const MB = 1024 * 1024
let world: World
let app: Awaited<ReturnType<typeof buildApp>>
let address: string
let token: string
beforeAll(async () => {
  world = await newWorld()
  app = await buildApp({ database: world.database, now: () => world.now })
  await app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1`
  token = await newToken(world, (await newOrganisation(world)).organisationId)
})
afterAll(async () => {
  await app?.close()
  await world?.close()
})

const head = 'Inventarienummer;Serienummer;Tillverkare;Modell;Slag\r\n'
const rows = (filler: string) => `EX-1;SER1Q;Lenovo;ThinkPad T14;${filler}\r\n`.repeat(1300)

/** Made while it is sent: the file as a whole is never anywhere. */
function* pieces(megabytes: number, text: string) {
  const piece = Buffer.from(text)
  yield Buffer.from(
    '--OMLOPP\r\ncontent-disposition: form-data; name="file"; filename="stor.csv"\r\ncontent-type: text/csv\r\n\r\n',
  )
  yield Buffer.from(head)
  for (let sent = 0; sent < megabytes * MB; sent += piece.length) yield piece
  yield Buffer.from('\r\n--OMLOPP--\r\n')
}

async function send(megabytes: number, text: string, stopAfter = Infinity) {
  const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = memory()
  let most = before
  function* watched() {
    let left = stopAfter
    for (const piece of pieces(megabytes, text)) {
      most = Math.max(most, memory())
      left -= piece.length
      if (left < 0) throw new Error('broken off')
      yield piece
    }
  }
  const sending = request(`${address}/device-imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=OMLOPP',
    },
  })
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>
  const [[answer]] = await Promise.all([answered, pipeline(Readable.from(watched()), sending)])
  const json = JSON.parse(await body(answer)) as Record<string, unknown>
  return { status: answer.statusCode, json, mostMegabytes: (most - before) / MB }
}

const kept = async () =>
  world.database.asSystem((tx) =>
    tx.one<{ runs: number; chunks: number; bytes: number }>(
      `SELECT (SELECT count(*) FROM devices.import_run) AS runs,
         (SELECT count(*) FROM devices.import_file) AS chunks,
         (SELECT coalesce(sum(length(bytes)), 0)::float8 FROM devices.import_file) AS bytes`,
    ),
  )

describe('a large file over HTTP', { timeout: 120_000 }, () => {
  it('of 200 MB that is no table is refused by its code, and nothing is left of it', async () => {
    const { status, json, mostMegabytes } = await send(200, '"'.padEnd(64 * 1024, 'x'))
    expect([status, json['code']]).toEqual([409, 'quote-not-closed'])
    expect(mostMegabytes).toBeLessThan(150)
    expect(await kept()).toEqual({ runs: 0, chunks: 0, bytes: 0 })
  })

  it('that is broken off half-way leaves nothing', async () => {
    await expect(send(200, rows('Laptop'), 20 * MB)).rejects.toThrow()
    for (let tries = 0; tries < 50; tries += 1) {
      const { rows: busy } = await world.database.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
      )
      if (busy.length === 0) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await kept()).toEqual({ runs: 0, chunks: 0, bytes: 0 })
  })

  it('of 200 MB is taken, and answered with how it reads', async () => {
    const { status, json, mostMegabytes } = await send(200, rows('Laptop'))
    expect([status, json['delimiter'], json['more']]).toEqual([201, ';', true])
    expect(mostMegabytes).toBeLessThan(150)
    const { runs, bytes } = await kept()
    expect(runs).toBe(1)
    expect(bytes).toBeGreaterThan(200 * MB)
  })
})
