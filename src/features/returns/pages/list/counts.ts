// What stands in the navigation: collections that are not yet counted.
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'

/** A station beside may have changed it. */
const every = 60_000

const useCounts = () => useEndpoint(api.countCollections, {}, { every }).data?.byState

const sum = (states: ReturnType<typeof useCounts>): number | undefined => {
  const collections = states?.reduce((all, one) => all + one.collections, 0)
  return collections === 0 ? undefined : collections
}

export const useUnderWay = () => sum(useCounts()?.filter(({ state }) => state !== 'closed'))

export const useToReceive = () =>
  sum(
    useCounts()?.filter(
      ({ direction, state }) => direction === 'in' && (state === 'sent' || state === 'receiving'),
    ),
  )
