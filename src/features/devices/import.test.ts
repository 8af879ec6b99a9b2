// Imports on the real database: counts, refusals, stop, kill -9, strangers, and the same rows as a
// registration one by one would give.
import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId } from '../../core/ids.ts'
import { chainEntry, hashOf, NO_ENTRY } from '../../journal/entry.ts'
import { chainIsWhole, entriesOf } from '../../journal/read.ts'
import { expectCounted } from '../../../test/support/tally.ts'
import {
  newDevices,
  newOrganisation,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { registered, registrationContent } from '../custody/actions/register.ts'
import * as actions from './actions/import.ts'
import { listDevices } from './actions/list.ts'
import type { Wanted } from './actions/import-preview.ts'
import { runImport, type RunOptions } from './jobs/run.ts'
import * as store from './store/import.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const HEADING = 'Inventarienummer;Serienummer;Tillverkare;Modell;Typ;E-post;Enhet;Plats;Pris'
const line = (n: number, end = ';;;9990') => `T-${n};SER${n}Q;HP;EliteBook 840;Laptop;${end}`
const lines = (count: number, from = 0) =>
  [HEADING, ...Array.from({ length: count }, (_, i) => line(from + i))].join('\n')

async function sent(who: Actor, text: string, wanted: Wanted = {}) {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
    bytes.subarray(i * 65_536, (i + 1) * 65_536),
  )
  const file = { fileName: 'lista.csv', stream: Readable.from(pieces) }
  return value(await world.act(who, (ctx) => actions.receive(ctx, file, wanted))).id
}

async function worked(who: Actor, id: string, step: 'check' | 'start', options: RunOptions = {}) {
  const input = { params: { importId: id } }
  value(
    await world.act(who, (ctx) =>
      step === 'check' ? actions.checkImport(ctx, input) : actions.startImport(ctx, input),
    ),
  )
  return (await runImport(world.database, id, options))!
}

async function imported(who: Actor, text: string, wanted: Wanted = {}) {
  return worked(who, await sent(who, text, wanted), 'start')
}

const counts = (run: store.ImportRun) => [run.created, run.updated, run.unchanged, run.refused]

const rowsOf = async (who: Actor, id: string, outcome: 'refused' | 'updated' | 'notApplied') =>
  value(
    await world.act(who, (ctx) =>
      actions.listImportRows(ctx, { params: { importId: id }, query: { outcome, limit: 500 } }),
    ),
  ).items

const count = async (table: string, organisationId: OrganisationId) =>
  world.database.asSystem(
    async (tx) =>
      (
        await tx.one<{ n: number }>(
          `SELECT count(*) AS n FROM ${table} WHERE organisation_id = '${organisationId}'`,
        )
      ).n,
  )

const devicesOf = async ({ organisationId }: Actor) =>
  world.database.asSystem((tx) =>
    tx.rows<{ id: string; assetTag: string; status: string; priceOre: number | null }>(
      `SELECT id, asset_tag AS "assetTag", status, price_ore AS "priceOre" FROM devices.device
       WHERE owner_id = $1 ORDER BY asset_tag`,
      [organisationId],
    ),
  )

