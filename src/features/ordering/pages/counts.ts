// What stands in the navigation.
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { useSession } from '../../../web/kit/session.ts'
import { api } from './api.ts'

/** Others order and approve meanwhile. */
const every = 60_000

const useCounts = () => useEndpoint(api.countOrders, {}, { every }).data

/** For who approves: what waits for a decision; for others: what is not delivered yet. */
export function useOpenOrders() {
  const { may } = useSession()
  const wanted: readonly string[] = may('ordering.approve')
    ? ['submitted']
    : ['submitted', 'approved', 'partlyDelivered']
  const orders = useCounts()
    ?.byState.filter(({ state }) => wanted.includes(state))
    .reduce((sum, one) => sum + one.orders, 0)
  return orders || undefined
}

export const useWaitingNeeds = () => useCounts()?.waitingNeeds || undefined
