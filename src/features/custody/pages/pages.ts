import type { FeaturePages } from '../../../web/kit/page.ts'
import { mineTexts } from '../texts/pages.ts'
import { deskTexts } from '../texts/stations.ts'

const declared: FeaturePages = {
  pages: [
    { path: '/mine', title: mineTexts.title, load: () => import('./MyDevicesPage.tsx') },
    {
      path: '/hand-outs/new',
      title: deskTexts.handOutTitle,
      frame: 'bare',
      load: () => import('./HandOutPage.tsx'),
    },
    {
      path: '/hand-ins/new',
      title: deskTexts.handInTitle,
      frame: 'bare',
      load: () => import('./HandInPage.tsx'),
    },
  ],
  navigation: [
    { to: '/mine', text: mineTexts.title, group: 'start', order: 2, permission: 'custody.own' },
    {
      to: '/hand-outs/new',
      text: deskTexts.handOut,
      group: 'equipment',
      order: 30,
      permission: 'custody.handOut',
    },
    {
      to: '/hand-ins/new',
      text: deskTexts.handIn,
      group: 'equipment',
      order: 40,
      permission: 'custody.handIn',
    },
  ],
}
export default declared
