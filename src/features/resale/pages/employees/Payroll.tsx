// The month that the payroll office is to have, and its file.
import { Download } from 'lucide-react'
import { useState } from 'react'
import { addMonths, dayOf } from '../../../../core/dates.ts'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { employeeSaleTexts as texts } from '../../texts/employees.ts'
import { api } from '../api.ts'

/** A year back is asked for at most. */
const MONTHS = 13

export function Payroll() {
  const t = useText()
  const { month: nameOf } = useFormat()
  const first = `${dayOf(new Date()).slice(0, 7)}-01`
  const months = Array.from({ length: MONTHS }, (_, n) => addMonths(first, -n))
  const [month, setMonth] = useState(first)
  return (
    <Section title={t(texts.payroll)} lead={t(texts.payrollLead)}>
      <div className="shoppayroll">
        <SelectField
          label={t(texts.month)}
          options={months.map((id) => ({ id, text: nameOf(id) }))}
          value={month}
          onChange={setMonth}
        />
        <LinkButton
          icon={Download}
          href={addressOf(api.getPayrollDeductions, { query: { month: month.slice(0, 7) } })}
          download
        >
          {t(texts.download)}
        </LinkButton>
      </div>
    </Section>
  )
}
