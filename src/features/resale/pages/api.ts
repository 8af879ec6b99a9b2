import { employeesApi } from '../api/employees.ts'
import { purchasesApi } from '../api/purchases.ts'
import { shopApi } from '../api/shop.ts'
import { stockApi } from '../api/stock.ts'
import { warrantyApi } from '../api/warranty.ts'

export const api = { ...stockApi, ...shopApi, ...purchasesApi, ...warrantyApi, ...employeesApi }
