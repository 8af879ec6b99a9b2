// Who is signed in, for pages: what they may do decides what is offered.
import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../features/organisations/rules.ts'
import { sessionQuery } from '../session.ts'

/** The pages of the shell are shown only when somebody is signed in. */
export function useSession() {
  const { data } = useQuery(sessionQuery)
  const permissions: readonly Permission[] = data?.permissions ?? []
  return {
    person: data?.person,
    organisation: data?.organisation,
    may: (permission: Permission) => permissions.includes(permission),
  }
}
