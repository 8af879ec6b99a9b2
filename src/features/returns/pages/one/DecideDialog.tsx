// How a discrepancy ends: what this side can take upon itself, and nothing else.
import { useId, useState } from 'react'
import { ApiProblem, call } from '../../../../web/kit/api-client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { TextAreaField, TextField } from '../../../../web/kit/field/TextField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal, type Details } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../../devices/api.ts'
import { api } from '../api.ts'
import { resolutions, type Resolution } from '../../rules/discrepancy.ts'
import { resolutionTexts } from '../../texts.ts'
import { oneTexts as texts, resolveNotes, resolveTexts } from '../../texts/pages.ts'
import { codeOf, type Discrepancy } from './discrepancy.ts'

export function DecideDialog(props: {
  readonly discrepancy: Discrepancy
  readonly onClose: () => void
}) {
  const { discrepancy, onClose } = props
  const t = useText()
  const id = useId()
  const words = useClosedWords()
  // What was read when the dialog opened is what is decided on: others may decide meanwhile.
  const [version] = useState(discrepancy.version)
  const { act, busy, problem } = useAct(api.closeDiscrepancy)
  const only = discrepancy.resolutions.length === 1 ? discrepancy.resolutions[0]! : null
  const [resolution, setResolution] = useState<Resolution | null>(only)
  const [remark, setRemark] = useState('')
  const [code, setCode] = useState(discrepancy.code)
  const [wrong, setWrong] = useState<{ resolution?: string; code?: string; other?: ApiProblem }>({})
  const needsDevice = resolution === 'acceptedBySender' && !discrepancy.device

  const decide = async () => {
    if (!resolution) return setWrong({ resolution: t(texts.resolutionWrong) })
    setWrong({})
    let deviceId: string | null = null
    if (needsDevice) {
      const found = await find(code)
      if (found instanceof ApiProblem) return setWrong({ other: found })
      const [one, another] = found
      if (!one) return setWrong({ code: t(texts.whichWrong) })
      if (another) return setWrong({ code: t(texts.whichSeveral) })
      deviceId = one
    }
    const answer = await act({
      params: { collectionId: discrepancy.collectionId, discrepancyId: discrepancy.id },
      body: { resolution, remark: remark.trim() || null, version, deviceId },
    })
    if (answer) onClose()
  }

  return (
    <Dialog
      open
      keep
      title={t(texts.decideTitle, codeOf(discrepancy))}
      onClose={onClose}
      acts={
        <Button kind="primary" type="submit" form={id} busy={busy}>
          {t(texts.decide)}
        </Button>
      }
    >
      <Refusal problem={problem ?? wrong.other} words={words} />
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void decide()
        }}
      >
        <RadioField
          label={t(texts.resolution)}
          options={discrepancy.resolutions.map((one) => ({
            id: one,
            text: t(resolveTexts[one]),
            note: t(resolveNotes[one]),
          }))}
          value={resolution}
          onChange={setResolution}
          wrong={wrong.resolution}
        />
        {needsDevice && (
          <TextField
            label={t(texts.which)}
            hint={t(texts.whichHint)}
            serial
            value={code}
            onChange={setCode}
            wrong={wrong.code}
          />
        )}
        <TextAreaField
          label={t(texts.remark)}
          hint={t(texts.remarkHint)}
          optional
          maxLength={1000}
          value={remark}
          onChange={setRemark}
        />
      </form>
    </Dialog>
  )
}

async function find(code: string): Promise<readonly string[] | ApiProblem> {
  if (!code.trim()) return []
  const answer = await call(devices.findDevices, { body: { codes: [code.trim()] } }).catch(
    (problem: unknown) => {
      if (problem instanceof ApiProblem) return problem
      throw problem
    },
  )
  if (answer instanceof ApiProblem) return answer
  return answer.items.flatMap((item) => item.devices.map((device) => device.id))
}

/** Somebody was first: who, when and what, and not only that it is too late. */
function useClosedWords() {
  const { instant } = useFormat()
  const said =
    (language: 'sv' | 'en') =>
    ({ closedAt, closedBy, organisation, resolution }: Details): string => {
      const who = [closedBy, organisation].filter(Boolean).join(', ')
      const known = resolutions.find((one) => one === resolution)
      return texts.closedAlready[language](
        who || texts.somebody[language],
        typeof closedAt === 'string' ? instant(closedAt) : '',
        known ? resolutionTexts[known][language] : '',
      )
    }
  return { 'discrepancy-closed': { sv: said('sv'), en: said('en') } }
}
