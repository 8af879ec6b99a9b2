import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { refusals } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { ListHead } from './ListHead.tsx'

type Place = Output<typeof api.listPlaces>['items'][number]
const kinds = ['depot', 'site'] as const

export function Places() {
  const t = useText()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(api.listPlaces, {})
  const [adding, setAdding] = useState(false)
  const rows = data?.items ?? []
  const add = may('organisation.manage') && (
    <Button icon={Plus} onPress={() => setAdding(true)}>
      {t(texts.addPlace)}
    </Button>
  )
  const columns: readonly Column<Place>[] = [
    { id: 'name', text: t(texts.name), width: 200, cell: (row) => row.name },
    {
      id: 'kind',
      text: t(texts.kind),
      phone: 'end',
      cell: (row) => <span className="muted">{t(texts[row.kind])}</span>,
    },
    { id: 'address', text: t(texts.address), phone: 'second', cell: (row) => row.address },
  ]
  if (error) return <Refusal problem={error} />
  return (
    <>
      <ListHead act={rows.length > 0 && add}>{t(texts.placesLead)}</ListHead>
      <DataTable
        label={t(texts.places)}
        columns={columns}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name}
        hrefOf={(row) => `/devices?placeId=${row.id}`}
        waiting={isPending}
        empty={<EmptyState act={add}>{t(texts.placesEmpty)}</EmptyState>}
      />
      {adding && <AddPlace onClose={() => setAdding(false)} />}
    </>
  )
}

function AddPlace({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.createPlace)
  const [kind, setKind] = useState<(typeof kinds)[number]>('depot')
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!name.trim()) return
    const body = { kind, name: name.trim(), address: address.trim() || null }
    if (await act({ body })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.addPlace)}
      act={t(texts.addPlace)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <RadioField
        label={t(texts.placeKind)}
        options={kinds.map((id) => ({
          id,
          text: t(texts[id]),
          note: t(id === 'depot' ? texts.depotNote : texts.siteNote),
        }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={t(texts.name)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried && !name.trim() ? t(texts.writeName) : null}
      />
      <TextField
        label={t(texts.address)}
        hint={t(texts.addressHint)}
        optional
        value={address}
        onChange={setAddress}
        maxLength={500}
      />
    </FormDialog>
  )
}
