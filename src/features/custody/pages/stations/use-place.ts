// Where a desk stands.
import { useKept } from '../../../../web/kit/station/use-kept.ts'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api as organisations } from '../../../organisations/api/organisation.ts'

/** The place is remembered, and the only depot is chosen from the start. */
export function useStandingPlace() {
  const places = useEndpoint(organisations.listPlaces, {}).data?.items ?? []
  const [kept, keep] = useKept<string>('place', '')
  const depots = places.filter(({ kind }) => kind === 'depot')
  const standing = places.find(({ id }) => id === kept) ?? (depots.length === 1 ? depots[0] : null)
  return {
    id: standing?.id ?? null,
    name: standing?.name,
    options: places.map(({ id, name, address }) => ({
      id,
      text: name,
      note: address ?? undefined,
    })),
    set: (id: string) => keep(() => id),
  }
}
