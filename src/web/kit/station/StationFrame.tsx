// A place where work is done standing up: no shell, left what just happened, right how far we are.

import { Upload, WifiOff } from 'lucide-react'
import type { Language } from '../../../core/text.ts'
import { Link } from '../Link.tsx'
import { pick } from '../charts/texts.ts'
import { clock } from './clock.ts'
import { stationTexts } from './texts.ts'
import type { QueueState } from './scan-queue.ts'
import './station.css'

export interface StationFact {
  readonly label: string
  readonly value: string
  /** Left out when there is little room. */
  readonly minor?: boolean | undefined
}
export interface StationFrameProps {
  language: Language
  /** The kind of work, beside the mark: "Mottagning". */
  name: string
  /** The whole heading, for those who listen: "Mottagning av pall P-0312". */
  title: string
  facts: readonly StationFact[]
  /** From the scan queue; says what waits and since when. */
  queue?: QueueState | undefined
  /** Where the reader comes when leaving; nothing scanned is lost by it. */
  leaveHref: string
  /** What just happened: `ScanField`, `ScanLog`. */
  left: React.ReactNode
  /** How far we are: `Tally`, `DiscrepancyList`. */
  right: React.ReactNode
  /** Buttons; the last one closes the work. */
  acts: React.ReactNode
  /** Inside another page, as in a gallery: no landmarks of its own. */
  embedded?: boolean | undefined
}

const landmarks = ['header', 'main', 'footer'] as const
const plain = ['div', 'div', 'div'] as const

export function StationFrame(props: StationFrameProps) {
  const { language, embedded = false } = props
  const [Head, Body, Foot] = embedded ? plain : landmarks
  return (
    <div className="station">
      <Head className="station-head">
        <Link className="station-brand" href={props.leaveHref}>
          <Mark />
          <span>{props.name}</span>
        </Link>
        <dl>
          {props.facts.map(({ label, value, minor }) => (
            <div key={label} className={minor ? 'minor' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Network queue={props.queue} language={language} />
        <Link className="btn station-leave" href={props.leaveHref}>
          {pick(stationTexts.leave, language)}
        </Link>
      </Head>
      <Body className="station-body">
        {embedded ? <h3 className="vh">{props.title}</h3> : <h1 className="vh">{props.title}</h1>}
        <div className="station-left">{props.left}</div>
        <div className="station-right">{props.right}</div>
      </Body>
      <Foot className="station-acts">{props.acts}</Foot>
    </div>
  )
}

function Network({ queue, language }: { queue: QueueState | undefined; language: Language }) {
  const { waiting = 0, offlineSince = null } = queue ?? {}
  return (
    <p className={offlineSince ? 'station-net offline' : 'station-net'} role="status">
      {offlineSince ? (
        <>
          <WifiOff aria-hidden />
          <span>
            <b>{pick(stationTexts.offline, language)(clock(offlineSince, language))}</b>
            {waiting > 0 && pick(stationTexts.kept, language)(waiting)}
          </span>
        </>
      ) : (
        waiting > 0 && (
          <>
            <Upload aria-hidden />
            <span>{pick(stationTexts.sending, language)(waiting)}</span>
          </>
        )
      )}
    </p>
  )
}

const Mark = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3.5 12a8.5 8.5 0 0 0 17 0" fill="none" stroke="var(--flow)" strokeWidth="6" />
    <circle cx="12" cy="12" r="7.5" fill="none" stroke="var(--accent)" strokeWidth="2.5" />
  </svg>
)
