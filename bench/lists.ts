// The lists of a large register: through the action, over HTTP, and beside it the same rows asked
// of the engine by hand, as the owner of the tables, with nothing checked, named or shaped.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { toCursor } from '../src/core/cursor.ts'
import type { Database } from '../src/database/connect.ts'
import { countDevices, listDevices } from '../src/features/devices/actions/list.ts'
import { secretHash } from '../src/features/organisations/actions.ts'
import { permissionsOf } from '../src/features/organisations/rules.ts'
import { insertToken } from '../src/features/organisations/store.ts'
import { buildApp } from '../src/server/app.ts'
import type { Filled } from './fill.ts'
import { contextOf, newIdAt } from './hand-out.ts'
import { ms, percentile, timed, times, type Row } from './row.ts'

type Query = Parameters<typeof listDevices>[1]['query']
interface Case {
  readonly what: string
  /** Another one for each run, so that no answer is merely remembered. */
  readonly query: (run: number) => Query
  readonly bare: (run: number) => string
}

const hexdigits = '0123456789ACFKLX'
const serialPart = (run: number) =>
  [7, 3, 11, 5].map((step, place) => hexdigits[(run * step + place * 3 + 1) % 16]).join('')
const unitOf = (run: number) =>
  `01900000-0001-7000-8000-${(100_001 + (run % 400)).toString(16).padStart(12, '0')}`
const deepTag = (devices: number, run: number) =>
  `EX-${String(Math.floor(devices * 0.9) + run * 51).padStart(7, '0')}`
/** The beginning that a tenth of the tags share. */
const seriesOf = (devices: number, run: number) =>
  `EX-${String((devices / 10) * (run % 10)).padStart(7, '0')}`.slice(
    0,
    11 - String(devices / 10).length,
  )
const ZERO = '00000000-0000-0000-0000-000000000000'

const casesOf = ({ organisationId, devices }: Filled): Case[] => {
  const own = `organisation_id = '${organisationId}'`
  const page = (where: string, order = 'tag_sort, device_id') =>
    `SELECT * FROM devices.listing WHERE ${own} ${where} ORDER BY ${order} LIMIT 51`
  const search = (word: string) =>
    `SELECT * FROM (SELECT l.* FROM devices.device d JOIN devices.listing l ON l.device_id = d.id
       AND l.${own} WHERE d.search LIKE '%${word}%' OFFSET 0) l ORDER BY tag_sort, device_id LIMIT 51`
  const walk = (word: string) =>
    `SELECT l.* FROM devices.listing l JOIN devices.device d ON d.id = l.device_id
     WHERE l.${own} AND d.search LIKE '%${word}%' ORDER BY l.tag_sort, l.device_id LIMIT 51`
  return [
    { what: 'first page', query: () => ({}), bare: () => page('') },
    {
      what: 'filter by status',
      query: () => ({ status: 'handedIn' }),
      bare: () => page(`AND status = 'handedIn'`),
    },
    {
      what: 'filter by kind and unit',
      query: (run) => ({ kind: 'monitor', unitId: unitOf(run) }),
      bare: (run) => page(`AND kind = 'monitor' AND unit_id = '${unitOf(run)}'`),
    },
    {
      what: 'sorted by model, descending',
      query: () => ({ sort: 'model', order: 'desc' }),
      bare: () => page('', 'model_sort DESC, device_id DESC'),
    },
    {
      what: 'page at nine tenths',
      query: (run) => ({ cursor: toCursor([deepTag(devices, run), ZERO]) }),
      bare: (run) => page(`AND (tag_sort, device_id) > ('${deepTag(devices, run)}', '${ZERO}')`),
    },
    {
      what: 'search: part of a serial number',
      query: (run) => ({ q: serialPart(run) }),
      bare: (run) => search(serialPart(run)),
    },
    {
      what: 'search: “thinkpad”, three in ten',
      query: () => ({ q: 'thinkpad' }),
      bare: () => walk('THINKPAD'),
    },
    {
      what: 'search: the beginning of a series of tags',
      query: (run) => ({ q: seriesOf(devices, run) }),
      bare: (run) =>
        page(
          `AND tag_sort >= '${seriesOf(devices, run)}' AND tag_sort < '${seriesOf(devices, run)}Z'`,
        ),
    },
    {
      what: 'search: two letters',
      query: () => ({ q: 'hp' }),
      bare: () => page(`AND model_sort >= 'HP' AND model_sort < 'HQ'`),
    },
  ]
}

