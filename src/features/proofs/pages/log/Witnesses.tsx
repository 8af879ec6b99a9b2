import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../../web/kit/values.tsx'
import { logApi } from '../../api/log.ts'
import { logTexts as texts } from '../../texts/log-pages.ts'
import { refusals } from '../../texts/refusals.ts'
import type { Log } from './log.ts'

type Witness = Log['witnesses'][number]

export function Witnesses({ log }: { readonly log: Log }) {
  const t = useText()
  const { may } = useSession()
  const { act, busy, problem } = useAct(logApi.endWitness)
  const [adding, setAdding] = useState(false)
  const manages = may('organisation.manage')
  const add = manages && (
    <Button icon={Plus} onPress={() => setAdding(true)}>
      {t(texts.addWitness)}
    </Button>
  )
  const columns: readonly Column<Witness>[] = [
    { id: 'name', text: t(texts.witness), width: 240, grow: 2, cell: (row) => row.name },
    {
      id: 'signed',
      text: t(texts.lastSigned),
      width: 180,
      phone: 'second',
      cell: (row) => (row.lastSignedAt ? <Instant at={row.lastSignedAt} /> : t(texts.never)),
    },
    {
      id: 'end',
      text: t(texts.end),
      width: 110,
      grow: 0,
      phone: 'end',
      cell: (row) =>
        manages && (
          <Button
            small
            busy={busy}
            label={t(texts.endWhat, row.name)}
            onPress={() => void act({ params: { keyId: row.keyId } })}
          >
            {t(texts.end)}
          </Button>
        ),
    },
  ]
  const some = log.witnesses.length > 0
  return (
    <Section title={t(texts.witnesses)} lead={t(texts.witnessesLead)} acts={some && add}>
      <Refusal problem={problem} words={refusals} />
      <DataTable
        label={t(texts.witnesses)}
        columns={columns}
        rows={log.witnesses}
        idOf={(row) => `${row.name} ${row.keyId}`}
        nameOf={(row) => row.name}
        empty={<EmptyState act={add}>{t(texts.noWitnesses)}</EmptyState>}
      />
      {adding && <Add onClose={() => setAdding(false)} />}
    </Section>
  )
}

function Add({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(logApi.registerWitness)
  const [vkey, setVkey] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (vkey.trim() && (await act({ body: { vkey: vkey.trim() } }))) onClose()
  }
  return (
    <FormDialog
      title={t(texts.addWitness)}
      act={t(texts.addWitness)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t(texts.vkey)}
        hint={t(texts.vkeyHint)}
        value={vkey}
        onChange={setVkey}
        maxLength={400}
        serial
        autoFocus
        wrong={tried && !vkey.trim() ? t(texts.writeKey) : null}
      />
    </FormDialog>
  )
}
