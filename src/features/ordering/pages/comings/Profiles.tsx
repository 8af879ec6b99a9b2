// What people of each profile need: the kinds, and how much memory the computer has at least.
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
import { api } from '../api.ts'
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
            cell: (row) => list(row.lines.map((line) => wordsOf(line, t(kindTexts[line.kind])))),
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

const wordsOf = ({ leastMemoryGb }: Profile['lines'][number], kind: string): string =>
  leastMemoryGb ? `${kind} ${leastMemoryGb} GB` : kind

const plain = {
  ...{ leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null },
}

function EditProfile(props: { readonly profile: Profile | null; readonly onClose: () => void }) {
  const t = useText()
  const { profile: before, onClose } = props
  const { act, busy, problem } = useAct(api.saveNeedProfile)
  const [name, setName] = useState(before?.name ?? '')
  const [kinds, setKinds] = useState<readonly DeviceKind[]>(
    before?.lines.map(({ kind }) => kind) ?? ['laptop'],
  )
  const [memory, setMemory] = useState(
    before?.lines.find(({ leastMemoryGb }) => leastMemoryGb)?.leastMemoryGb ?? null,
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
        leastMemoryGb: hasSpecifications(kind) && kind !== 'smartphone' ? memory : null,
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
      <NumberField
        label={t(texts.memory)}
        unit="GB"
        optional
        min={1}
        max={65_536}
        value={memory}
        onChange={setMemory}
      />
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
