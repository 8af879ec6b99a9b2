// A new package, or the kind and seal of one that is there.
import { useId, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import { packageKinds, type PackageKind } from '../../rules/states.ts'
import { packageKindTexts } from '../../texts.ts'
import { oneTexts } from '../../texts/pages.ts'
import { stationTexts as texts } from '../../texts/stations.ts'
import type { Package } from './Packages.tsx'

export function PackageDialog(props: {
  readonly collectionId: string
  readonly present?: Package | undefined
  readonly onClose: () => void
  readonly onDone?: (made: Package) => void
}) {
  const t = useText()
  const id = useId()
  const { collectionId, present, onClose, onDone } = props
  const add = useAct(api.addPackage)
  const change = useAct(api.changePackage)
  const [kind, setKind] = useState<PackageKind>(present?.kind ?? 'box')
  const [seal, setSeal] = useState(present?.seal ?? '')
  const save = async () => {
    const body = { kind, seal: seal.trim() || null }
    const done = present
      ? await change.act({ params: { collectionId, packageId: present.id }, body })
      : await add.act({ params: { collectionId }, body })
    if (!done) return
    onDone?.(done)
    onClose()
  }
  const title = present
    ? t(
        oneTexts.changePackage,
        t(oneTexts.packageName, t(packageKindTexts[present.kind]), present.number),
      )
    : t(texts.newPackageTitle)
  return (
    <Dialog
      open
      keep
      title={title}
      onClose={onClose}
      acts={
        <Button kind="primary" type="submit" form={id} busy={add.busy || change.busy}>
          {t(present ? texts.savePackage : texts.addPackage)}
        </Button>
      }
    >
      <Refusal problem={add.problem ?? change.problem} />
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <RadioField
          label={t(texts.packageKind)}
          options={packageKinds.map((one) => ({ id: one, text: t(packageKindTexts[one]) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={t(texts.sealField)}
          hint={t(texts.sealHint)}
          optional
          serial
          autoFocus
          maxLength={100}
          value={seal}
          onChange={setSeal}
        />
      </form>
    </Dialog>
  )
}
