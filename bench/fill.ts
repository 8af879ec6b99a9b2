// A register of a size that few have, made by PostgreSQL itself: one organisation of a million
// devices among three of ten thousand. The listing is written by the product's own function.
import type { Database } from '../src/database/connect.ts'

export interface Filled {
  readonly organisationId: string
  readonly personId: string
  readonly devices: number
}

const uuid = (group: string, number: string) =>
  `('${group}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const organisation = (number: string) => uuid('01900000-0000', number)
const PEOPLE = 2000
const UNITS = 400
const PLACES = 40
/** As many sorts as a register has after years. */
const MODELS = 2000
const CHUNK = 50_000

export async function fill(
  database: Database,
  devices: number,
  say: (line: string) => void,
): Promise<Filled> {
  const run = (sql: string, values: unknown[] = []) => database.pool.query(sql, values)
  await run(`INSERT INTO organisations.organisation (id, kind, name, created_at)
    SELECT ${organisation('n')}, 'user', 'Exempelby ' || n, now() FROM generate_series(1, 4) n`)
  await run(
    `INSERT INTO organisations.unit (id, organisation_id, kind, name)
     SELECT ${uuid('01900000-0001', 'o * 100000 + n')}, ${organisation('o')}, 'unit', 'Enhet ' || n
     FROM generate_series(1, 4) o, generate_series(1, $1::int) n`,
    [UNITS],
  )
  await run(
    `INSERT INTO organisations.person (id, organisation_id, name, unit_id)
     SELECT ${uuid('01900000-0002', 'o * 100000 + n')}, ${organisation('o')}, 'Person ' || n,
       ${uuid('01900000-0001', `o * 100000 + 1 + n % ${UNITS}`)}
     FROM generate_series(1, 4) o, generate_series(1, $1::int) n`,
    [PEOPLE],
  )
  await run(CATALOGUE, [MODELS, PLACES])
  await run(SERVICES)
  await run(SHOP)
  const parts = [
    [1, devices],
    [2, 10_000],
    [3, 10_000],
    [4, 10_000],
  ] as const
  const rebuildIndexes = await withoutIndexes(database)
  for (const [owner, count] of parts)
    for (let first = 0; first < count; first += CHUNK) {
      await run(INSERT_DEVICES, [owner, first, Math.min(first + CHUNK, count) - 1, count])
      if (first % 250_000 === 0) say(`filling: ${first} of ${count} devices`)
    }
  // Analysed before the listing is written, so that its function plans with true figures.
  await run('ANALYZE devices.device; ANALYZE custody.present')
  for (const [owner, count] of parts)
    for (let first = 0; first < count; first += CHUNK)
      await run(
        `SELECT devices.refresh_listing(array_agg(id)) FROM (
           SELECT id FROM devices.device WHERE owner_id = ${organisation('$1::int')}
           ORDER BY id OFFSET $2 LIMIT ${CHUNK}) d`,
        [owner, first],
      )
  await run('SELECT devices.fold_tally()')
  say('filling: indexes')
  await rebuildIndexes()
  for (const table of ['devices.device', 'devices.listing', 'custody.present'])
    await run(`VACUUM ANALYZE ${table}`)
  await run('ANALYZE organisations.person; ANALYZE organisations.unit; ANALYZE devices.tally')
  await run('CHECKPOINT')
  return {
    organisationId: '01900000-0000-7000-8000-000000000001',
    personId: `01900000-0002-7000-8000-${(100_001).toString(16).padStart(12, '0')}`,
    devices,
  }
}

/** Drops the indexes that are no key, since building them at the end is many times faster. */
async function withoutIndexes({ pool }: Database): Promise<() => Promise<void>> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i WHERE NOT i.indisunique
       AND i.indrelid IN ('devices.device'::regclass, 'devices.listing'::regclass)`,
  )
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`)
  return async () => {
    for (const { definition } of rows) await pool.query(definition)
  }
}

// Places, and models with what they are, a few of them joined with another.
const CATALOGUE = `
  WITH place AS (
    INSERT INTO organisations.place (id, organisation_id, kind, name)
    SELECT ${uuid('01900000-0004', 'o * 100000 + n')}, ${organisation('o')}, 'depot', 'Depå ' || n
    FROM generate_series(1, 4) o, generate_series(0, $2::int - 1) n
  )
  INSERT INTO catalogue.model (id, organisation_id, kind, maker, maker_key, name, name_key, memory_gb,
    storage_gb, screen_inches, os_family, merged_into_id)
  SELECT ${uuid('01900000-0003', 'o * 100000 + n')}, ${organisation('o')},
    (ARRAY['laptop', 'laptop', 'laptop', 'laptop', 'laptop', 'desktop', 'monitor', 'smartphone',
      'tablet', 'dock'])[1 + n * 10 / $1::int], 'Maker', 'MAKER', 'Model ' || n, 'MODEL ' || n,
    CASE WHEN n % 6 > 0 THEN (ARRAY[4, 8, 8, 16, 16, 32])[1 + n % 6] END,
    CASE WHEN n % 7 > 0 THEN (ARRAY[128, 256, 256, 512, 1000])[1 + n % 5] END,
    CASE WHEN n % 8 > 0 THEN 10 + n % 60 / 10.0 END,
    CASE WHEN n % 9 > 0 THEN (ARRAY['windows', 'windows', 'windows', 'macos', 'chromeos', 'linux',
      'ios', 'android'])[1 + n % 8] END,
    CASE WHEN n % 50 = 49 THEN ${uuid('01900000-0003', 'o * 100000 + n - 1')} END
  FROM generate_series(1, 4) o, generate_series(0, $1::int - 1) n`

/** Of each kind that people order, four services with three prices after each other. */
const SERVICES = `
  WITH service AS (
    INSERT INTO catalogue.service (id, organisation_id, name, family, kind, term_months, includes,
      least_memory_gb, least_storage_gb, os_family)
    SELECT ${uuid('01900000-0005', 's')}, ${organisation('1')}, kind || ' som tjänst ' || s, 'computer',
      kind, 36, '{}', 8 * (1 + s % 4), 256, 'windows'
    FROM generate_series(0, 19) s
    JOIN unnest(ARRAY['laptop', 'desktop', 'monitor', 'smartphone', 'tablet']) WITH ORDINALITY
      AS k (kind, n) ON k.n = 1 + s / 4
    RETURNING id
  )
  INSERT INTO catalogue.service_price (id, service_id, organisation_id, valid_from_on, purchase_ore,
    residual_ore, return_basis_points, months, interest_basis_points, support_ore, handling_ore,
    round_to, rule, price_ore, decided_by, decided_at)
  SELECT gen_random_uuid(), s.id, ${organisation('1')}, date '2024-01-01' + y * 365, 900000, 90000,
    9000, 36, 300, 5000, 2000, 'ore', 'omlopp-price/1', 31000, ${uuid('01900000-0002', '100001')}, now()
  FROM service s, generate_series(0, 2) y`

/** A reuse partner, the second organisation, with ten thousand devices in its shop. */
const SHOP = `
  WITH partnership AS (
    INSERT INTO organisations.partnership (organisation_id, partner_id, kind, state, since_on)
    VALUES (${organisation('1')}, ${organisation('2')}, 'reuse', 'active', '2020-01-01')
  )
  INSERT INTO resale.listing (device_id, id, seller_id, state, kind, maker, maker_key, model, model_key,
    grade, calculation, memory_gb, storage_gb, os_family, price_ore, vat, warranty_months,
    published_at, published_by)
  SELECT gen_random_uuid(), gen_random_uuid(), ${organisation('2')}, 'listed',
    (ARRAY['laptop', 'laptop', 'laptop', 'desktop', 'monitor', 'smartphone', 'tablet'])[1 + n % 7],
    'Maker', 'MAKER', 'Model ' || n % 90, 'MODEL ' || n % 90, substr('ABC', 1 + n % 3, 1), '{}',
    4 * (1 + n % 4), 128 * (1 + n % 8), (ARRAY['windows', 'macos', 'android'])[1 + n % 3],
    200000 + n % 400 * 1000, 'margin', 12, now(), ${uuid('01900000-0002', '200001')}
  FROM generate_series(1, 10000) n`

// Ids, tags, serials and models go each their own way through the table, as they do after years:
// nothing that a list is sorted by lies in that order on disk. 3 in 10 are ThinkPads.
const INSERT_DEVICES = `
  WITH model (n, kind, maker, model) AS (VALUES
    (0, 'laptop', 'Lenovo', 'ThinkPad T14 Gen 3'), (1, 'laptop', 'Lenovo', 'ThinkPad X13'),
    (2, 'laptop', 'Lenovo', 'ThinkPad L15'), (3, 'laptop', 'HP', 'EliteBook 840 G8'),
    (4, 'laptop', 'Dell', 'Latitude 5430'), (5, 'desktop', 'HP', 'EliteDesk 800'),
    (6, 'monitor', 'Dell', 'P2422H'), (7, 'smartphone', 'Apple', 'iPhone 13'),
    (8, 'tablet', 'Apple', 'iPad 9'), (9, 'dock', 'Lenovo', 'USB-C Dock')
  ), made AS (
    SELECT i, ('0191' || lpad(to_hex(i), 8, '0'))::text AS time, md5($1::int || ' ' || i) AS chance,
      (i::bigint * 514229) % $4 AS tag, m.*,
      CASE WHEN i % 10 < 6 THEN 'inUse' WHEN i % 10 = 6 THEN 'inStock' WHEN i % 10 = 7 THEN 'pool'
        WHEN i % 50 = 8 THEN 'handedIn' WHEN i % 50 = 18 THEN 'graded' ELSE 'sold' END AS status
    FROM generate_series($2::int, $3::int) AS i
    JOIN model m ON m.n = (i / 10 + i) % 10
  ), device AS (
    INSERT INTO devices.device (id, kind, maker, maker_key, model, asset_tag, serial_number,
      serial_key, mac_address, data_bearing, status, status_since, data_state, owner_id, party_ids,
      purchased_on, price_ore, ends_on, registered_at, model_id, grade, ram_mb, storage_gb, os_name,
      reserved_for, reserved_until)
    SELECT (substr(time, 1, 8) || '-' || substr(time, 9, 4) || '-7' || substr(chance, 1, 3) || '-8' ||
        substr(chance, 4, 3) || '-' || substr(chance, 7, 12))::uuid,
      kind, maker, upper(maker), model, 'EX-' || lpad(tag::text, 7, '0'), serial, serial,
      '02' || upper(substr(chance, 20, 10)), kind NOT IN ('monitor', 'dock'), status,
      timestamptz '2026-01-01' - make_interval(days => i % 900),
      CASE WHEN kind IN ('monitor', 'dock') THEN 'notDataBearing'
        WHEN status IN ('inUse', 'handedIn') THEN 'holdsData' ELSE 'unused' END,
      ${organisation('$1::int')}, ARRAY[${organisation('$1::int')}],
      date '2022-01-01' + i % 1400, 800000 + i % 7000 * 100, date '2026-01-01' + i % 1400, now(),
      -- Most say what they are by their model, some by themselves, and a few by neither. In the pool
      -- one in twelve is reserved.
      CASE WHEN c % 11 > 0 THEN ${uuid('01900000-0003', `$1::int * 100000 + n * ${MODELS / 10} + c % ${MODELS / 10}`)} END,
      CASE WHEN status IN ('pool', 'graded') AND c % 7 > 1 THEN substr('ABBCCCD', 1 + c % 7, 1) END,
      CASE WHEN c % 5 = 0 THEN (ARRAY[4, 8, 16, 32])[1 + c % 4] * 1024 END,
      CASE WHEN c % 5 = 0 THEN (ARRAY[128, 256, 476, 512, 953])[1 + c % 25 / 5] END,
      CASE WHEN c % 9 = 0 THEN (ARRAY['Windows 11 Pro', 'Windows 10', 'macOS 15', 'Ubuntu 24.04',
        'iOS 18'])[1 + c % 5] END,
      CASE WHEN status = 'pool' AND c % 12 = 0 THEN ${organisation('$1::int')} END,
      CASE WHEN status = 'pool' AND c % 24 = 0 THEN now() + interval '1 day' END
    FROM made, LATERAL (SELECT ('x' || substr(chance, 25, 7))::bit(28)::int AS c) r, LATERAL (SELECT 'P' ||
      translate(substr(chance, 8, 10), '0123456789abcdef', '0123456789ACFKLX') AS serial) s
    RETURNING id, status, registered_at, party_ids
  )
  INSERT INTO custody.present (device_id, account_kind, organisation_id, account_id, unit_id, since,
    movement_seq, party_ids)
  SELECT d.id, CASE WHEN status = 'inUse' THEN 'person' WHEN status = 'sold' THEN 'outside'
      ELSE 'depot' END,
    CASE WHEN status <> 'sold' THEN ${organisation('$1::int')} END,
    CASE WHEN status = 'inUse' THEN ${uuid('01900000-0002', `$1::int * 100000 + 1 + k % ${PEOPLE}`)}
      WHEN status <> 'sold' THEN ${uuid('01900000-0004', `$1::int * 100000 + k % ${PLACES}`)} END,
    CASE WHEN status = 'inUse' THEN
      ${uuid('01900000-0001', `$1::int * 100000 + 1 + (k + 1) % ${PEOPLE} % ${UNITS}`)} END,
    d.registered_at, 1, d.party_ids
  FROM (SELECT *, ('x' || substr(id::text, 26, 7))::bit(28)::int AS k FROM device) d`
