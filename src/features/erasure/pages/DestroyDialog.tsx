import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { FileField } from '../../../web/kit/field/FileField.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { ComboField, SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { useText, type Translate } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as organisations } from '../../organisations/api/organisation.ts'
import { confidentialityCategories, type ConfidentialityCategory } from '../../proofs/rules.ts'
import { categoryNames, destructionMethodNames } from '../../proofs/texts/certificate-terms.ts'
import { certificatesApi } from '../api/certificates.ts'
import { destructionMethods, wasteCodePattern } from '../rules/states.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import type { ShownMedium } from './MediaPage.tsx'
import { sha256 } from './photo.ts'

/** Before a witness, and with a photo whose checksum the certificate carries. */
export function DestroyDialog(props: {
  readonly medium: ShownMedium
  readonly onClose: () => void
}) {
  const { medium, onClose } = props
  const t = useText()
  const { person, may } = useSession()
  const { act, busy, problem } = useAct(certificatesApi.recordDestruction)
  const [method, setMethod] = useState<(typeof destructionMethods)[number]>('shredding')
  const [witnessId, setWitness] = useState<string | null>(null)
  const [equipment, setEquipment] = useState('')
  const [size, setSize] = useState<number | null>(null)
  const [category, setCategory] = useState<ConfidentialityCategory | null>(null)
  const [receiver, setReceiver] = useState('')
  const [waste, setWaste] = useState('')
  const [photos, setPhotos] = useState<readonly File[]>([])
  const people = useEndpoint(
    organisations.listPeople,
    { query: { limit: 500 } },
    { enabled: may('people.see') },
  )
  const cannot = !may('people.see')
    ? t(mediaTexts.noPeople)
    : witnessId
      ? remainsFault(receiver, waste, t)
      : t(mediaTexts.chooseWitness)
  const destroy = async () => {
    if (!witnessId) return
    const [photo] = photos
    const answer = await act({
      body: {
        mediumId: medium.id,
        method,
        witnessId,
        photoSha256: photo ? await sha256(photo) : null,
        equipment: equipment.trim() || null,
        largestParticleMm: size,
        categoryBefore: category,
        remains: receiver.trim()
          ? { receiver: receiver.trim(), wasteCode: waste.trim() || null }
          : null,
      },
    })
    if (answer) onClose()
  }
  return (
    <Dialog
      open
      wide
      alert
      title={t(mediaTexts.destroyTitle)}
      onClose={onClose}
      acts={
        <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void destroy()}>
          {t(mediaTexts.destroyAct)}
        </Button>
      }
    >
      <div className="dialogform">
        <p>{t(mediaTexts.destroyLead, medium.serial)}</p>
        <Refusal problem={problem} />
        <SelectField
          label={t(mediaTexts.destroyMethod)}
          options={destructionMethods.map((id) => ({ id, text: t(destructionMethodNames[id]) }))}
          value={method}
          onChange={setMethod}
        />
        {may('people.see') && (
          <ComboField
            label={t(mediaTexts.witness)}
            hint={t(mediaTexts.witnessHint)}
            options={(people.data?.items ?? [])
              .filter(({ id }) => id !== person?.id)
              .map(({ id, name }) => ({ id, text: name }))}
            value={witnessId}
            onChange={setWitness}
          />
        )}
        <TextField
          label={t(mediaTexts.equipment)}
          optional
          maxLength={200}
          value={equipment}
          onChange={setEquipment}
        />
        <NumberField
          label={t(mediaTexts.particle)}
          hint={t(mediaTexts.particleHint)}
          optional
          plain
          unit="mm"
          decimals={1}
          min={0.1}
          max={500}
          value={size}
          onChange={setSize}
        />
        <SelectField
          label={t(mediaTexts.category)}
          hint={t(mediaTexts.categoryHint)}
          optional
          options={confidentialityCategories.map((id) => ({ id, text: t(categoryNames[id]) }))}
          value={category}
          onChange={setCategory}
        />
        <TextField
          label={t(mediaTexts.receiver)}
          optional
          maxLength={200}
          value={receiver}
          onChange={setReceiver}
        />
        <TextField
          label={t(mediaTexts.wasteCode)}
          hint={t(mediaTexts.wasteCodeHint)}
          optional
          maxLength={10}
          value={waste}
          onChange={setWaste}
        />
        <FileField
          label={t(mediaTexts.photo)}
          hint={t(mediaTexts.photoHint)}
          optional
          accept={['image/*']}
          files={photos}
          onChange={setPhotos}
        />
      </div>
    </Dialog>
  )
}

function remainsFault(receiver: string, waste: string, t: Translate): string | null {
  const code = waste.trim()
  if (code && !new RegExp(wasteCodePattern).test(code)) return t(mediaTexts.wasteCodeOdd)
  return code && !receiver.trim() ? t(mediaTexts.wasteNeedsReceiver) : null
}
