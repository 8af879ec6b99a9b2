// A device stays in use after its holder: whoever needs it next is proposed, and one press promises it.
import './ordering.css'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '../../../core/dates.ts'
import type { Output } from '../../../core/endpoint.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { RadioField } from '../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../web/kit/field/DayField.tsx'
import '../../../web/kit/field/field.css'
import { useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { conditions, type Condition } from '../../custody/rules.ts'
import { conditionTexts } from '../../custody/texts.ts'
import {
  CodingFields,
  codingFaults,
  useCodingString,
} from '../../organisations/pages/fields/CodingFields.tsx'
import { PersonField } from '../../organisations/pages/fields/OrganisationFields.tsx'
import { writtenCoding } from '../../organisations/rules/coding.ts'
import { codingWords } from '../../organisations/texts/coding.ts'
import { comingsTexts as texts } from '../texts/comings.ts'
import { listTexts } from '../texts/pages.ts'
import { api } from './api.ts'
import { nameOf, tagOf } from './device-name.ts'

type Options = Output<typeof api.keptUseOptions>

export default function KeptUsePage() {
  const t = useText()
  const deviceId = useParam('deviceId')
  const params = { deviceId }
  const { data: options, error } = useEndpoint(api.keptUseOptions, { params }, { keep: false })
  const up = {
    href: `/devices/${deviceId}`,
    text: options ? tagOf(options.device) : t(texts.device),
  }
  if (!options)
    return (
      <>
        <PageHead title={t(texts.keep)} up={up} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={6} />}
      </>
    )
  const who = options.holder?.name ?? t(listTexts.somebody)
  return (
    <>
      <PageHead
        title={t(texts.keepOf, tagOf(options.device))}
        lead={options.holder ? t(texts.keepLead, who) : nameOf(options.device)}
        up={up}
      />
      {options.promised ? (
        <Notice
          title={t(
            texts.promised,
            options.promised.holder?.name ?? t(listTexts.somebody),
            options.promised.number,
          )}
          act={
            <LinkButton href={`/orders/${options.promised.orderId}`}>{t(texts.toOrder)}</LinkButton>
          }
        />
      ) : options.holder ? (
        <Promise deviceId={deviceId} options={options} />
      ) : (
        <EmptyState act={<LinkButton href="/orders/new">{t(texts.order)}</LinkButton>}>
          {`${t(texts.nobody)}. ${t(texts.nobodyHow)}`}
        </EmptyState>
      )}
    </>
  )
}

const OTHER = 'other'

function Promise(props: { readonly deviceId: string; readonly options: Options }) {
  const { deviceId, options } = props
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.keepInUse)
  const [chosen, choose] = useState(options.candidates[0]?.person.id ?? OTHER)
  const [other, setOther] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [condition, setCondition] = useState<Condition>('good')
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const today = dayOf(new Date())
  const candidate = options.candidates.find(({ person }) => person.id === chosen)
  const holderId = chosen === OTHER ? other : chosen
  const neededFromOn = day ?? candidate?.neededFromOn ?? today
  const { parts, separator } = useCodingString()
  const proposed = useEndpoint(
    api.orderOptions,
    { query: { kind: options.kind, ...(holderId && { holderId }) } },
    { enabled: holderId !== null },
  ).data?.coding
  const coding = { ...proposed, ...typed }
  const faults = codingFaults(parts, coding, t)
  const asks = candidate?.because !== 'waiting' && proposed !== undefined
  const shows = Object.keys(codingFaults(parts, proposed ?? {}, t)).length > 0
  const submit = async () => {
    setTried(true)
    if (!holderId || (asks && Object.keys(faults).length > 0)) return
    const made = await act({
      params: { deviceId },
      body: { holderId, condition, placeId: null, neededFromOn, coding: typed },
    })
    if (made) router.history.push(`/orders/${made.orderId}`)
  }
  return (
    <form
      className="form ordform"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <Refusal problem={problem} words={codingWords} />
      {options.erasedFirst && (
        <Notice title={t(texts.erasedFirst)}>{t(texts.erasedFirstHow)}</Notice>
      )}
      {options.candidates.length > 0 && (
        <RadioField
          label={t(texts.to)}
          options={[
            ...options.candidates.map(({ person, unit, neededFromOn: from, because }) => ({
              id: person.id,
              text: person.name ?? t(listTexts.somebody),
              note: [unit, t(texts[because], from)].filter(Boolean).join(', '),
            })),
            { id: OTHER, text: t(texts.another) },
          ]}
          value={chosen}
          onChange={choose}
        />
      )}
      {chosen === OTHER && (
        <PersonField
          label={t(texts.person)}
          value={other ? { id: other, unitId: null } : null}
          onChange={({ id }) => setOther(id)}
          wrong={tried && !other ? t(texts.choosePerson) : null}
        />
      )}
      <RadioField
        label={t(texts.condition)}
        options={conditions.map((id) => ({ id, text: t(conditionTexts[id]) }))}
        value={condition}
        onChange={setCondition}
      />
      {chosen === OTHER && (
        <DayField label={t(texts.neededFrom)} value={neededFromOn} onChange={setDay} />
      )}
      {asks && shows && (
        <CodingFields
          coding={coding}
          onChange={type}
          faults={tried ? faults : {}}
          problem={problem}
          on={today}
        />
      )}
      {asks && !shows && (
        <p className="muted">{t(texts.coded, writtenCoding(coding, parts, separator))}</p>
      )}
      <div className="tools">
        <Button kind="primary" type="submit" busy={busy}>
          {t(texts.promise)}
        </Button>
      </div>
    </form>
  )
}
