// Bulk forms of single actions: each item is done, or refused by itself with its code.
import type { DeviceId } from './ids.ts'
import type { Result } from './result.ts'

export interface ItemAnswer {
  readonly deviceId: DeviceId
  readonly done: boolean
  readonly code: string | null
  readonly title: string | null
}

export interface BulkAnswer {
  readonly done: number
  readonly refused: number
  readonly items: ItemAnswer[]
}

type Words = Readonly<Record<string, { readonly sv: string; readonly en: string }>>

/** The answer to a bulk action, items in the order asked. */
export function bulkAnswer(
  decided: readonly { readonly deviceId: DeviceId; readonly result: Result<unknown> }[],
  texts: Words,
  language: 'sv' | 'en',
): BulkAnswer {
  const items = decided.map(({ deviceId, result }) => ({
    deviceId,
    done: result.ok,
    code: result.ok ? null : result.code,
    title: result.ok ? null : (texts[result.code]?.[language] ?? result.code),
  }))
  const refused = items.filter((item) => !item.done).length
  return { done: items.length - refused, refused, items }
}

/** The first id that stands twice, if any. */
export function repeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}
