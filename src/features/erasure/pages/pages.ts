import type { FeaturePages } from '../../../web/kit/page.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { resultsApi } from '../api/results.ts'
import { witnessApi } from '../api/witness.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import { pageTexts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { certificatesSearch, erasureSearch } from './search.ts'
import { rulesTexts } from '../texts/rules.ts'
import { stationTexts } from '../texts/stations.ts'
import { witnessTexts } from '../texts/witness-pages.ts'

function useToErase() {
  const { may } = useSession()
  return useEndpoint(resultsApi.countErasures, {}, { enabled: may('erasure.see') }).data?.toErase
}

const useWitnessing = () => useEndpoint(witnessApi.listWitnessing, {}).data?.items.length

const declared: FeaturePages = {
  pages: [
    {
      path: '/erasure',
      title: pageTexts.title,
      search: erasureSearch,
      load: () => import('./ErasurePage.tsx'),
    },
    {
      path: '/erasure/results/{resultId}',
      title: resultTexts.result,
      load: () => import('./ResultPage.tsx'),
    },
    {
      path: '/erasure/stations',
      title: stationTexts.title,
      load: () => import('./StationsPage.tsx'),
    },
    {
      path: '/erasure/stations/{stationId}',
      title: stationTexts.station,
      load: () => import('./StationPage.tsx'),
    },
    {
      path: '/erasure/rules',
      title: rulesTexts.title,
      load: () => import('./RulesPage.tsx'),
    },
    {
      path: '/erasure/devices/{deviceId}',
      title: mediaTexts.media,
      load: () => import('./MediaPage.tsx'),
    },
    {
      path: '/witnessing',
      title: witnessTexts.title,
      load: () => import('./WitnessingPage.tsx'),
    },
    {
      path: '/certificates',
      title: certificateTexts.certificates,
      search: certificatesSearch,
      load: () => import('./CertificatesPage.tsx'),
    },
    {
      path: '/certificates/{certificateId}',
      title: resultTexts.certificate,
      load: () => import('./CertificatePage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/erasure',
      text: pageTexts.title,
      group: 'equipment',
      order: 70,
      permission: 'erasure.record',
      useCount: useToErase,
    },
    {
      // Whoever is named sees it, whatever their role; the others have no use for it.
      to: '/witnessing',
      text: witnessTexts.title,
      group: 'equipment',
      order: 71,
      useShown: () => (useWitnessing() ?? 0) > 0,
      useCount: useWitnessing,
    },
    {
      to: '/certificates',
      text: certificateTexts.certificates,
      group: 'accounts',
      order: 30,
      permission: 'erasure.see',
    },
  ],
}
export default declared
