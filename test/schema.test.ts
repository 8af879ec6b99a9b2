// What is derived is fresh, what is declared is known, and every table is guarded.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EndpointDeclaration } from '../src/core/endpoint.ts'
import { printSchema, unguardedTables } from '../src/database/print-schema.ts'
import { isPermission } from '../src/features/organisations/rules.ts'
import * as session from '../src/features/organisations/api/session.ts'
import { features } from '../src/server/features.ts'
import { openApi } from '../src/server/openapi.ts'
import { common, refusalTexts } from '../src/server/refusal-texts.ts'
import { newWorld, type World } from './support/world.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const bound = features.flat()
const { readSession, signIn, signOut, readSignInHints } = session
const declared: readonly { readonly name: string; readonly declaration: EndpointDeclaration }[] = [
  ...bound.map(({ name, declaration }) => ({ name, declaration })),
  ...Object.entries({ readSession, signIn, signOut, readSignInHints }).map(
    ([name, declaration]) => ({ name: `organisations.${name}`, declaration }),
  ),
]

/** Tables that hold no organisation's rows, each with why nobody needs to be kept from it. */
const unguarded: Readonly<Record<string, string>> = {
  'database.migration': 'names of migrations; the application role has no right to it',
  'journal.listener': 'places of listeners; the application role has no right to it',
}

describe('the database', () => {
  let world: World
  beforeAll(async () => {
    world = await newWorld()
  })
  afterAll(() => world.close())

  it('is printed in schema.sql as it is', async () => {
    const printed = await printSchema(world.database.pool)
    expect(printed, 'run npm run gen').toBe(readFileSync(`${root}/src/database/schema.sql`, 'utf8'))
  })

  it('guards every table by row-level security, but for those named here', async () => {
    expect(await unguardedTables(world.database.pool)).toEqual(Object.keys(unguarded))
  })

  it('gives the application role no right to what is unguarded', async () => {
    for (const table of Object.keys(unguarded)) {
      const { rows } = await world.database.pool.query<{ right: string }>(
        `SELECT r AS right FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r
         WHERE has_table_privilege('omlopp_app', $1, r)`,
        [table],
      )
      expect(rows, table).toEqual([])
    }
  })

  it('lets the application role rewrite no history', async () => {
    const { rows } = await world.database.pool.query<{ table: string; right: string }>(
      `SELECT t AS table, r AS right
       FROM unnest(ARRAY['journal.entry', 'custody.movement']) t
       CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) r
       WHERE has_table_privilege('omlopp_app', t, r)`,
    )
    expect(rows).toEqual([])
  })

  it('runs functions of higher right only with a fixed search path', async () => {
    const { rows } = await world.database.pool.query(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
       JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname !~ '^pg_'
         AND n.nspname NOT IN ('public', 'graphile_worker', 'information_schema')
         AND NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)`,
    )
    expect(rows).toEqual([])
  })
})

describe('the declarations', () => {
  it('are published in openapi.json as they are', async () => {
    const document = openApi(bound.map(({ name, declaration }) => ({ name, declaration })))
    const options = (await resolveConfig(`${root}/openapi.json`)) ?? {}
    const json = await format(JSON.stringify(document), { ...options, parser: 'json' })
    expect(json, 'run npm run gen').toBe(readFileSync(`${root}/openapi.json`, 'utf8'))
  })

  it('have an address and a name each', () => {
    const addresses = declared.map(({ declaration: d }) => `${d.method} ${d.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    const names = declared.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('declare exactly the parameters that stand in the path', () => {
    for (const { name, declaration } of declared) {
      const inPath = [...declaration.path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one!)
      const params = Object.keys(declaration.params?.properties ?? {})
      expect(params.sort(), name).toEqual(inPath.sort())
    }
  })

  it('name permissions that exist', () => {
    const used = new Set<string>(declared.map(({ declaration }) => declaration.permission))
    const unknown = [...used].filter(
      (one) => one !== 'public' && one !== 'signedIn' && !isPermission(one),
    )
    expect(unknown).toEqual([])
    expect(used.size).toBeGreaterThan(10)
  })

  it('name refusals that have words in both languages', () => {
    const codes = new Set<string>(declared.flatMap(({ declaration }) => declaration.refusals))
    const wordless = [...codes].filter((code) => {
      const text = refusalTexts[code]
      return !text?.sv.trim() || !text.en.trim() || text.sv === text.en
    })
    expect(wordless).toEqual([])
    expect(codes.size).toBeGreaterThan(20)
  })

  it('never give one code different words in two features', async () => {
    const texts = import.meta.glob<{ refusals?: Words }>('../src/features/*/texts.ts', {
      eager: true,
    })
    const seen = new Map<string, string>(
      Object.entries(common).map(([code, text]) => [code, JSON.stringify(text)]),
    )
    const different: string[] = []
    let count = 0
    for (const [file, { refusals = {} }] of Object.entries(texts))
      for (const [code, text] of Object.entries(refusals)) {
        const words = JSON.stringify(text)
        if ((seen.get(code) ?? words) !== words) different.push(`${code} in ${file}`)
        seen.set(code, words)
        count++
      }
    expect(different).toEqual([])
    expect(count).toBeGreaterThan(20)
  })
})

type Words = Readonly<Record<string, { readonly sv: string; readonly en: string }>>
