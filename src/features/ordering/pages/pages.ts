import type { FeaturePages } from '../../../web/kit/page.ts'
import { listTexts, matchTexts, orderTexts } from '../texts/pages.ts'
import { wizardTexts } from '../texts/wizard.ts'
import { useOpenOrders, useWaitingNeeds } from './counts.ts'
import { needSearch, newOrderSearch, ordersSearch } from './search.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/orders',
      title: listTexts.title,
      search: ordersSearch,
      load: () => import('./OrdersPage.tsx'),
    },
    {
      path: '/orders/new',
      title: wizardTexts.title,
      search: newOrderSearch,
      load: () => import('./NewOrderPage.tsx'),
    },
    {
      path: '/orders/{orderId}',
      title: orderTexts.one,
      search: needSearch,
      load: () => import('./OrderPage.tsx'),
    },
    { path: '/matches', title: matchTexts.title, load: () => import('./MatchesPage.tsx') },
    {
      path: '/matches/{matchId}',
      title: matchTexts.one,
      search: needSearch,
      load: () => import('./MatchPage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/orders',
      text: listTexts.title,
      group: 'equipment',
      order: 10,
      permission: 'ordering.order',
      useCount: useOpenOrders,
    },
    {
      to: '/matches',
      text: matchTexts.title,
      group: 'equipment',
      order: 20,
      permission: 'custody.handOut',
      useCount: useWaitingNeeds,
    },
  ],
}
export default declared
