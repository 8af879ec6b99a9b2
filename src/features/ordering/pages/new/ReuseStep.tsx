// Can it be reused? What is not reserved yet: the pool and what can be bought, beside each other.
import { useState } from 'react'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { hrefOf } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { Skeleton } from '../../../../web/kit/Skeleton.tsx'
import { Co2e } from '../../../../web/kit/values.tsx'
import { shopSearch } from '../../../resale/pages/search.ts'
import { useOfferChoices } from '../offer-choices.ts'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import type { Draft } from './draft.ts'
import { StepForm } from './StepForm.tsx'

export function ReuseStep({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const { list } = useFormat()
  const { said, set, options, rest, count } = draft
  const [tried, setTried] = useState(false)
  const offers = useOfferChoices(options?.offers ?? [])
  if (!options)
    return draft.error ? <Refusal problem={draft.error} /> : <Skeleton lines={4} height={36} />
  const left = Math.max(0, options.poolCount - said.device.length)
  const chosen =
    said.rest === 'new' ? said.service || 'new' : said.rest === 'shop' ? said.listing : said.rest
  const { offer } = draft
  const tooFew = said.rest === 'shop' && offer !== null && offer.count < rest
  const unchosen = !said.rest || (said.rest === 'shop' && !offer)
  const next = () => {
    setTried(true)
    if (rest === 0) draft.go('send', { rest: '', service: '', listing: '', reason: '', words: '' })
    else if (said.rest === 'wait' || (said.rest === 'shop' && offer && !tooFew)) draft.go('send')
    else if (said.rest === 'new') draft.go('new')
  }
  return (
    <StepForm onNext={next}>
      {rest === 0 ? (
        <p className="prose">
          {t(texts.allReserved, count)} {t(texts.nothingNew)}
        </p>
      ) : (
        <>
          <Beside draft={draft} />
          {options.stockUnsaid.length > 0 && options.partnerStock.length > 0 && (
            <Notice>
              {t(texts.stockUnsaid, list(options.stockUnsaid.map((id) => t(texts.unsaid[id]))))}
            </Notice>
          )}
          <RadioField
            label={t(texts.restOf, rest)}
            options={[
              { id: 'wait', text: t(texts.wait), note: t(texts.waitNote, left) },
              ...offers,
              ...options.services.map(({ id, name, monthOre, meets }) => ({
                id,
                text: t(texts.newAs, name),
                ...(monthOre === null
                  ? { note: t(texts.noPrice) }
                  : !meets && { note: t(texts.meetsNot) }),
              })),
              ...(options.services.length === 0 ? [{ id: 'new', text: t(texts.newPlain) }] : []),
            ]}
            value={chosen || null}
            onChange={(id) => set(wayOf(id, options))}
            wrong={
              tooFew ? t(texts.tooFew, offer.count) : tried && unchosen ? t(texts.chooseWay) : null
            }
          />
        </>
      )}
    </StepForm>
  )
}

/** What is chosen to be bought reused or new takes the place of what was chosen before. */
function wayOf(id: string, options: NonNullable<Draft['options']>): Partial<Draft['said']> {
  const reused = { service: '', reason: '' as const, words: '' }
  if (id === 'wait') return { rest: 'wait', listing: '', ...reused }
  if (options.offers.some(({ listingId }) => listingId === id))
    return { rest: 'shop', listing: id, ...reused }
  return { rest: 'new', listing: '', service: id === 'new' ? '' : id }
}

/** The shop, narrowed to what was asked: there it is chosen and reserved. */
const shopHref = ({ kind, memory, storage, os, grade }: Draft['said']) =>
  hrefOf('/shop', shopSearch, {
    ...{ kind, memory, storage, os },
    grade: grade === 'A' || grade === 'B' || grade === 'C' ? grade : '',
  })

/**
 * Reused first: what each way costs a month, and what it has the world make. Roles are said, since a
 * row that a phone lays out anew is no row to a screen reader otherwise.
 */
function Beside({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const { num, span, money } = useFormat()
  const { may } = useSession()
  const { services, partnerStock } = draft.options!
  return (
    <table role="table" className="ordtable">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t(texts.way)}
          </th>
          <th role="columnheader" scope="col" className="num">
            {t(texts.month)}
          </th>
          <th role="columnheader" scope="col" className="num">
            {t(texts.making)}, <Co2e />
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        <tr role="row" className="first">
          <th role="rowheader" scope="row">
            {t(texts.reused)}
          </th>
          <td role="cell" className="num">
            {t(texts.none)}
          </td>
          <td role="cell" className="num">
            {t(texts.noneMade)}
          </td>
        </tr>
        {partnerStock.map((one) => {
          const grades =
            one.bestGrade === one.poorestGrade
              ? one.bestGrade
              : `${one.bestGrade}–${one.poorestGrade}`
          const name = t(texts.ofPartner, one.seller.name ?? '')
          return (
            <tr key={one.seller.id} role="row" className="first">
              <th role="rowheader" scope="row">
                {may('resale.see') ? (
                  <Link href={shopHref(draft.said)}>{name}</Link>
                ) : (
                  <b>{name}</b>
                )}
                <span className="note"> {t(texts.partnerHas, one.count, grades)}</span>
              </th>
              <td role="cell" className="num">
                {t(texts.fromPrice, money({ amountOre: one.fromMonthOre, currency: 'SEK' }))}
              </td>
              <td role="cell" className="num">
                {t(texts.noneMade)}
              </td>
            </tr>
          )
        })}
        {services.map((one) => (
          <tr key={one.id} role="row">
            <th role="rowheader" scope="row">
              {t(texts.newAs, one.name)}
              <span className="note"> {t(texts.months, one.termMonths)}</span>
            </th>
            <td role="cell" className="num">
              {one.monthOre === null
                ? t(texts.noPrice)
                : money({ amountOre: one.monthOre, currency: 'SEK' })}
            </td>
            <td role="cell" className="num">
              {one.newCo2eKg > 0
                ? t(texts.kg, num(one.newCo2eKg), span(one.newCo2eLowKg, one.newCo2eHighKg))
                : t(texts.unknownKg)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
