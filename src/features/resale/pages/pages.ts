import type { FeaturePages } from '../../../web/kit/page.ts'
import { priceListTexts, stockTexts } from '../texts/seller.ts'
import { cartTexts, listingTexts, purchaseTexts, shopTexts } from '../texts/shop.ts'
import { employeeSaleTexts, employeeShopTexts } from '../texts/employees.ts'
import { caseTexts } from '../texts/warranty.ts'
import { useEmployeeSaleOpen, useOpenPurchases, useShopCount } from './counts.ts'
import {
  casesSearch,
  employeeSaleSearch,
  employeeShopSearch,
  listingSearch,
  priceListSearch,
  purchasesSearch,
  shopSearch,
  stockSearch,
} from './search.ts'

const declared: FeaturePages = {
  pages: [
    {
      path: '/shop',
      title: shopTexts.title,
      search: shopSearch,
      load: () => import('./ShopPage.tsx'),
    },
    { path: '/shop/cart', title: cartTexts.title, load: () => import('./CartPage.tsx') },
    {
      path: '/shop/{listingId}',
      title: listingTexts.title,
      search: listingSearch,
      load: () => import('./ListingPage.tsx'),
    },
    {
      path: '/purchases',
      title: purchaseTexts.title,
      search: purchasesSearch,
      load: () => import('./PurchasesPage.tsx'),
    },
    {
      path: '/purchases/{purchaseId}',
      title: purchaseTexts.one,
      load: () => import('./PurchasePage.tsx'),
    },
    {
      path: '/employee-shop',
      title: employeeShopTexts.title,
      search: employeeShopSearch,
      load: () => import('./EmployeeShopPage.tsx'),
    },
    {
      path: '/employee-sale',
      title: employeeSaleTexts.title,
      search: employeeSaleSearch,
      load: () => import('./EmployeeSalePage.tsx'),
    },
    {
      path: '/shop-stock',
      title: stockTexts.title,
      search: stockSearch,
      load: () => import('./StockPage.tsx'),
    },
    {
      path: '/price-lists',
      title: priceListTexts.title,
      search: priceListSearch,
      load: () => import('./PriceListsPage.tsx'),
    },
    {
      path: '/warranty-cases',
      title: caseTexts.title,
      search: casesSearch,
      load: () => import('./CasesPage.tsx'),
    },
    {
      path: '/warranty-cases/{caseId}',
      title: caseTexts.one,
      load: () => import('./CasePage.tsx'),
    },
  ],
  navigation: [
    {
      to: '/shop',
      text: shopTexts.title,
      group: 'needs',
      order: 12,
      permission: 'resale.see',
      useCount: useShopCount,
    },
    {
      to: '/purchases',
      text: purchaseTexts.title,
      group: 'needs',
      order: 14,
      permission: 'resale.see',
      useCount: useOpenPurchases,
    },
    {
      to: '/warranty-cases',
      text: caseTexts.title,
      group: 'needs',
      order: 16,
      permission: 'resale.see',
    },
    {
      to: '/employee-shop',
      text: employeeShopTexts.title,
      group: 'needs',
      order: 18,
      permission: 'custody.own',
      useShown: useEmployeeSaleOpen,
    },
    {
      to: '/employee-sale',
      text: employeeSaleTexts.title,
      group: 'equipment',
      order: 94,
      permission: 'resale.payroll',
    },
    {
      to: '/shop-stock',
      text: stockTexts.title,
      group: 'equipment',
      order: 92,
      permission: 'resale.sell',
    },
  ],
}
export default declared
