// What stands at the right of a desk: who is meant when a number fits several, and the list.
import { Trash2 } from 'lucide-react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import {
  DiscrepancyList,
  type DiscrepancyItem,
} from '../../../../web/kit/station/DiscrepancyList.tsx'
import { statusTexts } from '../../../devices/texts.ts'
import { deskTexts as texts } from '../../texts/stations.ts'
import { factsOf, nameOf, type Listed } from './use-desk.ts'

export function Candidates(props: {
  readonly devices: readonly Listed[]
  readonly onChoose: (device: Listed) => void
}) {
  const t = useText()
  if (props.devices.length === 0) return null
  return (
    <section className="station-part">
      <h2>{t(texts.whichOne)}</h2>
      <DiscrepancyList
        items={props.devices.map((device) => ({
          id: device.id,
          code: device.assetTag ?? nameOf(device),
          what: t(statusTexts[device.status]),
          detail: factsOf(device),
          act: (
            <Button
              onPress={() => props.onChoose(device)}
              label={`${t(texts.choose)}: ${factsOf(device)}`}
            >
              {t(texts.choose)}
            </Button>
          ),
        }))}
      />
    </section>
  )
}

export function DeskList(props: { readonly items: readonly DiscrepancyItem[] }) {
  const t = useText()
  if (props.items.length === 0) return null
  return (
    <section className="station-part">
      <h2>{t(texts.list)}</h2>
      <DiscrepancyList items={props.items} />
    </section>
  )
}

export function RemoveButton(props: { readonly name: string; readonly onPress: () => void }) {
  const t = useText()
  return (
    <Button icon={Trash2} label={t(texts.removeWhat, props.name)} onPress={props.onPress}>
      {t(texts.remove)}
    </Button>
  )
}
