import { whole } from '../../../../web/kit/search.ts'

/** `?entry=17` opens that entry of the chain. */
export const entrySearch = { entry: whole(0) }
