// The command as people run it: first start and next, kills, a taken port, tokens, backups.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect, type Database } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { runImpactInput } from '../src/features/climate/rules/cases.ts'
import { readEvidenceFiles } from '../src/cli/commands/evidence.ts'
import { chainIsWhole, type EntryRow } from '../src/journal/read.ts'
import {
  build,
  dropFolder,
  freePort,
  listening,
  newFolder,
  omlopp,
  root,
  type Run,
  type RunOptions,
} from './support/command.ts'
import { createTemplate } from './support/database.ts'
import { hasOlderServer, startOlderServer } from './support/older-server.ts'
import { tablesOf } from './support/tables.ts'

// Processes and databases come up in about a second each; on a busy machine in many.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const running = new Set<Run>()
const folders: string[] = []
beforeAll(build)
afterAll(async () => {
  for (const run of running) {
    run.child.kill('SIGTERM')
    await run.ended
  }
  for (const folder of folders) await dropFolder(folder)
})

function folder(uid?: number): string {
  const made = newFolder(uid)
  folders.push(made)
  return made
}

function serve(options: RunOptions): Run {
  const run = omlopp(['serve', '--empty'], options)
  running.add(run)
  void run.ended.then(() => running.delete(run))
  return run
}

async function stop(run: Run): Promise<number | null> {
  run.child.kill('SIGTERM')
  return run.ended
}

const account = (run: Run) => {
  const [, email, password] = /sign in as (\S+) with (\S+)/.exec(run.said()) ?? []
  return { email: email!, password: password! }
}

const signIn = (address: string, body: { email: string; password: string }): Promise<Response> =>
  fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-omlopp-csrf': '1' },
    body: JSON.stringify(body),
  })

describe('omlopp serve --empty', () => {
  let data: string
  let port: number
  let first: { email: string; password: string }
  beforeAll(async () => {
    data = folder()
    port = await freePort()
  })

  it('comes up, tells its address and whom to sign in as, and stops cleanly', async () => {
    const began = performance.now()
    const run = serve({ data, port })
    const address = await listening(run, port)
    console.log(`first start ${Math.round(performance.now() - began)} ms`)
    first = account(run)
    expect((await signIn(address, first)).status).toBe(201)
    const page = await fetch(`${address}/`)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await page.text()).toContain('<html')
    expect(run.said()).toContain(`Data lies in ${data}`)
    expect(await stop(run)).toBe(0)
    expect(run.printed()).toBe('')
    await expect(fetch(address)).rejects.toThrow()
    expect(readdirSync(join(data, 'postgres'))).not.toContain('postmaster.pid')
  })

  it('starts again with what was there, and tells no password twice', async () => {
    const began = performance.now()
    const run = serve({ data, port })
    const address = await listening(run, port)
    console.log(`second start ${Math.round(performance.now() - began)} ms`)
    expect(run.said()).not.toContain('sign in as')
    expect((await signIn(address, first)).status).toBe(201)
    expect(await stop(run)).toBe(0)
  })

  it('says which port is taken, and what to do', async () => {
    const run = serve({ data, port })
    await listening(run, port)
    const late = omlopp(['serve', '--empty'], { data: folder(), port })
    expect(await late.ended).toBe(1)
    expect(late.said()).toContain(`Port ${port} is taken`)
    expect(late.said()).toContain(`PORT=${port + 1}`)
    expect(late.said()).not.toMatch(/\n\s+at /)
    expect(await stop(run)).toBe(0)
  })

  it('runs twice on one data folder; who leaves first takes nothing away', async () => {
    const other = await freePort()
    const [one, two] = [serve({ data, port }), serve({ data, port: other })]
    const [here, there] = [await listening(one, port), await listening(two, other)]
    expect((await signIn(here, first)).status).toBe(201)
    expect(await stop(one)).toBe(0)
    expect((await signIn(there, first)).status).toBe(201)
    expect(await stop(two)).toBe(0)
  })

  it('starts after kill -9, and after one that left a number of somebody else behind', async () => {
    const run = serve({ data, port })
    await listening(run, port)
    run.child.kill('SIGKILL')
    await run.ended
    const again = serve({ data, port })
    expect((await signIn(await listening(again, port), first)).status).toBe(201)
    expect(await stop(again)).toBe(0)
    // As after a power cut: a file that names a process which is no PostgreSQL.
    const left = [
      process.pid,
      join(data, 'postgres'),
      1_700_000_000,
      5432,
      data,
      '',
      '  1  1',
      'ready   ',
    ]
    writeFileSync(join(data, 'postgres/postmaster.pid'), `${left.join('\n')}\n`)
    const third = serve({ data, port })
    expect((await signIn(await listening(third, port), first)).status).toBe(201)
    expect(await stop(third)).toBe(0)
  })

  // Nobody, since initdb wants a user that the system knows the name of.
  const asUser = process.getuid?.() === 0 ? 65534 : undefined
  it.skipIf(asUser === undefined)(
    'starts as an ordinary user when it is root that tests',
    async () => {
      const home = folder(asUser)
      const run = serve({ data: home, port, uid: asUser })
      expect((await signIn(await listening(run, port), account(run))).status).toBe(201)
      expect(await stop(run)).toBe(0)
    },
  )
})

