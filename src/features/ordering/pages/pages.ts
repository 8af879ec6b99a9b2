import type { FeaturePages } from '../../../web/kit/page.ts'
import { comingsTexts } from '../texts/comings.ts'
import { listTexts, matchTexts, orderTexts } from '../texts/pages.ts'
import { wizardTexts } from '../texts/wizard.ts'
import { useOpenOrders, useWaitingNeeds } from './counts.ts'
import { comingsSearch, needSearch, newOrderSearch, ordersSearch } from './search.ts'

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
    {
      path: '/joiners-and-leavers',
      title: comingsTexts.title,
      search: comingsSearch,
      load: () => import('./ComingsPage.tsx'),
    },
    {
      path: '/kept-use/{deviceId}',
      title: comingsTexts.keep,
      load: () => import('./KeptUsePage.tsx'),
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
      group: 'needs',
      order: 10,
      permission: 'ordering.order',
      useCount: useOpenOrders,
    },
    {
      to: '/matches',
      text: matchTexts.title,
      group: 'needs',
      order: 20,
      permission: 'custody.handOut',
      useCount: useWaitingNeeds,
    },
    {
      to: '/joiners-and-leavers',
      text: comingsTexts.title,
      group: 'needs',
      order: 15,
      permission: 'people.see',
    },
  ],
}
export default declared
