// The fields that a new device and a changed one have in common.
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { MoneyField, NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { TextAreaField, TextField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { formTexts } from '../../texts/pages.ts'
import type { DeviceFacts } from './facts.ts'

export interface FactFieldsProps {
  readonly facts: DeviceFacts
  readonly onChange: (change: Partial<DeviceFacts>) => void
  /** What is wrong with a field, in words. */
  readonly wrong: Readonly<Record<string, string | undefined>>
}

export function MarkFields({ facts, onChange, wrong }: FactFieldsProps) {
  const t = useText()
  return (
    <>
      <TextField
        label={t(formTexts.assetTag)}
        hint={t(formTexts.assetTagHint)}
        optional
        serial
        maxLength={100}
        value={facts.assetTag}
        onChange={(assetTag) => onChange({ assetTag })}
        wrong={wrong['assetTag']}
      />
      <TextField
        label={t(formTexts.imei)}
        optional
        serial
        maxLength={20}
        value={facts.imei}
        onChange={(imei) => onChange({ imei })}
        wrong={wrong['imei']}
      />
      <TextField
        label={t(formTexts.theftMarking)}
        hint={t(formTexts.theftMarkingHint)}
        optional
        maxLength={80}
        value={facts.theftMarking}
        onChange={(theftMarking) => onChange({ theftMarking })}
      />
    </>
  )
}

export function PurchaseFields({ facts, onChange }: FactFieldsProps) {
  const t = useText()
  return (
    <>
      <DayField
        label={t(formTexts.purchasedOn)}
        optional
        value={facts.purchasedOn}
        onChange={(purchasedOn) => onChange({ purchasedOn })}
      />
      <MoneyField
        label={t(formTexts.price)}
        optional
        amountOre={facts.priceOre}
        onChange={(priceOre) => onChange({ priceOre })}
      />
      <DayField
        label={t(formTexts.endsOn)}
        hint={t(formTexts.endsOnHint)}
        optional
        value={facts.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
      />
      <DayField
        label={t(formTexts.warranty)}
        optional
        value={facts.warrantyUntilOn}
        onChange={(warrantyUntilOn) => onChange({ warrantyUntilOn })}
      />
      <TextField
        label={t(formTexts.supplier)}
        optional
        maxLength={200}
        value={facts.supplierName}
        onChange={(supplierName) => onChange({ supplierName })}
      />
      <TextField
        label={t(formTexts.order)}
        optional
        maxLength={100}
        value={facts.orderNumber}
        onChange={(orderNumber) => onChange({ orderNumber })}
      />
    </>
  )
}

export function MoreFields({ facts, onChange }: FactFieldsProps) {
  const t = useText()
  return (
    <>
      <TextField
        label={t(formTexts.os)}
        optional
        maxLength={100}
        value={facts.osName}
        onChange={(osName) => onChange({ osName })}
      />
      <TextField
        label={t(formTexts.osVersion)}
        optional
        maxLength={80}
        value={facts.osVersion}
        onChange={(osVersion) => onChange({ osVersion })}
      />
      <NumberField
        label={t(formTexts.ram)}
        optional
        plain
        unit="GB"
        min={0}
        value={facts.ramMb === null ? null : facts.ramMb / 1024}
        onChange={(gigabytes) =>
          onChange({ ramMb: gigabytes === null ? null : Math.round(gigabytes * 1024) })
        }
      />
      <NumberField
        label={t(formTexts.storage)}
        optional
        plain
        unit="GB"
        min={0}
        value={facts.storageGb}
        onChange={(storageGb) => onChange({ storageGb })}
      />
      <TextField
        label={t(formTexts.imei2)}
        optional
        serial
        maxLength={20}
        value={facts.imei2}
        onChange={(imei2) => onChange({ imei2 })}
      />
      <TextField
        label={t(formTexts.mac)}
        optional
        serial
        maxLength={20}
        value={facts.macAddress}
        onChange={(macAddress) => onChange({ macAddress })}
      />
      <TextField
        label={t(formTexts.name)}
        optional
        maxLength={200}
        value={facts.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={t(formTexts.condition)}
        hint={t(formTexts.conditionHint)}
        optional
        maxLength={200}
        value={facts.condition}
        onChange={(condition) => onChange({ condition })}
      />
      <TextAreaField
        label={t(formTexts.note)}
        hint={t(formTexts.noteHint)}
        optional
        maxLength={2000}
        value={facts.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}
