// Endpoints as React reads them: what stands there, page after page, and acts.
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EndpointDeclaration, Input, Output } from '../../core/endpoint.ts'
import { call, type ApiProblem, type CallOptions } from './api-client.ts'

export const keyOf = (endpoint: EndpointDeclaration, input: unknown) =>
  [endpoint.path, endpoint.method, input] as const

interface ReadOptions {
  /** False: wait with asking. */
  readonly enabled?: boolean
  /** Ask again every so many milliseconds, for work that goes on. */
  readonly every?: number
  /** Show the former answer while a changed question is asked, so that the page does not jump. */
  readonly keep?: boolean
}

export function useEndpoint<E extends EndpointDeclaration>(
  endpoint: E,
  input: Input<E>,
  { enabled = true, every, keep = true }: ReadOptions = {},
) {
  return useQuery<Output<E>, ApiProblem>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
    ...(keep && { placeholderData: keepPreviousData }),
  })
}

type ItemOf<O> = O extends { items: readonly (infer Item)[] } ? Item : never

/** A list by cursor. The endpoint answers `{ items, next }`, and may add `total`. */
export function usePages<E extends EndpointDeclaration>(endpoint: E, input: Input<E>) {
  type Item = ItemOf<Output<E>>
  type Page = { items: readonly Item[]; next: string | null; total?: number }
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = (input as { query?: object }).query
      const paged = { ...input, query: { ...asked, ...(pageParam && { cursor: pageParam }) } }
      return await call(endpoint, paged as unknown as Input<E>, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return {
    rows,
    total: query.data?.pages[0]?.total,
    hasMore: query.hasNextPage,
    loadMore: () => void (query.hasNextPage && !query.isFetching && query.fetchNextPage()),
    /** Nothing has come yet. */
    waiting: query.isPending,
    /** What is shown answers the former question. */
    stale: query.isPlaceholderData,
    problem: query.error as ApiProblem | null,
    again: () => void query.refetch(),
  }
}

/** An act: `const { act, busy, problem } = useAct(handOut)`. What the pages show is then read anew. */
export function useAct<E extends EndpointDeclaration>(endpoint: E) {
  const client = useQueryClient()
  const mutation = useMutation<Output<E>, ApiProblem, { input: Input<E>; options?: CallOptions }>({
    mutationFn: ({ input, options }) => call(endpoint, input, options),
    onSuccess: () => client.invalidateQueries(),
  })
  return {
    /** Resolves with the answer, or with null when it was refused: `problem` then says why. */
    act: (input: Input<E>, options?: CallOptions): Promise<Output<E> | null> =>
      mutation.mutateAsync({ input, ...(options && { options }) }).catch(() => null),
    busy: mutation.isPending,
    problem: mutation.error,
    answer: mutation.data,
    clear: mutation.reset,
  }
}
