import type { FeaturePages } from '../../../web/kit/page.ts'
import { modelsTexts, offersTexts, servicesTexts } from '../texts/pages.ts'
import { comparisonSearch, modelsSearch, servicesSearch } from './search.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/services',
      title: servicesTexts.title,
      search: servicesSearch,
      load: () => import('./ServicesPage.tsx'),
    },
    {
      path: '/services/{serviceId}',
      title: servicesTexts.one,
      load: () => import('./ServicePage.tsx'),
    },
    {
      path: '/models',
      title: modelsTexts.title,
      search: modelsSearch,
      load: () => import('./ModelsPage.tsx'),
    },
    { path: '/models/{modelId}', title: modelsTexts.one, load: () => import('./ModelPage.tsx') },
    {
      path: '/offer-comparisons',
      title: offersTexts.title,
      load: () => import('./OffersPage.tsx'),
    },
    {
      path: '/offer-comparisons/{comparisonId}',
      title: offersTexts.one,
      search: comparisonSearch,
      load: () => import('./ComparisonPage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/models',
      text: modelsTexts.title,
      group: 'catalogue',
      order: 5,
      permission: 'catalogue.see',
    },
    {
      to: '/services',
      text: servicesTexts.title,
      group: 'catalogue',
      order: 10,
      permission: 'catalogue.see',
    },
    {
      to: '/offer-comparisons',
      text: offersTexts.title,
      group: 'catalogue',
      order: 20,
      permission: 'catalogue.see',
    },
  ],
}
export default declared
