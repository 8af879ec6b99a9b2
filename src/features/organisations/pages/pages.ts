import type { FeaturePages } from '../../../web/kit/page.ts'
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
}
export default declared
