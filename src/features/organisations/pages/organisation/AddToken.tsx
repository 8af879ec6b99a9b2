// A token is made, and its secret shown once.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Copy } from '../../../../web/kit/Copy.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { permissions, type Permission } from '../../rules.ts'
import { refusals } from '../../texts.ts'
import { permissionTexts } from '../../texts/permissions.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'

export function AddToken({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { may } = useSession()
  const { act, busy, problem, answer } = useAct(api.createToken)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Permission[]>([])
  const [lastDay, setLastDay] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (!name.trim() || scopes.length === 0) return
    const expiresAt = lastDay && new Date(`${lastDay}T23:59:59.999`).toISOString()
    void act({ body: { name: name.trim(), scopes: [...scopes], expiresAt } })
  }
  if (answer) return <Secret secret={answer.secret} onClose={onClose} />
  return (
    <FormDialog
      wide
      title={t(texts.addToken)}
      act={t(texts.addToken)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(texts.tokenName)}
        hint={t(texts.tokenNameHint)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried && !name.trim() ? t(texts.writeName) : null}
      />
      <ChecksField
        label={t(texts.scopes)}
        hint={t(texts.scopesHint)}
        options={permissions
          .filter(may)
          .map((id) => ({ id, text: t(permissionTexts[id]), note: id }))}
        value={scopes}
        onChange={setScopes}
        wrong={tried && scopes.length === 0 ? t(texts.chooseScope) : null}
      />
      <DayField label={t(texts.expires)} optional value={lastDay} onChange={setLastDay} />
    </FormDialog>
  )
}

function Secret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Dialog open keep onClose={onClose} title={t(texts.secret)}>
      <p>{t(texts.secretLead)}</p>
      <p className="secret">
        <code>{secret}</code>
        <Copy text={secret} />
      </p>
      <div className="tools">
        <Button kind="primary" onPress={onClose}>
          {t(texts.secretKept)}
        </Button>
      </div>
    </Dialog>
  )
}
