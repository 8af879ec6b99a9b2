// Every line of a collection: a station counts against the whole list, also without network.
import { useQuery } from '@tanstack/react-query'
import { call, type ApiProblem } from '../../../../web/kit/api-client.ts'
import { keyOf } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import type { Line } from '../one/Lines.tsx'

const page = 500

export function useLines(collectionId: string) {
  return useQuery<readonly Line[], ApiProblem>({
    queryKey: [...keyOf(api.listLines, { params: { collectionId } }), 'whole'],
    queryFn: async ({ signal }) => {
      const lines: Line[] = []
      let cursor: string | null = null
      do {
        const query: { limit: number; cursor?: string } = { limit: page, ...(cursor && { cursor }) }
        const answer = await call(api.listLines, { params: { collectionId }, query }, { signal })
        lines.push(...answer.items)
        cursor = answer.next
      } while (cursor !== null)
      return lines
    },
  })
}
