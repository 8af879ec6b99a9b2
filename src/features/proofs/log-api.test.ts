import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logAll } from '../../../test/support/log.ts'
import { newWitness } from '../../../test/support/witness.ts'
import {
  newDevices,
  newOrganisation,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { sha256 } from './actions/log-tree.ts'
import { consistencyHolds } from './rules/log/tree.ts'

let world: World
let owner: Actor
let token: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  token = await newToken(world, owner.organisationId)
  await newDevices(world, owner, 21)
  await logAll(world.database)
})
afterAll(() => world.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const ask = async (method: Method, path: string, payload?: object, by?: string) =>
  (await world.app()).inject({
    method,
    url: path.startsWith('/.') ? path : `/api/v1${path}`,
    ...(by ? { headers: { authorization: `Bearer ${by}` } } : {}),
    ...(payload ? { payload } : {}),
  })
const logPath = () => `/logs/${owner.organisationId}`
const checkpoint = async () => (await ask('GET', `${logPath()}/checkpoint`)).body

describe('a log, to anybody', () => {
  it('answers its signed head, and heads of the sizes it signed', async () => {
    const head = await checkpoint()
    const [origin, size] = head.split('\n')
    expect(origin).toBe(`${world.database.keys!.installation}/log/${owner.organisationId}`)
    expect((await ask('GET', `${logPath()}/checkpoint?size=${size}`)).body).toBe(head)
    const none = await ask('GET', `${logPath()}/checkpoint?size=1`)
    expect([none.statusCode, none.json().code]).toEqual([404, 'checkpoint-not-found'])
  })

  it('shows that it has only grown', async () => {
    const to = Number((await checkpoint()).split('\n')[1])
    for (const from of [1, 7, 16, to]) {
      const { fromRoot, toRoot, path } = (
        await ask('GET', `${logPath()}/consistency?from=${from}&to=${to}`)
      ).json<{ fromRoot: string; toRoot: string; path: string[] }>()
      const of = (text: string) => Buffer.from(text, 'base64')
      const proof = { oldSize: from, size: to, oldRoot: of(fromRoot), root: of(toRoot) }
      expect(consistencyHolds(sha256, { ...proof, path: path.map(of) })).toBe(true)
    }
    for (const asked of ['from=9&to=3', `from=1&to=${to + 1}`])
      expect((await ask('GET', `${logPath()}/consistency?${asked}`)).json().code).toBe(
        'log-shorter',
      )
  })

  it('is not there for an organisation that has none', async () => {
    const silent = await newOrganisation(world)
    const other = `/logs/${silent.organisationId}`
    for (const path of ['checkpoint', 'checkpoints', 'consistency?from=0&to=0', 'keys'])
      expect((await ask('GET', `${other}/${path}`)).json().code).toBe('log-not-found')
    const body = { note: await checkpoint() }
    expect((await ask('POST', `${other}/cosignatures`, body)).json().code).toBe('log-not-found')
  })

  it('publishes its keys, also with the heads of all logs at one address', async () => {
    const keys = (await ask('GET', `${logPath()}/keys`)).json<{ keys: { vkey: string }[] }>()
    expect(keys.keys).toHaveLength(1)
    const published = (await ask('GET', '/.well-known/omlopp-log')).json()
    expect(published.installation).toBe(world.database.keys!.installation)
    expect(published.heads).toEqual([{ day: null, checkpoint: await checkpoint() }])
    expect(JSON.stringify(published)).not.toContain('PRIVATE')
  })
})

describe('a witness', () => {
  const cosign = async (note: string) => ask('POST', `${logPath()}/cosignatures`, { note })

  it('is heard once the organisation trusts it, and its line stands under the head', async () => {
    const witness = newWitness('witness.example/w1')
    const note = witness.cosign(await checkpoint())
    expect((await cosign(note)).json().code).toBe('cosignature-unknown')
    const made = await ask('POST', '/log-witnesses', { vkey: witness.vkey }, token)
    expect(made.statusCode, made.body).toBe(201)
    const size = Number(note.split('\n')[1])
    expect((await cosign(note)).json()).toEqual({ size, accepted: 1 })
    expect((await cosign(note)).json()).toEqual({ size, accepted: 1 })
    expect(await checkpoint()).toBe(note)
    const { keyId } = made.json<{ keyId: string }>()
    const shown = (await ask('GET', '/log', undefined, token)).json()
    expect(shown.witnesses).toMatchObject([{ name: 'witness.example/w1', keyId, lastSize: size }])
    expect((await ask('DELETE', `/log-witnesses/${keyId}`, undefined, token)).statusCode).toBe(200)
    const again = newWitness('witness.example/w1').cosign(await checkpoint())
    expect((await cosign(again)).json().code).toBe('cosignature-unknown')
    expect((await ask('DELETE', `/log-witnesses/${keyId}`, undefined, token)).json().code).toBe(
      'witness-not-found',
    )
  })

  it('that has seen another history is told so', async () => {
    const witness = newWitness('witness.example/w2')
    await ask('POST', '/log-witnesses', { vkey: witness.vkey }, token)
    const lines = (await checkpoint()).split('\n')
    lines[2] = Buffer.alloc(32, 7).toString('base64')
    expect((await cosign(witness.cosign(lines.join('\n')))).json().code).toBe('checkpoint-differs')
    lines[1] = '999'
    expect((await cosign(witness.cosign(lines.join('\n')))).json().code).toBe(
      'checkpoint-not-found',
    )
    expect((await cosign('nothing')).json().code).toBe('note-unreadable')
  })

  it('is registered by its key alone, once', async () => {
    const { vkey } = newWitness('witness.example/w3')
    const register = (key: string) => ask('POST', '/log-witnesses', { vkey: key }, token)
    expect((await register(vkey)).statusCode).toBe(201)
    expect((await register(vkey)).json().code).toBe('witness-known')
    const own = (await ask('GET', `${logPath()}/keys`)).json<{ keys: { vkey: string }[] }>()
    for (const wrong of [vkey.slice(0, 20), own.keys[0]!.vkey])
      expect((await register(wrong)).json().code).toBe('witness-key-unreadable')
  })
})

describe('the registrar', () => {
  it('has one address', async () => {
    const set = (email: string | null) => ask('PUT', '/log-registrar', { email }, token)
    expect((await set('registrator@exempelby.test')).json()).toEqual({
      email: 'registrator@exempelby.test',
    })
    for (const wrong of ['registrator', 'a@b.se, c@d.se', 'a@b.se\nBcc: x@y.se'])
      expect((await set(wrong)).json().code).toBe('registrar-address-wrong')
    expect((await set(null)).json()).toEqual({ email: null })
    expect((await ask('GET', '/log', undefined, token)).json().registrarEmail).toBeNull()
  })
})
