// The period stands in the address, so that a report can be sent as a link.
import { day, yes } from '../../../web/kit/search.ts'

export const climateSearch = { from: day, to: day, own: yes }