describe('an import', () => {
  it('registers what is new, and a second time finds everything unchanged', async () => {
    const who = await newOrganisation(world)
    const text = [
      HEADING,
      line(1, 'anna@exempelby.se;Skola;;9990'),
      line(2, ';;Förrådet;"1 200,50"'),
      line(3, ';Skola;;'),
    ].join('\n')
    expect(counts(await imported(who, text))).toEqual([3, 0, 0, 0])
    expect(counts(await imported(who, text))).toEqual([0, 0, 3, 0])
    expect(await devicesOf(who)).toMatchObject([
      { assetTag: 'T-1', status: 'inUse', priceOre: 999000 },
      { assetTag: 'T-2', status: 'inStock', priceOre: 120050 },
      { assetTag: 'T-3', status: 'inUse', priceOre: null },
    ])
  })

  it('writes the rows that a registration one by one gives: journal, custody and list', async () => {
    const who = await newOrganisation(world)
    await imported(
      who,
      [
        `${HEADING};Operativsystem;RAM`,
        line(1, 'bo@exempelby.se;"Skola ""A""";;1;;'),
        'T\\2;ser-2å;HP;"a\tb";Skärm;;;;;Android 14;8 GB',
      ].join('\n'),
    )
    for (const { id } of await devicesOf(who)) {
      const [entries, device] = await world.database.asSystem(async (tx) => [
        await entriesOf(tx, id),
        await tx.one<Parameters<typeof registrationContent>[0]>(
          `SELECT d.id, kind, maker, model, asset_tag AS "assetTag", purchased_on AS "purchasedOn",
             serial_number AS "serialNumber", imei, price_ore AS "priceOre", ends_on AS "endsOn",
             false AS unused, CASE account_kind WHEN 'person' THEN account_id END AS "holderId",
             unit_id AS "unitId", CASE account_kind WHEN 'depot' THEN account_id END AS "placeId"
           FROM devices.device d JOIN custody.present c ON c.device_id = d.id WHERE d.id = $1`,
          [id],
        ),
      ])
      expect(chainIsWhole(entries)).toBe(true)
      const content = registrationContent(device, registered(device, who.organisationId))
      const body = JSON.parse(entries[0]!.body) as { at: string; id: string }
      const author = {
        id: body.id,
        organisationId: who.organisationId,
        actorId: who.personId,
        at: new Date(body.at),
      }
      const entry = { subjectId: id, kind: 'devices.registered', content, partyIds: [] }
      const expected = chainEntry(entry, author, NO_ENTRY)
      expect(entries[0]!.body).toBe(expected.body)
      expect(entries[0]!.hash.equals(hashOf(expected.body))).toBe(true)
    }
    const listing = () =>
      world.database.asSystem((tx) =>
        tx.rows('SELECT * FROM devices.listing WHERE organisation_id = $1 ORDER BY device_id', [
          who.organisationId,
        ]),
      )
    const before = await listing()
    await world.database.asSystem((tx) =>
      tx.run(
        'SELECT devices.refresh_listing(array_agg(id)) FROM devices.device WHERE owner_id = $1',
        [who.organisationId],
      ),
    )
    expect(before).toHaveLength(2)
    // What needs ask of it stands there only while it is in the pool.
    expect(before).toMatchObject([
      { status: 'inUse', os_family: null },
      { status: 'pool', os_family: 'android', memory_gb: 8 },
    ])
    expect(await listing()).toEqual(before)
    await expectCounted(world.database)
    const own = await world.database.asSystem((tx) => entriesOf(tx, who.organisationId))
    expect(own.map((entry) => entry.kind)).toEqual(['devices.imported'])
  })

  it('a dry run writes nothing and says what the import then does', async () => {
    const who = await newOrganisation(world)
    await imported(who, lines(5))
    const text = [
      lines(3),
      line(3, ';;;5'),
      line(9),
      // The tag that row 5 gave up is free for the next.
      'NY-4;SER4Q;HP;EliteBook 840;Laptop;;;;',
      'T-4;SER44Q;HP;EliteBook 840;Laptop;;;;',
      'T-1;SER99Q;HP;EliteBook 840;Laptop;;;;',
    ].join('\n')
    const id = await sent(who, text)
    const checked = await worked(who, id, 'check')
    expect(checked.state).toBe('checked')
    expect(await devicesOf(who)).toHaveLength(5)
    const changes = (await rowsOf(who, id, 'updated')).flatMap((row) => row.changes)
    expect(changes).toMatchObject([
      { field: 'priceOre', from: '999000', to: '500' },
      { field: 'assetTag', from: 'T-4', to: 'NY-4' },
    ])
    const run = await worked(who, id, 'start')
    expect(counts(run)).toEqual([2, 2, 3, 1])
    expect(counts(run)).toEqual(counts(checked))
    expect((await devicesOf(who)).map((device) => device.assetTag)).toContain('NY-4')
  })

  it('empty cells wipe nothing, unless that is asked for', async () => {
    const who = await newOrganisation(world)
    await imported(who, lines(1))
    const empty = [HEADING, line(0, ';;;')].join('\n')
    expect(counts(await imported(who, empty))).toEqual([0, 0, 1, 0])
    expect(counts(await imported(who, empty, { emptyClears: true }))).toEqual([0, 1, 0, 0])
    expect(await devicesOf(who)).toMatchObject([{ priceOre: null }])
  })

  it('another holder in the file is shown and not applied', async () => {
    const who = await newOrganisation(world)
    await imported(who, [HEADING, line(1, 'anna@exempelby.se;;;')].join('\n'))
    const id = await sent(who, [HEADING, line(1, 'bo@exempelby.se;;;')].join('\n'))
    const run = await worked(who, id, 'start')
    expect([run.unchanged, run.notApplied]).toEqual([1, 1])
    expect(await rowsOf(who, id, 'notApplied')).toMatchObject([
      {
        row: 2,
        changes: [{ from: 'anna@exempelby.se', to: 'bo@exempelby.se', applied: false }],
      },
    ])
  })

  it('also shows another unit, place and status, beside what it does change', async () => {
    const who = await newOrganisation(world)
    const heading = `${HEADING};Status`
    const told = (id: string) => rowsOf(who, id, 'notApplied')
    await imported(who, [heading, line(1, ';Skola;;1;'), line(2, ';;Källaren;1;')].join('\n'))
    const again = [heading, line(1, ';Omsorg;;2;Stulen'), line(2, ';;Vinden;1;')].join('\n')
    const id = await sent(who, again)
    const checked = await worked(who, id, 'check')
    expect([...counts(checked), checked.notApplied]).toEqual([0, 1, 1, 0, 2])
    const left = await told(id)
    expect(left.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'updated'],
      [3, 'notApplied'],
    ])
    expect(left[0]!.message).toMatch(/ändrar inte innehavare, enhet, plats eller status/)
    expect(left[0]!.changes).toMatchObject([
      { field: 'priceOre', applied: true },
      { field: 'status', from: 'inUse', to: 'stolen', applied: false },
      { field: 'unitName', from: 'Skola', to: 'Omsorg', applied: false },
    ])
    expect(left[1]!.changes).toMatchObject([
      { field: 'placeName', from: 'Källaren', to: 'Vinden', applied: false },
    ])
    await worked(who, id, 'start')
    expect((await told(id)).map(({ row }) => row)).toEqual([2, 3])
    expect(await devicesOf(who)).toMatchObject([{ status: 'inUse', priceOre: 200 }, {}])
  })

  it('keeps the theft marking, which finds it, and when it was last seen, which only goes forward', async () => {
    const who = await newOrganisation(world)
    const heading = 'Serienummer;Tillverkare;Modell;Typ;Stöldmärkning;Senast sedd'
    const list = (marking: string, seen: string) =>
      [heading, `SEEN1Q;HP;X;Laptop;${marking};${seen}`].join('\n')
    const asked = async (q: string) =>
      value(await world.act(who, (ctx) => listDevices(ctx, { query: { q } }))).items.map(
        ({ theftMarking, lastSeenAt }) => [theftMarking, lastSeenAt],
      )
    expect(counts(await imported(who, list('SSF 48213', '2026-02-01 07:30')))).toEqual([1, 0, 0, 0])
    expect(await asked('48213')).toEqual([['SSF 48213', '2026-02-01T07:30:00.000Z']])
    expect(counts(await imported(who, list('SSF 48213', '2026-02-01 07:30')))).toEqual([0, 0, 1, 0])
    expect(counts(await imported(who, list('SSF 48213', '2025-12-24 10:00')))).toEqual([0, 0, 1, 0])
    const wipe = { emptyClears: true }
    expect(counts(await imported(who, list('SSF 48213', ''), wipe))).toEqual([0, 0, 1, 0])
    expect(counts(await imported(who, list('DNA-77', '2026-03-01 10:00')))).toEqual([0, 1, 0, 0])
    expect(await asked('48213')).toEqual([])
    expect(await asked('dna-77')).toEqual([['DNA-77', '2026-03-01T10:00:00.000Z']])
  })

  it('refuses rows one by one, each with its reason', async () => {
    const who = await newOrganisation(world)
    await newDevices(world, who, 1, { assetTag: 'TAKEN', serialNumber: 'OTHER1' })
    const heading = 'Inventarienummer;Serienummer;Tillverkare;Modell;Typ;Namn;Användare;Status;Pris'
    const id = await sent(
      who,
      [
        heading,
        'A1;SER1Q;HP;X;Laptop;;;;',
        'A2;SER1Q;HP;X;Laptop;;;;',
        'A3;To be filled by O.E.M.;HP;X;Laptop;;;;',
        'TAKEN;SER4Q;HP;X;Laptop;;;;',
        'A5;;HP;X;Laptop;;;;',
        'A6;SER6Q;HP;X;Laptop;;;Såld;',
        'A7;SER7Q;HP;X;Laptop;;;;-5',
        'A8;SER8Q;HP;X;Grunka;;;;',
        'A9;SER9Q;HP',
        'A10;SER10Q;HP;Okänd;;;;;',
      ].join('\n'),
    )
    const run = await worked(who, id, 'start')
    expect((await rowsOf(who, id, 'refused')).map((row) => [row.row, row.code])).toEqual([
      [3, 'duplicate-in-file'],
      [4, 'placeholder-serial'],
      [5, 'asset-tag-belongs-to-other'],
      [6, 'key-missing'],
      [7, 'device-has-left'],
      [8, 'amount-unreadable'],
      [9, 'kind-unknown'],
      [10, 'row-too-short'],
      [11, 'kind-missing'],
    ])
    expect(run.rows).toBe(run.created + run.updated + run.unchanged + run.refused)
  })

  it('refuses a name or key that means several, and a device without any mark', async () => {
    const who = await newOrganisation(world)
    await newDevices(world, who, 1, { serialNumber: 'SAME1', maker: 'HP', makerKey: 'hp' })
    await newDevices(world, who, 1, { serialNumber: 'SAME1', maker: 'Dell', makerKey: 'dell' })
    await imported(who, 'Serienummer;Typ;Användarnamn\nZ1X;Laptop;bo.ek\nZ2X;Laptop;bo.ek2')
    await world.database.asSystem((tx) =>
      tx.run(
        `UPDATE organisations.person SET name = 'Bo Ek' WHERE organisation_id = $1
           AND username LIKE 'bo.ek%'`,
        [who.organisationId],
      ),
    )
    const ambiguous = await sent(who, 'Serienummer;Typ;Innehavare\nSAME1;Laptop;\nZ3X;Laptop;Bo Ek')
    await worked(who, ambiguous, 'start')
    expect((await rowsOf(who, ambiguous, 'refused')).map((row) => row.code)).toEqual([
      'key-ambiguous',
      'holder-ambiguous',
    ])
    const bare = await sent(who, 'Namn;Typ\nEXK-1;Laptop', {
      key: 'name',
      columns: [
        { column: 0, field: 'name' },
        { column: 1, field: 'kind' },
      ],
    })
    await worked(who, bare, 'start')
    expect((await rowsOf(who, bare, 'refused')).map((row) => row.code)).toEqual(['mark-missing'])
  })

  it('two imports of the same rows at once: each device once, nothing crashes', async () => {
    const who = await newOrganisation(world)
    const ids = [await sent(who, lines(400)), await sent(who, lines(400))]
    const runs = await Promise.all(ids.map((id) => worked(who, id, 'start', { batchRows: 50 })))
    expect(runs.map((run) => run.state)).toEqual(['done', 'done'])
    expect(runs[0]!.created + runs[1]!.created).toBe(400)
    expect(runs.map((run) => run.rows)).toEqual([400, 400])
    expect(await devicesOf(who)).toHaveLength(400)
  })
})

