// What the organisation sells to its own people: what is there, and what one has bought.
import { useText, type Translate } from '../../../web/kit/language.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import type { Output } from '../../../core/endpoint.ts'
import { employeeShopTexts as texts } from '../texts/employees.ts'
import { api } from './api.ts'
import { BuyDialog } from './employees/BuyDialog.tsx'
import { Offers, useOffers } from './employees/Offers.tsx'
import { Purchases } from './employees/Purchases.tsx'
import { employeeShopSearch } from './search.ts'

const addressWith = (change: { buy?: string; purchase?: string }) =>
  hrefOf('/employee-shop', employeeShopSearch, change)

export default function EmployeeShopPage() {
  const t = useText()
  const [{ buy, purchase }, setSearch] = useSearch(employeeShopSearch)
  const { data: sale, error } = useEndpoint(api.getEmployeeSale, {})
  const offers = useOffers()
  const offer = offers.rows.find(({ listingId, kept }) => listingId === buy && !kept)
  if (!sale)
    return (
      <>
        <PageHead title={t(texts.title)} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={6} />}
      </>
    )
  return (
    <>
      <PageHead title={t(texts.title)} lead={leadOf(sale, t)} />
      {sale.open && (
        <Section title={t(texts.offers)}>
          <Offers
            list={offers}
            hrefOf={(id) => addressWith({ buy: id })}
            empty={<p className="muted">{t(texts.noOffers)}</p>}
          />
        </Section>
      )}
      <Section title={t(texts.mine)}>
        <Purchases
          mine
          label={t(texts.mine)}
          opened={purchase}
          hrefOf={(id) => addressWith({ purchase: id })}
          onClose={() => setSearch({ purchase: '' })}
          empty={<p className="muted">{t(texts.noneMine)}</p>}
        />
      </Section>
      {offer && (
        <BuyDialog offer={offer} payments={sale.payments} onClose={() => setSearch({ buy: '' })} />
      )}
    </>
  )
}

function leadOf(sale: Output<typeof api.getEmployeeSale>, t: Translate): string {
  if (sale.cannot === 'employee-sale-closed') return t(texts.closed)
  if (sale.cannot === 'employee-sale-not-yet') return t(texts.notYet, sale.leastMonths)
  return sale.cannot ? t(texts.limit) : t(texts.left, sale.left)
}
