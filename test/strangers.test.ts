// Every endpoint tried as a stranger: without credentials, with wrong ones, with each role, from
// another page, and as the administrator of an organisation that has nothing to do with it. What is
// tried is read from the declarations, so that a new endpoint is covered by being there.
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as declaredSession from '../src/features/organisations/api/session.ts'
import type { EndpointDeclaration } from '../src/core/endpoint.ts'
import { permissionsOf, roles, type Permission } from '../src/features/organisations/rules.ts'
import { listeners as logs } from '../src/features/proofs/jobs.ts'
import { features } from '../src/server/features.ts'
import { common } from '../src/server/refusal-texts.ts'
import { formOf, inject, newFullWorld, password, type FullWorld } from './support/full-world.ts'
import { sampleOf, type Known } from './support/sample.ts'
import { checksumsFor } from './support/tables.ts'
import { newToken } from './support/world.ts'
import { hearAll } from './support/heard.ts'

// A thousand calls take seconds; on a machine that does much else, more.
vi.setConfig({ testTimeout: 120_000 })

interface Tried {
  readonly name: string
  readonly declaration: EndpointDeclaration
}

const { readSession, signIn, signOut, readSignInHints } = declaredSession
const session: readonly Tried[] = Object.entries({
  readSession,
  signIn,
  signOut,
  readSignInHints,
}).map(([name, declaration]) => ({ name: `organisations.${name}`, declaration }))
const bound: readonly Tried[] = features.flat()
const all = [...session, ...bound]
/** Those that ask who calls; the others answer anybody, about what is for everybody. */
const guarded = bound.filter(({ declaration }) => declaration.permission !== 'public')
const closed = all.filter(({ declaration }) => declaration.permission !== 'public')

let full: FullWorld
beforeAll(async () => {
  full = await newFullWorld()
  // What is proven publicly is in the log.
  await hearAll(full.world.database, logs)
})
afterAll(() => full.world.close())

const known = (): Known => ({ ...full.ids, ...words })
/** Values that a field must have for the call to get past its form. */
const words: Known = {
  email: 'vera@owner.test',
  password: 'fel lösenord här',
  scope: 'devices.see',
  code: 'PFWORLD01',
  status: 'inStock',
  format: 'json',
  passportUrl: 'https://maker.test/passport',
}

interface Call {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly ids?: Known
}

/** Calls with everything in its form right, so that only the caller can be at fault. */
async function call({ declaration }: Tried, { headers = {}, query = {}, ids = known() }: Call) {
  const { method, path, params, body, upload } = declaration
  const given = (params ? sampleOf(params, 'params', ids) : {}) as Record<string, string>
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name]!))
  return inject(full.world, {
    method,
    url: `/api/v1${url}`,
    query: { ...query },
    ...(upload
      ? {
          headers: { ...headers, 'content-type': form.type },
          payload: form.payload,
        }
      : body
        ? { headers: { ...headers }, payload: sampleOf(body, 'body', ids) as object }
        : { headers: { ...headers } }),
  })
}

const form = formOf('lista.csv', 'Inventarienummer;Serienummer;Modell\nV-9;PFWORLD09;Latitude')

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const codeOf = (response: LightMyRequestResponse): string | null =>
  String(response.headers['content-type']).startsWith('application/problem+json')
    ? response.json<{ code: string }>().code
    : null

function expectProblem(response: LightMyRequestResponse, status: number, code: string, of: string) {
  expect([response.statusCode, codeOf(response)], `${of}: ${response.body}`).toEqual([status, code])
  expect(response.json(), of).toMatchObject({ type: `urn:omlopp:problem:${code}`, status })
  expect(response.json<{ title: string }>().title, of).toMatch(/\s/)
}

/** Whatever is answered is declared: a fault of ours or an unknown code is a failure. */
function expectDeclared(response: LightMyRequestResponse, { name, declaration }: Tried) {
  expect(response.statusCode, `${name}: ${response.body}`).toBeLessThan(500)
  if (response.statusCode < 400) {
    expect(response.statusCode, name).toBe(declaration.status ?? 200)
    return
  }
  const code = codeOf(response)
  expect([...declaration.refusals, ...Object.keys(common)], `${name}: ${response.body}`).toContain(
    code,
  )
}

async function cookieOf(email: string): Promise<string> {
  const response = await inject(full.world, {
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-omlopp-csrf': '1' },
    payload: { email, password },
  })
  expect(response.statusCode, response.body).toBe(201)
  const { name, value } = response.cookies[0] as { name: string; value: string }
  return `${name}=${value}`
}

