// The station as people run it, on real loop devices with the real nwipe where this machine has
// them; what cannot be tried here is named, and everything around it is tried everywhere.
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync, writeFileSync, appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi, type TestContext } from 'vitest'
import { sampleDocument } from '../src/features/erasure/rules/station/sample-document.ts'
import { folderAt, readIdentity, type Folder } from '../src/station/folder.ts'
import { readJournal, standings, write, type Beginning } from '../src/station/journal.ts'
import { sign } from '../src/station/run-document.ts'
import { dropFolder, newFolder, omlopp } from './support/command.ts'
import {
  bytesOf,
  falseDrive,
  lacking,
  loopWithData,
  mountFresh,
  unmount,
  type Loop,
} from './support/drives.ts'
import { newOrganisation, newToken, newWorld, type Actor, type World } from './support/world.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const MIB = 1 << 20

let world: World
let partner: Actor
let token: string
let server: string
let place: string
beforeAll(async () => {
  place = newFolder()
  world = await newWorld()
  world.now = new Date()
  partner = await newOrganisation(world, 'reusePartner')
  token = await newToken(world, partner.organisationId, ['partnerManager'])
  server = await (await world.app()).listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await world.close()
  await dropFolder(place)
})

const loops: Loop[] = []
afterEach(() => {
  for (const loop of loops.splice(0)) loop.detach()
})

let benches = 0
async function enrolled(): Promise<Folder> {
  world.now = new Date()
  const folder = folderAt(join(place, `station-${++benches}`))
  const ran = await station(folder, [
    ...['enrol', '--server', server, '--token', token, '--name', `Bänk ${benches}`],
  ])
  expect(ran.said, ran.said).toContain('inskriven')
  return folder
}

