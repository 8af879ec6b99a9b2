import { useState } from 'react'
import { Checkbox, ChecksField, RadioField } from '../field/CheckField.tsx'
import { DayField } from '../field/DayField.tsx'
import { FileField } from '../field/FileField.tsx'
import { MoneyField, NumberField } from '../field/NumberField.tsx'
import { ComboField, SelectField } from '../field/SelectField.tsx'
import { TextAreaField, TextField } from '../field/TextField.tsx'
import { useText } from '../language.tsx'
import { Section } from '../Page.tsx'

const kinds = ['laptop', 'desktop', 'phone', 'tablet'] as const
const kindNames = {
  laptop: { sv: 'bärbar dator', en: 'laptop' },
  desktop: { sv: 'stationär dator', en: 'desktop' },
  phone: { sv: 'telefon', en: 'phone' },
  tablet: { sv: 'surfplatta', en: 'tablet' },
} as const
const units = ['Gläntans förskola', 'Åbrinks skola', 'Lärcenter Norr', 'Kulturskolan', 'Elevhälsan']

export function Fields() {
  const t = useText()
  const [serial, setSerial] = useState('8H1IL0O')
  const [note, setNote] = useState('')
  const [months, setMonths] = useState<number | null>(48)
  const [price, setPrice] = useState<number | null>(1149000)
  const [day, setDay] = useState<string | null>('2026-03-12')
  const [kind, setKind] = useState<(typeof kinds)[number] | null>(null)
  const [unit, setUnit] = useState<string | null>('u1')
  const [several, setSeveral] = useState<readonly string[]>(['laptop'])
  const [need, setNeed] = useState<'pool' | 'new' | null>('pool')
  const [checked, setChecked] = useState(true)
  const [files, setFiles] = useState<readonly File[]>([])
  const options = kinds.map((id) => ({ id, text: t(kindNames[id]) }))
  return (
    <Section title="TextField, NumberField, DayField, SelectField, ComboField, Checkbox, RadioField, FileField">
      <div className="grid">
        <TextField
          label={t({ sv: 'Serienummer', en: 'Serial number' })}
          hint={t({ sv: 'Står under datorn.', en: 'Stands under the computer.' })}
          value={serial}
          onChange={setSerial}
          serial
        />
        <TextField
          label={t({ sv: 'Serienummer', en: 'Serial number' })}
          value={serial}
          onChange={setSerial}
          serial
          wrong={t({
            sv: 'Serienumret finns redan på EX-103 390. Skriv ett annat, eller öppna den.',
            en: 'The serial number already belongs to EX-103 390. Write another, or open it.',
          })}
        />
        <TextField
          label={t({ sv: 'Inventarienummer', en: 'Asset tag' })}
          value="EX-104 815"
          onChange={() => {}}
          readOnly
        />
        <NumberField
          label={t({ sv: 'Användningstid', en: 'Period of use' })}
          unit={t({ sv: 'månader', en: 'months' })}
          value={months}
          onChange={setMonths}
          min={1}
          max={120}
        />
        <MoneyField
          label={t({ sv: 'Inköpspris', en: 'Purchase price' })}
          optional
          amountOre={price}
          onChange={setPrice}
        />
        <DayField label={t({ sv: 'Slutdatum', en: 'End date' })} value={day} onChange={setDay} />
        <SelectField
          label={t({ sv: 'Slag', en: 'Kind' })}
          options={options}
          value={kind}
          onChange={setKind}
        />
        <ComboField
          label={t({ sv: 'Enhet', en: 'Unit' })}
          options={units.map((text, at) => ({ id: `u${at}`, text }))}
          value={unit}
          onChange={setUnit}
        />
        <TextAreaField
          label={t({ sv: 'Skäl', en: 'Reason' })}
          optional
          value={note}
          onChange={setNote}
        />
        <ChecksField
          label={t({ sv: 'Slag som ingår', en: 'Kinds included' })}
          options={options}
          value={several as readonly (typeof kinds)[number][]}
          onChange={setSeveral}
        />
        <RadioField
          label={t({ sv: 'Nytt eller återbrukat', en: 'New or reused' })}
          options={[
            {
              id: 'pool',
              text: t({ sv: 'Återbrukat', en: 'Reused' }),
              note: t({ sv: '148 i pool', en: '148 in the pool' }),
            },
            {
              id: 'new',
              text: t({ sv: 'Nytt', en: 'New' }),
              note: t({ sv: 'Kräver ett skäl', en: 'Needs a reason' }),
            },
          ]}
          value={need}
          onChange={setNeed}
        />
        <FileField
          label={t({ sv: 'Fil med enheter', en: 'File of devices' })}
          hint={t({ sv: 'CSV eller XLSX, högst 50 MB.', en: 'CSV or XLSX, at most 50 MB.' })}
          accept={['.csv', '.xlsx']}
          files={files}
          onChange={setFiles}
        />
        <div>
          <Checkbox
            label={t({ sv: 'Aktiveringslås borttaget', en: 'Activation lock removed' })}
            hint={t({ sv: 'Kontrolleras före hämtning', en: 'Checked before collection' })}
            checked={checked}
            onChange={setChecked}
          />
          <div>
            <Checkbox
              label={t({ sv: 'Några av dem', en: 'Some of them' })}
              checked={false}
              some
              onChange={() => {}}
            />
          </div>
        </div>
      </div>
    </Section>
  )
}