describe('omlopp without a server', () => {
  it('helps, and refuses what it does not know', async () => {
    const help = omlopp(['help'])
    expect(await help.ended).toBe(0)
    for (const word of ['serve', 'migrate', 'import', 'evidence', 'impact', 'token', 'backup'])
      expect(help.said()).toContain(`omlopp ${word}`)
    const unknown = omlopp(['fly'])
    expect(await unknown.ended).toBe(1)
    expect(unknown.said()).toContain('There is no command "fly"')
    const nothing = omlopp([])
    expect(await nothing.ended).toBe(1)
    expect(help.printed() + unknown.printed() + nothing.printed()).toBe('')
  })

  it('reads evidence as the reader does, with JSON alone on stdout', async () => {
    const names = readdirSync(join(root, 'test/fixtures/erasure'))
    const paths = names.map((name) => join(root, 'test/fixtures/erasure', name))
    const run = omlopp(['evidence', ...paths, '--json'])
    expect(await run.ended, run.said()).toBe(0)
    const read = JSON.parse(run.printed()) as Record<string, unknown>
    expect(Object.keys(read)).toEqual(names)
    expect(names.length).toBeGreaterThan(10)
    expect(read).toEqual(JSON.parse(JSON.stringify(await readEvidenceFiles(paths))))
    const missing = omlopp(['evidence', 'there-is-no-such-file', '--json'])
    expect(await missing.ended).toBe(1)
    expect(JSON.parse(missing.printed())).toMatchObject({ code: 'refused' })
    expect(missing.said()).toContain('cannot be read')
    expect(missing.said()).not.toMatch(/\n\s+at /)
  })

  it('computes climate as the rules do, with JSON alone on stdout', async () => {
    const home = folder()
    const input = { cases: [{ id: 'one', kind: 'avoided', inputs }] }
    writeFileSync(join(home, 'cases.json'), JSON.stringify(input))
    const expected = runImpactInput(input)
    expect(expected.ok).toBe(true)
    const run = omlopp(['impact', '--input', join(home, 'cases.json'), '--json'])
    expect(await run.ended, run.said()).toBe(0)
    const printed = JSON.parse(run.printed()) as unknown
    if (expected.ok) expect(printed).toEqual(JSON.parse(JSON.stringify(expected.value)))
    writeFileSync(join(home, 'cases.json'), '{ not JSON')
    const broken = omlopp(['impact', '--input', join(home, 'cases.json'), '--json'])
    expect(await broken.ended).toBe(1)
    expect(broken.said()).toContain('The file is not JSON')
    expect(JSON.parse(broken.printed())).toEqual({ code: 'input-not-json' })
  })
})

