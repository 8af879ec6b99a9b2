import type { FeaturePages } from '../../../web/kit/page.ts'
import { listTexts, newTexts, oneTexts } from '../texts/pages.ts'
import { stationTexts } from '../texts/stations.ts'
import { collectionsSearch, newSearch } from './list/search.ts'
import { useToReceive, useUnderWay } from './list/counts.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/collections',
      title: listTexts.title,
      search: collectionsSearch,
      load: () => import('./CollectionsPage.tsx'),
    },
    {
      path: '/collections/new',
      title: newTexts.title,
      search: newSearch,
      load: () => import('./NewCollectionPage.tsx'),
    },
    {
      path: '/collections/{collectionId}',
      title: oneTexts.collection,
      load: () => import('./CollectionPage.tsx'),
    },
    {
      path: '/collections/{collectionId}/packing',
      title: stationTexts.packing,
      frame: 'bare',
      load: () => import('./PackingPage.tsx'),
    },
    {
      path: '/collections/{collectionId}/receiving',
      title: stationTexts.receiving,
      frame: 'bare',
      load: () => import('./ReceivingPage.tsx'),
    },
    {
      path: '/receiving',
      title: listTexts.receivingTitle,
      load: () => import('./ReceivePage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/collections',
      text: listTexts.title,
      group: 'equipment',
      order: 50,
      permission: 'returns.see',
      useCount: useUnderWay,
    },
    {
      to: '/receiving',
      text: listTexts.receivingTitle,
      group: 'equipment',
      order: 60,
      permission: 'returns.receive',
      useCount: useToReceive,
    },
  ],
}
export default declared
