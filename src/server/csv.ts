// Any list as CSV: the same endpoint with `?format=csv` or `Accept: text/csv`, page after page.
import type { FastifyRequest } from 'fastify'
import { csvFile, csvLine } from '../core/csv.ts'
import type { EndpointDeclaration } from '../core/endpoint.ts'
import { done, type Result } from '../core/result.ts'
import type { ActionContext } from '../database/context.ts'
import type { Bound, FileAnswer } from './implement.ts'

/** A list answers `{ items, next }`. */
export const isList = (declaration: EndpointDeclaration): boolean => {
  const { properties } = declaration.output as { properties?: Record<string, unknown> }
  return (
    declaration.method === 'GET' && !!properties && 'items' in properties && 'next' in properties
  )
}

export const wantsCsv = (request: FastifyRequest): boolean =>
  (request.query as { format?: string }).format === 'csv' ||
  String(request.headers.accept ?? '').startsWith('text/csv')

/** Rows that one CSV may hold. */
const MOST_ROWS = 1_000_000

export async function answerList(
  ctx: ActionContext,
  bound: Bound,
  input: Record<string, unknown>,
): Promise<Result<FileAnswer>> {
  const query = { ...(input['query'] as object), limit: 500 }
  const lines: string[] = []
  let heading: string[] | undefined
  let cursor: string | null = null
  let count = 0
  do {
    const paged: object = cursor ? { ...query, cursor } : query
    const page = await bound.handler(ctx, { ...input, query: paged } as never)
    if (!page.ok) return page
    const { items, next } = page.value as { items: object[]; next: string | null }
    for (const item of items) {
      const flat = flatten(item)
      heading ??= Object.keys(flat)
      lines.push(csvLine(heading.map((name) => flat[name])))
    }
    count += items.length
    cursor = next
  } while (cursor && count < MOST_ROWS)
  const text = csvFile([csvLine(heading ?? []), ...lines])
  return done({
    fileName: `${bound.name.replace('.', '-')}.csv`,
    contentType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(text, 'utf8'),
  })
}

function flatten(value: object, prefix = ''): Record<string, unknown> {
  const flat: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) {
    if (part && typeof part === 'object' && !Array.isArray(part))
      Object.assign(flat, flatten(part as object, `${prefix}${name}.`))
    else flat[prefix + name] = Array.isArray(part) ? part.map(entry).join(', ') : part
  }
  return flat
}

const entry = (value: unknown): string =>
  value && typeof value === 'object' ? Object.values(value).join(' ') : String(value)
