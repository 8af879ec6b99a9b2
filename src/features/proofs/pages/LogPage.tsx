// The organisation's log: where it stands, who signs, who watches, and how to check it oneself.
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Copy } from '../../../web/kit/Copy.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DefinitionList, Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { logApi } from '../api/log.ts'
import { logTexts as texts } from '../texts/log-pages.ts'
import { Days } from './log/Days.tsx'
import type { Log } from './log/log.ts'
import { Witnesses } from './log/Witnesses.tsx'
import './log/log.css'

export default function LogPage() {
  const t = useText()
  const { data: log, error } = useEndpoint(logApi.getLog, {})
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} />
      {error ? <Refusal problem={error} /> : log ? <Shown log={log} /> : <Skeleton />}
    </>
  )
}

function Shown({ log }: { readonly log: Log }) {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const signed = log.signedAt && <Instant at={log.signedAt} />
  return (
    <>
      {log.checkpoint === null ? (
        <EmptyState
          act={
            may('devices.register') && (
              <LinkButton href="/devices/new">{t(texts.register)}</LinkButton>
            )
          }
        >
          {t(texts.empty)}
        </EmptyState>
      ) : (
        <>
          {log.clockSetBack && (
            <Notice tone="warn" title={t(texts.clockSetBack)}>
              {t(texts.clockSetBackMeans)}
            </Notice>
          )}
          <Facts
            facts={[
              { name: t(texts.entries), value: num(log.size) },
              { name: t(texts.signedAt), value: signed },
            ]}
          />
          <Section title={t(texts.head)} lead={t(texts.headLead)}>
            <Text name={t(texts.checkpoint)} text={log.checkpoint} />
          </Section>
        </>
      )}
      <Days log={log} />
      <Witnesses log={log} />
      <Keys log={log} />
      {log.checkpoint !== null && <Yourself log={log} />}
    </>
  )
}

/** Text to copy as it stands; reached by keyboard, since it may be wider than its frame. */
const Text = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <>
    <pre className="logtext" tabIndex={0} role="group" aria-label={name}>
      {text}
    </pre>
    <Copy text={text} />
  </>
)

function Keys({ log }: { readonly log: Log }) {
  const t = useText()
  return (
    <Section title={t(texts.keys)} lead={t(texts.keysLead)}>
      <DefinitionList
        facts={log.keys.map(({ vkey, from, until }) => ({
          name: until ? t(texts.until) : t(texts.inUse),
          value: (
            <>
              <Instant at={until ?? from} only="day" />
              <code className="logkey">{vkey}</code>
            </>
          ),
        }))}
      />
    </Section>
  )
}

function Yourself({ log }: { readonly log: Log }) {
  const t = useText()
  const path = `/api/v1/logs/${log.organisationId}`
  const links = [
    [`${path}/checkpoint`, texts.publishedCheckpoint],
    [`${path}/checkpoints`, texts.publishedDays],
    [`${path}/keys`, texts.publishedKeys],
    ['/.well-known/omlopp-log', texts.published],
  ] as const
  return (
    <Section title={t(texts.yourself)} lead={t(texts.yourselfLead)}>
      <Text name={t(texts.yourself)} text="omlopp verify --log" />
      <ul className="loglinks">
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{t(text)}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
