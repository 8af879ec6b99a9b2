// On the page of a device that was bought reused: until when its warranty runs, and its cases.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DefinitionList, type Fact } from '../../../../web/kit/Facts.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { Day } from '../../../../web/kit/values.tsx'
import { deviceWarrantyTexts as texts, warrantyRefusals } from '../../texts/warranty.ts'
import { caseStateTexts } from '../../texts/words.ts'
import { api } from '../api.ts'

export function WarrantySection({ deviceId }: { readonly deviceId: string }) {
  const t = useText()
  const { may } = useSession()
  const { data } = useEndpoint(api.deviceWarranty, { params: { deviceId } }, { keep: false })
  const [open, setOpen] = useState(false)
  if (!data?.purchase) return null
  const { purchase, warrantyUntilOn, runs, cases } = data
  const facts: Fact[] = [
    ...(warrantyUntilOn
      ? [{ name: t(runs ? texts.until : texts.ended), value: <Day day={warrantyUntilOn} /> }]
      : []),
    { name: t(texts.bought), value: purchase.seller.name ?? '' },
    {
      name: t(texts.purchase),
      value: <Link href={`/purchases/${purchase.id}`}>{purchase.number}</Link>,
    },
    ...cases.map((one) => ({
      name: t(caseStateTexts[one.state]),
      value: <Link href={`/warranty-cases/${one.id}`}>{one.number}</Link>,
    })),
  ]
  const going = cases.some(({ state }) => state !== 'refused' && state !== 'closed')
  return (
    <Section title={t(texts.title)}>
      <DefinitionList facts={facts} />
      {runs && !going && may('resale.buy') && (
        <div className="tools">
          <Button small onPress={() => setOpen(true)}>
            {t(texts.open)}
          </Button>
        </div>
      )}
      {open && <OpenCase deviceId={deviceId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function OpenCase(props: { readonly deviceId: string; readonly onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.openCase)
  const [fault, setFault] = useState('')
  const submit = async () => {
    const made = await act({ params: { deviceId: props.deviceId }, body: { fault: fault || ' ' } })
    if (made) router.history.push(`/warranty-cases/${made.id}`)
  }
  return (
    <FormDialog
      title={t(texts.open)}
      act={t(texts.send)}
      busy={busy}
      problem={problem}
      words={warrantyRefusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <TextAreaField
        label={t(texts.fault)}
        hint={t(texts.faultHint)}
        maxLength={2000}
        value={fault}
        onChange={setFault}
      />
    </FormDialog>
  )
}
