import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { TextAreaField, TextField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { resultsApi } from '../api/results.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import type { ShownResult } from './ResultPage.tsx'
import { reasonText } from './result-words.ts'

const SHORTEST = 10

type Verdict = 'approve' | 'reject' | 'escalate'

/** A second person approves or rejects, and writes why: the words stand on the certificate. */
export function ReviewDialog(props: {
  readonly result: ShownResult
  readonly onClose: () => void
}) {
  const { result, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(resultsApi.reviewResult)
  const [reason, setReason] = useState('')
  const [zone, setZone] = useState('')
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const asksZone = result.reasons.some(({ code }) => code === 'CLOCK_ZONE_UNKNOWN')
  const short = reason.trim().length < SHORTEST ? t(resultTexts.reasonShort) : null
  const decide = async (said: Verdict) => {
    setVerdict(said)
    const answer = await act({
      params: { resultId: result.id },
      body: {
        verdict: said,
        reason: reason.trim(),
        ...(zone.trim() && { stationTimeZone: zone.trim() }),
      },
    })
    if (answer) onClose()
  }
  return (
    <Dialog
      open
      wide
      keep
      title={t(resultTexts.reviewTitle, result.serial ?? t(texts.noSerial))}
      onClose={onClose}
      acts={
        <>
          <Button
            kind="primary"
            busy={busy && verdict === 'approve'}
            cannot={short}
            onPress={() => void decide('approve')}
          >
            {t(resultTexts.approve)}
          </Button>
          {!short && (
            <Button busy={busy && verdict === 'reject'} onPress={() => void decide('reject')}>
              {t(resultTexts.reject)}
            </Button>
          )}
          {!short && !result.escalatedAt && (
            <Button
              kind="quiet"
              busy={busy && verdict === 'escalate'}
              onPress={() => void decide('escalate')}
            >
              {t(resultTexts.escalate)}
            </Button>
          )}
        </>
      }
    >
      <div className="dialogform">
        <Refusal problem={problem} />
        {result.drawn && <p>{t(resultTexts.drawnLead)}</p>}
        <ul className="reasonlist">
          {result.reasons.map((one) => (
            <li key={one.code} style={{ gridTemplateColumns: 'minmax(0, 66ch)' }}>
              {reasonText(one, t)}
            </li>
          ))}
        </ul>
        <TextAreaField
          label={t(resultTexts.reason)}
          hint={t(resultTexts.reviewLead)}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
        {asksZone && <TextField label={t(texts.zone)} value={zone} onChange={setZone} />}
      </div>
    </Dialog>
  )
}
