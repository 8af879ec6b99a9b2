import type { FeaturePages } from '../../../web/kit/page.ts'
import { deskTexts } from '../texts/stations.ts'

const declared: FeaturePages = {
  pages: [
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
