// The answer: the finding as a sentence, then everything it rests on.
import type { BundleVerdict } from '../../../checker/bundle/check.ts'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { publicTexts as texts } from '../texts/public.ts'
import { Chain } from './Chain.tsx'
import { Failures, Findings } from './Findings.tsx'
import { RecordFacts } from './RecordFacts.tsx'

export function Verdict(props: {
  readonly verdict: BundleVerdict
  /** Of the file that was dropped; null for the one that the page fetched. */
  readonly fileName: string | null
  readonly children?: React.ReactNode
}) {
  const t = useText()
  const { verdict, fileName } = props
  const { contents, valid } = verdict
  return (
    <div className={valid ? 'proof' : 'proof fails'}>
      <div role="status">
        <PageHead
          title={useFinding(verdict)}
          lead={
            valid
              ? fileName
                ? t(texts.leadFile, fileName)
                : t(texts.lead)
              : isRevoked(verdict)
                ? t(texts.revokedMeans)
                : t(texts.failsLead, fileName ?? t(texts.theProof))
          }
        />
      </div>
      {props.children}
      {!valid && <Failures failures={verdict.failures} />}
      {contents?.certificates.map((certificate) => (
        <RecordFacts key={certificate.file} certificate={certificate} />
      ))}
      <Findings verdict={verdict} />
      {contents && contents.entries.length > 0 && (
        <Section title={t(texts.chain)} lead={t(texts.chainHow)}>
          <Chain contents={contents} />
        </Section>
      )}
    </div>
  )
}

const isRevoked = ({ failures }: BundleVerdict): boolean =>
  failures.length > 0 && failures.every(({ code }) => code === 'certificate-revoked')

function useFinding(verdict: BundleVerdict): string {
  const t = useText()
  const { contents, valid } = verdict
  if (isRevoked(verdict)) return t(texts.revoked)
  if (!valid || !contents) return t(texts.fails)
  const { certificates, entries, subject } = contents
  const [only, ...more] = certificates
  if (subject.kind === 'device' || !only || more.length > 0)
    return t(texts.holds, entries.length, certificates.length)
  if (only.standing === 'superseded') return t(texts.superseded)
  return t(only.record['kind'] === 'destruction' ? texts.destroyed : texts.erased)
}
