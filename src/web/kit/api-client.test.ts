import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Closed, endpoint } from '../../core/endpoint.ts'
import { ApiProblem, addressOf, call, etagOf, onExpiredSession } from './api-client.ts'

const pack = endpoint({
  method: 'POST',
  path: '/shipments/{shipmentId}/packages',
  permission: 'returns.pack',
  summary: 'Packs.',
  params: Closed({ shipmentId: Type.String() }),
  body: Closed({ serial: Type.String() }),
  output: Closed({ packed: Type.Integer() }),
  refusals: ['not-on-list'],
})
const read = endpoint({
  method: 'GET',
  path: '/devices',
  permission: 'signedIn',
  summary: 'Reads.',
  query: Closed({ status: Type.Array(Type.String()), q: Type.Optional(Type.String()) }),
  output: Closed({ packed: Type.Integer() }),
  refusals: [],
})
const packing = { params: { shipmentId: 'S 1/2' }, body: { serial: 'PF3K9L0X' } }
const reading = { query: { status: ['due', 'pool'] } }

type Answer = 'drop' | { status: number; body: unknown; type?: string; etag?: string }
const packed: Answer = { status: 200, body: { packed: 1 }, etag: '"7"' }
const expired: Answer = { status: 401, body: { code: 'signed-out' } }

let server: Server
let answers: Answer[] = []
let asked: { url: string; headers: IncomingHttpHeaders }[] = []
const realFetch = globalThis.fetch

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    const answer = answers.shift() ?? packed
    if (answer === 'drop') return void request.socket.destroy()
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'application/json',
      ...(answer.etag && { etag: answer.etag }),
    })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // A browser knows where it is; Node needs the whole address. The network is real.
  globalThis.fetch = (path, init) =>
    realFetch(new URL(path as string, `http://127.0.0.1:${port}`), init)
})
afterAll(() => {
  globalThis.fetch = realFetch
  server.close()
})
beforeEach(() => {
  answers = []
  asked = []
  onExpiredSession(null)
})
const keys = () => asked.map(({ headers }) => headers['idempotency-key'])

describe('a call', () => {
  it('writes parameters and query into the address, each value in its own place', async () => {
    await call(pack, packing)
    await call(read, reading)
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/v1/shipments/S%201%2F2/packages',
      '/api/v1/devices?status=due&status=pool',
    ])
    expect(addressOf(read, { query: { status: [], q: 'å&ä' } })).toBe(
      '/api/v1/devices?q=%C3%A5%26%C3%A4',
    )
  })
  it('carries the guard against forged requests on writes, and a key on posts only', async () => {
    await call(pack, packing)
    await call(read, reading)
    expect(asked.map(({ headers }) => headers['x-omlopp-csrf'])).toEqual(['1', undefined])
    expect(keys()).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), undefined])
  })
  it('posts once more with the same key when the network was lost, and then gives up', async () => {
    answers = ['drop', packed]
    await expect(call(pack, packing)).resolves.toEqual({ packed: 1 })
    expect(new Set(keys()).size).toBe(1)
    expect(asked).toHaveLength(2)
    answers = ['drop', 'drop']
    await expect(call(pack, packing)).rejects.toMatchObject({ status: 0, code: 'network' })
    expect(asked).toHaveLength(4)
  })
  it('goes on after a new sign-in with the same key, so that nothing is done twice', async () => {
    let signIns = 0
    onExpiredSession(async () => ++signIns > 0)
    answers = [expired, packed]
    await expect(call(pack, packing)).resolves.toEqual({ packed: 1 })
    expect([signIns, new Set(keys()).size]).toEqual([1, 1])
  })
  it('says 401 when the person does not sign in again, and at once to a stranger', async () => {
    onExpiredSession(async () => false)
    answers = [expired, expired]
    await expect(call(pack, packing)).rejects.toMatchObject({ status: 401, code: 'signed-out' })
    onExpiredSession(() => Promise.reject(new Error('a stranger must not be asked')))
    await expect(call(read, reading, { asStranger: true })).rejects.toMatchObject({ status: 401 })
  })
  it('throws the refusal with its code and details, and a proxy’s page as its status', async () => {
    const body = { code: 'not-on-list', title: 'Not on the list', details: { row: 3 } }
    answers = [
      { status: 409, body, type: 'application/problem+json' },
      { status: 502, body: '<h1>Bad gateway</h1>', type: 'text/html' },
    ]
    const refusal = await call(pack, packing).catch((problem: unknown) => problem)
    expect(refusal).toBeInstanceOf(ApiProblem)
    expect(refusal).toMatchObject({ code: 'not-on-list', details: { row: 3 } })
    await expect(call(read, reading)).rejects.toMatchObject({ status: 502, code: 'http-502' })
  })
  it('remembers the version of an answer and sends it back on an edit', async () => {
    const answer = await call(read, reading)
    expect(etagOf(answer)).toBe('"7"')
    await call(pack, packing, { ifMatch: etagOf(answer)! })
    expect(asked.at(-1)?.headers['if-match']).toBe('"7"')
  })
})
