// Orders, matches and who comes and leaves: what the pages call.
import { comingsApi } from '../api/comings.ts'
import { matchingApi } from '../api/matching.ts'
import { optionsApi } from '../api/options.ts'
import { ordersApi } from '../api/orders.ts'

export const api = { ...optionsApi, ...ordersApi, ...matchingApi, ...comingsApi }
