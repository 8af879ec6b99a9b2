import type { FeaturePages } from '../../../web/kit/page.ts'
import { eventTexts } from '../texts/events.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/epcis',
      title: eventTexts.title,
      load: () => import('./EpcisPage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/epcis',
      text: eventTexts.title,
      group: 'accounts',
      order: 40,
      permission: 'devices.see',
    },
  ],
}
export default declared
