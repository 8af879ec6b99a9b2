import { useState } from 'react'
import { call } from '../../../../web/kit/api-client.ts'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { PlaceField } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { api } from '../../api.ts'
import { conditions, type Condition } from '../../rules.ts'
import { conditionTexts } from '../../texts.ts'
import { actTexts } from '../../texts/pages.ts'
import { ActDialog, useTargetName, type ActDialogProps } from './ActDialog.tsx'
import { useActDialog } from './use-act-dialog.ts'

const locks = { removed: true, kept: false, unknown: null } as const

export function HandInDialog(props: ActDialogProps) {
  const t = useText()
  const nameOf = useTargetName()
  const { act, ...state } = useActDialog(props, actTexts.handedInOf)
  const [condition, setCondition] = useState<Condition | null>(null)
  const [lock, setLock] = useState<keyof typeof locks>('unknown')
  const [placeId, setPlaceId] = useState<string | null>(null)
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState(false)
  const handIn = () => {
    setTried(true)
    if (!condition) return
    const said = { condition, lockRemoved: locks[lock], remark: remark.trim() || null }
    void act((ids) =>
      call(api.handIn, {
        body: { placeId, items: ids.map((deviceId) => ({ deviceId, ...said })) },
      }),
    )
  }
  return (
    <ActDialog
      {...state}
      title={t(actTexts.handInTitle, nameOf(props.targets))}
      act={t(actTexts.handIn)}
      onAct={handIn}
      onClose={props.onClose}
    >
      <RadioField
        label={t(actTexts.condition)}
        options={conditions.map((id) => ({ id, text: t(conditionTexts[id]) }))}
        value={condition}
        onChange={setCondition}
        wrong={tried && !condition ? t(actTexts.conditionWrong) : null}
      />
      <RadioField
        label={t(actTexts.lock)}
        options={[
          { id: 'removed', text: t(actTexts.lockRemoved) },
          { id: 'kept', text: t(actTexts.lockKept) },
          { id: 'unknown', text: t(actTexts.lockUnknown) },
        ]}
        value={lock}
        onChange={setLock}
      />
      <PlaceField
        label={t(actTexts.place)}
        hint={t(actTexts.placeHint)}
        optional
        value={placeId}
        onChange={setPlaceId}
      />
      <TextAreaField
        label={t(actTexts.remark)}
        hint={t(actTexts.remarkHint)}
        optional
        maxLength={1000}
        value={remark}
        onChange={setRemark}
      />
    </ActDialog>
  )
}
