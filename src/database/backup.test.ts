import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type TestDatabase,
  type TestServer,
  createFromTemplate,
  createTemplate,
  startTestServer,
} from '../../test/support/database.ts'
import { hasOlderServer, startOlderServer } from '../../test/support/older-server.ts'
import { type BackupOptions, backup, restore } from './backup.ts'
import { verifyBackup } from './backup/file.ts'

// A small world with everything that could go wrong: every type we use, tables whose names sort
// against their foreign keys, generated and identity columns, partitions, triggers, a view.
const world = `
  CREATE SCHEMA ops; CREATE SCHEMA "Lån & retur"; CREATE SCHEMA graphile_worker;
  CREATE TABLE ops.migration (name text PRIMARY KEY, at timestamptz DEFAULT now());
  INSERT INTO ops.migration VALUES ('20260101-0000_first'), ('20260102-0000_second');
  CREATE TABLE graphile_worker.job (id int); INSERT INTO graphile_worker.job VALUES (1);
  CREATE TABLE ops.z_owner (id uuid PRIMARY KEY, name text NOT NULL);
  CREATE TABLE ops.kind (code text PRIMARY KEY); INSERT INTO ops.kind VALUES ('laptop'), ('screen');
  CREATE TABLE "Lån & retur"."Pryl" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id uuid REFERENCES ops.z_owner, "fri text" text, at timestamptz, on_day date,
    big bigint, exact numeric(40, 10), float double precision, doc jsonb, bytes bytea,
    words text[], numbers bigint[], yes boolean, seen xid8, span interval, days daterange,
    doubled numeric GENERATED ALWAYS AS (big::numeric * 2) STORED,
    kind text REFERENCES ops.kind);
  CREATE TABLE ops.a_part (item bigint REFERENCES "Lån & retur"."Pryl", year int, note text)
    PARTITION BY LIST (year);
  CREATE TABLE ops.a_part_2026 PARTITION OF ops.a_part FOR VALUES IN (2026);
  CREATE TABLE ops.entry (number bigserial PRIMARY KEY, word text);
  CREATE FUNCTION ops.add_entry() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN INSERT INTO ops.entry (word) VALUES ('trigger'); RETURN NULL; END$$;
  CREATE TRIGGER adds AFTER INSERT ON ops.z_owner FOR EACH ROW EXECUTE FUNCTION ops.add_entry();
  CREATE MATERIALIZED VIEW ops.owners AS SELECT count(*) AS count FROM ops.z_owner;
`

const content = `
  INSERT INTO ops.z_owner VALUES
    ('0190a1b2-0000-7000-8000-000000000001', E'Åsa Öberg-Ärlig\\nrad två\\ttabb \\\\ snedstreck'),
    ('0190a1b2-0000-7000-8000-000000000002', '\\.');
  INSERT INTO "Lån & retur"."Pryl" (owner_id, "fri text", at, on_day, big, exact, float, doc, bytes,
                                    words, numbers, yes, seen, span, days, kind) VALUES
    ('0190a1b2-0000-7000-8000-000000000001', E'å\\r\\nä\\tö\\\\N 😀', '2026-03-29 01:59:59.123456+01',
     '2024-02-29', 9223372036854775807, 123456789012345678901234567890.0123456789, 0.1::float8 + 0.2,
     '{"å": [1, null, "rad\\nbrytning \\\\ \\""], "n": 12345678901234567890}', '\\x00ff0a5c2e0a',
     ARRAY['', 'NULL', NULL, 'a,b', E'c"d\\\\e\\n', '{}'], '{-1,0,9007199254740993}', true,
     '18446744073709551615'::xid8, '1 year 2 mons -3 days 04:05:06.7', '[2026-01-01,2026-02-01)', 'laptop'),
    (NULL, '', 'infinity', '-infinity', -9223372036854775808, 'NaN', '-0', 'null', '', '{}', NULL, false,
     '0'::xid8, '0', 'empty', NULL),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (NULL, '\\N', '0044-03-15 12:00:00+00 BC', '0044-03-15 BC', 0, 0, 'infinity', '[]', '\\x5c2e', '{{a,b},{c,d}}', '{}', NULL,
     NULL, NULL, NULL, NULL);
  INSERT INTO ops.a_part VALUES (1, 2026, E'\\\\.'), (2, 2026, E'\\n\\\\.\\n');
  SELECT nextval('ops.entry_number_seq');
  REFRESH MATERIALIZED VIEW ops.owners;
`