describe('omlopp token, backup and restore', () => {
  let data: string
  let file: string
  let before: Content
  beforeAll(async () => {
    data = folder()
    file = join(data, 'backup.omlopp')
    const port = await freePort()
    const run = serve({ data, port })
    const address = await listening(run, port)
    // While the server runs, as scripts do.
    const token = omlopp(['token', '--role', 'administrator', '--json'], { data })
    expect(await token.ended, token.said()).toBe(0)
    const { token: secret } = JSON.parse(token.printed()) as { token: string }
    const ask = async (path: string, body: object) => {
      const response = await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(response.status, await response.clone().text()).toBeLessThan(300)
      return (await response.json()) as { id: string }
    }
    const holder = await ask('/people', { name: 'Åsa Öström' })
    for (let n = 0; n < 3; n++) {
      const facts = { kind: 'laptop', maker: 'Dell', model: 'Å\t"citat"\n;\\', unused: true }
      const device = await ask('/devices', { ...facts, serialNumber: `BACKUP${n}` })
      if (n > 0) await ask('/hand-outs', { items: [{ deviceId: device.id, holderId: holder.id }] })
    }
    expect(await stop(run)).toBe(0)
    before = await contentOfFolder(data)
    const backup = omlopp(['backup', file], { data })
    expect(await backup.ended, backup.said()).toBe(0)
    expect(backup.printed()).toBe('')
  })

  it('a token is told alone on stdout, and a role must be one', async () => {
    const plain = omlopp(['token', '--role', 'auditor'], { data })
    expect(await plain.ended).toBe(0)
    expect(plain.printed()).toMatch(/^omlopp_[\w-]{43}\n$/)
    const wrong = omlopp(['token', '--role', 'king'], { data })
    expect(await wrong.ended).toBe(1)
    expect(wrong.printed()).toBe('')
    expect(wrong.said()).toContain('administrator')
  })

  it('a backup fills another data folder with the same rows, and chains that hold', async () => {
    const other = folder()
    const restore = omlopp(['restore', file], { data: other })
    expect(await restore.ended, restore.said()).toBe(0)
    expect(await contentOfFolder(other)).toEqual(before)
    const twice = omlopp(['restore', file], { data: other })
    expect(await twice.ended).toBe(1)
    expect(twice.said()).toContain('Nothing was restored')
    expect(await contentOfFolder(other)).toEqual(before)
    const port = await freePort()
    const run = serve({ data: other, port })
    await listening(run, port)
    expect(run.said()).not.toContain('sign in as')
    expect(await stop(run)).toBe(0)
  })

  it.skipIf(!hasOlderServer)('a backup fills a PostgreSQL 15 with the same rows', async () => {
    const server = await startOlderServer()
    try {
      const name = await createTemplate(server.connection, async () => {})
      const { host, port, user } = server.connection
      const url = `postgres://${user}@${encodeURIComponent(host)}:${port}/${name}`
      const restore = omlopp(['restore', file], { data: folder(), env: { DATABASE_URL: url } })
      expect(await restore.ended, restore.said()).toBe(0)
      const database = connect({ connectionString: url })
      expect(await contentOf(database).finally(() => database.close())).toEqual(before)
    } finally {
      await server.stop()
    }
  })
})

type Content = Readonly<Record<string, unknown>>

async function contentOfFolder(dataFolder: string): Promise<Content> {
  const embedded = await startEmbedded({ dataFolder })
  const database = connect(embedded.config)
  try {
    return await contentOf(database)
  } finally {
    await database.close()
    await embedded.stop()
  }
}

/** Every row of ours but the numbers that the server gives to transactions, and the chains checked. */
async function contentOf(database: Database): Promise<Content> {
  const content: Record<string, unknown> = {}
  for (const { name, columns } of await tablesOf(database)) {
    if (name === 'journal.listener') continue
    const own = columns.filter((column) => column !== 'xact').join(', ')
    const { rows } = await database.pool.query<{ row: string }>(
      `SELECT t::text AS row FROM (SELECT ${own} FROM ${name}) t ORDER BY 1`,
    )
    content[name] = rows.map(({ row }) => row)
  }
  const { rows } = await database.pool.query<EntryRow & { subject: string }>(
    `SELECT subject_id AS subject, seq, id, kind, at, body, hash FROM journal.entry
     ORDER BY subject_id, seq`,
  )
  const subjects = [...new Set(rows.map((row) => row.subject))]
  expect(subjects.length).toBeGreaterThan(3)
  for (const subject of subjects)
    expect(chainIsWhole(rows.filter((row) => row.subject === subject))).toBe(true)
  return content
}

/** One laptop reused on the market. */
const inputs = {
  lines: [
    {
      category: 'laptop',
      n_reused: 1,
      n_handled: 1,
      evidence: 'market',
      P: 238.6,
      P_low: 116.5,
      P_high: 360.2,
      T: 1.2,
      W: 1.7,
      u_old: 18.0,
      u_new: 18.0,
      mass: 1.65,
      L1: 5.0,
      L2: 3.0,
      parts: 0.0,
    },
  ],
  parameters: {
    ef: 0.059,
    ef_low: 0.041,
    ef_high: 0.524,
    b_proc: 2.0,
    b_proc_low: 0.5,
    b_proc_high: 15.0,
    k_pack: 1.25,
    road_km: 1000.0,
    ef_road: 0.211,
    ef_air: 1.014,
    lam: 1.0,
    lam_low: 0.6666666666666666,
    lam_high: 1.3333333333333333,
    alpha: 0.5,
  },
}
