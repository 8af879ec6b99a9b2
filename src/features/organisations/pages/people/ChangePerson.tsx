// When somebody begins and leaves, where they belong and what they work as.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { refusals } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { UnitField } from '../fields/OrganisationFields.tsx'

type Person = Output<typeof api.listPeople>['items'][number]

export function ChangePerson(props: { readonly person: Person; readonly onClose: () => void }) {
  const t = useText()
  const { person, onClose } = props
  const { act, busy, problem } = useAct(api.changePerson)
  const [unitId, setUnitId] = useState(person.unitId)
  const [profile, setProfile] = useState(person.profile ?? '')
  const [startsOn, setStartsOn] = useState(person.startsOn)
  const [leavesOn, setLeavesOn] = useState(person.leavesOn)
  const leavesFirst = startsOn !== null && leavesOn !== null && leavesOn < startsOn
  const submit = async () => {
    if (leavesFirst) return
    const body = { unitId, startsOn, leavesOn, profile: profile.trim() || null }
    if (await act({ params: { personId: person.id }, body })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.changeWho, person.name)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <UnitField label={t(texts.belongsTo)} optional value={unitId} onChange={setUnitId} />
      <TextField
        label={t(texts.profile)}
        hint={t(texts.profileHint)}
        optional
        maxLength={100}
        value={profile}
        onChange={setProfile}
      />
      <DayField label={t(texts.starts)} optional value={startsOn} onChange={setStartsOn} />
      <DayField
        label={t(texts.leaves)}
        optional
        value={leavesOn}
        onChange={setLeavesOn}
        wrong={leavesFirst ? t(texts.leavesFirst) : null}
      />
    </FormDialog>
  )
}
