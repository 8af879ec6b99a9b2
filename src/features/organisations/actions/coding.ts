// The coding string: deciding its parts, keeping its codes, and checking one on a day.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { isDay, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { PersonId, UnitId } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { Tx } from '../../../database/tx.ts'
import { tell } from '../actions.ts'
import type { codingApi as api } from '../api/coding.ts'
import {
  checkParts,
  decideCodingString,
  isWellFormed,
  plainParts,
  PLAIN_SEPARATOR,
  type CodingPart,
  type CodingRefusal,
} from '../rules/coding.ts'
import * as store from '../store-coding.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

async function partsOf(tx: Tx): Promise<readonly CodingPart[]> {
  const parts = await store.codingParts(tx)
  return parts.length > 0 ? parts : plainParts
}

async function shown(ctx: ActionContext) {
  const separator = (await store.codingSeparator(ctx.tx)) ?? PLAIN_SEPARATOR
  return { separator, parts: [...(await partsOf(ctx.tx))] }
}

export async function getCodingString(ctx: ActionContext): Out<'getCodingString'> {
  return done(await shown(ctx))
}

export async function changeCodingString(
  ctx: ActionContext,
  { body }: In<'changeCodingString'>,
): Out<'changeCodingString'> {
  const fault = checkParts(body.parts)
  if (fault) return fault
  await tell(ctx, 'organisations.codingChanged', {
    separator: body.separator,
    parts: body.parts.map((part) => ({ ...part })),
  })
  await store.saveCodingParts(ctx.tx, ctx.organisationId, body.separator, body.parts)
  return done(await shown(ctx))
}

const like = (q: string): string => `${q.replace(/[%_\\]/g, '\\$&')}%`

export async function listCodingValues(
  ctx: ActionContext,
  { query }: In<'listCodingValues'>,
): Out<'listCodingValues'> {
  const { cursor, limit = 50, on } = query
  const after = fromCursor(cursor, 1)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  if (on !== undefined && !isDay(on)) return refuse('day-not-valid', { field: 'query/on' })
  const part = (await partsOf(ctx.tx)).find(({ key }) => key === query.part)
  if (!part) return refuse('coding-part-unknown', { field: 'query/part', part: query.part })
  const rows = await store.codingValues(ctx.tx, part, {
    codes: null,
    q: query.q ? like(query.q.trim()) : null,
    on: on ?? null,
    after: after ? String(after[0]) : null,
    limit: limit + 1,
  })
  return done(pageOf(rows, limit, (row) => [row.code]))
}

export async function saveCodingValues(
  ctx: ActionContext,
  { body }: In<'saveCodingValues'>,
): Out<'saveCodingValues'> {
  const part = (await partsOf(ctx.tx)).find(({ key }) => key === body.part)
  if (!part) return refuse('coding-part-unknown', { field: 'body/part', part: body.part })
  if (part.source !== 'list') return refuse('coding-source-other', { part: part.key })
  const codes = new Set<string>()
  for (const [index, { code, validFromOn, validUntilOn }] of body.values.entries()) {
    const at = (field: string) => ({ field: `body/values/${index}/${field}`, part: part.key })
    if (!isWellFormed(part, code)) return refuse('coding-malformed', { ...at('code'), value: code })
    if (codes.size === codes.add(code).size)
      return refuse('coding-value-repeated', { ...at('code'), value: code })
    if (validFromOn !== null && !isDay(validFromOn))
      return refuse('day-not-valid', at('validFromOn'))
    if (validUntilOn !== null && !isDay(validUntilOn))
      return refuse('day-not-valid', at('validUntilOn'))
    if (validFromOn !== null && validUntilOn !== null && validUntilOn < validFromOn)
      return refuse('coding-ends-first', { ...at('validUntilOn'), value: code })
  }
  // Names may name people (a project of somebody's), so they stay out of the journal.
  await tell(ctx, 'organisations.codingValuesSaved', {
    part: part.key,
    values: body.values.map(({ code, validFromOn, validUntilOn }) => ({
      ...{ code, validFromOn, validUntilOn },
    })),
  })
  await store.saveCodingValues(ctx.tx, ctx.organisationId, part.key, body.values)
  return done({ saved: body.values.length })
}

type Codes = Readonly<Record<string, string>>

/** What the codes are called, part by part; of codes that nobody knows, nothing. */
export async function codingNames(ctx: ActionContext, coding: Codes): Promise<Codes> {
  const known = await knownValues(ctx, coding, await partsOf(ctx.tx))
  return Object.fromEntries([...known.values()].map(({ part, name }) => [part, name]))
}

/** Codes to begin with for a unit, or for the unit of a person; what is typed goes before them. */
export async function proposedCoding(
  ctx: ActionContext,
  of: { readonly unitId: UnitId | null; readonly holderId: PersonId | null },
): Promise<Codes> {
  const costCentre = await store.costCentreOf(ctx.tx, of)
  return Object.fromEntries(
    (await partsOf(ctx.tx)).flatMap(({ key, source, defaultCode }) => {
      const code = (source === 'costCentres' ? costCentre : null) ?? defaultCode
      return code === null ? [] : [[key, code]]
    }),
  )
}

/** Decides whether a coding string can be posted by on a day; the codes it names are read first. */
export async function checkCodingString(
  ctx: ActionContext,
  coding: Codes,
  on: Day,
): Promise<Result<Codes, CodingRefusal>> {
  const parts = await partsOf(ctx.tx)
  const known = await knownValues(ctx, coding, parts)
  return decideCodingString(coding, parts, (part, code) => known.get(`${part} ${code}`), on)
}

async function knownValues(ctx: ActionContext, coding: Codes, parts: readonly CodingPart[]) {
  const known = new Map<string, store.CodingValueRow>()
  for (const part of parts) {
    const code = coding[part.key]?.trim()
    if (!code || part.source === 'any') continue
    const wanted = { codes: [code], q: null, on: null, after: null, limit: 1 }
    const [value] = await store.codingValues(ctx.tx, part, wanted)
    if (value) known.set(`${part.key} ${code}`, value)
  }
  return known
}
