// Is it needed? Who needs what and when, beside what is there already.
import { useMemo, useState } from 'react'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { deviceKinds } from '../../../devices/rules/kinds.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { PersonField, UnitField } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { MOST_REPLACED, rowsOf } from '../../rules/replacing.ts'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import { nameOf, tagOf } from '../device-name.ts'
import type { Draft } from './draft.ts'
import { StepForm } from './StepForm.tsx'

/** Codes that are named where something is wrong with them. */
const SHOWN = 20

export function NeedStep({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const { said, set } = draft
  const [tried, setTried] = useState(false)
  const endsFirst = said.until !== '' && said.until < draft.from
  const countWrong = said.whose === 'unit' && (said.count < 1 || said.count > 1000)
  const whose = (
    [
      'me',
      ...(draft.seesPeople ? ['person'] : []),
      ...(draft.seesUnits ? ['unit'] : []),
      ...(draft.seesDevices ? ['replace'] : []),
    ] as const
  ).map((id) => id as Draft['said']['whose'])
  return (
    <StepForm
      onNext={() => {
        setTried(true)
        if (draft.known && !endsFirst && !countWrong) draft.go('have')
      }}
    >
      {whose.length > 1 && (
        <RadioField
          label={t(texts.whose)}
          options={whose.map((id) => ({
            id,
            text: t(texts.whoseOptions[id]),
            ...(id === 'unit' && { note: t(texts.unitNote) }),
            ...(id === 'replace' && { note: t(texts.replaceNote) }),
          }))}
          value={said.whose}
          onChange={(id) => set({ whose: id, device: [], replaces: '' })}
        />
      )}
      {said.whose === 'person' && (
        <PersonField
          label={t(texts.person)}
          value={said.holder ? { id: said.holder, unitId: null } : null}
          onChange={({ id }) => set({ holder: id, replaces: '' })}
          wrong={tried && !said.holder ? t(texts.choosePerson) : null}
        />
      )}
      {said.whose === 'unit' && (
        <UnitField
          label={t(texts.unit)}
          value={said.unit || null}
          onChange={(unit) => set({ unit, replaces: '' })}
          wrong={tried && !said.unit ? t(texts.chooseUnit) : null}
        />
      )}
      {said.whose === 'replace' && <RoundField draft={draft} tried={tried} />}
      <SelectField
        label={t(texts.kind)}
        options={deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) }))}
        value={said.kind}
        onChange={(kind) => set({ kind, device: [], replaces: '', os: '', rest: '', service: '' })}
      />
      {said.whose === 'unit' && (
        <NumberField
          label={t(texts.count)}
          value={said.count}
          onChange={(count) => set({ count: count ?? 1 })}
          min={1}
          max={1000}
        />
      )}
      <DayField
        label={t(texts.from)}
        value={draft.from}
        onChange={(from) => set({ from: from ?? '' })}
      />
      <DayField
        label={t(texts.until)}
        optional
        value={said.until || null}
        onChange={(until) => set({ until: until ?? '' })}
        wrong={endsFirst ? t(texts.endsFirst) : null}
      />
      <TextAreaField
        label={t(texts.special)}
        hint={t(texts.specialHint)}
        optional
        maxLength={500}
        value={said.special}
        onChange={(special) => set({ special })}
      />
      {draft.known && said.whose !== 'replace' && draft.options && <Held draft={draft} />}
    </StepForm>
  )
}

/** Asset tags or serial numbers of those that are replaced, as many as a spreadsheet has. */
function RoundField({ draft, tried }: { readonly draft: Draft; readonly tried: boolean }) {
  const t = useText()
  const { said, set, codes, round } = draft
  const rows = useMemo(() => rowsOf(said.codes), [said.codes])
  const repeated = codes.filter((code) => rows.get(code)!.length > 1)
  return (
    <>
      <TextAreaField
        label={t(texts.codes)}
        hint={t(texts.codesHint)}
        value={said.codes}
        onChange={(pasted) => set({ codes: pasted, device: [] })}
        wrong={wrongOf(draft, rows, tried, t)}
      />
      {codes.length > 0 && codes.length <= MOST_REPLACED && (
        <p role="status" className="muted">
          {round ? t(texts.codesFound, round.replaced.length, codes.length) : t(texts.codesLookUp)}
          {repeated.length > 0 && ` ${t(texts.codesRepeated, few(repeated, rows, t))}`}
        </p>
      )}
    </>
  )
}

type Rows = ReturnType<typeof rowsOf>
type Say = ReturnType<typeof useText>

/** Codes with the rows where they stand, so that they are found again among hundreds. */
const few = (codes: readonly string[], rows: Rows, t: Say) =>
  codes
    .slice(0, SHOWN)
    .map((code) => t(texts.codeInRows, code, rows.get(code)?.join(', ') ?? ''))
    .join(', ') + (codes.length > SHOWN ? ' …' : '')

function wrongOf({ codes, round }: Draft, rows: Rows, tried: boolean, t: Say) {
  if (codes.length === 0) return tried ? t(texts.writeCodes) : null
  if (codes.length > MOST_REPLACED) return t(texts.codesTooMany)
  if (!round) return null
  const named = (list: readonly string[]) => few(list, rows, t)
  const said = [
    round.unknown.length > 0 && t(texts.codesUnknown, named(round.unknown), round.unknown.length),
    round.several.length > 0 && t(texts.codesSeveral, named(round.several)),
    round.unheld.length > 0 && t(texts.codesUnheld, named(round.unheld)),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' ') : null
}

/** The first question is whether what is there already will do. */
function Held({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const { may } = useSession()
  const { held, heldCount } = draft.options!
  return (
    <div className="ordheld" role="group" aria-label={t(texts.held)}>
      <h3>{t(texts.held)}</h3>
      {heldCount === 0 ? (
        <p className="muted">{t(texts.noneHeld)}</p>
      ) : (
        <>
          <p className="muted">{t(texts.heldCount, heldCount, held.length)}</p>
          <ul className="ordlist">
            {held.map((device) => (
              <li key={device.id}>
                {may('devices.see') ? (
                  <Link href={`/devices/${device.id}`}>{tagOf(device)}</Link>
                ) : (
                  tagOf(device)
                )}
                <span className="muted">{`${device.maker} ${device.model}`}</span>
              </li>
            ))}
          </ul>
          <SelectField
            label={t(texts.replaces)}
            hint={t(texts.replacesHint)}
            optional
            options={[
              { id: 'none', text: t(texts.replacesNone) },
              ...held.map((device) => ({ id: device.id, text: nameOf(device) })),
            ]}
            value={draft.said.replaces || 'none'}
            onChange={(id) => draft.set({ replaces: id === 'none' ? '' : id })}
          />
        </>
      )}
    </div>
  )
}
