// What the addresses of the shop say.
import { oneOf, text, whole } from '../../../web/kit/search.ts'
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { soldGrades } from '../rules/listing.ts'
import { purchaseStates } from '../rules/purchase.ts'
import { caseStates } from '../rules/warranty.ts'

export const shopSearch = {
  kind: oneOf(['', ...deviceKinds], ''),
  grade: oneOf(['', ...soldGrades], ''),
  memory: whole(0),
  storage: whole(0),
  os: oneOf(['', ...osFamilies], ''),
  most: whole(0),
  sort: oneOf(['price', 'grade', 'latest'], 'price'),
}
/** Which picture of a listing is shown large. */
export const listingSearch = { picture: whole(1) }
export const purchasesSearch = { state: oneOf(['', ...purchaseStates], '') }
export const casesSearch = { state: oneOf(['', ...caseStates], '') }
export const stockViews = ['', 'listed', 'kept', 'sold', 'withdrawn'] as const
export const stockSearch = { view: oneOf(stockViews, '') }
export const employeeShopSearch = { buy: text, purchase: text }
const employeeSaleViews = ['', 'listed', 'stock'] as const
export const employeeSaleSearch = { view: oneOf(employeeSaleViews, ''), purchase: text }
export const priceListSearch = { list: text }
