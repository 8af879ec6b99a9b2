// People in the command palette; their page is the list of what they hold.
import { ApiProblem, call } from '../../../web/kit/api-client.ts'
import type { FeaturePages } from '../../../web/kit/page.ts'
import { api } from '../api/organisation.ts'
import { paletteTexts } from '../texts/palette.ts'
import { settingsTexts } from '../texts/settings.ts'
import { organisationSearch } from './organisation/address.ts'
import { peopleSearch } from './people/address.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/organisation',
      load: () => import('./organisation/OrganisationPage.tsx'),
      title: settingsTexts.organisation,
      search: organisationSearch,
    },
    {
      path: '/people',
      load: () => import('./people/PeoplePage.tsx'),
      title: settingsTexts.people,
      search: peopleSearch,
    },
  ],
  navigation: [
    {
      to: '/organisation',
      text: settingsTexts.organisation,
      group: 'settings',
      order: 10,
      permission: 'organisation.see',
    },
    {
      to: '/people',
      text: settingsTexts.people,
      group: 'settings',
      order: 20,
      permission: 'people.see',
    },
  ],
  palette: [
    {
      id: 'people',
      text: paletteTexts.people,
      order: 2,
      find: async (q, signal) => {
        try {
          const { items } = await call(api.listPeople, { query: { q, limit: 5 } }, { signal })
          return items.map(({ id, name, email }) => ({
            id: `person-${id}`,
            href: `/devices?holderId=${id}`,
            title: name,
            ...(email && { note: email }),
          }))
        } catch (problem) {
          // Not everybody may look up colleagues: then there are no people to find.
          if (problem instanceof ApiProblem && problem.status === 403) return []
          throw problem
        }
      },
    },
  ],
}
export default declared
