// Changes facts of a device. What somebody else has changed meanwhile is never overwritten unseen.
import './form.css'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { etagOf } from '../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import { refusals } from '../texts.ts'
import { formTexts } from '../texts/pages.ts'
import type { ShownDevice } from './device/acts.ts'
import { changesOf, factsOf, isChanged } from './form/facts.ts'
import { MarkFields, MoreFields, PurchaseFields } from './form/FactFields.tsx'
import { fieldOfRefusal } from './form/refused.ts'
import { nameOf } from './list/columns.tsx'

export default function EditDevicePage() {
  const params = { deviceId: useParam('deviceId') }
  const { data, error, refetch } = useEndpoint(api.getDevice, { params }, { keep: false })
  const [asked, setAsked] = useState(0)
  if (!data) return error ? <Refusal problem={error} /> : <Skeleton lines={6} height={56} />
  const again = () => void refetch().then(() => setAsked(asked + 1))
  return <Form key={asked} device={data} onReload={again} />
}

function Form(props: { readonly device: ShownDevice; readonly onReload: () => void }) {
  // As it was when the form was opened: what it is compared with, and whose version is sent.
  const [device] = useState(props.device)
  const t = useText()
  const router = useRouter()
  const { act, busy, problem, clear } = useAct(api.changeDevice)
  const before = factsOf(device)
  const [facts, setFacts] = useState(before)
  const href = `/devices/${device.id}`
  const refusedField = problem && fieldOfRefusal(problem.code)
  const wrong: Record<string, string | undefined> =
    problem && refusedField
      ? {
          [refusedField === 'serialNumber' ? 'assetTag' : refusedField]: t(
            refusals[problem.code as keyof typeof refusals],
          ),
        }
      : {}
  const submit = async () => {
    if (!isChanged(before, facts)) return router.history.push(href)
    const ifMatch = etagOf(device) ?? `"${device.version}"`
    const input = { params: { deviceId: device.id }, body: changesOf(before, facts) }
    if (await act(input, { ifMatch })) router.history.push(href)
  }
  const shared = {
    facts,
    wrong,
    onChange: (change: Partial<typeof facts>) => {
      setFacts({ ...facts, ...change })
      if (problem) clear()
    },
  }
  return (
    <>
      <PageHead
        title={t(formTexts.editTitle, nameOf(device))}
        lead={t(formTexts.editLead)}
        up={{ href, text: nameOf(device) }}
      />
      <form
        className="deviceform"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Section title={t(formTexts.marks)} beside>
          <div className="form">
            <MarkFields {...shared} />
          </div>
        </Section>
        <Section title={t(formTexts.purchase)} beside>
          <div className="form">
            <PurchaseFields {...shared} />
          </div>
        </Section>
        <Section title={t(formTexts.more)} beside>
          <div className="form">
            <MoreFields {...shared} />
          </div>
        </Section>
        {!refusedField && (
          <Refusal
            problem={problem}
            act={
              problem?.code === 'version-changed' && (
                <Button onPress={props.onReload}>{t(formTexts.reload)}</Button>
              )
            }
          />
        )}
        <div className="tools formacts">
          <Button kind="primary" type="submit" busy={busy}>
            {t(formTexts.saveChange)}
          </Button>
          <LinkButton kind="quiet" href={href}>
            {t(formTexts.cancel)}
          </LinkButton>
        </div>
      </form>
    </>
  )
}
