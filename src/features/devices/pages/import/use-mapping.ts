// Sends a mapping, and shows at once what the file then says.
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, useAct } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import type { MappingBody } from './shapes.ts'

export function useMapping(importId: string) {
  const client = useQueryClient()
  const { act, busy, problem } = useAct(importApi.mapImport)
  const params = { importId }
  const map = async (body: MappingBody) => {
    const answer = await act({ params, body })
    if (answer) client.setQueryData(keyOf(importApi.getImportMapping, { params }), answer)
    return answer
  }
  return { map, busy, problem }
}
