// Looks up what has been pasted, a moment after the last letter, and says who gets the new ones.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../../web/kit/api-client.ts'
import { api as devicesApi } from '../../../devices/api.ts'
import { codesOf, MOST_REPLACED, roundOf, type Round } from '../../rules/replacing.ts'

/** As many as one question takes. */
const AT_ONCE = 500
const QUIET_MS = 300

export function useRound(pasted: string, enabled: boolean) {
  const codes = useMemo(() => codesOf(pasted), [pasted])
  const { data, error } = useQuery({
    queryKey: ['replaced', codes],
    enabled: enabled && codes.length > 0 && codes.length <= MOST_REPLACED,
    queryFn: async ({ signal }) => {
      await new Promise((done) => setTimeout(done, QUIET_MS))
      signal.throwIfAborted()
      const found: Parameters<typeof roundOf>[0][number][] = []
      for (let from = 0; from < codes.length; from += AT_ONCE) {
        const body = { codes: codes.slice(from, from + AT_ONCE) }
        found.push(...(await call(devicesApi.findDevices, { body }, { signal })).items)
      }
      return roundOf(found)
    },
  })
  const round: Round | null = enabled && codes.length > 0 ? (data ?? null) : null
  return { codes, round, error: enabled ? error : null }
}