describe('without credentials', () => {
  it('every endpoint that is not public asks for sign-in', async () => {
    for (const one of closed) expectProblem(await call(one, {}), 401, 'not-signed-in', one.name)
    expect(closed.length).toBeGreaterThanOrEqual(30)
  })

  it('the public ones answer', async () => {
    const csrf = { 'x-omlopp-csrf': '1' }
    const open = all.filter(({ declaration }) => declaration.permission === 'public')
    for (const one of open) {
      const response = await call(one, { headers: csrf, query: queriesOf(one.declaration)[0]! })
      expectDeclared(response, one)
      if (one.name !== 'organisations.signIn')
        expect(response.statusCode, one.name).toBeLessThan(300)
      else expectProblem(response, 401, 'sign-in-wrong', one.name)
    }
  })

  it('no other address under /api answers', async () => {
    for (const url of ['/api/v1/', '/api/v1/nothing', '/api/v2/devices', '/api/v1/devices/x/y/z'])
      expectProblem(await inject(full.world, { url }), 404, 'endpoint-not-found', url)
  })
})

describe('with credentials that are not good', () => {
  it('a wrong, an expired and a revoked token are refused everywhere', async () => {
    const { world, owner } = full
    const good = () => newToken(world, owner.organisationId)
    const [expired, revoked] = [await good(), await good()]
    await world.database.asSystem(async (tx) => {
      const at = (token: string, set: string) =>
        tx.run(
          `UPDATE organisations.api_token SET ${set} = $2 WHERE token_hash = sha256($1::bytea)`,
          [token, new Date(world.now.getTime() - 1000)],
        )
      expect(await at(expired, 'expires_at')).toBe(1)
      expect(await at(revoked, 'revoked_at')).toBe(1)
    })
    const wrong = ['omlopp_nonsense', '', 'a b', `${await good()}x`, expired, revoked]
    for (const one of closed)
      for (const token of wrong)
        expectProblem(
          await call(one, { headers: bearer(token) }),
          401,
          'not-signed-in',
          `${one.name} with ${token}`,
        )
  })

  it('a session ends by itself, by sign-out, and a made-up one never was', async () => {
    const { world } = full
    const cookie = await cookieOf('vera@owner.test')
    const headers = { cookie, 'x-omlopp-csrf': '1' }
    const read = session.find(({ name }) => name === 'organisations.readSession')!
    expect((await call(read, { headers })).statusCode).toBe(200)
    const began = world.now
    world.now = new Date(began.getTime() + 13 * 3_600_000)
    for (const one of closed)
      expectProblem(await call(one, { headers }), 401, 'not-signed-in', `${one.name}, expired`)
    world.now = began
    const leave = session.find(({ name }) => name === 'organisations.signOut')!
    expect((await call(leave, { headers })).statusCode).toBe(204)
    const [name] = cookie.split('=')
    for (const made of [cookie, `${name}=`, `${name}=${'A'.repeat(43)}`])
      for (const one of closed)
        expectProblem(
          await call(one, { headers: { ...headers, cookie: made } }),
          401,
          'not-signed-in',
          `${one.name}, ${made}`,
        )
  })
})

describe('from a page that is not ours', () => {
  it('a cookie changes nothing, whatever it is allowed', async () => {
    const before = await checksumsFor(full.world.database, full.owner.organisationId)
    const cookie = await cookieOf('vera@owner.test')
    // What anybody may do needs no cookie, and does the same with one.
    const changing = [...session, ...guarded].filter(
      ({ declaration }) => declaration.method !== 'GET',
    )
    const pages: Record<string, string>[] = [
      { cookie },
      { cookie, origin: 'https://evil.example', 'x-omlopp-csrf': '1' },
      { cookie, origin: 'null', 'x-omlopp-csrf': '1' },
    ]
    for (const one of changing)
      for (const headers of pages)
        expectProblem(await call(one, { headers }), 403, 'origin-refused', one.name)
    expect(changing.length).toBeGreaterThan(15)
    const after = await checksumsFor(full.world.database, full.owner.organisationId)
    expect(different(before, after)).toEqual(['named organisations.session'])
  })
})

const different = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
  Object.keys(a).filter((name) => a[name] !== b[name])

