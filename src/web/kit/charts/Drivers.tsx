// What steers an interval most: each assumption tried alone, as bars left and right of the result.

import type { Language } from '../../../core/text.ts'
import { round } from './geometry.ts'
import { twoDigits } from './numbers.ts'
import { driverTexts, pick } from './texts.ts'
import './drivers.css'

export interface Driver {
  readonly assumption: string
  /** In words: "28–100 % i stället för 70 %". */
  readonly tried: string
  /** How far the result moves, at most downwards (zero or below) and upwards (zero or above). */
  readonly down: number
  readonly up: number
}
export interface DriversProps {
  language: Language
  caption: string
  drivers: readonly Driver[]
}

export function Drivers({ language, caption, drivers }: DriversProps) {
  const widest = Math.max(
    ...drivers.flatMap(({ down, up }) => [Math.abs(down), Math.abs(up)]),
    1e-9,
  )
  const sorted = [...drivers].sort((a, b) => b.up - b.down - (a.up - a.down))
  const t = driverTexts
  return (
    <table className="drivers">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{pick(t.assumption, language)}</th>
          <th scope="col" className="drivers-tried">
            {pick(t.tried, language)}
          </th>
          <th scope="col" className="num">
            {pick(t.down, language)}
          </th>
          <th scope="col" className="drivers-bar">
            <span className="vh">{pick(t.bar, language)}</span>
          </th>
          <th scope="col">{pick(t.up, language)}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ assumption, tried, down, up }) => (
          <tr key={assumption}>
            <th scope="row">
              {assumption}
              <span className="drivers-under">{tried}</span>
            </th>
            <td className="drivers-tried">{tried}</td>
            <td className="num">{twoDigits(down, language)}</td>
            <td className="drivers-bar">
              <Bar down={Math.abs(down) / widest} up={Math.abs(up) / widest} />
            </td>
            <td className="nw">
              {up > 0 ? `+${twoDigits(up, language)}` : twoDigits(up, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ down, up }: { down: number; up: number }) {
  const width = (share: number): number => (share > 0 ? Math.max(0.5, round(share * 53)) : 0)
  return (
    <svg viewBox="0 0 110 16" preserveAspectRatio="none" aria-hidden="true">
      <rect className="drivers-down" x={55 - width(down)} y="3" width={width(down)} height="10" />
      <rect className="drivers-up" x="55" y="3" width={width(up)} height="10" />
      <path className="drivers-result" d="M55 0v16" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
