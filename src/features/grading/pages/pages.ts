import type { FeaturePages } from '../../../web/kit/page.ts'
import { oneOf, text } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../devices/api.ts'
import { gradingTexts } from '../texts/pages.ts'
import { queueFilters } from './queue.ts'

function useQueueCount() {
  const { organisation, may } = useSession()
  return useEndpoint(
    devices.countDevices,
    { query: queueFilters('queue', organisation?.id) },
    { enabled: organisation !== undefined && may('devices.see') },
  ).data?.total
}

const declared: FeaturePages = {
  pages: [
    {
      path: '/grading',
      title: gradingTexts.title,
      search: { view: oneOf(['queue', 'graded'], 'queue') },
      load: () => import('./QueuePage.tsx'),
    },
    {
      path: '/grading/bench',
      title: gradingTexts.benchTitle,
      frame: 'bare',
      search: { code: text },
      load: () => import('./BenchPage.tsx'),
    },
    {
      path: '/grading/devices/{deviceId}',
      title: gradingTexts.inspections,
      load: () => import('./InspectionsPage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/grading',
      text: gradingTexts.title,
      group: 'equipment',
      order: 80,
      permission: 'grading.grade',
      useCount: useQueueCount,
    },
  ],
}
export default declared
