// What was checked and, just as large, what was not.
import { Check, Circle, TriangleAlert } from 'lucide-react'
import type { BundleVerdict } from '../../../checker/bundle/check.ts'
import type { Finding } from '../../../checker/verdict.ts'
import { useLanguage } from '../../../web/kit/language.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import type { NotChecked } from '../rules.ts'
import { notCheckedTexts } from '../texts/certificate-terms.ts'
import { sentenceOf } from '../texts/findings.ts'
import { publicTexts as texts } from '../texts/public.ts'

export function Findings({ verdict }: { readonly verdict: BundleVerdict }) {
  const { t, language } = useLanguage()
  const say = (finding: Finding) => sentenceOf(finding, language)
  const inTree = verdict.checked.filter(({ code }) => code === 'entry-in-tree')
  // One line for all entries: which of them stands below, in the chain.
  const checked = verdict.checked.flatMap((finding) =>
    finding.code !== 'entry-in-tree' || inTree.length === 1
      ? [say(finding)]
      : finding === inTree[0]
        ? [t(texts.entriesInTree, inTree.length)]
        : [],
  )
  const notChecked = [...verdict.notChecked.map(say), ...ofTheErasure(verdict).map((one) => t(one))]
  return (
    <div className="proofsides">
      <Section title={t(texts.checked)} lead={t(texts.checkedHow)}>
        <ul className="findings">
          {[...new Set(checked)].map((line) => (
            <li key={line}>
              <Check aria-hidden />
              {line}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t(texts.notChecked)} lead={t(texts.notCheckedHow)}>
        <ul className="findings">
          {[...new Set(notChecked)].map((line) => (
            <li key={line}>
              <Circle aria-hidden />
              {line}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

/** What the certificates themselves do not claim. */
function ofTheErasure({ contents }: BundleVerdict) {
  const codes = (contents?.certificates ?? []).flatMap(({ record }) => {
    const list = record['notChecked']
    return Array.isArray(list) ? (list as readonly NotChecked[]) : []
  })
  return [...new Set(codes)].flatMap((code) => notCheckedTexts[code] ?? [])
}

/** What is wrong, and in which file of it. */
export function Failures({ failures }: { readonly failures: readonly Finding[] }) {
  const { t, language } = useLanguage()
  return (
    <section className="prooffailures" aria-label={t(texts.wrong)}>
      <h2>{t(texts.wrong)}</h2>
      <ul>
        {failures.map((failure) => (
          <li key={JSON.stringify(failure)}>
            <TriangleAlert aria-hidden />
            <div>
              <b>{sentenceOf(failure, language)}</b>
              <code>{failure.at}</code>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
