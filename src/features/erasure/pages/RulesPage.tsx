// What it takes for a certificate: the sample, the least level, and how unknown reports are read.
import './erasure.css'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { confidentialityCategories } from '../../proofs/rules.ts'
import { categoryNames } from '../../proofs/texts/certificate-terms.ts'
import { policyApi } from '../api/policy.ts'
import { leastSample } from '../rules/four-eyes.ts'
import { mediumKinds } from '../rules/media.ts'
import { requiredLevels } from '../rules/policy.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import { pageTexts } from '../texts/pages.ts'
import { rulesTexts as texts } from '../texts/rules.ts'
import { Profiles } from './Profiles.tsx'

type Policy = Output<typeof policyApi.getErasurePolicy>

export default function RulesPage() {
  const t = useText()
  const { may } = useSession()
  const { data, error } = useEndpoint(policyApi.getErasurePolicy, {})
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        up={{ href: '/erasure', text: t(pageTexts.title) }}
      />
      <Refusal problem={error} />
      {!data && !error && <Skeleton lines={4} height={40} />}
      {data && <PolicyForm saved={data} mayChange={may('erasure.review')} />}
      <Profiles />
    </>
  )
}

function PolicyForm(props: { readonly saved: Policy; readonly mayChange: boolean }) {
  const { saved, mayChange } = props
  const t = useText()
  const { num } = useFormat()
  const { act, busy, problem } = useAct(policyApi.changeErasurePolicy)
  const [percent, setPercent] = useState<number | null>(saved.samplePercent)
  const [levels, setLevels] = useState(saved.levels)
  const [category, setCategory] = useState(saved.category)
  const [done, setDone] = useState(false)
  const changed =
    percent !== saved.samplePercent ||
    category !== saved.category ||
    mediumKinds.some((kind) => levels[kind] !== saved.levels[kind])
  const cannot = !mayChange
    ? t(texts.mayNot)
    : percent === null
      ? t(texts.shareMissing)
      : changed
        ? null
        : t(texts.nothingChanged)
  const save = async () => {
    if (percent === null) return
    setDone((await act({ body: { samplePercent: percent, levels, category } })) !== null)
  }
  const { results, drawn } = saved.lastYear
  return (
    <>
      <Section beside title={t(texts.sample)} lead={t(texts.sampleLead)}>
        <div className="rulesform">
          <NumberField
            label={t(texts.share)}
            hint={t(texts.shareHint)}
            unit="%"
            min={0}
            max={100}
            decimals={percent !== null && !Number.isInteger(percent) ? 1 : 0}
            readOnly={!mayChange}
            value={percent}
            onChange={setPercent}
          />
          {percent !== null && percent < leastSample && (
            <Notice tone="warn">{t(texts.shareLow)}</Notice>
          )}
          <p className="muted prose">
            {results > 0 ? t(texts.lastYear, num(drawn), num(results)) : t(texts.lastYearNone)}{' '}
            {t(texts.drawHow)}
          </p>
        </div>
      </Section>
      <Section beside title={t(texts.levels)} lead={t(texts.levelsLead)}>
        <div className="rulesform">
          {mediumKinds.map((kind) => (
            <SelectField
              key={kind}
              label={t(mediaTexts.mediumKinds[kind])}
              options={requiredLevels.map((id) => ({ id, text: t(texts.levelNames[id]) }))}
              value={levels[kind]}
              disabled={!mayChange}
              onChange={(level) => setLevels({ ...levels, [kind]: level })}
            />
          ))}
          <SelectField
            label={t(texts.category)}
            hint={t(texts.categoryHint)}
            optional
            options={confidentialityCategories.map((id) => ({ id, text: t(categoryNames[id]) }))}
            value={category}
            disabled={!mayChange}
            onChange={setCategory}
          />
          <Refusal problem={problem} />
          <div className="tools">
            <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void save()}>
              {t(texts.save)}
            </Button>
            <span role="status">{done && !changed ? t(texts.saved) : ''}</span>
          </div>
        </div>
      </Section>
    </>
  )
}
