// The shop as a customer sees it: each offer with its picture, grade, warranty, price and climate.
import { Package } from 'lucide-react'
import type { Static } from 'typebox'
import { sek } from '../../../core/money.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Filters } from '../../../web/kit/Filters.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { osTexts } from '../../catalogue/texts/words.ts'
import { kindTexts } from '../../devices/texts.ts'
import type { Offer } from '../api/shapes.ts'
import { soldGrades } from '../rules/listing.ts'
import { shopTexts as texts } from '../texts/shop.ts'
import { api } from './api.ts'
import { useCart } from './cart.ts'
import { AgainstNewLine, MethodNote, Photo, Price, useSpecs } from './parts.tsx'
import { shopSearch } from './search.ts'

type Shown = Static<typeof Offer>

export default function ShopPage() {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const [search, setSearch] = useSearch(shopSearch)
  const counts = useEndpoint(api.countOffers, {}).data
  const list = usePages(api.listOffers, { query: { ...queryOf(search), limit: 48 } })
  const inCart = useCart().reduce((sum, line) => sum + line.count, 0)
  const narrowed = Object.keys(queryOf(search)).some((name) => name !== 'sort')
  const empty = !list.waiting && !list.problem && list.rows.length === 0
  const figure = list.rows.find((offer) => offer.againstNew)?.againstNew
  return (
    <>
      <PageHead
        title={t(texts.title)}
        {...(counts && counts.total > 0 && { lead: t(texts.lead, num(counts.total)) })}
        acts={
          may('resale.buy') && (
            <LinkButton icon={Package} href="/shop/cart">
              {inCart > 0 ? t(texts.cartOf, num(inCart)) : t(texts.cart)}
            </LinkButton>
          )
        }
      />
      <ShopFilters search={search} setSearch={setSearch} />
      <Refusal problem={list.problem} />
      {list.waiting && !list.problem && <Skeleton lines={6} height={64} />}
      {empty &&
        (narrowed ? (
          <EmptyState act={<LinkButton href="/shop">{t(texts.showAll)}</LinkButton>}>
            {t(texts.nothingFits)}
          </EmptyState>
        ) : (
          <EmptyState
            act={
              may('organisation.manage') && (
                <LinkButton href="/organisation?part=partners">{t(texts.toPartners)}</LinkButton>
              )
            }
          >
            {t(texts.empty)}
          </EmptyState>
        ))}
      {list.rows.length > 0 && (
        <ul className="shopgrid" aria-label={t(texts.results)}>
          {list.rows.map((offer) => (
            <OfferItem key={offer.listingId} offer={offer} />
          ))}
        </ul>
      )}
      <div className="shopmore">
        {list.hasMore && <Button onPress={list.loadMore}>{t(texts.more)}</Button>}
        {figure && <MethodNote figure={figure} />}
      </div>
    </>
  )
}

type Search = ReturnType<typeof useSearch<typeof shopSearch>>[0]

const queryOf = ({ kind, grade, memory, storage, os, most, sort }: Search) => ({
  ...(kind && { kind }),
  ...(grade && { grade }),
  ...(memory > 0 && { leastMemoryGb: memory }),
  ...(storage > 0 && { leastStorageGb: storage }),
  ...(os && { osFamily: os }),
  ...(most > 0 && { mostOre: most * 100 }),
  ...(sort !== 'price' && { sort }),
})

const memories = [8, 16, 32]
const storages = [128, 256, 512]
const prices = [1000, 2000, 3000, 5000, 8000]

function ShopFilters(props: {
  readonly search: Search
  readonly setSearch: (change: Partial<Search>) => void
}) {
  const { search, setSearch } = props
  const t = useText()
  const { num, money } = useFormat()
  const counts = useEndpoint(api.countOffers, {}).data
  const kinds = [...new Set(counts?.byKind.map((one) => one.kind))]
  const figure = (value: number) => (value > 0 ? [String(value)] : [])
  const gigabytes = (values: readonly number[]) =>
    values.map((value) => ({ id: String(value), text: t(texts.gigabytes, num(value)) }))
  return (
    <div className="shopbar">
      <Filters
        filters={[
          {
            ...{ id: 'kind', text: t(texts.kind), single: true },
            options: kinds.map((id) => ({ id, text: t(kindTexts[id]) })),
          },
          {
            ...{ id: 'grade', text: t(texts.grade), single: true },
            options: soldGrades.map((id) => ({ id, text: id })),
          },
          {
            ...{ id: 'memory', text: t(texts.memory), single: true },
            options: gigabytes(memories),
          },
          {
            ...{ id: 'storage', text: t(texts.storage), single: true },
            options: gigabytes(storages),
          },
          {
            ...{ id: 'os', text: t(texts.os), single: true },
            options: osFamilies.map((id) => ({ id, text: t(osTexts[id]) })),
          },
          {
            ...{ id: 'most', text: t(texts.most), single: true },
            options: prices.map((value) => ({ id: String(value), text: money(sek(value * 100)) })),
          },
        ]}
        values={{
          kind: search.kind ? [search.kind] : [],
          grade: search.grade ? [search.grade] : [],
          memory: figure(search.memory),
          storage: figure(search.storage),
          os: search.os ? [search.os] : [],
          most: figure(search.most),
        }}
        onChange={(id, [value = '']) =>
          setSearch(
            ['memory', 'storage', 'most'].includes(id)
              ? { [id]: Number(value) }
              : { [id]: value as never },
          )
        }
      />
      <SelectField
        label={t(texts.sort)}
        options={(['price', 'grade', 'latest'] as const).map((id) => ({
          id,
          text: t(texts.sorts[id]),
        }))}
        value={search.sort}
        onChange={(sort) => setSearch({ sort })}
      />
    </div>
  )
}

function OfferItem({ offer }: { readonly offer: Shown }) {
  const t = useText()
  const { num } = useFormat()
  const specs = useSpecs()(offer)
  const { batteryLow, batteryHigh, warrantyMonths, againstNew } = offer
  return (
    <li>
      <Photo photo={offer.photo} />
      <div className="shopoffer">
        <h2>
          <Link href={`/shop/${offer.listingId}`}>{`${offer.maker} ${offer.model}`}</Link>
        </h2>
        <p>
          {t(texts.gradeOf, offer.grade)}
          {batteryLow !== null &&
            batteryHigh !== null &&
            `, ${t(texts.battery, num(batteryLow), num(batteryHigh))}`}
        </p>
        {specs && <p>{specs}</p>}
        <p>
          {warrantyMonths > 0 ? t(texts.warranty, warrantyMonths) : t(texts.noWarranty)},{' '}
          {t(texts.count, num(offer.count))}
        </p>
        {againstNew && (
          <p>
            <AgainstNewLine figure={againstNew} />
          </p>
        )}
        <p className="price">
          <Price priceOre={offer.priceOre} vat={offer.vat} />
        </p>
      </div>
    </li>
  )
}
