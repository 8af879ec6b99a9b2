// A device that nobody can find, and one that came to light again.
import { useState } from 'react'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { PlaceField } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { api } from '../../api.ts'
import { actTexts } from '../../texts/pages.ts'
import { ActDialog } from './ActDialog.tsx'

interface LossDialogProps {
  readonly deviceId: string
  readonly name: string
  readonly onClose: () => void
}

export function LostDialog({ deviceId, name, onClose }: LossDialogProps) {
  const t = useText()
  const { act, busy, problem } = useAct(api.reportLost)
  const [as, setAs] = useState<'missing' | 'stolen'>('missing')
  return (
    <ActDialog
      title={t(actTexts.lostTitle, name)}
      act={t(actTexts.report)}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onAct={() =>
        void act({ params: { deviceId }, body: { as } }).then((answer) => answer && onClose())
      }
    >
      <RadioField
        label={t(actTexts.as)}
        options={[
          { id: 'missing', text: t(actTexts.asMissing), note: t(actTexts.asMissingHint) },
          { id: 'stolen', text: t(actTexts.asStolen), note: t(actTexts.asStolenHint) },
        ]}
        value={as}
        onChange={setAs}
      />
      <p className="muted">{t(actTexts.lostLead)}</p>
    </ActDialog>
  )
}

export function FoundDialog({ deviceId, name, onClose }: LossDialogProps) {
  const t = useText()
  const { act, busy, problem } = useAct(api.reportFound)
  const [placeId, setPlaceId] = useState<string | null>(null)
  return (
    <ActDialog
      title={t(actTexts.foundTitle, name)}
      act={t(actTexts.takeBack)}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onAct={() =>
        void act({ params: { deviceId }, body: { placeId } }).then((answer) => answer && onClose())
      }
    >
      <PlaceField
        label={t(actTexts.place)}
        hint={t(actTexts.placeHint)}
        optional
        value={placeId}
        onChange={setPlaceId}
      />
    </ActDialog>
  )
}
