// How far we are: the count, one cell per device on the list, and what is not as it should be.

import type { Language } from '../../../core/text.ts'
import { Flag } from '../charts/Flag.tsx'
import { number } from '../charts/numbers.ts'
import { pick } from '../charts/texts.ts'
import { groupsOf, mostCells, sumsOf } from './tally.ts'
import type { CellState, TallyCell, TallyGroup, TallySums } from './tally.ts'
import { stationTexts } from './texts.ts'
import './station.css'

export interface TallyProps {
  language: Language
  /** In the order of the list; those that are not on it last. */
  cells: readonly TallyCell[]
  /** Id of the cell the latest scan filled. */
  newest?: string | undefined
  /** What a right cell is called under the number: "stämmer", "packade". */
  word?: string | undefined
  /** There is no list to count against: what has been counted is all there is. */
  open?: boolean | undefined
}

export function Tally({ language, cells, newest, word, open = false }: TallyProps) {
  const sums = sumsOf(cells)
  const t = stationTexts
  const spoken = open
    ? `${number(sums.right, language)} ${word ?? pick(t.rightMany, language)}`
    : pick(t.cells, language)(sums.listed, sums.right, sums.left, sums.missing, sums.extra)
  const extras = cells.filter(({ state }) => state === 'extra')
  return (
    <section className="tally">
      <h2 className="vh">{pick(t.counting, language)}</h2>
      <p className="tally-count">
        <b className={sums.right > 999 ? 'long' : undefined}>{number(sums.right, language)}</b>
        <span>
          {sums.listed > 0 && !open && (
            <>
              {pick(t.of, language)(number(sums.listed, language))}
              <br />
            </>
          )}
          {word ?? pick(t.rightMany, language)}
        </span>
      </p>
      {sums.listed > mostCells ? (
        <Groups groups={groupsOf(cells, newest)} extra={extras.length} {...{ spoken, language }} />
      ) : (
        <ul className="tally-cells" aria-label={spoken}>
          {cells.map((cell) => (
            <Cell key={cell.id} cell={cell} newest={cell.id === newest} language={language} />
          ))}
        </ul>
      )}
      {!open && <Sums sums={sums} language={language} />}
    </section>
  )
}

const signs: Readonly<Record<CellState, string | null>> = {
  right: 'M5 10.5 8.5 14 15 6.5',
  missing: 'M10 4.5v6.5M10 14.8v.4',
  left: null,
  extra: 'M10 5v10M5 10h10',
}

function Cell(props: { cell: TallyCell; newest: boolean; language: Language }) {
  const { cell, newest, language } = props
  const sign = signs[cell.state]
  return (
    <li className={`tally-cell ${cell.state}${newest ? ' newest' : ''}`}>
      {sign && (
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d={sign} />
        </svg>
      )}
      <span className="vh">
        {cell.label} {pick(stationTexts.cell[cell.state], language)}
      </span>
    </li>
  )
}

interface GroupsProps {
  groups: readonly TallyGroup[]
  extra: number
  spoken: string
  language: Language
}

/** Too many for cells: each group is a bar filled as far as it has come. */
function Groups({ groups, spoken, language }: GroupsProps) {
  return (
    <ul className="tally-groups" aria-label={spoken}>
      {groups.map(({ from, to, sums, newest }) => (
        <li key={from} className={newest ? 'newest' : undefined}>
          <span className="vh">
            {pick(stationTexts.group, language)(from, to)}: {sums.right}{' '}
            {pick(stationTexts.of, language)(String(sums.listed))}
          </span>
          <i aria-hidden="true">
            <i style={{ width: `${(sums.right / sums.listed) * 100}%` }} />
          </i>
          <span aria-hidden="true" className={sums.missing > 0 ? 'warn' : undefined}>
            {sums.right}/{sums.listed}
            {sums.missing > 0 && <b>!</b>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Sums({ sums, language }: { sums: TallySums; language: Language }) {
  const t = stationTexts
  const shown = (count: number): string => number(count, language)
  return (
    <dl className="tally-sums">
      <div>
        <dt>{pick(t.left, language)}</dt>
        <dd>{shown(sums.left)}</dd>
      </div>
      {(['missing', 'extra'] as const).map((state) => (
        <div key={state}>
          <dt>
            {sums[state] > 0 ? <Flag>{pick(t[state], language)}</Flag> : pick(t[state], language)}
          </dt>
          <dd>{shown(sums[state])}</dd>
        </div>
      ))}
    </dl>
  )
}