interface Ran {
  readonly code: number | null
  readonly said: string
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

async function station(folder: Folder, args: readonly string[]): Promise<Ran> {
  const { ended, said, printed } = omlopp(
    ['station', ...args, '--folder', folder.path, '--language', 'sv'],
    {},
  )
  const code = await ended
  return { code, said: said(), events: eventsIn(printed()) }
}

const eventsIn = (text: string): Ran['events'] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{"event"'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

async function json(folder: Folder, args: readonly string[]): Promise<Record<string, never>> {
  const { ended, printed } = omlopp(['station', ...args, '--json', '--folder', folder.path], {})
  await ended
  return JSON.parse(printed()) as Record<string, never>
}

const outcomeOf = ({ events }: Ran) => events.find(({ event }) => event === 'outcome')
const resultsOf = async (folder: Folder): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { id } = readIdentity(folder)!
  const response = await fetch(`${server}/api/v1/erasure-stations/${id}/results`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return ((await response.json()) as { items: Readonly<Record<string, unknown>>[] }).items
}
const reasonsIn = (result: Readonly<Record<string, unknown>> | undefined): string[] =>
  ((result?.['reasons'] ?? []) as { code: string }[]).map(({ code }) => code)

/** Leaves the test out by name, with the reason on the console. */
function needs(ctx: TestContext, what: 'fuse' | null = null) {
  const reason = lacking(what)
  if (!reason) return
  console.log(`left out: ${ctx.task.name} (${reason})`)
  ctx.skip(reason)
}

describe('on real loop devices', () => {
  it('a good wipe is proven past the cache, and waits for a person only since a loop is no drive', async (ctx) => {
    needs(ctx)
    const folder = await enrolled()
    const loop = loopWithData(place, 'good.img', 16 * MIB)
    loops.push(loop)
    const ran = await station(folder, ['run', loop.path, '--tag', 'OML-1', '--loop', '--json'])
    expect(outcomeOf(ran), ran.said).toMatchObject({
      ...{ outcome: 'proven', tag: 'OML-1', method: 'overwrite-zeros', toolSaid: 'Erased' },
      readBack: { leftovers: 0, unchanged: 0, before: { withData: expect.any(Number) } },
    })
    expect(ran.code).toBe(0)
    expect(bytesOf(loop.file).every((byte) => byte === 0)).toBe(true)
    const [result, more] = await resultsOf(folder)
    expect(more).toBeUndefined()
    expect(result).toMatchObject({ tool: 'nwipe', decision: 'review' })
    expect(reasonsIn(result)).toContain('VIRTUAL_DEVICE')
    const { readBack } = outcomeOf(ran) as {
      readBack: { mode: string; before: { withData: number } }
    }
    expect(readBack.before.withData).toBeGreaterThan(0)
    console.log(`read back ${readBack.mode}`)
    // nwipe 0.34 verifies from memory: with O_DIRECT the station's own reading has cleared that.
    if (readBack.mode === 'direct') expect(reasonsIn(result)).not.toContain('CACHED_VERIFY')
  })

  it('a drive that drops every write is found, though nwipe calls it erased', async (ctx) => {
    needs(ctx, 'fuse')
    const folder = await enrolled()
    const drive = await falseDrive(place, 16 * MIB, 'drop')
    loops.push(drive)
    const ran = await station(folder, ['run', drive.path, '--tag', 'OML-2', '--loop', '--json'])
    const outcome = outcomeOf(ran)
    console.log(`nwipe said ${String(outcome?.['toolSaid'])} of a drive that kept everything`)
    expect(outcome, ran.said).toMatchObject({ outcome: 'leftovers' })
    const { readBack } = outcome as { readBack: { leftovers: number; firstLeftoverAt: number } }
    expect(readBack).toMatchObject({ leftovers: 1, firstLeftoverAt: 0 })
    expect(ran.code).toBe(1)
    expect(ran.said).toContain('DATA FINNS KVAR')
    const [result] = await resultsOf(folder)
    expect(result).toMatchObject({ state: 'refused', level: 'none' })
    expect(reasonsIn(result)).toContain('STATUS_FAILED')
  })

  it('a station that is killed midway reports the run as cut off, once, and ends its tool', async (ctx) => {
    needs(ctx, 'fuse')
    const folder = await enrolled()
    const drive = await falseDrive(place, 32 * MIB, 'slow=60')
    loops.push(drive)
    const args = ['run', drive.path, '--tag', 'OML-3', '--loop', '--json', '--folder', folder.path]
    const { child, ended } = omlopp(['station', ...args], {})
    await until(() => standings(readJournal(folder)).some(({ tool }) => tool))
    await pause(700)
    child.kill('SIGKILL')
    await ended
    const { tool, run } = standings(readJournal(folder))[0]!
    expect(isAlive(tool!.pid)).toBe(true)
    // The journal is torn, as a power cut may leave it.
    appendFileSync(join(folder.path, 'journal.jsonl'), '{"at":"2026-')
    const again = await station(folder, ['run', '/dev/finns-inte', '--loop'])
    expect(again.said).toContain('Disken finns inte')
    const loop = loopWithData(place, 'next.img', 4 * MIB)
    loops.push(loop)
    const next = await station(folder, ['run', loop.path, '--tag', 'OML-4', '--loop', '--json'])
    expect(next.events[0]).toMatchObject({ event: 'cutOff', run })
    expect(outcomeOf(next)).toMatchObject({ outcome: 'proven' })
    // Told to end, it does when the slow drive lets go of it.
    await until(() => !isAlive(tool!.pid))
    const results = await resultsOf(folder)
    expect(results).toHaveLength(2)
    expect(results.map(({ state }) => state)).not.toContain('issued')
    expect(results.filter((one) => reasonsIn(one).includes('STATUS_ABORTED'))).toHaveLength(1)
    await station(folder, ['send'])
    expect(await resultsOf(folder)).toHaveLength(2)
  })

  it('Ctrl C stops the tool, and the run is reported as stopped', async (ctx) => {
    needs(ctx, 'fuse')
    const folder = await enrolled()
    const drive = await falseDrive(place, 32 * MIB, 'slow=40')
    loops.push(drive)
    const args = ['run', drive.path, '--tag', 'OML-5', '--loop', '--json', '--folder', folder.path]
    const run = omlopp(['station', ...args], {})
    await until(() => standings(readJournal(folder)).some(({ tool }) => tool))
    await pause(700)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(1)
    const ran = { code: 1, said: run.said(), events: eventsIn(run.printed()) }
    expect(outcomeOf(ran), run.said()).toMatchObject({ outcome: 'aborted' })
    const [result] = await resultsOf(folder)
    expect(reasonsIn(result)).toContain('STATUS_ABORTED')
  })

  it('a device that vanishes midway is never proven', async (ctx) => {
    needs(ctx, 'fuse')
    const folder = await enrolled()
    const drive = await falseDrive(place, 16 * MIB, `die=${6 * MIB}`)
    loops.push(drive)
    const ran = await station(folder, ['run', drive.path, '--tag', 'OML-6', '--loop', '--json'])
    const outcome = outcomeOf(ran)
    console.log(
      `a drive that died: ${String(outcome?.['outcome'])}, nwipe said ${String(outcome?.['toolSaid'])}`,
    )
    expect(['unreadable', 'vanished', 'toolFailed']).toContain(outcome?.['outcome'])
    expect(ran.code).toBe(1)
    const [result] = await resultsOf(folder)
    expect(result).toMatchObject({ state: 'refused' })
  })

  it('a file that is swapped under the device after the wipe is found by reading back', async (ctx) => {
    needs(ctx)
    const folder = await enrolled()
    const loop = loopWithData(place, 'half.img', 16 * MIB)
    loops.push(loop)
    // What the tool verified is not what lies there when the station looks.
    const args = ['run', loop.path, '--tag', 'OML-7', '--loop', '--json', '--folder', folder.path]
    const run = omlopp(['station', ...args], {})
    await until(() => /Finished final round/.test(logOf(folder)))
    const { fd, at } = { fd: loop.file, at: 9 * MIB + 12_345 }
    writeByte(fd, at)
    await run.ended
    const ran = { code: 1, said: run.said(), events: eventsIn(run.printed()) }
    const { outcome, readBack } = outcomeOf(ran) as {
      outcome: string
      readBack: { coveredBytes: number; firstLeftoverAt: number | null }
    }
    // All of so small a medium is read, so that one byte cannot hide.
    expect(readBack.coveredBytes).toBe(16 * MIB)
    expect([outcome, readBack.firstLeftoverAt]).toEqual(['leftovers', at])
  })

  it('a mounted medium is never wiped', async (ctx) => {
    needs(ctx)
    const folder = await enrolled()
    const loop = loopWithData(place, 'mounted.img', 16 * MIB)
    loops.push(loop)
    const on = join(place, 'mounted')
    if (!mountFresh(loop, on)) {
      console.log('left out: a mounted medium (no mkfs.ext4 or no right to mount)')
      return ctx.skip('cannot mount')
    }
    try {
      const before = bytesOf(loop.file).subarray(0, MIB)
      const ran = await station(folder, ['run', loop.path, '--tag', 'OML-8', '--loop', '--json'])
      expect(ran.events).toMatchObject([{ event: 'refused', code: 'drive-excluded' }])
      expect(ran.said).toContain('monterad')
      expect(ran.code).toBe(1)
      expect(standings(readJournal(folder))).toEqual([])
      expect(bytesOf(loop.file).subarray(0, MIB).equals(before)).toBe(true)
    } finally {
      unmount(on)
    }
  })

  it('what the station runs from is never listed', async (ctx) => {
    needs(ctx)
    const listed = await json(folderAt(join(place, 'none')), ['list', '--loop'])
    const { drives, excluded } = listed as unknown as {
      drives: { number: string; path: string }[]
      excluded: { number: string; path: string; reasons: string[] }[]
    }
    const { dev } = statSync('/')
    const number = `${Math.floor(dev / 256) % 4096}:${(dev % 256) + Math.floor(dev / 1_048_576) * 256}`
    const mounted = readFileSync('/proc/self/mountinfo', 'utf8')
    expect(drives.map((drive) => drive.number)).not.toContain(number)
    for (const drive of drives) expect(mounted).not.toContain(` - ext4 ${drive.path} `)
    const boot = excluded.filter(({ reasons }) => reasons.includes('boot'))
    console.log(
      `boot medium: ${boot.map(({ path }) => path).join(', ') || 'not a block device here'}`,
    )
    if (boot.length > 0) {
      const ran = await station(await enrolled(), ['run', boot[0]!.path, '--tag', 'X', '--json'])
      expect(ran.events).toMatchObject([{ event: 'refused', code: 'drive-excluded' }])
    }
  })

  it('a scan that is missing, or is of a drive, leaves the drive alone', async (ctx) => {
    needs(ctx)
    const folder = await enrolled()
    const loop = loopWithData(place, 'untagged.img', 4 * MIB)
    loops.push(loop)
    const before = bytesOf(loop.file)
    const ran = await station(folder, ['run', loop.path, '--loop', '--json'])
    expect(ran.events.at(-1)).toMatchObject({ event: 'refused', code: 'tag-missing' })
    const purge = await station(folder, [
      ...['run', loop.path, '--tag', 'OML-9', '--level', 'purge', '--loop', '--json'],
    ])
    expect(purge.events.at(-1)).toMatchObject({ event: 'refused', code: 'purge-impossible' })
    expect(purge.said).toContain('Destruera')
    expect(bytesOf(loop.file).equals(before)).toBe(true)
  })
})

async function until(test: () => boolean): Promise<void> {
  for (let tries = 0; !test(); tries++) {
    if (tries > 1200) throw new Error('it never came')
    await pause(50)
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function logOf(folder: Folder): string {
  const [run] = standings(readJournal(folder))
  return run ? bytesOf(join(folder.path, 'runs', run.run, 'nwipe.log')).toString('utf8') : ''
}

function writeByte(file: string, at: number) {
  const bytes = bytesOf(file)
  bytes[at] = 7
  writeFileSync(file, bytes)
}

/** A run of another day, signed and not yet sent. */
function signedRun(folder: Folder): string {
  const { id, name } = readIdentity(folder)!
  const run = randomUUID()
  const document = sampleDocument({
    ...{ station: { id, name }, runId: run, tag: null, operatorId: null, seconds: 600 },
    drive: {
      ...{ path: '/dev/sdb', serial: `DAY${run.slice(0, 8)}`, model: 'OMLOPP VIRT-HDD' },
      ...{ bytes: 8_000_000_000, transport: 'sata', kind: 'magnetic' },
    },
    ...{ startedAt: new Date(Date.now() - 3_600_000), timeZone: 'Europe/Stockholm' },
    outcome: 'proven',
  })
  const { logs, readBack: _proof, outcome: _outcome, ...beginning } = document
  write(folder, { kind: 'begun', run, beginning: { ...beginning, captures: logs } as Beginning })
  sign(folder, run, document)
  return run
}

describe('everywhere', () => {
  it('what was done offline is sent once, however often and after whatever kill', async () => {
    const folder = await enrolled()
    const runs = [signedRun(folder), signedRun(folder), signedRun(folder)]
    const first = await json(folder, ['send'])
    expect(first).toMatchObject({ sent: 3, known: 0, waiting: 0, stopped: null, met: true })
    expect(await json(folder, ['send'])).toMatchObject({ sent: 0, known: 0, waiting: 0 })
    // Killed between the server's answer and the journal: the last line was never written.
    const path = join(folder.path, 'journal.jsonl')
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    const last = lines.findLastIndex((line) => line.includes('"sent"'))
    writeFileSync(path, `${lines.slice(0, last).join('\n')}\n${lines[last]!.slice(0, 40)}`)
    expect(await json(folder, ['send'])).toMatchObject({ sent: 0, known: 1, waiting: 0 })
    expect(await resultsOf(folder)).toHaveLength(runs.length)
    expect(standings(readJournal(folder)).every(({ sent }) => sent)).toBe(true)
  })

  it('without a network it waits, and says so', async () => {
    const folder = await enrolled()
    signedRun(folder)
    const identity = readIdentity(folder)!
    const path = join(folder.path, 'station.json')
    writeFileSync(path, JSON.stringify({ ...identity, server: 'http://127.0.0.1:9' }))
    const ran = await station(folder, ['send'])
    expect(ran.said).toContain('Servern går inte att nå')
    expect(ran.code).toBe(1)
    expect(await json(folder, ['status'])).toMatchObject({ waiting: 1, notTaken: 0 })
    writeFileSync(path, JSON.stringify(identity))
    expect(await json(folder, ['send'])).toMatchObject({ sent: 1, waiting: 0 })
  })

  it('a document that was altered at the bench is not taken, and the next one is', async () => {
    const folder = await enrolled()
    const [altered] = [signedRun(folder), signedRun(folder)]
    const path = join(folder.path, 'documents', `${altered}.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replace('VIRT-HDD', 'VIRT-SSD'))
    expect(await json(folder, ['send'])).toMatchObject({
      ...{ sent: 1, waiting: 0 },
      notTaken: [{ run: altered, code: 'station-signature-wrong' }],
    })
    expect(await json(folder, ['send'])).toMatchObject({ sent: 0, waiting: 0, notTaken: [] })
    expect(await json(folder, ['status'])).toMatchObject({ waiting: 0, notTaken: 1 })
  })

  it('a revoked station keeps its results and says that it is not known', async () => {
    const folder = await enrolled()
    signedRun(folder)
    const { id } = readIdentity(folder)!
    await fetch(`${server}/api/v1/erasure-stations/${id}/revocation`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${token}` } },
    })
    const ran = await station(folder, ['send'])
    expect(ran.said).toContain('återkallats')
    expect(await json(folder, ['status'])).toMatchObject({ waiting: 1 })
  })

  it('the folder keeps its secrets: for the owner alone, and no token in what is shown', async () => {
    const folder = await enrolled()
    for (const file of ['key.pem', 'station.json', 'journal.jsonl'])
      expect(statSync(join(folder.path, file)).mode & 0o077).toBe(0)
    const { token: secret } = readIdentity(folder)!
    expect(JSON.stringify(await json(folder, ['status']))).not.toContain(secret)
    const again = await station(folder, [
      'enrol',
      '--server',
      server,
      '--token',
      token,
      '--name',
      'X',
    ])
    expect(again.said).toContain('hör redan till en station')
  })

  it('refuses in words what it is not able to prove', async () => {
    const nowhere = folderAt(join(place, 'nowhere'))
    const ran = await station(nowhere, ['run', '/dev/sda'])
    expect(ran.said).toContain('inte inskriven')
    expect(ran.code).toBe(1)
    expect((await station(nowhere, ['dansa'])).said).toContain('omlopp station list')
    expect((await station(nowhere, ['list', '--vad'])).said).toContain("Unknown option '--vad'")
  })
})
