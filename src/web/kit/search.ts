// An address is a view: what a page reads from the address, and writes back, with types.
import { useNavigate, useSearch as useRawSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { isDay, type Day } from '../../core/dates.ts'

/** The address as it stands: each name may come many times. */
export type RawSearch = Readonly<Record<string, readonly string[]>>
/** Reads the values of one name. Never throws: what is not understood becomes what holds without it. */
export type Reader<T> = (values: readonly string[]) => T
export type SearchShape = Readonly<Record<string, Reader<unknown>>>
export type SearchOf<S extends SearchShape> = { readonly [K in keyof S]: ReturnType<S[K]> }

export const text: Reader<string> = ([first]) => first ?? ''
export const many: Reader<readonly string[]> = (values) => values
export const yes: Reader<boolean> = ([first]) => first === 'true'
export const day: Reader<Day | ''> = ([first]) => (first && isDay(first) ? first : '')
export const oneOf =
  <const T extends string>(choices: readonly T[], otherwise: NoInfer<T>): Reader<T> =>
  ([first]) =>
    choices.find((choice) => choice === first) ?? otherwise
export const manyOf =
  <const T extends string>(choices: readonly T[]): Reader<readonly T[]> =>
  (values) =>
    choices.filter((choice) => values.includes(choice))
export const whole =
  (otherwise: number): Reader<number> =>
  ([first]) =>
    first && /^-?\d{1,12}$/.test(first) ? Number(first) : otherwise

const written = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((one) => one !== undefined && one !== null && one !== '')
    .map(String)

export function readSearch<S extends SearchShape>(shape: S, raw: RawSearch): SearchOf<S> {
  const read = Object.entries(shape).map(([name, reader]) => [name, reader(raw[name] ?? [])])
  return Object.fromEntries(read) as SearchOf<S>
}

/** What holds anyway is left out, so that the address says only what the reader chose. */
export function writeSearch<S extends SearchShape>(
  shape: S,
  search: Partial<SearchOf<S>>,
): RawSearch {
  const said = Object.entries(shape).flatMap(([name, reader]) => {
    const values = written(search[name])
    return values.join('\n') === written(reader([])).join('\n') ? [] : [[name, values] as const]
  })
  return Object.fromEntries(said)
}

export function parseSearch(query: string): Record<string, string[]> {
  const raw: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(query)) (raw[name] ??= []).push(value)
  return raw
}
export function stringifySearch(raw: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(raw))
    for (const one of written(value)) query.append(name, one)
  return query.size > 0 ? `?${query}` : ''
}

/** `/devices` with a view: `hrefOf('/devices', devicesSearch, { status: ['due'] })`. */
export const hrefOf = <S extends SearchShape>(
  path: string,
  shape: S,
  search: Partial<SearchOf<S>>,
): string => path + stringifySearch(writeSearch(shape, search))

/** `const [search, setSearch] = useSearch(devicesSearch)`. A new filter is a step that Back undoes. */
export function useSearch<S extends SearchShape>(shape: S) {
  const raw: RawSearch = useRawSearch({ strict: false })
  const navigate = useNavigate()
  const search = useMemo(() => readSearch(shape, raw), [shape, raw])
  const setSearch = useCallback(
    (change: Partial<SearchOf<S>>, { replace = false } = {}) => {
      const next = (before: RawSearch) =>
        writeSearch(shape, { ...readSearch(shape, before), ...change })
      void navigate({ to: '.', search: next, replace, resetScroll: false })
    },
    [shape, navigate],
  )
  return [search, setSearch] as const
}
