// Every endpoint is sent nonsense: what it asks for with everything right, but for one value at a
// time, which is what no text can keep, no calendar has or no count can be. Whatever it answers, it
// is no fault of ours, and what is refused is refused by a code that it declares.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EndpointDeclaration } from '../src/core/endpoint.ts'
import { features } from '../src/server/features.ts'
import { common } from '../src/server/refusal-texts.ts'
import { inject, newFullWorld, type FullWorld } from './support/full-world.ts'
import { sampleOf } from './support/sample.ts'
import { newToken } from './support/world.ts'

const nonsense: readonly unknown[] = [
  ...['', '\0', 'a\0b', '\ud800', 'å'.repeat(5000), '%', "'; --", '../..', '__proto__'],
  ...['2026-02-30', '0000-01-01', '9999-12-31', '2026-02-30T25:00:00Z', '9999-12-31T23:59:59Z'],
  ...[-1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308, null, true],
  ...[[], {}, { __proto__: null, constructor: 'x' }],
]
const words = { email: 'vera@owner.test', passportUrl: 'https://maker.test/passport' }
const wellFormed = (text: string): string => Buffer.from(text).toString()
/** Of an address only text can be sent. */
const texts = nonsense.filter((one): one is string => typeof one === 'string')

let full: FullWorld
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  full = await newFullWorld()
  headers = {
    authorization: `Bearer ${await newToken(full.world, full.owner.organisationId)}`,
  }
})
afterAll(() => full.world.close())

type Sent = Readonly<Record<'params' | 'query' | 'body', unknown>>

/** Everything right, also what may be left out. */
function rightFor({ params, query, body }: EndpointDeclaration): Sent {
  const of = (schema: typeof body, name: string) =>
    schema ? sampleOf(schema, name, { ...full.ids, ...words }) : undefined
  return {
    params: of(params, 'params'),
    query: of(query, 'query'),
    body: of(body, 'body'),
  }
}

type Path = readonly (string | number)[]

/** Where each single value stands: `['body', 'items', 0, 'name']`. */
function leavesOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path]
  return [
    ...(path.length > 1 ? [path] : []),
    ...Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, name])),
  ]
}

function withValue(whole: Sent, path: Path, value: unknown): Sent {
  const copy = structuredClone(whole) as Record<string, unknown>
  let place = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) place = place[step] as typeof place
  place[path.at(-1)!] = value
  return copy as Sent
}

function send({ method, path }: EndpointDeclaration, { params, query, body }: Sent) {
  const given = (params ?? {}) as Record<string, string>
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(given[name]!)),
  )
  const asked = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, wellFormed(String(one))]),
  )
  return inject(full.world, {
    method,
    url: `/api/v1${url}?${new URLSearchParams(asked).toString()}`,
    headers: { ...headers },
    ...(body === undefined
      ? {}
      : {
          payload: JSON.stringify(body),
          headers: { ...headers, 'content-type': 'application/json' },
        }),
  })
}

describe('whatever is sent', () => {
  const tried = features
    .flat()
    .filter(
      ({ declaration }) =>
        !declaration.upload && (declaration.params ?? declaration.query ?? declaration.body),
    )

  it.each(tried.map((one) => [one.name, one.declaration] as const))(
    '%s answers with a code of its own',
    async (name, declaration) => {
      const right = rightFor(declaration)
      const paths = (['params', 'query', 'body'] as const).flatMap((part) =>
        leavesOf(right[part], [part]),
      )
      for (const path of paths)
        for (const value of path[0] === 'body' ? nonsense : texts) {
          if (path[0] === 'params' && value === '') continue
          const answer = await send(declaration, withValue(right, path, value))
          const said = `${name} ${path.join('/')} = ${JSON.stringify(value).slice(0, 60)}: ${answer.statusCode} ${answer.body.slice(0, 300)}`
          expect(answer.statusCode, said).toBeLessThan(500)
          if (answer.statusCode >= 400 && answer.statusCode !== 404 && answer.statusCode !== 414)
            expect([...declaration.refusals, ...Object.keys(common)], said).toContain(
              answer.json<{ code: string }>().code,
            )
        }
      expect(paths.length).toBeGreaterThan(0)
    },
    120_000,
  )
})