describe('as the administrator of another organisation', () => {
  let token: string
  let before: Awaited<ReturnType<typeof checksumsFor>>
  const secrets = () =>
    [...new Set(Object.values(full.ids))].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  beforeAll(async () => {
    token = await newToken(full.world, full.stranger.organisationId)
    before = await checksumsFor(full.world.database, full.owner.organisationId)
  })

  it('every thing by its id is not there', async () => {
    const byId = guarded.filter(
      ({ declaration }) => declaration.method === 'GET' && hasIds(declaration),
    )
    for (const one of byId) {
      const response = await call(one, { headers: bearer(token) })
      expectDeclared(response, one)
      expect(response.statusCode, `${one.name}: ${response.body}`).toBe(404)
    }
    expect(byId.length).toBeGreaterThan(1)
  })

  it('every list and figure is empty of it, narrowed by its ids too', async () => {
    const lists = guarded.filter(
      ({ declaration }) => declaration.method === 'GET' && !declaration.params,
    )
    for (const one of lists)
      for (const query of queriesOf(one.declaration)) {
        const response = await call(one, { headers: bearer(token), query })
        expectDeclared(response, one)
        for (const secret of [...secrets(), ...full.words])
          if (!Object.values(query).includes(secret))
            expect(response.body, `${one.name} ${JSON.stringify(query)}`).not.toContain(secret)
      }
    expect(lists.length).toBeGreaterThan(5)
  })

  it('every write with its ids is refused', async () => {
    const writes = guarded.filter(({ declaration }) => declaration.method !== 'GET')
    for (const one of writes) {
      const response = await call(one, { headers: bearer(token) })
      expectDeclared(response, one)
      const sent = JSON.stringify(sentBy(one.declaration))
      if (hasIds(one.declaration))
        expect(response.statusCode, `${one.name}: ${response.body}`).toBe(404)
      else if (response.statusCode < 300 && /"done":\s*\d/.test(response.body))
        expect(response.json(), one.name).toMatchObject({ done: 0 })
      for (const secret of [...secrets(), ...full.words])
        if (!sent.includes(secret)) expect(response.body, one.name).not.toContain(secret)
    }
    expect(writes.length).toBeGreaterThan(15)
  })

  it('and nothing has changed for the one they belong to', async () => {
    const after = await checksumsFor(full.world.database, full.owner.organisationId)
    expect(different(before, after)).toEqual([])
  })
})

/** What a call itself says, which an answer may repeat. */
const sentBy = ({ params, body }: EndpointDeclaration) =>
  [params, body].map((schema) => (schema ? sampleOf(schema, 'sent', known()) : null))

const hasIds = ({ params }: EndpointDeclaration): boolean =>
  Object.keys(params?.properties ?? {}).some((name) => name.endsWith('Id'))

/** Without narrowing, and narrowed by each id that the list takes. */
function queriesOf({ query }: EndpointDeclaration): Record<string, string>[] {
  const names = Object.keys(query?.properties ?? {})
  const needed = (query?.required ?? []) as readonly string[]
  const of = (some: readonly string[]) =>
    Object.fromEntries(
      [...new Set([...needed, ...some])].map((name) => [
        name,
        String(sampleOf(query!.properties[name]!, name, known())),
      ]),
    )
  return [of([]), ...names.filter((name) => name.endsWith('Id')).map((name) => of([name]))]
}

describe('with each role', () => {
  it('an endpoint whose permission the role lacks says so, and no other does', async () => {
    const { world, owner } = full
    let tried = 0
    for (const role of roles) {
      const token = await newToken(world, owner.organisationId, [role])
      const held = permissionsOf([role])
      for (const one of guarded) {
        const { permission } = one.declaration
        const may = permission === 'signedIn' || held.has(permission as Permission)
        const [query] = queriesOf(one.declaration)
        const response = await call(one, { headers: bearer(token), query })
        expectDeclared(response, one)
        const of = `${role}: ${one.name}`
        if (!may) expectProblem(response, 403, 'not-permitted', of)
        else expect(response.statusCode, `${of}: ${response.body}`).not.toBe(403)
        tried++
      }
    }
    console.log(`${guarded.length} endpoints × ${roles.length} roles = ${tried} calls`)
    expect(tried).toBe(guarded.length * roles.length)
    expect(tried).toBeGreaterThan(400)
  })

  it('a token narrower than its person may only what it names', async () => {
    const { world, owner } = full
    const token = await newToken(world, owner.organisationId)
    await world.database.asSystem((tx) =>
      tx.run(
        `UPDATE organisations.api_token SET scopes = '{devices.see}'
         WHERE token_hash = sha256($1::bytea)`,
        [token],
      ),
    )
    for (const one of guarded) {
      const [query] = queriesOf(one.declaration)
      const response = await call(one, { headers: bearer(token), query })
      const may = ['signedIn', 'devices.see'].includes(one.declaration.permission)
      expect(response.statusCode === 403, `${one.name}: ${response.body}`).toBe(!may)
    }
  })
})
