import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { RadioField } from '../../../web/kit/field/CheckField.tsx'
import { ComboField } from '../../../web/kit/field/SelectField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../devices/api.ts'
import { mediaApi } from '../api/media.ts'
import { resultsApi } from '../api/results.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import type { ShownResult } from './ResultPage.tsx'
import { deviceName } from './result-words.ts'

/** Says which inventoried drive a log is of; somebody else then reviews. */
export function MatchDialog(props: { readonly result: ShownResult; readonly onClose: () => void }) {
  const { result, onClose } = props
  const { suggestion } = result
  const t = useText()
  const { act, busy, problem } = useAct(resultsApi.matchResult)
  const [deviceId, setDeviceId] = useState<string | null>(suggestion?.deviceId ?? null)
  const [mediumId, setMediumId] = useState<string | null>(suggestion?.mediumId ?? null)
  const [q, search] = useState('')
  const found = useEndpoint(
    devices.listDevices,
    { query: { q, limit: 20 } },
    { enabled: q.length > 1 },
  )
  const media = useEndpoint(
    mediaApi.getMedia,
    { params: { deviceId: deviceId ?? '' } },
    { enabled: deviceId !== null, keep: false },
  )
  const match = async () => {
    if (!mediumId) return
    if (await act({ params: { resultId: result.id }, body: { mediumId } })) onClose()
  }
  const choices = media.data?.items ?? []
  return (
    <Dialog
      open
      wide
      keep
      title={t(resultTexts.matchTitle, result.serial ?? t(texts.noSerial))}
      onClose={onClose}
      acts={
        <Button
          kind="primary"
          busy={busy}
          cannot={mediumId ? null : t(resultTexts.chooseMedium)}
          onPress={() => void match()}
        >
          {t(resultTexts.match)}
        </Button>
      }
    >
      <div className="dialogform">
        <p className="muted">{t(resultTexts.matchLead)}</p>
        <Refusal problem={problem} />
        <ComboField
          label={t(resultTexts.matchDevice)}
          hint={t(resultTexts.matchDeviceHint)}
          options={(found.data?.items ?? []).map((device) => ({
            id: device.id,
            text: deviceName(device),
            note: `${device.maker} ${device.model}`,
          }))}
          value={deviceId}
          onSearch={search}
          onChange={(id) => {
            setDeviceId(id)
            setMediumId(null)
          }}
        />
        {deviceId && media.data && choices.length === 0 && <p>{t(resultTexts.noMedia)}</p>}
        {choices.length > 0 && (
          <RadioField
            label={t(resultTexts.matchMedium)}
            options={choices.map((medium) => ({
              id: medium.id,
              text: medium.serial,
              note: [
                medium.id === suggestion?.mediumId ? t(resultTexts.suggested) : null,
                medium.model,
                t(mediaTexts.mediumStates[medium.state]),
              ]
                .filter(Boolean)
                .join('. '),
            }))}
            value={mediumId}
            onChange={setMediumId}
          />
        )}
      </div>
    </Dialog>
  )
}
