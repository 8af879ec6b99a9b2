import type { FeaturePages } from '../../../web/kit/page.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../devices/api.ts'
import { pageTexts } from '../texts/pages.ts'
import { outcomesSearch } from './search.ts'

function useGradedCount() {
  const { may } = useSession()
  const query = { status: 'graded' as const }
  return useEndpoint(devices.countDevices, { query }, { enabled: may('devices.see') }).data?.total
}

const declared: FeaturePages = {
  pages: [
    {
      path: '/outcomes',
      title: pageTexts.title,
      search: outcomesSearch,
      load: () => import('./OutcomesPage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/outcomes',
      text: pageTexts.title,
      group: 'equipment',
      order: 90,
      permission: 'disposition.see',
      useCount: useGradedCount,
    },
  ],
}
export default declared
