// The decision: a step of the waste hierarchy, with the proposal marked and a reason for less.
import { useState } from 'react'
import type { Input } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { RadioField } from '../../../web/kit/field/CheckField.tsx'
import { MoneyField } from '../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextAreaField, TextField } from '../../../web/kit/field/TextField.tsx'
import { useFormat, useText, type Translate } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import type { BulkOutcome } from '../../../web/kit/table/SelectionBar.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import {
  isLower,
  leavesToUser,
  lowerReasons,
  outcomeSteps,
  type LowerReason,
  type OutcomeStep,
} from '../rules/hierarchy.ts'
import { lowerReasonTexts, stepTexts } from '../texts.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { nameOf, type GradedDevice } from './graded.ts'
import { reasonWords, type Proposal } from './proposals.ts'

type Chosen = OutcomeStep | 'each'
type Item = Input<typeof api.decideOutcomes>['body']['items'][number]

export function DecideDialog(props: {
  readonly devices: readonly GradedDevice[]
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly onClose: () => void
  readonly onDone: (how: BulkOutcome) => void
}) {
  const { devices, proposals, onClose } = props
  const t = useText()
  const formats = useFormat()
  const { organisation } = useSession()
  const { act, busy, problem } = useAct(api.decideOutcomes)
  const [only] = devices.length === 1 ? devices : []
  const proposal = only && proposals.get(only.id)
  const owned = devices.every(({ owner }) => owner?.id === organisation?.id)
  const [chosen, choose] = useState<Chosen | null>(() =>
    only ? possible(proposal?.step ?? null, owned) : 'each',
  )
  const [form, setForm] = useState<Form>({
    reason: null,
    words: '',
    price: null,
    recipient: '',
    receipt: '',
  })
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const stepOf = (device: GradedDevice): OutcomeStep | null =>
    chosen === 'each' ? possible(proposals.get(device.id)?.step ?? null, owned) : chosen
  const lower = devices.some((device) => {
    const step = stepOf(device)
    const proposed = proposals.get(device.id)?.step
    return step && proposed && isLower(step, proposed)
  })
  const steps = new Set(devices.map(stepOf))
  const cannot = whyNot(chosen, lower, steps.has('donation'), form, t)
  const decide = async () => {
    const items = devices.flatMap((device): Item[] => {
      const step = stepOf(device)
      return step ? [itemOf(device.id, step, form, lower)] : []
    })
    const answer = await act({ body: { items } })
    if (!answer) return
    props.onDone({
      text: t(texts.outcomeOf, answer.done, items.length),
      refused: answer.items.flatMap(({ deviceId, done, title }) =>
        done
          ? []
          : [{ name: nameOf(devices.find(({ id }) => id === deviceId)!), why: title ?? '' }],
      ),
    })
  }
  return (
    <Dialog
      open
      wide
      keep
      title={only ? t(texts.decideOf, nameOf(only)) : t(texts.decide, devices.length)}
      onClose={onClose}
      acts={
        <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void decide()}>
          {t(texts.act, devices.length)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      {only && proposal && (
        <p className="muted">
          {`${only.maker} ${only.model}. ${t(texts.grade)} ${only.grade}. `}
          {proposal.reasons.map((reason) => `${reasonWords(reason, t, formats)}. `)}
        </p>
      )}
      <RadioField
        label={t(texts.step)}
        options={[
          ...(only
            ? []
            : [
                {
                  id: 'each' as const,
                  text: t(texts.each),
                  note: countWords(devices, stepOfProposal(proposals, owned), t),
                },
              ]),
          ...outcomeSteps
            .filter((step) => owned || step !== 'internalReuse')
            .map((step) => ({
              id: step,
              text: t(stepTexts[step]),
              note:
                step === proposal?.step
                  ? `${t(texts.isProposal)}. ${t(texts.stepNotes[step])}`
                  : t(texts.stepNotes[step]),
            })),
        ]}
        value={chosen}
        onChange={choose}
        {...(!owned && proposal?.step === 'internalReuse' && { hint: t(texts.ownerOnly) })}
      />
      {lower && (
        <SelectField
          label={t(texts.reason)}
          hint={t(texts.reasonHint)}
          options={lowerReasons.map((id) => ({ id, text: t(lowerReasonTexts[id]) }))}
          value={form.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
      {lower && form.reason === 'other' && (
        <TextAreaField
          label={t(texts.words)}
          maxLength={1000}
          value={form.words}
          onChange={(words) => set({ words })}
        />
      )}
      {steps.has('resale') && (
        <MoneyField
          label={t(only ? texts.price : texts.priceEach)}
          optional
          amountOre={form.price}
          onChange={(price) => set({ price })}
        />
      )}
      {chosen !== null && chosen !== 'internalReuse' && (
        <TextField
          label={t(texts.recipient)}
          hint={t(texts.recipientHint)}
          optional
          maxLength={200}
          value={form.recipient}
          onChange={(recipient) => set({ recipient })}
        />
      )}
      {steps.has('donation') && (
        <TextField
          label={t(texts.receipt)}
          maxLength={60}
          value={form.receipt}
          onChange={(receipt) => set({ receipt })}
        />
      )}
    </Dialog>
  )
}

interface Form {
  readonly reason: LowerReason | null
  readonly words: string
  readonly price: number | null
  readonly recipient: string
  readonly receipt: string
}

/** A partner may not decide on internal reuse: the next step down is the first that it may. */
const possible = (step: OutcomeStep | null, owned: boolean): OutcomeStep | null =>
  step === 'internalReuse' && !owned ? 'resale' : step

const stepOfProposal =
  (proposals: ReadonlyMap<string, Proposal>, owned: boolean) =>
  ({ id }: GradedDevice) =>
    possible(proposals.get(id)?.step ?? null, owned)

function countWords(
  devices: readonly GradedDevice[],
  stepOf: (device: GradedDevice) => OutcomeStep | null,
  t: Translate,
) {
  return outcomeSteps
    .map((step) => [step, devices.filter((device) => stepOf(device) === step).length] as const)
    .filter(([, count]) => count > 0)
    .map(([step, count]) => `${count} ${t(stepTexts[step]).toLowerCase()}`)
    .join(', ')
}

function whyNot(chosen: Chosen | null, lower: boolean, gift: boolean, form: Form, t: Translate) {
  if (chosen === null) return t(texts.chooseStep)
  if (lower && !form.reason) return t(texts.chooseReason)
  if (lower && form.reason === 'other' && !form.words.trim()) return t(texts.writeWords)
  return gift && !form.receipt.trim() ? t(texts.giveReceipt) : null
}

const itemOf = (deviceId: string, step: OutcomeStep, form: Form, lower: boolean): Item => ({
  deviceId,
  step,
  ...(lower && form.reason && { reason: form.reason }),
  ...(lower && form.words.trim() && { words: form.words.trim() }),
  ...(step === 'resale' && form.price !== null && { priceOre: form.price }),
  ...(step !== 'internalReuse' && form.recipient.trim() && { recipient: form.recipient.trim() }),
  ...(leavesToUser(step) && form.receipt.trim() && { receiptNumber: form.receipt.trim() }),
})
