// What is known of a model: each requirement with its source, day and checker, and its labels.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { modelsApi } from '../../api/models.ts'
import { modelsTexts as texts } from '../../texts/pages.ts'
import { criterionTexts, schemeTexts } from '../../texts/words.ts'
import { shownValue } from '../values.ts'
import { CheckRequirement, AddLabel } from './KnowledgeForms.tsx'

type Shown = Output<typeof modelsApi.getModel>

export function Requirements({ model, may }: { readonly model: Shown; readonly may: boolean }) {
  const t = useText()
  const formats = useFormat()
  const [checking, check] = useState(false)
  return (
    <Section
      title={t(texts.requirements)}
      lead={t(texts.requirementsLead)}
      acts={may && <Button onPress={() => check(true)}>{t(texts.check)}</Button>}
    >
      <table className="cattable stack">
        <thead>
          <tr>
            <th scope="col">{t(texts.requirement)}</th>
            <th scope="col">{t(texts.value)}</th>
            <th scope="col">{t(texts.source)}</th>
            <th scope="col">{t(texts.checked)}</th>
          </tr>
        </thead>
        <tbody>
          {model.requirements.map(({ key, value, source, checkedOn, checkedBy }) => (
            <tr key={key}>
              <th scope="row">{t(criterionTexts[key])}</th>
              <td className={value === null ? 'unknown' : 'strong'}>
                {shownValue(key, value, t, formats)}
              </td>
              <td>{source}</td>
              <td className="faint">
                {checkedOn ? [checkedOn, checkedBy].filter(Boolean).join(', ') : t(texts.nobody)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {checking && <CheckRequirement model={model} onClose={() => check(false)} />}
    </Section>
  )
}

export function Labels({ model, may }: { readonly model: Shown; readonly may: boolean }) {
  const t = useText()
  const formats = useFormat()
  const [adding, add] = useState(false)
  const { act: withdraw, busy, problem } = useAct(modelsApi.withdrawLabel)
  return (
    <Section
      title={t(texts.labels)}
      acts={may && <Button onPress={() => add(true)}>{t(texts.addLabel)}</Button>}
    >
      <Refusal problem={problem} />
      {model.labelList.length === 0 ? (
        <p className="faint">{t(texts.noLabels)}</p>
      ) : (
        <table className="cattable stack">
          <thead>
            <tr>
              <th scope="col">{t(texts.scheme)}</th>
              <th scope="col">{t(texts.level)}</th>
              <th scope="col">{t(texts.number)}</th>
              <th scope="col">{t(texts.validUntil)}</th>
              {may && <td />}
            </tr>
          </thead>
          <tbody>
            {model.labelList.map((label) => (
              <tr key={label.id}>
                <th scope="row">{t(schemeTexts[label.scheme])}</th>
                <td className={label.counts ? 'strong' : 'unknown'}>
                  {shownValue(label.scheme, label.level, t, formats)}
                </td>
                <td>
                  <span className="sn">{label.number}</span>
                </td>
                <td className={label.counts ? '' : 'warned'}>
                  {label.counts
                    ? (label.validUntilOn ?? t(texts.noEnd))
                    : t(texts.expired, label.validUntilOn ?? '')}
                </td>
                {may && (
                  <td>
                    <Button
                      small
                      busy={busy}
                      label={t(texts.withdrawLabel, t(schemeTexts[label.scheme]))}
                      onPress={() =>
                        void withdraw({ params: { modelId: model.id, labelId: label.id } })
                      }
                    >
                      {t(texts.withdraw)}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <AddLabel modelId={model.id} onClose={() => add(false)} />}
    </Section>
  )
}
