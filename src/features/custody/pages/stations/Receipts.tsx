// How a hand-out went, and the receipt on the spot: the taker looks on while the technician signs.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { useLanguage } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { DiscrepancyList } from '../../../../web/kit/station/DiscrepancyList.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api as proofs } from '../../../proofs/api.ts'
import { api } from '../../api.ts'
import { deskTexts as texts } from '../../texts/stations.ts'
import type { Taker } from './TakerField.tsx'
import { factsOf, nameOf, type Listed } from './use-desk.ts'

export interface HandedOut {
  readonly taker: Taker
  readonly endsOn: string | null
  readonly devices: readonly Listed[]
  readonly answer: Output<typeof api.handOut>
}

export function Receipts({ handedOut }: { readonly handedOut: HandedOut }) {
  const { t, language } = useLanguage()
  const { taker, devices, answer } = handedOut
  const { act, busy, problem } = useAct(api.confirmReceipt)
  const [signed, setSigned] = useState<readonly string[]>([])
  const refused = new Map(
    answer.items.filter((item) => !item.done).map((item) => [item.deviceId, item.title]),
  )
  const waiting = devices.filter(({ id }) => !refused.has(id) && !signed.includes(id))
  const confirm = async (ids: readonly string[]) => {
    for (const deviceId of ids) {
      if (!(await act({ params: { deviceId } }))) return
      setSigned((before) => [...before, deviceId])
    }
  }
  return (
    <section className="station-part" role="status">
      <p className="tally-count">
        <b>{answer.done}</b>
        <span>
          {t(texts.ofMany, devices.length)}
          <br />
          {t(texts.handedOut)}
        </span>
      </p>
      <p className="muted">{t(texts.outHow, taker.name)}</p>
      <Refusal problem={problem} />
      {waiting.length > 1 && (
        <p>
          <Button
            kind="primary"
            busy={busy}
            onPress={() => void confirm(waiting.map(({ id }) => id))}
          >
            {t(texts.confirmAll, waiting.length)}
          </Button>
        </p>
      )}
      <DiscrepancyList
        items={devices.map((device) => {
          const why = refused.get(device.id)
          const isSigned = signed.includes(device.id)
          const name = nameOf(device)
          return {
            id: device.id,
            code: name,
            what: t(
              why !== undefined
                ? texts.wasRefused
                : isSigned
                  ? texts.receipted
                  : texts.waitsReceipt,
            ),
            detail: why ?? factsOf(device),
            act: why === undefined && (
              <span className="tools">
                <LinkButton
                  href={addressOf(proofs.receiptPdf, {
                    params: { deviceId: device.id },
                    query: { language },
                  })}
                  aria-label={t(texts.receiptOf, name)}
                >
                  {t(texts.receipt)}
                </LinkButton>
                {!isSigned && (
                  <Button
                    busy={busy}
                    label={t(texts.confirmOf, name)}
                    onPress={() => void confirm([device.id])}
                  >
                    {t(texts.confirmNow)}
                  </Button>
                )}
              </span>
            ),
          }
        })}
      />
    </section>
  )
}
