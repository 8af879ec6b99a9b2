// Orders and matches: what the pages call.
import { matchingApi } from '../api/matching.ts'
import { ordersApi } from '../api/orders.ts'

export const api = { ...ordersApi, ...matchingApi }
