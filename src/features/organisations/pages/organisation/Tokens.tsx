import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { useText, type Translate } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../../web/kit/values.tsx'
import { api } from '../../api/organisation.ts'
import { isPermission } from '../../rules.ts'
import { refusals } from '../../texts.ts'
import { permissionTexts } from '../../texts/permissions.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { AddToken } from './AddToken.tsx'
import { ListHead } from './ListHead.tsx'

type Token = Output<typeof api.listTokens>['items'][number]
const hasExpired = ({ expiresAt }: Token) =>
  expiresAt !== null && expiresAt < new Date().toISOString()

export function Tokens() {
  const t = useText()
  const { data, error, isPending } = useEndpoint(api.listTokens, {})
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<Token | null>(null)
  const rows = data?.items ?? []
  const add = (
    <Button icon={Plus} onPress={() => setAdding(true)}>
      {t(texts.addToken)}
    </Button>
  )
  if (error) return <Refusal problem={error} />
  return (
    <>
      <ListHead act={rows.length > 0 && add}>
        {t(texts.tokensLead)} <a href="/api">{t(texts.readApi)}</a>
      </ListHead>
      <DataTable
        label={t(texts.tokens)}
        columns={columnsOf(t, setRevoking)}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name}
        waiting={isPending}
        empty={<EmptyState act={add}>{t(texts.tokensEmpty)}</EmptyState>}
      />
      {adding && <AddToken onClose={() => setAdding(false)} />}
      {revoking && <Revoke token={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

const columnsOf = (t: Translate, onRevoke: (token: Token) => void): readonly Column<Token>[] => [
  { id: 'name', text: t(texts.name), width: 180, cell: (row) => row.name },
  {
    id: 'scopes',
    text: t(texts.scopes),
    width: 200,
    grow: 2,
    phone: 'second',
    cell: ({ scopes }) => {
      const [first = '', ...more] = scopes.map((one) =>
        isPermission(one) ? t(permissionTexts[one]) : one,
      )
      return t(texts.scopesOf, first, more.length)
    },
  },
  {
    id: 'used',
    text: t(texts.used),
    width: 140,
    phone: 'third',
    cell: (row) => (row.usedAt ? <Instant at={row.usedAt} /> : t(texts.notUsed)),
  },
  {
    id: 'expires',
    text: t(texts.expires),
    width: 150,
    need: 3,
    cell: (row) => (row.expiresAt ? <Instant at={row.expiresAt} only="day" /> : t(texts.never)),
  },
  {
    id: 'act',
    text: t(texts.state),
    grow: 0,
    width: 110,
    phone: 'end',
    cell: (row) =>
      row.revokedAt ? (
        <span className="muted">{t(texts.revoked)}</span>
      ) : hasExpired(row) ? (
        <span className="muted">{t(texts.expired)}</span>
      ) : (
        <Button small label={t(texts.revokeWhat, row.name)} onPress={() => onRevoke(row)}>
          {t(texts.revoke)}
        </Button>
      ),
  },
]

function Revoke({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.revokeToken)
  const revoke = async () => {
    if (await act({ params: { tokenId: token.id } })) onClose()
  }
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={t(texts.revokeAsk, token.name)}
      acts={
        <Button kind="primary" busy={busy} onPress={() => void revoke()}>
          {t(texts.revoke)}
        </Button>
      }
    >
      <Refusal problem={problem} words={refusals} />
      <p>{t(texts.revokeLead)}</p>
    </Dialog>
  )
}
