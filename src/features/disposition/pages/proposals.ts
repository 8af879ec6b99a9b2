// The proposal for each row on screen, asked for once, five hundred at a time.
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { sek } from '../../../core/money.ts'
import type { Formats } from '../../../core/format.ts'
import { call } from '../../../web/kit/api-client.ts'
import type { Translate } from '../../../web/kit/language.tsx'
import { api } from '../api.ts'
import { proposalReasonTexts } from '../texts.ts'
import { pageTexts as texts } from '../texts/pages.ts'

export type Proposal = Output<typeof api.proposeOutcomes>['items'][number]
const MOST = 500

export function useProposals(ids: readonly string[]) {
  const [known, setKnown] = useState<ReadonlyMap<string, Proposal>>(new Map())
  const [problem, setProblem] = useState<Error | null>(null)
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const missing = ids.filter((id) => !asked.current.has(id)).slice(0, MOST)
    if (missing.length === 0) return
    for (const id of missing) asked.current.add(id)
    call(api.proposeOutcomes, { body: { items: missing.map((deviceId) => ({ deviceId })) } })
      .then(({ items }) =>
        setKnown(
          (before) => new Map([...before, ...items.map((one) => [one.deviceId, one] as const)]),
        ),
      )
      .catch((error: Error) => {
        for (const id of missing) asked.current.delete(id)
        setProblem(error)
      })
  }, [ids, known])
  return { known, problem }
}

/** `Den är för gammal att användas hos er: 6 år, gräns 5` */
export function reasonWords(
  reason: Proposal['reasons'][number],
  t: Translate,
  formats: Formats,
): string {
  const said = t(proposalReasonTexts[reason.code])
  if (reason.years !== undefined && reason.limitYears !== undefined)
    return t(texts.years, said, reason.years, reason.limitYears)
  if (reason.ore !== undefined && reason.limitOre !== undefined)
    return t(texts.ore, said, formats.money(sek(reason.ore)), formats.money(sek(reason.limitOre)))
  return said
}
