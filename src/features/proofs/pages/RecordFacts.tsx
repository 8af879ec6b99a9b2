// What a certificate says, read out of the very record that was checked.
import type { Formats } from '../../../core/format.ts'
import type { BundleContents } from '../../../checker/bundle/check.ts'
import { Facts, type Fact } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import type { CertificateRecord } from '../rules/record.ts'
import * as terms from '../texts/certificate-terms.ts'
import { publicTexts as texts } from '../texts/public.ts'

type Seen = BundleContents['certificates'][number]

export function RecordFacts({ certificate }: { readonly certificate: Seen }) {
  const t = useText()
  const formats = useFormat()
  const record = certificate.record as unknown as CertificateRecord
  const { medium, device } = record
  const facts: Fact[] = [
    { name: t(texts.serial), value: <Serial>{medium.serialNumber}</Serial> },
    { name: t(texts.model), value: modelOf(medium) },
    ...(record.kind === 'erasure' ? erasure(record, t) : destruction(record, t, formats)),
    { name: t(texts.number), value: record.number },
    { name: t(texts.issuedAt), value: <Instant at={record.issuedAt} only="day" /> },
    {
      name: t(texts.device),
      value: (
        <>
          {device.manufacturer} {device.model}, <Serial>{device.serialNumber}</Serial>
        </>
      ),
    },
  ]
  return <Facts facts={facts} />
}

/** Records write a dash for what nobody has stated. */
const modelOf = ({ manufacturer, model }: CertificateRecord['medium']): string =>
  [manufacturer, model].filter((word) => word !== '–').join(' ') || '–'

function erasure(
  { sanitisation }: Extract<CertificateRecord, { kind: 'erasure' }>,
  t: ReturnType<typeof useText>,
): Fact[] {
  const { method, technique, techniqueDetail, toolName, toolVersion, endedAt } = sanitisation
  return [
    { name: t(texts.level), value: t(texts.levelOf, t(terms.methodNames[method])) },
    {
      name: t(texts.method),
      value: [t(terms.techniqueNames[technique]), techniqueDetail].filter(Boolean).join(', '),
    },
    { name: t(texts.tool), value: `${toolName} ${toolVersion}` },
    { name: t(texts.erasedAt), value: <Instant at={endedAt} /> },
  ]
}

function destruction(
  { destruction, verification, roles }: Extract<CertificateRecord, { kind: 'destruction' }>,
  t: ReturnType<typeof useText>,
  { num, instant }: Formats,
): Fact[] {
  const at = verification?.witnessConfirmedAt
  const side = roles.find(({ role }) => role === 'witnessed')?.witnessFor as
    keyof typeof terms.witnessRoleNames | undefined
  const who = side && terms.witnessRoleNames[side] ? t(terms.witnessRoleNames[side]) : null
  const witnessed = at && [t(texts.confirmedAt, instant(at)), who].filter(Boolean).join('. ')
  return [
    { name: t(texts.level), value: t(texts.levelOf, t(terms.methodNames.destroy)) },
    { name: t(texts.method), value: t(terms.destructionMethodNames[destruction.technique]) },
    { name: t(texts.destroyedAt), value: <Instant at={destruction.destroyedAt} /> },
    ...(destruction.largestParticleMm
      ? [{ name: t(texts.particle), value: `${num(destruction.largestParticleMm, 1)}\u00a0mm` }]
      : []),
    { name: t(texts.witness), value: witnessed ?? t(texts.unconfirmed) },
  ]
}
