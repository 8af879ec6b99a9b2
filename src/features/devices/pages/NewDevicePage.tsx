// One new device, and the next like it.
import './form.css'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { Checkbox } from '../../../web/kit/field/CheckField.tsx'
import { ComboField } from '../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { PlaceField } from '../../organisations/pages/fields/OrganisationFields.tsx'
import { api } from '../api.ts'
import { deviceKinds, type DeviceKind } from '../rules/kinds.ts'
import { kindTexts, refusals } from '../texts.ts'
import { formTexts, listTexts } from '../texts/pages.ts'
import { givenFacts, noFacts, type DeviceFacts } from './form/facts.ts'
import { MarkFields, MoreFields, PurchaseFields } from './form/FactFields.tsx'
import { fieldOfRefusal } from './form/refused.ts'

interface Base {
  readonly kind: DeviceKind | null
  readonly maker: string
  readonly model: string
  readonly serialNumber: string
  readonly placeId: string | null
  readonly unused: boolean
}
const nothing: Base = {
  kind: null,
  maker: '',
  model: '',
  serialNumber: '',
  placeId: null,
  unused: false,
}

export default function NewDevicePage() {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem, clear } = useAct(api.registerDevice)
  const [base, setBase] = useState(nothing)
  const [facts, setFacts] = useState<DeviceFacts>(noFacts)
  const [tried, setTried] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  const serial = useRef<HTMLInputElement>(null)
  const another = useRef(false)
  const [waiting, setWaiting] = useState<'one' | 'another'>('one')
  const change = (next: Partial<Base>) => {
    setBase({ ...base, ...next })
    if (problem) clear()
  }
  const changeFacts = (next: Partial<DeviceFacts>) => {
    setFacts({ ...facts, ...next })
    if (problem) clear()
  }
  const unmarked = ![base.serialNumber, facts.assetTag, facts.imei].some((mark) => mark.trim())
  const refusedField = problem && fieldOfRefusal(problem.code)
  const wrong: Record<string, string | undefined> = {
    ...(tried && {
      kind: base.kind ? undefined : t(formTexts.kindWrong),
      maker: base.maker.trim() ? undefined : t(formTexts.makerWrong),
      model: base.model.trim() ? undefined : t(formTexts.modelWrong),
      serialNumber: unmarked ? t(formTexts.marksWrong) : undefined,
    }),
    ...(problem && refusedField && { [refusedField]: wordsOf(problem.code, t) ?? problem.title }),
  }
  const submit = async () => {
    setTried(true)
    setAdded(null)
    const { kind, maker, model } = base
    if (!kind || !maker.trim() || !model.trim() || unmarked) return
    setWaiting(another.current ? 'another' : 'one')
    const answer = await act({
      body: {
        ...givenFacts(facts),
        kind,
        maker: maker.trim(),
        model: model.trim(),
        unused: base.unused,
        ...(base.serialNumber.trim() && { serialNumber: base.serialNumber.trim() }),
        ...(base.placeId && { placeId: base.placeId }),
      },
    })
    if (!answer) return
    if (!another.current) return router.history.push(`/devices/${answer.id}`)
    setAdded(facts.assetTag.trim() || base.serialNumber.trim() || `${maker} ${model}`)
    setBase({ ...base, serialNumber: '' })
    setFacts({ ...facts, assetTag: '', imei: '', imei2: '', macAddress: '', name: '' })
    setTried(false)
    serial.current?.focus()
  }
  const shared = { facts, onChange: changeFacts, wrong }
  return (
    <>
      <PageHead
        title={t(formTexts.newTitle)}
        lead={t(formTexts.newLead)}
        up={{ href: '/devices', text: t(listTexts.title) }}
      />
      {added && <Notice>{t(formTexts.added, added)}</Notice>}
      <form
        className="deviceform"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          void submit().then(() => focusFirstWrong(form))
        }}
      >
        <Section title={t(formTexts.what)} beside>
          <div className="form">
            <ComboField
              label={t(formTexts.kind)}
              options={deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) }))}
              value={base.kind}
              onChange={(kind) => change({ kind })}
              wrong={wrong['kind']}
            />
            <TextField
              label={t(formTexts.maker)}
              maxLength={100}
              value={base.maker}
              onChange={(maker) => change({ maker })}
              wrong={wrong['maker']}
            />
            <TextField
              label={t(formTexts.model)}
              maxLength={200}
              value={base.model}
              onChange={(model) => change({ model })}
              wrong={wrong['model']}
            />
            <Checkbox
              label={t(formTexts.unused)}
              hint={t(formTexts.unusedHint)}
              checked={base.unused}
              onChange={(unused) => change({ unused })}
            />
          </div>
        </Section>
        <Section title={t(formTexts.marks)} lead={t(formTexts.marksLead)} beside>
          <div className="form">
            <TextField
              label={t(formTexts.serial)}
              hint={t(formTexts.serialHint)}
              optional
              serial
              maxLength={100}
              ref={serial}
              value={base.serialNumber}
              onChange={(serialNumber) => change({ serialNumber })}
              wrong={wrong['serialNumber']}
            />
            <MarkFields {...shared} />
          </div>
        </Section>
        <Section title={t(formTexts.purchase)} beside>
          <div className="form">
            <PlaceField
              label={t(formTexts.place)}
              hint={t(formTexts.placeHint)}
              optional
              value={base.placeId}
              onChange={(placeId) => change({ placeId })}
            />
            <PurchaseFields {...shared} />
          </div>
        </Section>
        <Section title={t(formTexts.more)} beside>
          <div className="form">
            <MoreFields {...shared} />
          </div>
        </Section>
        {!refusedField && <Refusal problem={problem} />}
        <div className="tools formacts">
          <Button
            kind="primary"
            type="submit"
            busy={busy && waiting === 'one'}
            onPress={() => (another.current = false)}
          >
            {t(formTexts.save)}
          </Button>
          <Button
            type="submit"
            busy={busy && waiting === 'another'}
            onPress={() => (another.current = true)}
          >
            {t(formTexts.saveNext)}
          </Button>
          <LinkButton kind="quiet" href="/devices">
            {t(formTexts.cancel)}
          </LinkButton>
        </div>
      </form>
    </>
  )
}

/** To the first field that says what to write instead, when there is one. */
const focusFirstWrong = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

const wordsOf = (code: string, t: ReturnType<typeof useText>) =>
  code in refusals ? t(refusals[code as keyof typeof refusals]) : undefined
