import { oneOf, text, yes } from '../../../../web/kit/search.ts'

const organisationParts = ['units', 'places', 'partners', 'coding', 'tokens'] as const
export type OrganisationPart = (typeof organisationParts)[number]

export const organisationSearch = {
  part: oneOf(organisationParts, 'units'),
  /** The part of the coding string that is opened. */
  opened: text,
  /** Whose codes are shown, which are searched for, and which is opened. */
  codes: text,
  q: text,
  code: text,
  /** Name and number are being changed. */
  change: yes,
}
