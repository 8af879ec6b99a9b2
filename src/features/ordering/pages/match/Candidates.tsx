// Every device that would do for the need: any of them is pinned, and what was ruled out is let in.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { matchTexts as texts, orderTexts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import { nameOf, tagOf } from '../device-name.ts'

type Wish = (deviceId: string, wish: 'pinned' | 'forbidden' | null) => void

export function Candidates(props: {
  readonly matchId: string
  readonly needId: string
  readonly proposedId: string | null
  readonly busy: boolean
  readonly onWish: Wish
}) {
  const { matchId, needId, proposedId, busy, onWish } = props
  const t = useText()
  const { money } = useFormat()
  const params = { matchId, needId }
  const { data, error } = useEndpoint(api.matchCandidates, { params }, { keep: false })
  const [chosen, choose] = useState<string | null>(null)
  if (!data) return error ? <Refusal problem={error} /> : <Skeleton lines={3} />
  const open = data.items.filter(({ wish }) => wish !== 'forbidden')
  const out = data.items.filter(({ wish }) => wish === 'forbidden')
  return (
    <>
      {open.length > 1 && (
        <>
          <RadioField
            label={t(texts.others)}
            {...(data.total > data.items.length && {
              hint: t(texts.cheapest, open.length, data.total),
            })}
            optional
            options={open.map(({ device, place, costOre, wish, proposedToOther }) => ({
              id: device.id,
              text: nameOf(device),
              note: [
                money({ amountOre: costOre, currency: 'SEK' }),
                device.grade && t(orderTexts.grade, device.grade),
                place?.name,
                wish === 'pinned'
                  ? t(texts.pinned).toLowerCase()
                  : device.id === proposedId
                    ? t(texts.proposed)
                    : proposedToOther && t(texts.toOther),
              ]
                .filter(Boolean)
                .join(', '),
            }))}
            value={chosen}
            onChange={choose}
          />
          <div className="tools">
            <Button
              busy={busy}
              cannot={chosen ? null : t(orderTexts.chooseOne)}
              onPress={() => chosen && onWish(chosen, 'pinned')}
            >
              {t(texts.pinChosen)}
            </Button>
          </div>
        </>
      )}
      {out.length > 0 && (
        <div className="ordheld" role="group" aria-label={t(texts.ruledOut)}>
          <h3>{t(texts.ruledOut)}</h3>
          <ul className="ordlist">
            {out.map(({ device }) => (
              <li key={device.id}>
                <span className="grow">{nameOf(device)}</span>
                <Button
                  small
                  busy={busy}
                  label={t(texts.letInOf, tagOf(device))}
                  onPress={() => onWish(device.id, null)}
                >
                  {t(texts.letIn)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