const options: BackupOptions = {
  migrations: { schema: 'ops', name: 'migration', column: 'name' },
  productVersion: '0.1.0',
}
const into = { migrations: options.migrations!, seeded: ['ops.kind'] }

async function run(config: ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(config)
  await client.connect()
  try {
    const results: unknown = await client.query(sql)
    return ([results].flat().at(-1) as { rows: Record<string, unknown>[] }).rows
  } finally {
    await client.end()
  }
}

/** Everything a reader could see, as the server writes it. */
async function seen(config: ClientConfig): Promise<unknown> {
  const texts = [
    'ops.z_owner',
    '"Lån & retur"."Pryl"',
    'ops.a_part',
    'ops.entry',
    'ops.kind',
    'ops.owners',
  ]
  const rows: Record<string, unknown> = {}
  for (const name of texts)
    rows[name] = await run(
      config,
      `SET timezone = 'UTC'; SELECT t::text AS row FROM ${name} t ORDER BY 1`,
    )
  rows['types'] = await run(
    config,
    `SELECT words IS NULL AS no_words, array_ndims(words) AS depth, "fri text" IS NULL AS no_text,
            encode(bytes, 'hex') AS bytes, doubled::text FROM "Lån & retur"."Pryl" ORDER BY id`,
  )
  rows['sequences'] = await run(
    config,
    `SELECT last_value::text, is_called FROM ops.entry_number_seq
     UNION ALL SELECT last_value::text, is_called FROM "Lån & retur"."Pryl_id_seq"`,
  )
  return rows
}

