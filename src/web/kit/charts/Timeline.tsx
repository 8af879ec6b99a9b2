// What has happened to a device: entries of the chain, grouped by life.

import { ArrowRight } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { Language } from '../../../core/text.ts'
import { Link } from '../Link.tsx'
import { Dial } from './Dial.tsx'
import type { DeviceStatus } from './status.ts'
import { pick, timelineTexts } from './texts.ts'
import './timeline.css'

export interface TimelineEntry {
  readonly id: string
  readonly status: DeviceStatus
  /** `2025-10-06`, or with a clock when the page wants one. */
  readonly on: string
  readonly title: string
  /** Who gave to whom, in order; an arrow stands between them. */
  readonly parties?: readonly string[] | undefined
  readonly detail?: React.ReactNode
  /** The entry's number in the chain, and where to read it. */
  readonly number?: number | undefined
  readonly href?: string | undefined
  /** The entry that corrects this one. */
  readonly correctedBy?: { readonly number: number; readonly href: string } | undefined
}
/** Entries too alike to list: "8 debiteringar", opened on demand. */
export interface TimelineFold {
  readonly id: string
  readonly folded: string
  readonly entries: readonly TimelineEntry[]
}
export interface TimelineGroup {
  /** "Andra livet", "39 dagar". */
  readonly heading: string
  readonly entries: readonly (TimelineEntry | TimelineFold)[]
}
export interface TimelineProps {
  groups: readonly TimelineGroup[]
  language: Language
  /** Headings inside a page: 3 unless told. */
  level?: 2 | 3 | 4 | undefined
}

export function Timeline({ groups, language, level = 3 }: TimelineProps) {
  const Heading = `h${level}` as const
  if (groups.every(({ entries }) => entries.length === 0)) {
    return <p className="muted">{pick(timelineTexts.empty, language)}</p>
  }
  return (
    <div className="timeline">
      {groups.map(({ heading, entries }) => (
        <section key={heading + (entries[0]?.id ?? '')} className="timeline-group">
          <Heading className="timeline-heading">{heading}</Heading>
          <ol>
            {entries.map((entry) =>
              'folded' in entry ? (
                <Fold key={entry.id} fold={entry} language={language} />
              ) : (
                <Entry key={entry.id} entry={entry} language={language} />
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ entry, language }: { entry: TimelineEntry; language: Language }) {
  const { correctedBy } = entry
  return (
    <li className={correctedBy ? 'timeline-entry corrected' : 'timeline-entry'}>
      <Dial status={entry.status} />
      <time dateTime={entry.on}>
        {correctedBy ? (
          <s>
            <span className="vh">{pick(timelineTexts.correctedWas, language)} </span>
            {entry.on}
          </s>
        ) : (
          entry.on
        )}
      </time>
      <div className="timeline-what">
        <b>{correctedBy ? <s>{entry.title}</s> : entry.title}</b>
        {(entry.parties || entry.detail) && (
          <p>
            {entry.parties && <Parties names={entry.parties} language={language} />}
            {entry.parties && entry.detail && ' '}
            {entry.detail}
          </p>
        )}
        {correctedBy && (
          <p>
            <Link href={correctedBy.href}>
              {pick(timelineTexts.corrected, language)(correctedBy.number)}
            </Link>
          </p>
        )}
      </div>
      {entry.number !== undefined && (
        <Link
          className="timeline-number"
          href={entry.href ?? `#${entry.id}`}
          aria-label={pick(timelineTexts.entry, language)(entry.number)}
        >
          {entry.number}
        </Link>
      )}
    </li>
  )
}

function Parties({ names, language }: { names: readonly string[]; language: Language }) {
  return (
    <span>
      {names.map((name, index) => (
        <Fragment key={`${index}${name}`}>
          {index > 0 && (
            <ArrowRight
              className="timeline-arrow"
              role="img"
              aria-hidden={false}
              aria-label={pick(timelineTexts.to, language)}
            />
          )}
          {name}
        </Fragment>
      ))}
      .
    </span>
  )
}

function Fold({ fold, language }: { fold: TimelineFold; language: Language }) {
  const [open, setOpen] = useState(false)
  if (open) {
    return fold.entries.map((entry) => <Entry key={entry.id} entry={entry} language={language} />)
  }
  const dates = fold.entries.map(({ on }) => on).sort()
  return (
    <li className="timeline-entry folded">
      <span className="timeline-dots" aria-hidden="true" />
      <button type="button" className="timeline-unfold" onClick={() => setOpen(true)}>
        {fold.folded}
      </button>
      <span className="timeline-range">
        {dates[0]}–{dates.at(-1)}
      </span>
    </li>
  )
}
