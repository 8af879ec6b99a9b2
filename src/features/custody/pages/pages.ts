import type { FeaturePages } from '../../../web/kit/page.ts'
import { mineTexts } from '../texts/pages.ts'

const declared: FeaturePages = {
  pages: [{ path: '/mine', title: mineTexts.title, load: () => import('./MyDevicesPage.tsx') }],
  navigation: [
    { to: '/mine', text: mineTexts.title, group: 'start', order: 2, permission: 'custody.own' },
  ],
}
export default declared
