// The circle of the front page: where everything stands and what moves, drawn from real numbers.
// Wide: ring with labels, each station a link. Narrow: ring without labels, stations as a list.

import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Language } from '../../../../core/text.ts'
import { ChartFrame } from '../ChartFrame.tsx'
import { Dial } from '../Dial.tsx'
import { Flag } from '../Flag.tsx'
import { number } from '../numbers.ts'
import { endWord, pick, ringTexts, statusWords } from '../texts.ts'
import { centreOf } from './centre.ts'
import { layRing } from './layout.ts'
import type { RingInput, RingLayout } from './layout.ts'
import { RingPicture } from './RingPicture.tsx'
import { ringTables } from './tables.ts'
import './flow-ring.css'

export interface FlowRingProps extends RingInput {
  language: Language
  /** The year the goal is for. */
  goalYear?: number | undefined
  /** The last line in the middle, instead of "ur eget omlopp". */
  fromOwn?: string | undefined
  /** Instead of the sentence that stands in an empty ring; at most two lines. */
  emptyLines?: readonly string[] | undefined
  /** Words at the mouth of a flow that say more than the standard ones: "återbrukade från Omtag". */
  endWords?: Partial<Record<RingLayout['ends'][number]['id'], string>> | undefined
  /** Without an ending: "omloppet-2026-03-12". */
  fileName: string
  /** Which period, and what the width means; under the picture. */
  source?: React.ReactNode
  /** After the links to the table and the files. */
  links?: React.ReactNode
}

export function FlowRing(props: FlowRingProps) {
  const { language, stations, flows, needsMet, goal, endWords } = props
  const layout = useMemo(
    () =>
      layRing(
        { stations, flows, needsMet, goal },
        {
          count: (count) => number(count, language),
          station: (id) => pick(statusWords[id], language),
          end: (id, count) => endWords?.[id] ?? endWord(id, count, language),
        },
      ),
    [language, stations, flows, needsMet, goal, endWords],
  )
  const follow = useFollow()
  const middle = centreOf(props, layout, language)
  return (
    <ChartFrame
      language={language}
      title={pick(ringTexts.name, language)}
      fileName={props.fileName}
      tables={ringTables(props, language)}
      source={props.source}
      links={props.links}
      bare={layout.empty}
      legend={!layout.empty && <Legend layout={layout} language={language} />}
    >
      <RingPicture layout={layout} centre={middle} language={language} follow={follow} />
      <RingPicture layout={layout} centre={middle} language={language} small />
      {!layout.empty && <StationList layout={layout} language={language} follow={follow} />}
    </ChartFrame>
  )
}

/** Opens a station without loading anew; new tab, new window and the like stay the browser's. */
function useFollow(): Follow {
  const router = useRouter()
  return (event, href) => {
    const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!href.startsWith('/') || !plain || event.button !== 0) return
    event.preventDefault()
    router.history.push(href)
  }
}
export type Follow = (event: React.MouseEvent, href: string) => void

function StationList(props: { layout: RingLayout; language: Language; follow: Follow }) {
  return (
    <ol className="ring-list">
      {props.layout.stations.map(({ station }) => (
        <li key={station.id}>
          <a href={station.href} onClick={(event) => props.follow(event, station.href)}>
            <span className="status-word">
              <Dial status={station.id} />
              {pick(statusWords[station.id], props.language)}
            </span>
            <b>{number(station.count, props.language)}</b>
            <span className="ring-list-sub">
              {station.stuck ? <Flag>{station.stuck.text}</Flag> : station.sub}
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

function Legend({ layout, language }: { layout: RingLayout; language: Language }) {
  const has = (kind: string) => layout.bands.some((band) => band.kind === kind)
  const received = layout.ends.some(({ id }) => id === 'inReceived')
  const openWord =
    received && !layout.ends.some(({ id }) => id === 'inNew')
      ? ringTexts.legendReceived
      : ringTexts.legendOpen
  return (
    <span className="ring-legend">
      {layout.circle && <Swatch kind="circle">{pick(ringTexts.legendCircle, language)}</Swatch>}
      {has('reuse') && <Swatch kind="reuse">{pick(ringTexts.legendReuse, language)}</Swatch>}
      {has('open') && <Swatch kind="open">{pick(openWord, language)}</Swatch>}
      {has('waste') && <Swatch kind="waste">{pick(ringTexts.legendWaste, language)}</Swatch>}
      {layout.stations.some(({ silt }) => silt) && (
        <Flag>{pick(ringTexts.legendStuck, language)}</Flag>
      )}
    </span>
  )
}

function Swatch({ kind, children }: { kind: string; children: React.ReactNode }) {
  return (
    <span className="ring-swatch">
      <i className={kind} aria-hidden="true" />
      {children}
    </span>
  )
}
