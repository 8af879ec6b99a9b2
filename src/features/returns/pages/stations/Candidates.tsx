import { Button } from '../../../../web/kit/Button.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { DiscrepancyList } from '../../../../web/kit/station/DiscrepancyList.tsx'
import { statusTexts } from '../../../devices/texts.ts'
import { stationTexts as texts } from '../../texts/stations.ts'
import type { Scanned } from './work.ts'

export type Candidate = Scanned['candidates'][number]

/** `Lenovo ThinkPad L13 G2, EX-104 126` */
export const factsOf = (device: Pick<Candidate, 'maker' | 'model' | 'assetTag'>): string =>
  [`${device.maker} ${device.model}`, device.assetTag].filter(Boolean).join(', ')

/** One number, several devices: the person with the device in hand knows which. */
export function Candidates(props: {
  readonly scanned: Scanned | null
  readonly onChoose: (code: string, deviceId: string) => void
}) {
  const t = useText()
  const { scanned } = props
  if (!scanned) return null
  return (
    <section className="station-part">
      <h2>{t(texts.whichOne)}</h2>
      <DiscrepancyList
        items={scanned.candidates.map((device) => ({
          id: device.deviceId,
          code: device.assetTag ?? device.serialNumber ?? device.model,
          what: device.status ? t(statusTexts[device.status]) : '',
          detail: factsOf(device),
          act: (
            <Button
              label={`${t(texts.choose)}: ${factsOf(device)}`}
              onPress={() => props.onChoose(scanned.code, device.deviceId)}
            >
              {t(texts.choose)}
            </Button>
          ),
        }))}
      />
    </section>
  )
}