let folder: string
let server: TestServer
let template: string
let made: TestDatabase[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omlopp-backup-'))
  server = await startTestServer()
  template = await createTemplate(
    server.connection,
    async (config) => void (await run(config, world)),
  )
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function fresh(from: TestServer = server, name = template): Promise<ClientConfig> {
  const database = await createFromTemplate(from.connection, name)
  made.push(database)
  return database.config
}

async function filled(): Promise<{ config: ClientConfig; file: string }> {
  const config = await fresh()
  await run(config, content)
  const file = join(folder, `${made.length}.backup`)
  const result = await backup(config, file, options)
  expect(result).toMatchObject({ ok: true })
  return { config, file }
}

describe('a backup', () => {
  it('restored into an empty database gives the same content, and triggers stay quiet', async () => {
    const { config, file } = await filled()
    const target = await fresh()
    expect(await restore(target, file, into)).toMatchObject({
      ok: true,
      value: { tables: 5, rows: 12, bytes: (await stat(file)).size },
    })
    expect(await seen(target)).toEqual(await seen(config))
    // Afterwards triggers and counters go on where they were.
    await run(target, `INSERT INTO ops.z_owner VALUES (gen_random_uuid(), 'ny')`)
    const [last] = await run(target, 'SELECT max(number)::int AS number FROM ops.entry')
    expect(last).toEqual({ number: 4 })
  })

  it('says in its first line what it holds', async () => {
    const { file } = await filled()
    const header = await verifyBackup(file)
    expect(header).toMatchObject({
      ok: true,
      value: {
        format: 1,
        productVersion: '0.1.0',
        migrations: ['20260101-0000_first', '20260102-0000_second'],
      },
    })
    const names = header.ok ? header.value.tables.map(({ name }) => name) : []
    expect(names).toEqual(['entry', 'kind', 'z_owner', 'Pryl', 'a_part'])
  })

  it('is of one moment, though others write meanwhile', async () => {
    const config = await fresh()
    await run(config, 'CREATE TABLE ops.pair_a (n int); CREATE TABLE ops.pair_b (n int)')
    let ended = false
    const writer = (async () => {
      for (let n = 0; !ended; n += 1)
        await run(
          config,
          `BEGIN; INSERT INTO ops.pair_a VALUES (${n}); INSERT INTO ops.pair_b VALUES (${n}); COMMIT`,
        )
    })()
    for (let round = 0; round < 5; round += 1) {
      const file = join(folder, 'moment.backup')
      expect(await backup(config, file, options)).toMatchObject({ ok: true })
      const header = await verifyBackup(file)
      const rows = header.ok ? header.value.tables : []
      const count = (name: string) => rows.find((table) => table.name === name)?.rows
      expect(count('pair_a')).toBe(count('pair_b'))
    }
    ended = true
    await writer
  })

  it('of an empty database restores too', async () => {
    const file = join(folder, 'empty.backup')
    expect(await backup(await fresh(), file, options)).toMatchObject({ ok: true })
    expect(await restore(await fresh(), file, into)).toMatchObject({ ok: true, value: { rows: 2 } })
  })

  it('that cannot be written leaves nothing behind', async () => {
    const config = await fresh()
    const place = mkdtempSync(join(folder, 'place-'))
    await expect(backup(config, join(place, 'missing', 'a.backup'), options)).rejects.toThrow(
      'ENOENT',
    )
    await expect(backup(config, place, options)).rejects.toThrow()
    expect(await readdir(place)).toEqual([])
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('is refused to an account from which rows are hidden', async () => {
    const config = await fresh()
    await run(
      config,
      `DROP ROLE IF EXISTS backup_reader; CREATE ROLE backup_reader LOGIN;
       GRANT USAGE ON SCHEMA ops, "Lån & retur" TO backup_reader;
       GRANT SELECT ON ALL TABLES IN SCHEMA ops, "Lån & retur" TO backup_reader;
       GRANT SELECT ON ALL SEQUENCES IN SCHEMA ops, "Lån & retur" TO backup_reader;
       ALTER TABLE ops.z_owner ENABLE ROW LEVEL SECURITY`,
    )
    const reader = { ...config, user: 'backup_reader' }
    expect(await backup(reader, join(folder, 'hidden.backup'), options)).toMatchObject({
      ok: false,
      code: 'row-security',
      details: { table: 'ops.z_owner' },
    })
    expect(await backup(config, join(folder, 'hidden.backup'), options)).toMatchObject({ ok: true })
    await run(config, 'DROP OWNED BY backup_reader; DROP ROLE backup_reader')
  })
})

describe('a restore refuses, and leaves the database as it was', () => {
  const untouched = async (config: ClientConfig): Promise<void> => {
    const [row] = await run(config, 'SELECT count(*)::int AS count FROM ops.z_owner')
    expect(row).toEqual({ count: 0 })
  }

  it('a database with content', async () => {
    const { config, file } = await filled()
    const before = await seen(config)
    expect(await restore(config, file, into)).toMatchObject({ code: 'database-not-empty' })
    expect(await seen(config)).toEqual(before)
    // Rows that migrations made count as content unless they are named.
    expect(await restore(await fresh(), file, { migrations: into.migrations })).toMatchObject({
      code: 'database-not-empty',
      details: { table: 'ops.kind' },
    })
  })

  it('a file cut short anywhere, or changed anywhere', async () => {
    const { config, file } = await filled()
    const bytes = await readFile(file)
    const before = await seen(config)
    const broken = join(folder, 'broken.backup')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await writeFile(broken, bytes.subarray(0, length))
        expect(await verifyBackup(broken)).toMatchObject({ code: 'backup-damaged' })
      }),
      { numRuns: 60 },
    )
    const text = gunzipSync(bytes)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(text)
          changed[at] = changed[at]! ^ by
          await writeFile(broken, gzipSync(changed))
          expect(await verifyBackup(broken)).toMatchObject({ ok: false })
        },
      ),
      { numRuns: 150 },
    )
    await writeFile(broken, gzipSync(Buffer.concat([text, Buffer.from('{}\n')])))
    expect(await restore(await fresh(), broken, into)).toMatchObject({ code: 'backup-damaged' })
    await writeFile(broken, 'Hej')
    const target = await fresh()
    expect(await restore(target, broken, into)).toMatchObject({ code: 'backup-damaged' })
    await untouched(target)
    expect(await seen(config)).toEqual(before)
  })

  it('a backup with migrations the database has not had, or the other way round', async () => {
    const { file } = await filled()
    const target = await fresh()
    await run(target, `DELETE FROM ops.migration WHERE name LIKE '%second'`)
    expect(await restore(target, file, into)).toMatchObject({
      code: 'backup-newer',
      details: { migration: '20260102-0000_second' },
    })
    await run(
      target,
      `INSERT INTO ops.migration VALUES ('20260102-0000_second'), ('20260103-0000_third')`,
    )
    expect(await restore(target, file, into)).toMatchObject({
      code: 'backup-older',
      details: { migration: '20260103-0000_third' },
    })
    await untouched(target)
  })

  it('a database with other tables or columns', async () => {
    const { file } = await filled()
    const target = await fresh()
    await run(target, 'ALTER TABLE ops.entry ADD extra int')
    expect(await restore(target, file, into)).toMatchObject({
      code: 'structure-differs',
      details: { table: 'ops.entry' },
    })
    await run(target, 'ALTER TABLE ops.entry DROP extra; CREATE TABLE ops.extra (n int)')
    expect(await restore(target, file, into)).toMatchObject({ details: { table: 'ops.extra' } })
    await untouched(target)
  })

  it('a row that a constraint of the database forbids, with everything before it', async () => {
    const { file } = await filled()
    const target = await fresh()
    await run(target, `ALTER TABLE ops.a_part ADD CHECK (note <> E'\\\\.')`)
    await expect(restore(target, file, into)).rejects.toMatchObject({ code: '23514' })
    await untouched(target)
    const [trigger] = await run(target, `SELECT tgenabled FROM pg_trigger WHERE tgname = 'adds'`)
    expect(trigger).toEqual({ tgenabled: 'O' })
  })
})

