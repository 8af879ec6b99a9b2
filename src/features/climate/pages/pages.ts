import type { FeaturePages } from '../../../web/kit/page.ts'
import { climateTexts } from '../texts.ts'
import { climateSearch } from './search.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/climate',
      title: climateTexts.title,
      search: climateSearch,
      load: () => import('./ClimatePage.tsx'),
    },
    {
      path: '/climate/devices/{deviceId}',
      title: climateTexts.title,
      load: () => import('./DeviceClimatePage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/climate',
      text: climateTexts.title,
      group: 'accounts',
      order: 10,
      permission: 'climate.see',
    },
  ],
}
export default declared
