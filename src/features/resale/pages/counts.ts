// What stands beside the shop in the rail.
import { useSession } from '../../../web/kit/session.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api } from './api.ts'

export function useShopCount() {
  const { may } = useSession()
  return useEndpoint(api.countOffers, {}, { enabled: may('resale.see') }).data?.total
}

/** The sale to employees is not there for anybody until it is opened. */
export function useEmployeeSaleOpen() {
  const { may } = useSession()
  const sale = useEndpoint(api.getEmployeeSale, {}, { enabled: may('custody.own') }).data
  return sale?.open ?? false
}

/** Purchases that wait for somebody, on either side. */
export function useOpenPurchases() {
  const { may } = useSession()
  const counts = useEndpoint(api.countPurchases, {}, { enabled: may('resale.see') }).data?.items
  return counts
    ?.filter(({ state }) => state === 'reserved' || state === 'confirmed' || state === 'sent')
    .reduce((sum, { purchases }) => sum + purchases, 0)
}
