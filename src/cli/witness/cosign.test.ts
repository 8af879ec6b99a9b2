// A witness with its own key and memory, against the log of an installation that answers over HTTP.
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logAll } from '../../../test/support/log.ts'
import {
  newDevices,
  newOrganisation,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { checkConsistency } from '../../checker/consistency.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { cosign } from './cosign.ts'
import { newKey, readKey, type WitnessKey } from './keeper.ts'

let world: World
let owner: Actor
let server: Server
let log: string
let vkey: string
let key: WitnessKey
/** What the log answers in place of the truth. */
let lies: { checkpoint?: string; path?: string[] } = {}
const folder = join(mkdtempSync(join(tmpdir(), 'omlopp-witness-')), 'kept')
const now = new Date('2026-03-12T09:00:00Z')

beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  await grow()
  const app = await world.app()
  server = createServer((request, answer) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = request.url!
      if (lies.checkpoint && url.endsWith('/checkpoint')) return answer.end(lies.checkpoint)
      if (lies.path && url.includes('/consistency'))
        return answer.end(JSON.stringify({ path: lies.path }))
      void app
        .inject({
          method: request.method as 'GET' | 'POST',
          url,
          headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
          ...(chunks.length > 0 ? { payload: Buffer.concat(chunks) } : {}),
        })
        .then((said) => answer.writeHead(said.statusCode).end(said.rawPayload))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  log = `http://127.0.0.1:${port}/api/v1/logs/${owner.organisationId}`
  const { keys } = (await (await fetch(`${log}/keys`)).json()) as { keys: { vkey: string }[] }
  vkey = keys[0]!.vkey
  key = await newKey(folder, 'revisor.example/w')
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  await world.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const grow = async () => {
  await newDevices(world, owner, 5)
  await logAll(world.database)
}
const witness = (vkeys: readonly string[] = []) => cosign({ folder, key, log, vkeys, now })
const head = async () => (await fetch(`${log}/checkpoint`)).text()
const kept = () => {
  const [name] = readdirSync(folder).filter((file) => file.startsWith('seen-'))
  return name ? join(folder, name) : null
}

describe('a witness of a log', () => {
  it('has a key that nobody else may read, made once', async () => {
    expect(statSync(join(folder, 'witness-key.json')).mode & 0o077).toBe(0)
    expect((await readKey(folder)).vkey).toBe(key.vkey)
    await expect(newKey(folder, 'another')).rejects.toThrow('already holds the key')
    await expect(newKey(join(folder, 'x'), 'två ord')).rejects.toThrow('neither spaces nor plus')
    await expect(readKey(join(folder, 'none'))).rejects.toThrow('There is no witness')
  })

  it('signs nothing by a key that only the log itself told', async () => {
    await expect(witness()).rejects.toThrow('Say by --key')
    await expect(witness([key.vkey.replace('revisor', 'annan')])).rejects.toThrow()
    expect(kept()).toBeNull()
  })

  it('is heard once the organisation trusts it, and then its line holds', async () => {
    await expect(witness([vkey])).rejects.toThrow(key.vkey)
    const token = await newToken(world, owner.organisationId)
    const added = await (
      await world.app()
    ).inject({
      method: 'POST',
      url: '/api/v1/log-witnesses',
      headers: { authorization: `Bearer ${token}` },
      payload: { vkey: key.vkey },
    })
    expect(added.statusCode).toBe(201)
    const first = await witness()
    const text = await head()
    expect(text).toContain('\u2014 revisor.example/w ')
    const { valid, checked } = checkConsistency({
      ...{ earlier: text, later: text, proof: [], vkeys: [vkey, key.vkey] },
      engine: nodeEngine,
    })
    expect([valid, checked.map(({ code }) => code)]).toEqual([
      true,
      expect.arrayContaining(['checkpoint-cosigned']),
    ])
    await grow()
    const second = await witness()
    expect(second).toMatchObject({ from: first.size })
    expect(second.size).toBeGreaterThan(first.size)
  })

  it('signs no head that does not continue the last one', async () => {
    const signed = readFileSync(kept()!, 'utf8')
    await grow()
    lies = { path: [Buffer.alloc(32, 7).toString('base64')] }
    await expect(witness()).rejects.toThrow('Nothing was signed.')
    lies = {}
    // The log shows what it was before.
    const { checkpoint } = JSON.parse(signed) as { checkpoint: string }
    await witness()
    lies = { checkpoint }
    await expect(witness()).rejects.toThrow('has become shorter')
    // A head that was written over is not signed by the log.
    lies = {}
    const lines = (await head()).split('\n')
    lines[2] = Buffer.alloc(32, 7).toString('base64')
    lies = { checkpoint: lines.join('\n') }
    await expect(witness()).rejects.toThrow('Nothing was signed.')
    lies = { checkpoint: 'nothing' }
    await expect(witness()).rejects.toThrow('is no checkpoint')
    lies = {}
    writeFileSync(kept()!, JSON.stringify({ origin: 'x', vkeys: [vkey], checkpoint: 'torn' }))
    await expect(witness()).rejects.toThrow('cannot be read')
    expect(existsSync(kept()!)).toBe(true)
  })
})