export async function listRows(database: Database, filled: Filled, runs: number): Promise<Row[]> {
  const app = await buildApp({ database })
  const token = await newToken(database, filled)
  try {
    const rows: Row[] = []
    for (const one of casesOf(filled))
      rows.push(await listRow(database, filled, app, token, one, runs))
    rows.push(await countRow(database, filled, runs))
    return rows
  } finally {
    await app.close()
  }
}

async function listRow(
  database: Database,
  filled: Filled,
  app: FastifyInstance,
  token: string,
  { what, query, bare }: Case,
  runs: number,
): Promise<Row> {
  const action = await timed(runs, async (run) => {
    const result = await database.forOrganisation(filled.organisationId, (tx) =>
      listDevices(contextOf(tx, filled, new Date()), { query: query(run) }),
    )
    if (!result.ok) throw new Error(result.code)
  })
  const http = await timed(runs, async (run) => {
    const address = new URLSearchParams(query(run) as Record<string, string>).toString()
    const answer = await app.inject({
      url: `/api/v1/devices?${address}`,
      headers: { authorization: `Bearer ${token}` },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  })
  const direct = await timed(runs, (run) => database.pool.query(bare(run)))
  const p95 = percentile(action, 0.95)
  return {
    what: `list of ${filled.devices.toLocaleString('en')}: ${what}`,
    measured: `p50 ${ms(percentile(action, 0.5))}, p95 ${ms(p95)}; HTTP p95 ${ms(percentile(http, 0.95))}`,
    bare: `p50 ${ms(percentile(direct, 0.5))}, p95 ${ms(percentile(direct, 0.95))}`,
    ratio: times(percentile(action, 0.5) / percentile(direct, 0.5)),
    target: 'p95 under 50 ms',
    met: p95 < 50,
  }
}

async function countRow(database: Database, filled: Filled, runs: number): Promise<Row> {
  const action = await timed(runs, async () => {
    const result = await database.forOrganisation(filled.organisationId, (tx) =>
      countDevices(contextOf(tx, filled, new Date()), { query: {} }),
    )
    if (!result.ok) throw new Error(result.code)
  })
  const direct = await timed(Math.min(runs, 20), () =>
    database.pool.query(
      `SELECT status, count(*) FROM devices.listing
       WHERE organisation_id = '${filled.organisationId}' GROUP BY status`,
    ),
  )
  const p95 = percentile(action, 0.95)
  return {
    what: `count of ${filled.devices.toLocaleString('en')} by status`,
    measured: `p50 ${ms(percentile(action, 0.5))}, p95 ${ms(p95)}`,
    bare: `p50 ${ms(percentile(direct, 0.5))}, p95 ${ms(percentile(direct, 0.95))}`,
    ratio: times(percentile(action, 0.5) / percentile(direct, 0.5)),
    target: 'p95 under 100 ms',
    met: p95 < 100,
  }
}

async function newToken(database: Database, filled: Filled): Promise<string> {
  const secret = `omlopp_${randomBytes(24).toString('hex')}`
  const at = new Date()
  await database.asSystem(async (tx) => {
    await tx.run(
      `INSERT INTO organisations.role_grant (organisation_id, person_id, role)
       VALUES ($1, $2, 'administrator') ON CONFLICT DO NOTHING`,
      [filled.organisationId, filled.personId],
    )
    await insertToken(tx, {
      ...{ id: newIdAt(at), hash: secretHash(secret), name: 'bench', at, expiresAt: null },
      organisationId: filled.organisationId,
      personId: filled.personId,
      scopes: [...permissionsOf(['administrator'])],
    })
  })
  return secret
}
