import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { Day } from '../../../../web/kit/values.tsx'
import { api } from '../../api/organisation.ts'
import { partnershipKinds } from '../../rules.ts'
import { refusals } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { ListHead } from './ListHead.tsx'
import { organisationNumberOf, shownNumber } from './number.ts'

type Partnership = Output<typeof api.listPartnerships>['items'][number]
const waitsForUs = ({ state, incoming }: Partnership) => state === 'proposed' && incoming

export function Partners() {
  const t = useText()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(api.listPartnerships, {})
  const [proposing, setProposing] = useState(false)
  const rows = data?.items ?? []
  const manages = may('organisation.manage')
  const add = manages && (
    <Button icon={Plus} onPress={() => setProposing(true)}>
      {t(texts.propose)}
    </Button>
  )
  const columns: readonly Column<Partnership>[] = [
    { id: 'name', text: t(texts.name), width: 200, cell: (row) => row.partner.name },
    { id: 'about', text: t(texts.about), phone: 'second', cell: (row) => t(texts[row.kind]) },
    {
      id: 'state',
      text: t(texts.state),
      width: 160,
      phone: 'end',
      cell: (row) => (waitsForUs(row) ? t(texts.waitsForYou) : t(texts[row.state])),
    },
    {
      id: 'number',
      text: t(texts.organisationNumber),
      phone: 'third',
      width: 160,
      cell: (row) => shownNumber(row.partner.organisationNumber),
    },
    {
      id: 'since',
      text: t(texts.since),
      grow: 0,
      cell: (row) => <Day day={row.sinceOn} />,
    },
  ]
  if (error) return <Refusal problem={error} />
  return (
    <>
      <ListHead act={rows.length > 0 && add}>{t(texts.partnersLead)}</ListHead>
      {rows.filter(waitsForUs).map((row) => (
        <Proposal key={`${row.partner.id} ${row.kind}`} row={row} manages={manages} />
      ))}
      <DataTable
        label={t(texts.partners)}
        columns={columns}
        rows={rows}
        idOf={(row) => `${row.partner.id} ${row.kind} ${row.incoming}`}
        nameOf={(row) => row.partner.name}
        waiting={isPending}
        empty={<EmptyState act={add}>{t(texts.partnersEmpty)}</EmptyState>}
      />
      {proposing && <Propose onClose={() => setProposing(false)} />}
    </>
  )
}

function Proposal({ row, manages }: { readonly row: Partnership; readonly manages: boolean }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.acceptPartnership)
  const accept = () => act({ params: { partnerId: row.partner.id } })
  return (
    <>
      <Refusal problem={problem} words={refusals} />
      <Notice
        tone="warn"
        title={t(texts.wantsToWork, row.partner.name, t(texts[row.kind]).toLowerCase())}
        act={
          manages && (
            <Button small busy={busy} onPress={() => void accept()}>
              {t(texts.accept)}
            </Button>
          )
        }
      >
        {t(texts.wantsToWorkLead)}
      </Notice>
    </>
  )
}

const notes = { reuse: texts.reuseNote, finance: texts.financeNote, supply: texts.supplyNote }

function Propose({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.proposePartnership)
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<(typeof partnershipKinds)[number]>('reuse')
  const [tried, setTried] = useState(false)
  const organisationNumber = organisationNumberOf(number)
  const submit = async () => {
    setTried(true)
    if (!organisationNumber) return
    if (await act({ body: { organisationNumber, kind } })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.propose)}
      act={t(texts.propose)}
      busy={busy}
      problem={problem}
      words={{ ...refusals, 'partner-not-found': texts.numberNotFound }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t(texts.organisationNumber)}
        hint={t(texts.organisationNumberHint)}
        value={number}
        onChange={setNumber}
        maxLength={20}
        serial
        autoFocus
        wrong={tried && !organisationNumber ? t(texts.writeNumber) : null}
      />
      <RadioField
        label={t(texts.partnershipKind)}
        options={partnershipKinds.map((id) => ({ id, text: t(texts[id]), note: t(notes[id]) }))}
        value={kind}
        onChange={setKind}
      />
    </FormDialog>
  )
}
