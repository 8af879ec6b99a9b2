import { useState } from 'react'
import { call } from '../../../../web/kit/api-client.ts'
import { useText } from '../../../../web/kit/language.tsx'
import { PlaceField } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { api } from '../../api.ts'
import { actTexts } from '../../texts/pages.ts'
import { ActDialog, useTargetName, type ActDialogProps } from './ActDialog.tsx'
import { useActDialog } from './use-act-dialog.ts'

export function MoveDialog(props: ActDialogProps) {
  const t = useText()
  const nameOf = useTargetName()
  const { act, ...state } = useActDialog(props, actTexts.movedOf)
  const [placeId, setPlaceId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const move = () => {
    setTried(true)
    if (!placeId) return
    void act((ids) => call(api.moveDevices, { body: { placeId, deviceIds: [...ids] } }))
  }
  return (
    <ActDialog
      {...state}
      title={t(actTexts.moveTitle, nameOf(props.targets))}
      act={t(actTexts.move)}
      onAct={move}
      onClose={props.onClose}
    >
      <PlaceField
        label={t(actTexts.place)}
        hint={t(actTexts.placeHint)}
        value={placeId}
        onChange={setPlaceId}
        wrong={tried && !placeId ? t(actTexts.placeWrong) : null}
      />
    </ActDialog>
  )
}
