import { text } from '../../../../web/kit/search.ts'

export const peopleSearch = { q: text }
