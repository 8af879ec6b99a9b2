// What has been chosen, shop by shop, and where it is to go. Ordering keeps it for 24 hours.
import { useRouter } from '@tanstack/react-router'
import { useQueries } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { sek } from '../../../core/money.ts'
import { call } from '../../../web/kit/api-client.ts'
import { Button, IconButton, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DefinitionList } from '../../../web/kit/Facts.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextAreaField, TextField } from '../../../web/kit/field/TextField.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { keyOf, useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as organisations } from '../../organisations/api/organisation.ts'
import { sumOf } from '../rules/purchase.ts'
import { cartTexts as texts, shopTexts } from '../texts/shop.ts'
import { api } from './api.ts'
import { clearCart, setInCart, useCart } from './cart.ts'
import type { WholeListing } from './ListingPage.tsx'
import { Photo, Price, useSpecs } from './parts.tsx'

interface Chosen {
  readonly listing: WholeListing
  readonly count: number
}

export default function CartPage() {
  const t = useText()
  const lines = useCart()
  const answers = useQueries({
    queries: lines.map(({ listingId }) => {
      const input = { params: { listingId } }
      return {
        queryKey: keyOf(api.getListing, input),
        queryFn: () => call(api.getListing, input),
        retry: false,
      }
    }),
  })
  const waiting = answers.some((answer) => answer.isPending)
  const chosen = lines.flatMap(({ count }, index): Chosen[] => {
    const listing = answers[index]?.data
    return listing ? [{ listing, count }] : []
  })
  const gone = lines.filter((_, index) => answers[index]?.isError)
  const shops = [...new Set(chosen.map(({ listing }) => listing.seller.id))]
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        up={{ href: '/shop', text: t(shopTexts.title) }}
      />
      {waiting && <Skeleton lines={4} height={64} />}
      {gone.map(({ listingId }) => (
        <p key={listingId} className="tools">
          {t(texts.gone)}{' '}
          <Button small kind="quiet" onPress={() => setInCart(listingId, 0)}>
            {t(texts.remove)}
          </Button>
        </p>
      ))}
      {lines.length === 0 && (
        <EmptyState act={<LinkButton href="/shop">{t(texts.toShop)}</LinkButton>}>
          {t(texts.empty)}
        </EmptyState>
      )}
      {shops.length > 1 && <p>{t(texts.several)}</p>}
      {shops.map((id) => (
        <Shop key={id} chosen={chosen.filter(({ listing }) => listing.seller.id === id)} />
      ))}
    </>
  )
}

const OTHER = 'other'

function Shop({ chosen }: { readonly chosen: readonly Chosen[] }) {
  const t = useText()
  const router = useRouter()
  const { may } = useSession()
  const { act, busy, problem } = useAct(api.makePurchase)
  const places = useEndpoint(organisations.listPlaces, {}, { enabled: may('organisation.see') })
  const [place, setPlace] = useState(OTHER)
  const [address, setAddress] = useState('')
  const [reference, setReference] = useState('')
  const known = places.data?.items ?? []
  const order = async () => {
    const made = await act({
      body: {
        lines: chosen.map(({ listing, count }) => ({ listingId: listing.listingId, count })),
        ...(place !== OTHER ? { placeId: place } : { toAddress: address.trim() || null }),
        reference: reference.trim() || null,
      },
    })
    if (!made) return
    clearCart(chosen.map(({ listing }) => listing.listingId))
    router.history.push(`/purchases/${made.id}`)
  }
  return (
    <Section title={t(texts.from, chosen[0]!.listing.seller.name ?? '')}>
      <Lines chosen={chosen} />
      <Section title={t(texts.where)}>
        <Refusal problem={problem} />
        <form
          className="shopform"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void order()
          }}
        >
          {known.length > 0 && (
            <SelectField
              label={t(texts.place)}
              options={[
                ...known.map(({ id, name }) => ({ id, text: name })),
                { id: OTHER, text: t(texts.noPlace) },
              ]}
              value={place}
              onChange={setPlace}
            />
          )}
          {place === OTHER && (
            <TextAreaField
              label={t(texts.address)}
              optional
              maxLength={500}
              value={address}
              onChange={setAddress}
            />
          )}
          <TextField
            label={t(texts.reference)}
            hint={t(texts.referenceHint)}
            optional
            maxLength={100}
            value={reference}
            onChange={setReference}
          />
          <div className="tools">
            <Button kind="primary" type="submit" busy={busy}>
              {t(texts.order)}
            </Button>
          </div>
        </form>
      </Section>
    </Section>
  )
}

function Lines({ chosen }: { readonly chosen: readonly Chosen[] }) {
  const t = useText()
  const { num, ore, money } = useFormat()
  const specs = useSpecs()
  const sum = sumOf(
    chosen.map(({ listing, count }) => ({
      priceOre: listing.priceOre * count,
      vat: listing.vat,
    })),
  )
  return (
    <>
      <table className="shopcart">
        <thead>
          <tr>
            <th aria-hidden />
            <th scope="col">{t(texts.what)}</th>
            <th scope="col">{t(texts.count)}</th>
            <th scope="col" className="num">
              {t(texts.sum)}
            </th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {chosen.map(({ listing, count }) => {
            const name = `${listing.maker} ${listing.model}`
            return (
              <tr key={listing.listingId}>
                <td>
                  <Photo photo={listing.photos[0] ?? null} />
                </td>
                <th scope="row" className="name">
                  <Link href={`/shop/${listing.listingId}`}>{name}</Link>
                  <small>
                    {t(shopTexts.gradeOf, listing.grade)}. {specs(listing)}
                  </small>
                  <small>
                    <Price priceOre={listing.priceOre} vat={listing.vat} />
                  </small>
                </th>
                <td>
                  <NumberField
                    bare
                    label={t(texts.countOf, name)}
                    min={1}
                    max={Math.max(1, listing.alike)}
                    value={count}
                    onChange={(next) => setInCart(listing.listingId, next ?? 1)}
                    wrong={count > listing.alike ? t(texts.fewer, num(listing.alike)) : null}
                  />
                </td>
                <td className="num nw">{ore(listing.priceOre * count)}</td>
                <td>
                  <IconButton
                    icon={X}
                    label={t(texts.removeOf, name)}
                    onPress={() => setInCart(listing.listingId, 0)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="shoptotal">
        <DefinitionList
          sum
          facts={[
            { name: t(texts.sum), value: money(sek(sum.netOre)) },
            ...(sum.vatOre > 0 ? [{ name: t(texts.vat), value: money(sek(sum.vatOre)) }] : []),
            { name: t(texts.total), value: money(sek(sum.totalOre)) },
          ]}
        />
      </div>
    </>
  )
}
