import { oneOf } from '../../../../web/kit/search.ts'

const organisationParts = ['units', 'places', 'partners', 'tokens'] as const
export type OrganisationPart = (typeof organisationParts)[number]

export const organisationSearch = { part: oneOf(organisationParts, 'units') }
