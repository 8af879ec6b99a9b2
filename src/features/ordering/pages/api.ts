// Orders, matches and who comes and leaves: what the pages call.
import { comingsApi } from '../api/comings.ts'
import { commentsApi } from '../api/comments.ts'
import { matchingApi } from '../api/matching.ts'
import { optionsApi } from '../api/options.ts'
import { ordersApi } from '../api/orders.ts'

export const api = { ...optionsApi, ...ordersApi, ...commentsApi, ...matchingApi, ...comingsApi }
