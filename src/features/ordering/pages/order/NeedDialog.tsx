// One need in full, and another device for it: out of the pool, or what a partner has reused.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { orderTexts as texts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import { nameOf } from '../device-name.ts'
import { useOfferChoices } from '../offer-choices.ts'
import { howOf, stateOf, whatOf, whoOf, type ShownNeed } from './need-words.ts'

interface Choice {
  readonly from: 'pool' | 'shop'
  readonly id: string
}

export function NeedDialog(props: {
  readonly need: ShownNeed
  readonly reserves: boolean
  readonly chooses: boolean
  readonly onClose: () => void
}) {
  const { need, reserves, chooses, onClose } = props
  const t = useText()
  const reserve = useAct(api.reserveForNeed)
  const buy = useAct(api.chooseListing)
  const [choice, choose] = useState<Choice | null>(null)
  const { data, error } = useOptions(need, reserves || chooses)
  const offers = useOfferChoices(chooses && data ? data.offers : [])
  const params = { needId: need.id }
  const busy = reserve.busy || buy.busy
  const give = async (deviceId: string | null) => {
    if (await reserve.act({ params, body: { deviceId } })) onClose()
  }
  const take = async (listingId: string | null) => {
    if (await buy.act({ params, body: { listingId } })) onClose()
  }
  const pool = reserves && data ? data.pool : []
  return (
    <Dialog
      open
      wide
      title={t(texts.needOf, whoOf(need))}
      onClose={onClose}
      acts={
        (reserves || chooses) && (
          <>
            {reserves && need.device && (
              <Button busy={busy} onPress={() => void give(null)}>
                {t(texts.letGo)}
              </Button>
            )}
            {chooses && need.way === 'shop' && (
              <Button busy={busy} onPress={() => void take(null)}>
                {t(texts.waitForPool)}
              </Button>
            )}
            <Button
              kind="primary"
              busy={busy}
              cannot={choice ? null : t(texts.chooseOne)}
              onPress={() =>
                void (choice?.from === 'shop' ? take(choice.id) : give(choice?.id ?? null))
              }
            >
              {t(choice?.from === 'shop' || !reserves ? texts.chooseThis : texts.reserve)}
            </Button>
          </>
        )
      }
    >
      <Refusal problem={reserve.problem ?? buy.problem ?? error} />
      <NeedFacts need={need} />
      {reserves && data && pool.length === 0 && <p>{t(texts.noneFits)}</p>}
      {pool.length > 0 && (
        <RadioField
          label={t(texts.chooseDevice)}
          optional
          options={pool.map((one) => ({
            id: one.device.id,
            text: nameOf(one.device),
            note: [one.device.grade && t(texts.grade, one.device.grade), one.place?.name]
              .filter(Boolean)
              .join(', '),
          }))}
          value={choice?.from === 'pool' ? choice.id : null}
          onChange={(id) => choose({ from: 'pool', id })}
        />
      )}
      {offers.length > 0 && (
        <RadioField
          label={t(texts.chooseStock)}
          optional
          options={offers}
          value={choice?.from === 'shop' ? choice.id : null}
          onChange={(id) => choose({ from: 'shop', id })}
        />
      )}
    </Dialog>
  )
}

const useOptions = (need: ShownNeed, enabled: boolean) =>
  useEndpoint(
    api.orderOptions,
    {
      query: {
        kind: need.kind,
        ...(need.leastMemoryGb && { leastMemoryGb: need.leastMemoryGb }),
        ...(need.leastStorageGb && { leastStorageGb: need.leastStorageGb }),
        ...(need.leastScreenInches && { leastScreenInches: need.leastScreenInches }),
        ...(need.leastCores && { leastCores: need.leastCores }),
        ...(need.leastProcessorYear && { leastProcessorYear: need.leastProcessorYear }),
        ...(need.osFamily && { osFamily: need.osFamily }),
        ...(need.leastGrade && { leastGrade: need.leastGrade }),
        ...(need.place && { placeId: need.place.id }),
      },
    },
    { enabled },
  )

function NeedFacts({ need }: { readonly need: ShownNeed }) {
  const t = useText()
  return (
    <DefinitionList
      facts={[
        { name: t(texts.what), value: whatOf(need, t) },
        { name: t(texts.how), value: [howOf(need, t), need.newWords].filter(Boolean).join('. ') },
        {
          name: t(texts.from),
          value: [need.neededFromOn, need.untilOn].filter(Boolean).join('–'),
        },
        ...(need.specialNeed ? [{ name: t(texts.words), value: need.specialNeed }] : []),
        { name: t(texts.state), value: stateOf(need, t) },
        ...(need.purchase
          ? [{ name: t(texts.purchase), value: <Bought purchase={need.purchase} /> }]
          : []),
        ...(need.device ? [{ name: t(texts.device), value: nameOf(need.device) }] : []),
      ]}
    />
  )
}

function Bought({ purchase }: { readonly purchase: NonNullable<ShownNeed['purchase']> }) {
  const t = useText()
  const { money, instant } = useFormat()
  const { may } = useSession()
  const { number, priceOre, warrantyMonths, reservedUntil, seller } = purchase
  const price = money({ amountOre: priceOre, currency: 'SEK' })
  return (
    <>
      {may('resale.see') ? <Link href={`/purchases/${purchase.id}`}>{number}</Link> : number}
      {[
        '',
        seller.name,
        t(texts.priced, price, warrantyMonths),
        purchase.state === 'reserved' && reservedUntil
          ? t(texts.heldUntil, instant(reservedUntil))
          : null,
      ]
        .filter((word) => word !== null)
        .join(', ')}
    </>
  )
}