describe.skipIf(!hasOlderServer)(
  'between PostgreSQL 18 and 15 (skipped without PostgreSQL 15)',
  () => {
    let older: TestServer
    let olderTemplate: string
    beforeAll(async () => {
      older = await startOlderServer()
      olderTemplate = await createTemplate(
        older.connection,
        async (config) => void (await run(config, world)),
      )
    })
    afterAll(() => older.stop())

    it('content goes there and back unchanged', async () => {
      const { config, file } = await filled()
      const there = await fresh(older, olderTemplate)
      expect((await run(there, 'SHOW server_version'))[0]).toMatchObject({
        server_version: expect.stringMatching(/^15/) as string,
      })
      expect(await restore(there, file, into)).toMatchObject({ ok: true })
      expect(await seen(there)).toEqual(await seen(config))
      const returned = join(folder, 'returned.backup')
      expect(await backup(there, returned, options)).toMatchObject({ ok: true })
      const back = await fresh()
      expect(await restore(back, returned, into)).toMatchObject({ ok: true })
      expect(await seen(back)).toEqual(await seen(config))
      // Beyond the heading, which names server and time, the two files are the same.
      const rows = async (path: string): Promise<string> => {
        const text = gunzipSync(await readFile(path)).toString('utf8')
        return text.slice(text.indexOf('\n'), text.lastIndexOf('{'))
      }
      expect(await rows(returned)).toBe(await rows(file))
    })
  },
)

it('a large table passes through in bounded memory', async () => {
  const config = await fresh()
  await run(
    config,
    `INSERT INTO ops.entry (word) SELECT repeat(md5(n::text), 8) FROM generate_series(1, 200000) n`,
  )
  const file = join(folder, 'large.backup')
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const began = performance.now()
  expect(await backup(config, file, options)).toMatchObject({ ok: true })
  const written = performance.now()
  expect(await restore(await fresh(), file, into)).toMatchObject({ ok: true })
  const restored = performance.now()
  clearInterval(watch)
  const grownMb = Math.round((most - before) / 1024 ** 2)
  console.log(
    `200 000 rows, 53 MB: backup ${Math.round(written - began)} ms, restore ${Math.round(restored - written)} ms, memory +${grownMb} MB`,
  )
  expect(grownMb).toBeLessThan(150)
})
