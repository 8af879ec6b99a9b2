import { useState } from 'react'
import { ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { roles, type Role } from '../../rules.ts'
import { refusals, roleTexts } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'

/** Roles of a reuse partner's and a financier's own houses; the others belong to a user organisation. */
const partnerRoles: readonly Role[] = [
  'receiving',
  'erasing',
  'grading',
  'repair',
  'sales',
  'partnerManager',
]
function rolesFor(kind: string | undefined): readonly Role[] {
  if (kind === 'reusePartner')
    return roles.filter((role) => partnerRoles.includes(role) || role === 'administrator')
  if (kind === 'financier') return ['financeManager', 'auditor', 'administrator']
  return roles.filter((role) => !partnerRoles.includes(role) && role !== 'financeManager')
}

export function AddPerson(props: {
  readonly onAdded: (name: string) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const { organisation } = useSession()
  const units = useEndpoint(api.listUnits, {}).data?.items ?? []
  const { act, busy, problem } = useAct(api.createPerson)
  const offered = rolesFor(organisation?.kind)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [username, setUsername] = useState('')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [held, setHeld] = useState<readonly Role[]>(offered.includes('holder') ? ['holder'] : [])
  const [profile, setProfile] = useState('')
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const [leavesOn, setLeavesOn] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = {
    name: name.trim() ? null : t(texts.writeName),
    email:
      email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim())
        ? t(texts.writeEmail)
        : password && !email.trim()
          ? t(texts.passwordNeedsEmail)
          : null,
    leaves: startsOn && leavesOn && leavesOn < startsOn ? t(texts.leavesFirst) : null,
    roles: held.length > 0 ? null : t(texts.chooseRole),
    password: password && password.length < 12 ? t(texts.passwordShort) : null,
  }
  const submit = async () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    const made = await act({
      body: {
        name: name.trim(),
        email: email.trim() || null,
        username: username.trim() || null,
        unitId,
        roles: [...held],
        startsOn,
        leavesOn,
        profile: profile.trim() || null,
        ...(password && { password }),
      },
    })
    if (!made) return
    props.onAdded(name.trim())
    props.onClose()
  }
  return (
    <FormDialog
      wide
      title={t(texts.addPerson)}
      act={t(texts.addPerson)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <TextField
        label={t(texts.name)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried ? wrong.name : null}
      />
      <TextField
        label={t(texts.email)}
        type="email"
        optional
        value={email}
        onChange={setEmail}
        maxLength={320}
        wrong={tried ? wrong.email : null}
      />
      <TextField
        label={t(texts.username)}
        hint={t(texts.usernameHint)}
        optional
        value={username}
        onChange={setUsername}
        maxLength={200}
      />
      <ComboField
        label={t(texts.belongsTo)}
        optional
        options={units.map((unit) => ({ id: unit.id, text: unit.name, note: t(texts[unit.kind]) }))}
        value={unitId}
        onChange={setUnitId}
      />
      <ChecksField
        label={t(texts.roles)}
        hint={t(texts.rolesHint)}
        options={offered.map((id) => ({ id, text: t(roleTexts[id]) }))}
        value={held}
        onChange={setHeld}
        wrong={tried ? wrong.roles : null}
      />
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
        wrong={tried ? wrong.leaves : null}
      />
      <TextField
        label={t(texts.password)}
        hint={t(texts.passwordHint)}
        type="password"
        autoComplete="new-password"
        optional
        value={password}
        onChange={setPassword}
        maxLength={1000}
        wrong={tried ? wrong.password : null}
      />
    </FormDialog>
  )
}
