import type { FeaturePages } from '../../../web/kit/page.ts'
import { eventTexts } from '../texts/events.ts'
import { publicTexts } from '../texts/public.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/epcis',
      title: eventTexts.title,
      load: () => import('./EpcisPage.tsx'),
    },
    {
      path: '/c/{publicId}',
      title: publicTexts.title,
      access: 'public',
      load: () => import('./PublicPage.tsx'),
    },
    {
      path: '/verify',
      title: publicTexts.verifyTitle,
      access: 'public',
      load: () => import('./VerifyPage.tsx'),
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
