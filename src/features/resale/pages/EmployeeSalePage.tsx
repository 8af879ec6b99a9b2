// The sale to employees, for who runs it: what is bought and to be fetched, what is up, what can be.
// Who has only the payroll to see to has its file alone.
import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { BulkOutcome } from '../../../web/kit/table/SelectionBar.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { employeeSaleTexts as texts, employeeShopTexts, paymentTexts } from '../texts/employees.ts'
import { stockTexts } from '../texts/seller.ts'
import { api } from './api.ts'
import { OfferDialog } from './employees/OfferDialog.tsx'
import { OwnOffers } from './employees/Offers.tsx'
import { Payroll } from './employees/Payroll.tsx'
import { Purchases } from './employees/Purchases.tsx'
import { TermsDialog } from './employees/TermsDialog.tsx'
import { employeeSaleSearch } from './search.ts'
import { Outcome } from './stock/Outcome.tsx'
import { ToPublish } from './stock/ToPublish.tsx'

const addressWith = (change: { view?: '' | 'listed' | 'stock'; purchase?: string }) =>
  hrefOf('/employee-sale', employeeSaleSearch, change)

export default function EmployeeSalePage() {
  const t = useText()
  const { list } = useFormat()
  const { may } = useSession()
  const runs = may('disposition.decide')
  const [{ view, purchase }, setSearch] = useSearch(employeeSaleSearch)
  const { data: sale } = useEndpoint(api.getEmployeeSale, {})
  const [editing, edit] = useState(false)
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const views = [
    ['', texts.purchases],
    ['listed', texts.listed],
    ['stock', texts.stock],
  ] as const
  const toStock = <LinkButton href={addressWith({ view: 'stock' })}>{t(texts.stock)}</LinkButton>
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={
          sale &&
          runs && (
            <>
              <LinkButton href="/price-lists">{t(stockTexts.prices)}</LinkButton>
              <Button onPress={() => edit(true)}>{t(texts.terms)}</Button>
            </>
          )
        }
      />
      {sale && (
        <Facts
          facts={[
            {
              name: t(employeeShopTexts.title),
              value: t(sale.open ? texts.isOpen : texts.isClosed),
            },
            { name: t(texts.terms), value: t(texts.sums, sale.perYear, sale.leastMonths) },
            {
              name: t(texts.payments),
              value: list(sale.payments.map((one) => t(paymentTexts[one]).toLowerCase())),
            },
          ]}
        />
      )}
      {runs && (
        <SavedViews
          current={view}
          views={views.map(([id, text]) => ({
            ...{ id, text: t(text), href: addressWith({ view: id }) },
          }))}
        />
      )}
      {outcome && <Outcome outcome={outcome} />}
      {runs && view === '' && (
        <Purchases
          mine={false}
          label={t(texts.purchases)}
          opened={purchase}
          hrefOf={(id) => addressWith({ purchase: id })}
          onClose={() => setSearch({ purchase: '' })}
          empty={<EmptyState act={toStock}>{t(texts.noPurchases)}</EmptyState>}
        />
      )}
      {(view === '' || !runs) && sale?.payments.includes('payroll') && <Payroll />}
      {runs && view === 'listed' && (
        <OwnOffers empty={<EmptyState act={toStock}>{t(texts.noneListed)}</EmptyState>} />
      )}
      {runs && view === 'stock' && (
        <ToPublish source={api.listEmployeeStock} dialog={OfferDialog} onDone={setOutcome} />
      )}
      {editing && sale && <TermsDialog sale={sale} onClose={() => edit(false)} />}
    </>
  )
}
