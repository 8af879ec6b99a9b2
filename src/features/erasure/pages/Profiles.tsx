// The profiles by which reports of other tools are read: named, changed, removed.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api } from '../api/profiles.ts'
import { rulesTexts as texts } from '../texts/rules.ts'
import { ProfileDialog } from './ProfileDialog.tsx'

export type ShownProfile = Output<typeof api.listReportProfiles>['items'][number]

export function Profiles() {
  const t = useText()
  const { may } = useSession()
  const { data, error } = useEndpoint(api.listReportProfiles, {})
  const [editing, setEditing] = useState<ShownProfile | 'new' | null>(null)
  const [removing, setRemoving] = useState<ShownProfile | null>(null)
  const mayChange = may('erasure.review')
  const rows = data?.items ?? []
  const add = mayChange && (
    <Button icon={Plus} onPress={() => setEditing('new')}>
      {t(texts.addProfile)}
    </Button>
  )
  return (
    <Section beside title={t(texts.reports)} lead={t(texts.reportsLead)}>
      <Refusal problem={error} />
      {data && rows.length === 0 && <EmptyState act={add}>{t(texts.reportsEmpty)}</EmptyState>}
      <ul className="profiles">
        {rows.map((row) => (
          <li key={row.id} className="mediumline">
            <div>
              <strong>{row.name}</strong>
              <p className="muted">
                {row.tool}, {row.format.toUpperCase()}. {t(texts.fields.serial)}:{' '}
                {row.fields.serial}. {t(texts.fields.result)}: {row.fields.result} ={' '}
                {row.success.join(', ')}
              </p>
            </div>
            {mayChange && (
              <div className="tools">
                <Button
                  small
                  onPress={() => setEditing(row)}
                  label={`${t(texts.changeProfile)}: ${row.name}`}
                >
                  {t(texts.changeProfile)}
                </Button>
                <Button
                  small
                  kind="quiet"
                  onPress={() => setRemoving(row)}
                  label={`${t(texts.removeProfile)}: ${row.name}`}
                >
                  {t(texts.removeProfile)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 0 && <div className="tools">{add}</div>}
      {editing && (
        <ProfileDialog
          profile={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && <RemoveDialog profile={removing} onClose={() => setRemoving(null)} />}
    </Section>
  )
}

function RemoveDialog(props: { readonly profile: ShownProfile; readonly onClose: () => void }) {
  const { profile, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.removeReportProfile)
  const remove = async () => {
    if (await act({ params: { profileId: profile.id } })) onClose()
  }
  return (
    <Dialog
      open
      alert
      title={t(texts.removeTitle, profile.name)}
      onClose={onClose}
      acts={
        <Button kind="primary" busy={busy} onPress={() => void remove()}>
          {t(texts.removeAct)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(texts.removeLead)}</p>
    </Dialog>
  )
}
