// One thing for sale: its pictures, why it has its grade, what it costs and what it spares.
import { Package } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { IntervalBar } from '../../../web/kit/charts/IntervalBar.tsx'
import { DefinitionList, type Fact } from '../../../web/kit/Facts.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { useFormat, useLanguage, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { kindTexts } from '../../devices/texts.ts'
import { Calculation } from '../../grading/pages/Calculation.tsx'
import { listingTexts as texts } from '../texts/shop.ts'
import { api } from './api.ts'
import { setInCart, useCart } from './cart.ts'
import { MethodNote, osName, Photo, Price, AgainstNewLine } from './parts.tsx'
import { listingSearch } from './search.ts'
import { OwnListing } from './stock/OwnListing.tsx'

export type WholeListing = Output<typeof api.getListing>

export default function ListingPage() {
  const t = useText()
  const { language } = useLanguage()
  const listingId = useParam('listingId')
  const { data, error } = useEndpoint(api.getListing, { params: { listingId } }, { keep: false })
  const up = { href: '/shop', text: t(texts.up) }
  if (!data)
    return (
      <>
        <PageHead title={t(texts.title)} up={up} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={8} />}
      </>
    )
  const kind = t(kindTexts[data.kind]).toLocaleLowerCase(language)
  return (
    <>
      <PageHead title={`${data.maker} ${data.model}`} lead={t(texts.lead, kind)} up={up} />
      <div className="shoplisting">
        <Pictures listing={data} />
        <div>
          <Buy listing={data} />
        </div>
      </div>
      {data.own && <OwnListing listing={data} />}
      {data.words && (
        <Section title={t(texts.words)}>
          <p className="prose">{data.words}</p>
        </Section>
      )}
      <Section title={t(texts.whyGrade)}>
        <Calculation of={{ ...data.calculation, grade: data.grade, warnings: [] }} />
      </Section>
      {data.againstNew && (
        <Section title={t(texts.climate)} lead={t(texts.climateLead)}>
          <IntervalBar
            language={language}
            low={data.againstNew.lowKg}
            centre={data.againstNew.kg}
            high={data.againstNew.highKg}
            unit="kg"
            label={t(texts.climate)}
          />
          <p>
            <AgainstNewLine figure={data.againstNew} />.
          </p>
          <MethodNote figure={data.againstNew} />
        </Section>
      )}
    </>
  )
}

function Pictures({ listing }: { readonly listing: WholeListing }) {
  const t = useText()
  const [{ picture }] = useSearch(listingSearch)
  const { photos, listingId } = listing
  const shown = photos[picture - 1] ?? photos[0] ?? null
  return (
    <section aria-label={t(texts.pictures)}>
      <Photo photo={shown} large />
      {photos.length > 1 && (
        <ul className="shoppictures">
          {photos.map((photo, index) => (
            <li key={photo.photoId}>
              <Link
                href={hrefOf(`/shop/${listingId}`, listingSearch, { picture: index + 1 })}
                aria-label={t(texts.picture, index + 1, photos.length)}
                {...(photo === shown && { 'aria-current': 'true' as const })}
              >
                <Photo photo={photo} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Buy({ listing }: { readonly listing: WholeListing }) {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const inCart = useCart().find((line) => line.listingId === listing.listingId)?.count ?? 0
  const [count, setCount] = useState<number | null>(inCart || 1)
  const { alike, free } = listing
  const wanted = Math.min(count ?? 1, alike)
  return (
    <section className="shopbuy" aria-label={t(texts.buy)}>
      <p className="cost">
        <Price priceOre={listing.priceOre} vat={listing.vat} />
      </p>
      {listing.againstNew && (
        <p>
          <AgainstNewLine figure={listing.againstNew} />
        </p>
      )}
      <DefinitionList facts={factsOf(listing, t, num)} />
      {listing.state !== 'listed' && <p>{t(texts.ended)}</p>}
      {listing.state === 'listed' && !free && alike === 0 && <p>{t(texts.none)}</p>}
      {may('resale.buy') && !listing.own && alike > 0 && (
        <>
          {alike > 1 && (
            <NumberField
              label={t(texts.count)}
              min={1}
              max={alike}
              value={count}
              onChange={setCount}
            />
          )}
          <Button
            kind="primary"
            icon={Package}
            onPress={() => setInCart(listing.listingId, wanted)}
          >
            {t(texts.add)}
          </Button>
        </>
      )}
      <p role="status">{inCart > 0 && t(texts.added, num(inCart))}</p>
      {inCart > 0 && <LinkButton href="/shop/cart">{t(texts.toCart)}</LinkButton>}
    </section>
  )
}

function factsOf(
  listing: WholeListing,
  t: ReturnType<typeof useText>,
  num: (value: number) => string,
): Fact[] {
  const { memoryGb, storageGb, osFamily, batteryPercent, warrantyMonths } = listing
  const facts: (Fact | false)[] = [
    { name: t(texts.grade), value: listing.grade },
    { name: t(texts.warranty), value: t(texts.months, warrantyMonths) },
    batteryPercent !== null && {
      name: t(texts.battery),
      value: t(texts.percent, num(batteryPercent)),
    },
    memoryGb !== null && { name: t(texts.memory), value: `${num(memoryGb)} GB` },
    storageGb !== null && { name: t(texts.storage), value: `${num(storageGb)} GB` },
    osFamily !== null && { name: t(texts.os), value: osName(osFamily, t) },
    { name: t(texts.left), value: num(listing.alike) },
    { name: t(texts.seller), value: listing.seller.name ?? '' },
  ]
  return facts.filter((fact): fact is Fact => fact !== false)
}
