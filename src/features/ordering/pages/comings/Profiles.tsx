// What people of each profile need: the kinds, and what the computer has at least.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { hrefOf, useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { deviceKinds, type DeviceKind } from '../../../devices/rules/kinds.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { hasSpecifications } from '../../rules/needs.ts'
import { comingsTexts as texts } from '../../texts/comings.ts'
import { wizardTexts } from '../../texts/wizard.ts'
import { api } from '../api.ts'
import { whatOf } from '../order/need-words.ts'
import { comingsSearch } from '../search.ts'

type Profile = Output<typeof api.listNeedProfiles>['items'][number]

export function Profiles() {
  const t = useText()
  const { list } = useFormat()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(api.listNeedProfiles, {})
  const [{ profile }, setSearch] = useSearch(comingsSearch)
  const [adding, add] = useState(false)
  const decides = may('ordering.approve')
  const rows = data?.items ?? []
  const opened = rows.find(({ name }) => name === profile)
  const close = () => {
    add(false)
    setSearch({ profile: '' })
  }
  const act = decides && (
    <Button icon={Plus} onPress={() => add(true)}>
      {t(texts.addProfile)}
    </Button>
  )
  return (
    <Section title={t(texts.profiles)} lead={t(texts.profilesLead)} acts={rows.length > 0 && act}>
      <DataTable
        label={t(texts.profiles)}
        columns={[
          { id: 'name', text: t(texts.profile), width: 180, cell: (row) => row.name },
          {
            id: 'needs',
            text: t(texts.needs),
            width: 320,
            grow: 3,
            phone: 'second',
            cell: (row) => list(row.lines.map((line) => whatOf(line, t))),
          },
        ]}
        rows={rows}
        idOf={({ name }) => name}
        nameOf={({ name }) => name}
        {...(decides && {
          hrefOf: ({ name }: Profile) =>
            hrefOf('/joiners-and-leavers', comingsSearch, { profile: name }),
        })}
        waiting={isPending && !error}
        empty={<EmptyState act={act}>{t(texts.profilesEmpty)}</EmptyState>}
      />
      {decides && (adding || opened) && (
        <EditProfile key={opened?.name ?? ''} profile={opened ?? null} onClose={close} />
      )}
    </Section>
  )
}

type Line = Profile['lines'][number]
/** What a profile asks of its computers, all of them alike. */
type Computer = Pick<Line, 'leastMemoryGb' | 'leastStorageGb' | 'leastCores' | 'leastProcessorYear'>

const nothing: Computer = {
  ...{ leastMemoryGb: null, leastStorageGb: null, leastCores: null, leastProcessorYear: null },
}
const plain = { ...nothing, leastScreenInches: null, osFamily: null, leastGrade: null }

const isComputer = (kind: DeviceKind) => hasSpecifications(kind) && kind !== 'smartphone'

function EditProfile(props: { readonly profile: Profile | null; readonly onClose: () => void }) {
  const t = useText()
  const { profile: before, onClose } = props
  const { act, busy, problem } = useAct(api.saveNeedProfile)
  const [name, setName] = useState(before?.name ?? '')
  const [kinds, setKinds] = useState<readonly DeviceKind[]>(
    before?.lines.map(({ kind }) => kind) ?? ['laptop'],
  )
  const [computer, setComputer] = useState<Computer>(
    before?.lines.find(({ kind }) => isComputer(kind)) ?? nothing,
  )
  const [tried, setTried] = useState(false)
  const wrong = {
    name: name.trim() ? null : t(texts.writeName),
    kinds: kinds.length > 0 ? null : t(texts.chooseKind),
  }
  const save = async (lines: Profile['lines']) => {
    if (await act({ body: { name: name.trim(), lines } })) onClose()
  }
  const submit = () => {
    setTried(true)
    if (wrong.name || wrong.kinds) return
    void save(
      kinds.map((kind) => ({
        ...(before?.lines.find((line) => line.kind === kind) ?? { kind, ...plain }),
        ...(isComputer(kind) && asked(computer)),
      })),
    )
  }
  return (
    <FormDialog
      wide
      title={before ? t(texts.changeProfile, before.name) : t(texts.addProfile)}
      act={t(before ? texts.save : texts.addProfile)}
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {!before && (
        <TextField
          label={t(texts.name)}
          autoFocus
          maxLength={100}
          value={name}
          onChange={setName}
          wrong={tried ? wrong.name : null}
        />
      )}
      <ChecksField
        label={t(texts.kinds)}
        options={deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) }))}
        value={kinds}
        onChange={setKinds}
        wrong={tried ? wrong.kinds : null}
      />
      {kinds.some(isComputer) && <ComputerFields value={computer} onChange={setComputer} />}
      {before && (
        <div className="tools">
          <Button busy={busy} onPress={() => void save([])}>
            {t(texts.remove)}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}

const asked = (from: Computer): Computer => ({
  ...{ leastMemoryGb: from.leastMemoryGb, leastStorageGb: from.leastStorageGb },
  ...{ leastCores: from.leastCores ?? null, leastProcessorYear: from.leastProcessorYear ?? null },
})

function ComputerFields(props: {
  readonly value: Computer
  readonly onChange: (value: Computer) => void
}) {
  const t = useText()
  const { value, onChange } = props
  const field = (name: keyof Computer) => ({
    optional: true,
    value: value[name] ?? null,
    onChange: (next: number | null) => onChange({ ...value, [name]: next }),
  })
  return (
    <div className="ordheld" role="group" aria-label={t(texts.computer)}>
      <h3>{t(texts.computer)}</h3>
      <div className="ordasked">
        <NumberField
          {...field('leastMemoryGb')}
          label={t(wizardTexts.memory)}
          unit="GB"
          min={1}
          max={65_536}
        />
        <NumberField
          {...field('leastStorageGb')}
          label={t(wizardTexts.storage)}
          unit="GB"
          min={1}
          max={1_000_000}
        />
        <NumberField {...field('leastCores')} label={t(wizardTexts.cores)} min={1} max={1024} />
        <NumberField
          {...field('leastProcessorYear')}
          label={t(wizardTexts.processor)}
          hint={t(wizardTexts.processorHint)}
          min={2001}
          max={2100}
          plain
          year
        />
      </div>
    </div>
  )
}
