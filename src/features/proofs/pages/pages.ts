import type { FeaturePages } from '../../../web/kit/page.ts'
import { eventTexts } from '../texts/events.ts'
import { logTexts } from '../texts/log-pages.ts'
import { publicTexts } from '../texts/public.ts'

const declared: FeaturePages = {
  pages: [
    { path: '/log', title: logTexts.title, load: () => import('./LogPage.tsx') },
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
    { to: '/log', text: logTexts.title, group: 'accounts', order: 30, permission: 'proofs.see' },
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
