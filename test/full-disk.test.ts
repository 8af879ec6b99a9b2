// The disk runs full while the log is written, on a disk of its own that is small: the refusal is
// clear, what was acknowledged is there, and with room again everything goes on by itself.
import { spawnSync } from 'node:child_process'
import { appendFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi, type TestContext } from 'vitest'
import { connect } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { build, dropFolder, freePort, newFolder } from './support/command.ts'
import { checkedLog, serve, type Serving } from './support/serving.ts'

const MIB = 1 << 20

let disk: string
let why: string | null
beforeAll(async () => {
  disk = newFolder()
  why = mountSmall(disk)
  if (!why) await build()
}, 180_000)
afterAll(async () => {
  if (!why) spawnSync('umount', [disk])
  await dropFolder(disk)
})

/** @returns why this machine cannot */
function mountSmall(on: string): string | null {
  if (process.platform !== 'linux') return 'not Linux'
  if (process.getuid?.() !== 0) return 'not root'
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', on])
  return mounted.status === 0 ? null : 'nothing can be mounted here'
}

function skipped(ctx: TestContext): boolean {
  if (!why) return false
  console.log(`left out: ${ctx.task.name} (${why})`)
  ctx.skip(why)
  return true
}

let server: Serving | undefined
afterEach(async () => {
  server?.run.child.kill('SIGTERM')
  await server?.run.ended
  server = undefined
})

/** Takes what room there is, all but a little. */
function fillUp(leave: number): () => void {
  const ballast = join(disk, 'ballast')
  for (;;) {
    const { bavail, bsize } = statfsSync(disk)
    const room = bavail * bsize - leave
    if (room < bsize) return () => rmSync(ballast)
    appendFileSync(ballast, Buffer.alloc(Math.min(8 * MIB, room)))
  }
}

let registered = 0
const register = (by: Serving) =>
  by.send('POST', '/devices', {
    ...{ kind: 'laptop', maker: 'Dell', model: 'Latitude', unused: true },
    serialNumber: `FULL${++registered}`,
  })

describe('a disk that runs full', () => {
  it('refuses by name, keeps what it acknowledged, and goes on when there is room', async (ctx) => {
    if (skipped(ctx)) return
    const where = { data: join(disk, 'tables'), port: await freePort() }
    const serving = await serve(where)
    server = serving
    const acknowledged: string[] = []
    const refused = async () => {
      for (;;) {
        const { status, json } = await register(serving)
        if (status !== 201) return { status, code: json['code'] }
        acknowledged.push(json.id)
      }
    }
    const makeRoom = fillUp(MIB / 2)
    expect(await refused()).toEqual({ status: 507, code: 'disk-full' })
    expect(await refused()).toEqual({ status: 507, code: 'disk-full' })
    expect(acknowledged.length).toBeGreaterThan(0)
    makeRoom()
    const { status, json } = await register(serving)
    expect(status).toBe(201)
    await allThere(serving, where, [...acknowledged, json.id])
  }, 180_000)

  it('ends the database when not even its own log has room, and starts it again', async (ctx) => {
    if (skipped(ctx)) return
    const where = { data: join(disk, 'wal'), port: await freePort() }
    const serving = await serve(where)
    server = serving
    const acknowledged: string[] = []
    const { json: first } = await register(serving)
    acknowledged.push(first.id)
    const endItsLog = await besideIt(where.data)
    const makeRoom = fillUp(0)
    await endItsLog()
    const away = await register(serving)
    expect(away).toMatchObject({ status: 503, json: { code: 'database-away' } })
    // It tries by itself, and there is no room to recover in.
    await vi.waitFor(() => expect(serving.run.said()).toContain('The disk is full'), {
      timeout: 60_000,
    })
    makeRoom()
    for (let tries = 0; ; tries++) {
      const { status, json } = await register(serving)
      if (status === 201) acknowledged.push(json.id)
      if (status === 201) break
      expect(json['code']).toBe('database-away')
      expect(tries, serving.run.said()).toBeLessThan(600)
      await pause(100)
    }
    expect(serving.run.said()).toContain('PostgreSQL is started again.')
    await allThere(serving, where, acknowledged)
  }, 180_000)
})

/** The token that asks, and the model that the first device brings. */
const OTHERS = 2

async function allThere(by: Serving, where: { data: string; port: number }, ids: string[]) {
  for (const id of ids)
    expect(await by.ask('GET', `/devices/${id}/life`)).toMatchObject({ chainIsWhole: true })
  const checked = await checkedLog(where)
  expect(checked).toMatchObject({ valid: true, failures: [], entries: ids.length + OTHERS })
}

/** PostgreSQL writes its log in pieces of sixteen megabytes; here is how to need the next one. */
async function besideIt(dataFolder: string): Promise<() => Promise<void>> {
  const embedded = await startEmbedded({ dataFolder })
  const database = connect({ ...embedded.config, max: 1 })
  const NEXT = "SELECT pg_logical_emit_message(false, 'test', 'x'), pg_switch_wal()"
  const pieces = async () => {
    for (let piece = 0; piece < 20; piece++) await database.pool.query(NEXT)
    return 'it had room'
  }
  return async () => {
    expect(await pieces().catch((error: Error) => error.message)).not.toBe('it had room')
    await database.close()
    // Forgets it without a word: the server uses it still, and there is no room to write that down.
    await embedded.stop().catch(() => {})
  }
}
