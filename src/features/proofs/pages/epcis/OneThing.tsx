// The events of one device or one shipment, chosen here and fetched as a file.
import { Download } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { ComboField, type Option } from '../../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../../devices/api.ts'
import { api as returns } from '../../../returns/api/sending.ts'
import { api } from '../../api.ts'
import { eventTexts as texts } from '../../texts/events.ts'

export function OfDevice() {
  const t = useText()
  const [deviceId, choose] = useState<string | null>(null)
  const [q, search] = useState('')
  const found = useEndpoint(
    devices.listDevices,
    { query: { q, limit: 20 } },
    { enabled: q.length > 1 },
  )
  return (
    <Chosen
      label={t(texts.deviceField)}
      hint={t(texts.deviceHint)}
      problem={found.error}
      options={(found.data?.items ?? []).map(({ id, assetTag, serialNumber, maker, model }) => ({
        id,
        text: assetTag ?? serialNumber ?? id,
        note: [`${maker} ${model}`, assetTag ? serialNumber : null].filter(Boolean).join(', '),
      }))}
      onSearch={search}
      value={deviceId}
      onChange={choose}
      missing={t(texts.chooseDevice)}
      name={t(texts.device)}
      href={deviceId && addressOf(api.deviceEpcis, { params: { deviceId } })}
    />
  )
}

export function OfShipment() {
  const t = useText()
  const { dayOf } = useFormat()
  const [collectionId, choose] = useState<string | null>(null)
  const { data, error } = useEndpoint(returns.listCollections, { query: { limit: 100 } })
  if (data?.items.length === 0) return <p className="muted prose">{t(texts.noShipments)}</p>
  return (
    <Chosen
      label={t(texts.shipmentField)}
      hint={t(texts.shipmentHint)}
      problem={error}
      options={(data?.items ?? []).map(({ id, number, sender, receiver, createdAt }) => ({
        id,
        text: number,
        note: `${sender.name} → ${receiver.name}, ${dayOf(createdAt)}`,
      }))}
      value={collectionId}
      onChange={choose}
      missing={t(texts.chooseShipment)}
      name={t(texts.shipment)}
      href={collectionId && addressOf(api.collectionEpcis, { params: { collectionId } })}
    />
  )
}

function Chosen(props: {
  readonly label: string
  readonly hint: string
  readonly options: readonly Option[]
  readonly onSearch?: (query: string) => void
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly problem: Error | null
  readonly missing: string
  readonly name: string
  readonly href: string | null
}) {
  const { problem, missing, name, href, ...field } = props
  const t = useText()
  return (
    <div className="form">
      <Refusal problem={problem} />
      <ComboField {...field} />
      <p>
        {href ? (
          <LinkButton icon={Download} href={href} aria-label={`${t(texts.fetch)}, ${name}`}>
            {t(texts.fetch)}
          </LinkButton>
        ) : (
          <Button icon={Download} cannot={missing}>
            {t(texts.fetch)}
          </Button>
        )}
      </p>
    </div>
  )
}
