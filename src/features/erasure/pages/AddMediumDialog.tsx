import { useState } from 'react'
import type { Input } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import type { mediaApi } from '../api/media.ts'
import type { MediumKind } from '../rules/gate.ts'
import { mediumKinds } from '../rules/media.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import { pageTexts as texts } from '../texts/pages.ts'

type Found = Input<typeof mediaApi.putMedia>['body']['media'][number]

/** A drive as its label says. */
export function AddMediumDialog(props: {
  readonly problem: Error | null
  readonly busy: boolean
  readonly onAdd: (medium: Found) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const [serial, setSerial] = useState('')
  const [model, setModel] = useState('')
  const [kind, setKind] = useState<MediumKind>('flash')
  const [gigabytes, setGigabytes] = useState<number | null>(null)
  return (
    <Dialog
      open
      keep
      title={t(mediaTexts.addMedium)}
      onClose={props.onClose}
      acts={
        <Button
          kind="primary"
          busy={props.busy}
          cannot={serial.trim() ? null : t(mediaTexts.giveSerial)}
          onPress={() =>
            props.onAdd({
              serial: serial.trim(),
              model: model.trim() || null,
              kind,
              // A label rounds; without the exact size the gate asks a person.
              capacityBytes: gigabytes === null ? null : Math.round(gigabytes * 1e9),
            })
          }
        >
          {t(mediaTexts.add)}
        </Button>
      }
    >
      <div className="dialogform">
        <Refusal problem={props.problem} />
        <TextField
          label={t(mediaTexts.serial)}
          hint={t(mediaTexts.serialHint)}
          serial
          maxLength={200}
          value={serial}
          onChange={setSerial}
        />
        <SelectField
          label={t(texts.kind)}
          options={mediumKinds.map((id) => ({ id, text: t(mediaTexts.mediumKinds[id]) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={t(texts.model)}
          optional
          maxLength={200}
          value={model}
          onChange={setModel}
        />
        <NumberField
          label={t(mediaTexts.capacity)}
          optional
          plain
          unit="GB"
          decimals={0}
          min={0}
          value={gigabytes}
          onChange={setGigabytes}
        />
      </div>
    </Dialog>
  )
}