describe('stopping', () => {
  it('keeps what is done, and goes on where it was', async () => {
    const who = await newOrganisation(world)
    const id = await sent(who, lines(300))
    const stop = () =>
      world.act(who, (ctx) => actions.stopImport(ctx, { params: { importId: id } }))
    const first = await worked(who, id, 'start', {
      batchRows: 50,
      onProgress: async ({ rows }) => {
        if (rows === 100) value(await stop())
      },
    })
    expect([first.state, first.created]).toEqual(['stopped', 100])
    const second = await worked(who, id, 'start', { batchRows: 50 })
    expect([second.state, second.created, second.rows]).toEqual(['done', 300, 300])
    expect(await devicesOf(who)).toHaveLength(300)
    expect(await stop()).toMatchObject({ ok: false, code: 'import-state-forbids' })
  })

  it('a process killed at any moment loses nothing and doubles nothing', async () => {
    const who = await newOrganisation(world)
    const id = await sent(who, lines(3000))
    value(await world.act(who, (ctx) => actions.startImport(ctx, { params: { importId: id } })))
    const root = fileURLToPath(new URL('../../../', import.meta.url))
    const { host, port, user, database } = world.database.pool.options
    const config = JSON.stringify({ host, port, user, database })
    for (const rows of [200, 900]) {
      const child = spawn(
        process.execPath,
        ['scripts/run.mjs', 'test/support/import-run.ts', config, id],
        { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
      )
      for await (const chunk of child.stdout)
        if (Number(String(chunk).trim().split('\n').at(-1)) >= rows) child.kill('SIGKILL')
      const run = await world.database.asSystem((tx) => store.getRun(tx, id))
      expect(run!.state).toBe('running')
      expect(await devicesOf(who)).toHaveLength(run!.created)
    }
    const run = (await runImport(world.database, id))!
    expect([run.state, ...counts(run)]).toEqual(['done', 3000, 0, 0, 0])
    expect(await devicesOf(who)).toHaveLength(3000)
    expect(await count('devices.listing', who.organisationId)).toBe(3000)
    await expectCounted(world.database)
    expect(await count('journal.entry', who.organisationId)).toBe(3001)
  }, 240_000)
})

describe('over HTTP', () => {
  const boundary = 'omlopp-boundary'
  const upload = (text: string | Buffer) => ({
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="lista.csv"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      Buffer.from(text),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
  const path = '/api/v1/device-imports'

  it('sends in, maps and saves, checks, starts, and lists rows, also as CSV', async () => {
    const who = await newOrganisation(world)
    const app = await world.app()
    const bearer = { authorization: `Bearer ${await newToken(world, who.organisationId)}` }
    const { headers, payload } = upload(`${lines(2)}\nX;0;HP;A;Laptop;;;;`)
    const post = { method: 'POST', url: path, headers: { ...headers, ...bearer }, payload } as const
    const first = await app.inject(post)
    expect(first.statusCode).toBe(201)
    const { id, headings, key } = first.json<{ id: string; headings: string[]; key: string }>()
    expect(headings[0]).toBe('Inventarienummer')
    expect(key).toBe('serialNumber+maker')
    const mapped = await app.inject({
      method: 'PUT',
      url: `${path}/${id}/mapping`,
      headers: bearer,
      payload: { key: 'serialNumber', saveAs: 'Vår lista' },
    })
    expect(mapped.statusCode).toBe(200)
    expect((await app.inject(post)).json()).toMatchObject({
      saved: 'Vår lista',
      key: 'serialNumber',
    })
    for (const step of ['check', 'start']) {
      const url = `${path}/${id}/${step}`
      expect((await app.inject({ method: 'POST', url, headers: bearer })).statusCode).toBe(202)
      await runImport(world.database, id)
    }
    const get = (url: string) => app.inject({ method: 'GET', url, headers: bearer })
    expect((await get(`${path}/${id}`)).json()).toMatchObject({
      state: 'done',
      rowsTotal: 3,
      counts: { rows: 3, created: 2, refused: 1 },
      checked: { rows: 3, created: 2, refused: 1 },
    })
    const csv = await get(`${path}/${id}/rows?outcome=refused&format=csv`)
    expect(csv.body).toContain('placeholder-serial')
    expect((await get(`${path}/${id}/reasons`)).json()).toMatchObject({
      items: [{ code: 'placeholder-serial', rows: 1, row: expect.any(Number) }],
    })
    const only = (code: string) => get(`${path}/${id}/rows?outcome=refused&code=${code}`)
    expect((await only('placeholder-serial')).json<{ items: object[] }>().items).toHaveLength(1)
    expect((await only('kind-unknown')).json<{ items: object[] }>().items).toHaveLength(0)
    expect((await get(path)).json<{ items: object[] }>().items).toHaveLength(2)
    expect((await get('/api/v1/device-import-mappings')).json()).toMatchObject({
      items: [{ name: 'Vår lista' }],
    })
  })

  it('another organisation sees nothing of it, and a holder may not import', async () => {
    const who = await newOrganisation(world)
    const stranger = await newOrganisation(world)
    const id = await sent(who, lines(1))
    const app = await world.app()
    const headers = { authorization: `Bearer ${await newToken(world, stranger.organisationId)}` }
    for (const [method, end] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/reasons'],
      ['POST', '/check'],
      ['POST', '/start'],
      ['POST', '/stop'],
    ] as const) {
      const answer = await app.inject({ method, url: `${path}/${id}${end}`, headers })
      expect(answer.json()).toMatchObject({ code: 'import-not-found' })
    }
    const none = await app.inject({ method: 'GET', url: path, headers })
    expect(none.json()).toMatchObject({ items: [] })
    const holder = await newToken(world, who.organisationId, ['holder'])
    const barred = await app.inject({
      method: 'GET',
      url: path,
      headers: { authorization: `Bearer ${holder}` },
    })
    expect(barred.statusCode).toBe(403)
  })

  it('refuses a file as a whole, and a mapping that cannot be', async () => {
    const who = await newOrganisation(world)
    const app = await world.app()
    const bearer = { authorization: `Bearer ${await newToken(world, who.organisationId)}` }
    for (const [text, code] of [
      ['', 'file-empty'],
      ['%PDF-1.4 ...', 'file-unreadable'],
      ['1;2;3\n4;5;6', 'heading-missing'],
      [`${lines(3000)}\n"T-99;SER99Q;HP`, 'quote-not-closed'],
    ] as const) {
      const { headers, payload } = upload(text)
      const all = { ...headers, ...bearer }
      const answer = await app.inject({ method: 'POST', url: path, headers: all, payload })
      expect(answer.json()).toMatchObject({ code })
    }
    const id = await sent(who, lines(1))
    const put = async (payload: object) =>
      (
        await app.inject({ method: 'PUT', url: `${path}/${id}/mapping`, headers: bearer, payload })
      ).json<{ code: string }>().code
    expect(await put({ preset: 'nonesuch' })).toBe('preset-unknown')
    expect(await put({ key: 'imei' })).toBe('import-key-missing')
    expect(await put({ columns: [{ column: 90, field: 'name' }] })).toBe('import-column-unknown')
    // Beyond what is looked at first: found before anything is written.
    const broken = await imported(who, `${lines(40_000)}\n"T-99;SER99Q;HP`)
    expect([broken.state, broken.refusal?.code, broken.created]).toEqual([
      'failed',
      'quote-not-closed',
      0,
    ])
  })

  it('takes twenty megabytes without holding them in memory', async () => {
    const who = await newOrganisation(world)
    const row = Buffer.from(`${line(1)}\n`.repeat(5000))
    function* large() {
      yield Buffer.from(`${HEADING}\n`)
      for (let sum = 0; sum < 20e6; sum += row.length) yield row
    }
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let most = 0
    const stream = Readable.from(
      (function* () {
        for (const piece of large()) {
          most = Math.max(most, process.memoryUsage().rss - before)
          yield piece
        }
      })(),
    )
    const file = { fileName: 'stor.csv', stream }
    const got = value(await world.act(who, (ctx) => actions.receive(ctx, file)))
    const run = await world.database.asSystem((tx) => store.getRun(tx, got.id))
    expect(run!.fileSize).toBeGreaterThan(20e6)
    expect(most).toBeLessThan(120e6)
  })
})
