// A report described once: an example file shows its columns, and how the profile reads it.
import { useEffect, useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { call } from '../../../web/kit/api-client.ts'
import { RadioField } from '../../../web/kit/field/CheckField.tsx'
import { FileField } from '../../../web/kit/field/FileField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../web/kit/FormDialog.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { Serial } from '../../../web/kit/values.tsx'
import { api } from '../api/profiles.ts'
import { profileFault, profileFields } from '../rules/evidence/profile.ts'
import { rulesTexts as texts } from '../texts/rules.ts'
import type { ShownProfile } from './Profiles.tsx'
import { bodyOf, draftOf, noPlace, type Draft } from './profile-draft.ts'

type Trial = Output<typeof api.tryReportProfile>

/** Waits until nobody has typed for so long. */
const restMs = 300

export function ProfileDialog(props: {
  readonly profile: ShownProfile | null
  readonly onClose: () => void
}) {
  const { profile, onClose } = props
  const t = useText()
  const added = useAct(api.addReportProfile)
  const changed = useAct(api.changeReportProfile)
  const [draft, setDraft] = useState(() => draftOf(profile))
  const [files, setFiles] = useState<readonly File[]>([])
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const set = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const body = bodyOf(draft)
  const { trial, problem } = useTrial(text, draft)
  const choose = async (chosen: readonly File[]) => {
    setFiles(chosen)
    const [file] = chosen
    setText(file ? await file.text() : '')
    if (file) set({ format: /\.xml$/i.test(file.name) ? 'xml' : 'csv' })
  }
  const submit = async () => {
    setTried(true)
    if (profileFault(body)) return
    const answer = profile
      ? await changed.act({ params: { profileId: profile.id }, body })
      : await added.act({ body })
    if (answer) onClose()
  }
  const wrong = (empty: boolean) => (tried && empty ? t(texts.missing) : null)
  return (
    <FormDialog
      wide
      title={t(profile ? texts.changeProfile : texts.addProfile)}
      act={t(texts.saveProfile)}
      busy={added.busy || changed.busy}
      problem={added.problem ?? changed.problem ?? problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="profilefields">
        <TextField
          label={t(texts.profileName)}
          hint={t(texts.profileNameHint)}
          maxLength={200}
          value={draft.name}
          wrong={wrong(!draft.name.trim())}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={t(texts.tool)}
          hint={t(texts.toolHint)}
          maxLength={200}
          value={draft.tool}
          wrong={wrong(!draft.tool.trim())}
          onChange={(tool) => set({ tool })}
        />
      </div>
      <FileField
        label={t(texts.example)}
        hint={t(texts.exampleHint)}
        optional
        accept={['.csv', '.txt', '.xml']}
        files={files}
        onChange={(chosen) => void choose(chosen)}
      />
      <RadioField
        label={t(texts.format)}
        options={(['csv', 'xml'] as const).map((id) => ({ id, text: t(texts.formats[id]) }))}
        value={draft.format}
        onChange={(format) => set({ format })}
      />
      {draft.format === 'xml' && (
        <Place
          label={t(texts.row)}
          names={trial?.rows.map((name) => ({ name, example: '' })) ?? []}
          value={draft.row}
          wrong={wrong(!draft.row)}
          onChange={(row) => set({ row })}
        />
      )}
      <div className="profilefields">
        {profileFields.map((field) => {
          const needed = field === 'serial' || field === 'result'
          return (
            <Place
              key={field}
              label={t(texts.fields[field])}
              optional={!needed}
              names={trial?.places ?? []}
              value={draft.fields[field] ?? ''}
              wrong={needed ? wrong(!draft.fields[field]) : null}
              onChange={(place) => set({ fields: { ...draft.fields, [field]: place } })}
            />
          )
        })}
      </div>
      <TextField
        label={t(texts.success)}
        hint={t(texts.successHint)}
        value={draft.success}
        wrong={wrong(body.success.length === 0)}
        onChange={(success) => set({ success })}
      />
      {text && trial && <TrialResult drives={trial.drives} />}
    </FormDialog>
  )
}

/** What the server makes of the example: its columns, and its drives once the profile is whole. */
function useTrial(text: string, draft: Draft) {
  const [answer, setAnswer] = useState<{ trial: Trial | null; problem: Error | null }>({
    trial: null,
    problem: null,
  })
  useEffect(() => {
    if (!text) return setAnswer({ trial: null, problem: null })
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const body = bodyOf(draft)
      const asked = {
        text,
        format: draft.format,
        ...(draft.row && { row: draft.row }),
        // The names do not change how it is read.
        ...(!profileFault({ ...body, name: '–', tool: '–' }) && {
          profile: { ...body, name: '–', tool: '–' },
        }),
      }
      call(api.tryReportProfile, { body: asked }, { signal: stop.signal }).then(
        (trial) => setAnswer({ trial, problem: null }),
        (problem: Error) => !stop.signal.aborted && setAnswer({ trial: null, problem }),
      )
    }, restMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, draft])
  return answer
}

/** Chosen among what the example holds, or typed where there is no example. */
function Place(props: {
  readonly label: string
  readonly optional?: boolean
  readonly names: Trial['places']
  readonly value: string
  readonly wrong: string | null
  readonly onChange: (place: string) => void
}) {
  const { names, value, onChange, ...field } = props
  const t = useText()
  if (names.length === 0)
    return <TextField {...field} maxLength={200} value={value} onChange={onChange} />
  const known = names.some(({ name }) => name === value) || value === ''
  const options = [
    ...(props.optional ? [{ id: noPlace, text: t(texts.notInReport) }] : []),
    ...(known ? [] : [{ id: value, text: value }]),
    ...names.map(({ name, example }) => ({ id: name, text: name, note: example || undefined })),
  ]
  return (
    <SelectField
      {...field}
      options={options}
      value={value || (props.optional ? noPlace : null)}
      onChange={(id) => onChange(id === noPlace ? '' : id)}
    />
  )
}

function TrialResult({ drives }: { readonly drives: Trial['drives'] }) {
  const t = useText()
  const erased = drives.filter(({ result }) => result === 'erased').length
  return (
    <section className="trial" aria-label={t(texts.trial)}>
      <h3>{t(texts.trial)}</h3>
      <p role="status" className="muted">
        {drives.length === 0 ? t(texts.trialNone) : t(texts.trialOf, drives.length, erased)}
      </p>
      <ul>
        {drives.map(({ serial, said, result }, n) => (
          <li key={`${n} ${serial}`}>
            <Serial>{serial ?? '–'}</Serial>
            <span>
              {said ?? '–'}, {t(texts.trialResults[result])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
