// What the pages of the shop show alike: the picture, the price, the specifications, the climate.
import './shop.css'
import type { Static } from 'typebox'
import { useFormat, useLanguage, useText, type Translate } from '../../../web/kit/language.tsx'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Co2e } from '../../../web/kit/values.tsx'
import { osTexts } from '../../catalogue/texts/words.ts'
import { isOsFamily } from '../../ordering/rules/needs.ts'
import { displayClaim, roundedClaim } from '../../climate/rules/display.ts'
import { factors202611 } from '../../climate/rules/factors/2026-11.ts'
import type { AgainstNew, Picture } from '../api/shapes.ts'
import type { VatScheme } from '../rules/listing.ts'
import { shopTexts as texts } from '../texts/shop.ts'
import { vatTexts } from '../texts/words.ts'
import { api } from './api.ts'

type Shown = Static<typeof Picture>
export type Against = Static<typeof AgainstNew>

/** Whole, never cut, on the ground that things stand on. */
export function Photo(props: {
  readonly photo: Shown | null
  readonly large?: boolean
  /** Where it is fetched: employees see what is up for them, customers the shop. */
  readonly from?: typeof api.getPhoto | typeof api.getEmployeePhoto
}) {
  const t = useText()
  const { photo, large, from = api.getPhoto } = props
  if (!photo)
    return (
      <span className={large ? 'shopphoto large none' : 'shopphoto none'}>{t(texts.noPhoto)}</span>
    )
  return (
    <span className={large ? 'shopphoto large' : 'shopphoto'}>
      <img
        src={addressOf(from, { params: { photoId: photo.photoId } })}
        alt={photo.alt}
        width={photo.width}
        height={photo.height}
        loading={large ? 'eager' : 'lazy'}
        decoding="async"
      />
    </span>
  )
}

export function Price(props: { readonly priceOre: number; readonly vat: VatScheme }) {
  const t = useText()
  const { money } = useFormat()
  return (
    <>
      <b className="nw">{money({ amountOre: props.priceOre, currency: 'SEK' })}</b>{' '}
      <span className="faint nw">{t(vatTexts[props.vat])}</span>
    </>
  )
}

export const osName = (family: string | null, t: Translate): string =>
  isOsFamily(family) ? t(osTexts[family]) : ''

interface Specified {
  readonly memoryGb: number | null
  readonly storageGb: number | null
  readonly osFamily: string | null
}
/** `16 GB minne, 256 GB lagring, Windows`; empty when nothing is known. */
export function useSpecs(): (one: Specified) => string {
  const t = useText()
  const { num } = useFormat()
  return ({ memoryGb, storageGb, osFamily }) =>
    [
      memoryGb === null ? '' : t(texts.memoryOf, num(memoryGb)),
      storageGb === null ? '' : t(texts.storageOf, num(storageGb)),
      osName(osFamily, t),
    ]
      .filter(Boolean)
      .join(', ')
}

/** Two digits and never without its interval. */
export function AgainstNewLine(props: { readonly figure: Against; readonly several?: boolean }) {
  const { t, language } = useLanguage()
  const { kg, lowKg, highKg } = props.figure
  const { figure, interval, unit } = displayClaim(roundedClaim(kg, lowKg, highKg), language)
  const said = t(props.several ? texts.avoidsAll : texts.avoids, figure, `${unit}\u0000`, interval)
  const [before, after] = said.split('\u0000')
  return (
    <span>
      {before} <Co2e />
      {after}
    </span>
  )
}

/** By what it was reckoned, and the notice that its factors ask for. */
export function MethodNote({ figure }: { readonly figure: Against }) {
  const t = useText()
  return (
    <p className="note shopmethod">
      {t(texts.method, figure.method, figure.factorVersion)} {factors202611.notices.join('. ')}.
    </p>
  )
}
