// One need in full, and another device for it out of the pool.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { orderTexts as texts } from '../../texts/pages.ts'
import { needStateTexts } from '../../texts/words.ts'
import { api } from '../api.ts'
import { nameOf } from '../device-name.ts'
import { howOf, whatOf, whoOf, type ShownNeed } from './need-words.ts'

export function NeedDialog(props: {
  readonly need: ShownNeed
  readonly reserves: boolean
  readonly onClose: () => void
}) {
  const { need, reserves, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.reserveForNeed)
  const [deviceId, choose] = useState<string | null>(null)
  const { data, error } = useEndpoint(
    api.orderOptions,
    {
      query: {
        kind: need.kind,
        ...(need.leastMemoryGb && { leastMemoryGb: need.leastMemoryGb }),
        ...(need.leastStorageGb && { leastStorageGb: need.leastStorageGb }),
        ...(need.leastScreenInches && { leastScreenInches: need.leastScreenInches }),
        ...(need.osFamily && { osFamily: need.osFamily }),
        ...(need.leastGrade && { leastGrade: need.leastGrade }),
        ...(need.place && { placeId: need.place.id }),
      },
    },
    { enabled: reserves },
  )
  const give = async (given: string | null) => {
    if (await act({ params: { needId: need.id }, body: { deviceId: given } })) onClose()
  }
  const facts = [
    { name: t(texts.what), value: whatOf(need, t) },
    { name: t(texts.how), value: [howOf(need, t), need.newWords].filter(Boolean).join('. ') },
    { name: t(texts.from), value: [need.neededFromOn, need.untilOn].filter(Boolean).join('–') },
    ...(need.specialNeed ? [{ name: t(texts.words), value: need.specialNeed }] : []),
    { name: t(texts.state), value: t(needStateTexts[need.state]) },
    ...(need.device ? [{ name: t(texts.device), value: nameOf(need.device) }] : []),
  ]
  return (
    <Dialog
      open
      wide
      title={t(texts.needOf, whoOf(need))}
      onClose={onClose}
      acts={
        reserves && (
          <>
            {need.device && (
              <Button busy={busy} onPress={() => void give(null)}>
                {t(texts.letGo)}
              </Button>
            )}
            <Button
              kind="primary"
              busy={busy}
              cannot={deviceId ? null : t(texts.chooseOne)}
              onPress={() => void give(deviceId)}
            >
              {t(texts.reserve)}
            </Button>
          </>
        )
      }
    >
      <Refusal problem={problem ?? error} />
      <DefinitionList facts={facts} />
      {reserves && data && data.pool.length === 0 && <p>{t(texts.noneFits)}</p>}
      {reserves && data && data.pool.length > 0 && (
        <RadioField
          label={t(texts.chooseDevice)}
          optional
          options={data.pool.map((one) => ({
            id: one.device.id,
            text: nameOf(one.device),
            note: [one.device.grade && t(texts.grade, one.device.grade), one.place?.name]
              .filter(Boolean)
              .join(', '),
          }))}
          value={deviceId}
          onChange={choose}
        />
      )}
    </Dialog>
  )
}
