import type { FeaturePages } from '../../../web/kit/page.ts'
import { circleTexts } from '../texts/circle.ts'
import { circleSearch } from './circle/search.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/',
      title: circleTexts.title,
      search: circleSearch,
      load: () => import('./CirclePage.tsx'),
    },
  ],
  navigation: [
    { to: '/', text: circleTexts.title, group: 'start', order: 1, permission: 'devices.see' },
  ],
}
export default declared
