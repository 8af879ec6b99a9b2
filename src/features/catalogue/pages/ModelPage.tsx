// One model: what it is, what is known of it, and where the devices of it stand.
import './catalogue.css'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { DefinitionList, Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section, WithSide } from '../../../web/kit/Page.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Co2e } from '../../../web/kit/values.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../devices/api.ts'
import { kindTexts } from '../../devices/texts.ts'
import { modelsApi as api } from '../api/models.ts'
import { processorYearOf } from '../rules/processor.ts'
import { modelsTexts as texts, servicesTexts } from '../texts/pages.ts'
import { osTexts } from '../texts/words.ts'
import { EditModel } from './models/EditModel.tsx'
import { Labels, Requirements } from './models/Knowledge.tsx'
import { MergeModels } from './models/MergeModels.tsx'
import { NotYet } from './NotYet.tsx'

type Shown = Output<typeof api.getModel>

export default function ModelPage() {
  const t = useText()
  const { may } = useSession()
  const params = { modelId: useParam('modelId') }
  const { data: model, error } = useEndpoint(api.getModel, { params }, { keep: false })
  const [open, setOpen] = useState<'edit' | 'merge' | null>(null)
  const close = () => setOpen(null)
  if (!model)
    return (
      <NotYet title={t(texts.one)} up={{ href: '/models', text: t(texts.title) }} problem={error} />
    )
  const describes = may('catalogue.describe')
  return (
    <>
      <PageHead
        title={`${model.maker} ${model.name}`}
        lead={model.note}
        up={{ href: '/models', text: t(texts.title) }}
        acts={
          describes && (
            <>
              <Button onPress={() => setOpen('merge')}>{t(texts.merge)}</Button>
              <Button kind="primary" onPress={() => setOpen('edit')}>
                {t(texts.change)}
              </Button>
            </>
          )
        }
      />
      <ModelFacts model={model} />
      <WithSide side={<Standing model={model} />}>
        <Requirements model={model} may={describes} />
        <Labels model={model} may={describes} />
      </WithSide>
      {open === 'edit' && <EditModel model={model} onClose={close} />}
      {open === 'merge' && <MergeModels modelId={model.id} kind={model.kind} onClose={close} />}
    </>
  )
}

function ModelFacts({ model }: { readonly model: Shown }) {
  const t = useText()
  const { num } = useFormat()
  const cpuYear = processorYearOf(model.cpu)
  const unless = (known: string | number | null | false, value: React.ReactNode) =>
    known ? value : <span className="unknown">{t(texts.unknown)}</span>
  const { memoryGb, storageGb, screenInches, osFamily, useMonths, footprintKg } = model
  return (
    <Facts
      facts={[
        { name: t(texts.kind), value: t(kindTexts[model.kind]) },
        {
          name: t(texts.cpu),
          value: unless(
            model.cpu,
            cpuYear === null ? model.cpu : t(texts.cpuFrom, model.cpu ?? '', cpuYear),
          ),
        },
        { name: t(texts.cpuCores), value: unless(model.cpuCores, model.cpuCores) },
        { name: t(texts.memory), value: unless(memoryGb, `${memoryGb} GB`) },
        { name: t(texts.storage), value: unless(storageGb, `${num(storageGb ?? 0)} GB`) },
        {
          name: t(texts.screen),
          value: unless(screenInches, t(texts.inches, num(screenInches ?? 0, 1))),
        },
        { name: t(texts.os), value: unless(osFamily, osFamily && t(osTexts[osFamily])) },
        { name: t(texts.use), value: unless(useMonths, t(servicesTexts.months, useMonths ?? 0)) },
        {
          name: t(texts.footprint),
          value: unless(
            footprintKg,
            <>
              {num(footprintKg ?? 0)} kg <Co2e />
              <span className="factnote">{model.footprintSource}</span>
            </>,
          ),
        },
        ...(model.gtin
          ? [{ name: t(texts.gtin), value: <span className="sn">{model.gtin}</span> }]
          : []),
      ]}
    />
  )
}

function Standing({ model }: { readonly model: Shown }) {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const { data } = useEndpoint(
    devices.countModelDevices,
    { params: { modelId: model.id } },
    { enabled: may('devices.see') },
  )
  const query = `q=${encodeURIComponent(model.name)}`
  return (
    <>
      {data && (
        <Section title={t(texts.standing)}>
          {data.present + data.left === 0 ? (
            <p className="faint">{t(texts.none)}</p>
          ) : (
            <>
              <DefinitionList
                sum
                facts={[
                  ...data.places.map((one) => ({
                    name: one.name ?? t(texts.nowhere),
                    value: num(one.count),
                  })),
                  ...(data.elsewhere > 0
                    ? [{ name: t(texts.elsewhere), value: num(data.elsewhere) }]
                    : []),
                  { name: t(texts.left), value: num(data.left) },
                  { name: t(texts.present), value: num(data.present) },
                ]}
              />
              <p className="sidelink">
                <Link href={`/devices?${query}`}>{t(texts.inRegister)}</Link>
              </p>
            </>
          )}
        </Section>
      )}
      {model.alsoKnownAs.length > 0 && (
        <Section title={t(texts.alsoKnownAs)}>
          <ul className="plainlist">
            {model.alsoKnownAs.map((one) => (
              <li key={one.id}>
                {one.maker} {one.name}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
