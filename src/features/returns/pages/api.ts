// Both halves of the way: what the pages call.
import { api as receiving } from '../api/receiving.ts'
import { api as sending } from '../api/sending.ts'

export const api = { ...sending, ...receiving }
