import { useState } from 'react'
import { call } from '../../../../web/kit/api-client.ts'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import {
  PersonField,
  UnitField,
  type ChosenPerson,
} from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { api } from '../../api.ts'
import { actTexts } from '../../texts/pages.ts'
import { ActDialog, useTargetName, type ActDialogProps } from './ActDialog.tsx'
import { useActDialog } from './use-act-dialog.ts'

export function HandOutDialog(props: ActDialogProps) {
  const t = useText()
  const nameOf = useTargetName()
  const { act, ...state } = useActDialog(props, actTexts.handedOutOf)
  const [to, setTo] = useState<'person' | 'unit'>('person')
  const [person, setPerson] = useState<ChosenPerson | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const chosen = to === 'person' ? person !== null : unitId !== null
  const taker =
    to === 'person' ? { holderId: person?.id ?? null, unitId: person?.unitId ?? null } : { unitId }
  const handOut = () => {
    setTried(true)
    if (!chosen) return
    void act((ids) =>
      call(api.handOut, {
        body: { items: ids.map((deviceId) => ({ deviceId, ...taker, ...(endsOn && { endsOn }) })) },
      }),
    )
  }
  return (
    <ActDialog
      {...state}
      title={t(actTexts.handOutTitle, nameOf(props.targets))}
      act={t(actTexts.handOut)}
      onAct={handOut}
      onClose={props.onClose}
    >
      <RadioField
        label={t(actTexts.to)}
        options={[
          { id: 'person', text: t(actTexts.toPerson) },
          { id: 'unit', text: t(actTexts.toUnit), note: t(actTexts.toUnitHint) },
        ]}
        value={to}
        onChange={setTo}
      />
      {to === 'person' ? (
        <PersonField
          label={t(actTexts.person)}
          hint={t(actTexts.personHint)}
          value={person}
          onChange={setPerson}
          wrong={tried && !chosen ? t(actTexts.personWrong) : null}
        />
      ) : (
        <UnitField
          label={t(actTexts.unit)}
          value={unitId}
          onChange={setUnitId}
          wrong={tried && !chosen ? t(actTexts.unitWrong) : null}
        />
      )}
      <DayField
        label={t(actTexts.endsOn)}
        hint={t(actTexts.endsOnHint)}
        optional
        value={endsOn}
        onChange={setEndsOn}
      />
    </ActDialog>
  )
}
