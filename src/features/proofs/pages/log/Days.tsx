import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { Facts } from '../../../../web/kit/Facts.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText, type Translate } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { Day, Instant } from '../../../../web/kit/values.tsx'
import { logApi } from '../../api/log.ts'
import { logTexts as texts } from '../../texts/log-pages.ts'
import { refusals } from '../../texts/refusals.ts'
import type { Log } from './log.ts'

type Head = Log['days'][number]

export function Days({ log }: { readonly log: Log }) {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const [setting, setSetting] = useState(false)
  const columns: readonly Column<Head>[] = [
    { id: 'day', text: t(texts.day), width: 130, grow: 0, cell: (row) => <Day day={row.day} /> },
    { id: 'size', text: t(texts.entries), width: 100, phone: 'end', cell: (row) => num(row.size) },
    {
      id: 'mailed',
      text: t(texts.mailed),
      width: 240,
      grow: 2,
      phone: 'second',
      cell: (row) => (row.mailedAt ? <Instant at={row.mailedAt} /> : whyNot(t, row.unsent)),
    },
  ]
  return (
    <Section
      title={t(texts.days)}
      lead={t(texts.daysLead)}
      acts={
        may('organisation.manage') && (
          <Button onPress={() => setSetting(true)}>{t(texts.setRegistrar)}</Button>
        )
      }
    >
      <Facts
        facts={[{ name: t(texts.registrar), value: log.registrarEmail ?? t(texts.noRegistrar) }]}
      />
      {!log.canMail && <p className="muted">{t(texts.noServer)}</p>}
      <DataTable
        label={t(texts.days)}
        columns={columns}
        rows={log.days}
        idOf={(row) => row.day}
        nameOf={(row) => row.day}
        empty={<EmptyState>{t(texts.noDays)}</EmptyState>}
      />
      {setting && <Registrar email={log.registrarEmail ?? ''} onClose={() => setSetting(false)} />}
    </Section>
  )
}

function whyNot(t: Translate, unsent: string | null): string {
  const known = texts.unsent
  return unsent !== null && unsent in known
    ? t(known[unsent as keyof typeof known])
    : t(texts.notMailed)
}

function Registrar(props: { readonly email: string; readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(logApi.setRegistrar)
  const [email, setEmail] = useState(props.email)
  const submit = async () => {
    if (await act({ body: { email: email.trim() || null } })) props.onClose()
  }
  return (
    <FormDialog
      title={t(texts.setRegistrar)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <TextField
        label={t(texts.email)}
        hint={t(texts.registrarHint)}
        value={email}
        onChange={setEmail}
        maxLength={254}
        autoFocus
      />
    </FormDialog>
  )
}
